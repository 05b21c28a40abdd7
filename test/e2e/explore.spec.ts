import { choose, details, expect, filters, GRAPH, open, patterns, test } from './support/explore.ts'
import { picture } from './support/picture.ts'

const first = GRAPH.patterns[0]!
const company = GRAPH.nodes.type.indexOf('company')
const label = GRAPH.nodes.label[company]!
const WHOLE = `${GRAPH.nodes.id.length} of ${GRAPH.nodes.id.length}`

test.beforeEach(async ({ page, url }) => {
  await open(page, url)
})

test('opens on a sentence, named patterns and a drawing', async ({ page }) => {
  await expect(page.getByText('60 entries from 3 sources')).toBeVisible()
  await expect(patterns(page).getByRole('listitem')).toHaveCount(GRAPH.patterns.length)
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  await expect(details(page)).toHaveCount(0)
})

test('goes from a pattern to a quoted sentence in three clicks', async ({ page }) => {
  await patterns(page).getByRole('button').first().click()
  const region = details(page)
  await expect(region).toContainText(first.paragraph)
  await expect(region).toContainText('Stability')
  await expect(region.locator('mark').first()).toBeVisible()
  await region.locator('.node-link').first().click()
  await expect(region.locator('blockquote mark').first()).toBeVisible()
  const link = region.locator('figcaption a').first()
  await expect(link).toHaveAttribute('href', /^https:\/\/example\.org\//)
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await region.locator('figcaption button').first().click()
  await expect(region).toContainText('Entry')
  await expect(region.locator('mark').first()).toBeVisible()
})

test('lists as many companies as a pattern counts, and the rest on demand', async ({ page }) => {
  const counted = GRAPH.patterns.filter(({ companies }) => companies.length > 0)
  expect(counted.length).toBeGreaterThan(1)
  for (const { companies, name } of counted) {
    await patterns(page).getByRole('button', { name }).click()
    const part = details(page)
      .locator('.part')
      .filter({ has: page.getByRole('heading', { name: /^Companies \d+$/ }) })
    await expect(part.getByRole('heading')).toHaveText(`Companies ${companies.length}`)
    const more = part.getByRole('button', { name: /^Show \d+ more$/ })
    if (await more.isVisible()) await more.click()
    await expect(part.getByRole('listitem')).toHaveCount(companies.length)
  }
})

test('searches entities, patterns and entries, with typing errors', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search', exact: true })
  await search.fill(first.name)
  await expect(page.getByRole('option').first()).toContainText('Pattern')
  await search.fill(GRAPH.entries.title[3]!)
  await expect(page.getByRole('option').filter({ hasText: 'Entry' }).first()).toBeVisible()
  await search.fill('zzzzzzzz')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('filters by type, weight, date and what is undated, and counts what is left', async ({ page }) => {
  const group = filters(page)
  const counts = group.locator('.counts')
  await expect(counts).toContainText(WHOLE)
  for (const name of ['Technologies', 'Failure modes', 'Lessons', 'Undated']) {
    await expect(group.getByRole('checkbox', { name, exact: true })).toBeChecked()
  }
  await group.getByRole('checkbox', { name: 'Companies', exact: true }).uncheck()
  await expect(counts).not.toContainText(WHOLE)
  await group.getByRole('button', { name: 'Reset filters' }).click()
  await expect(counts).toContainText(WHOLE)
  const before = await counts.textContent()
  await group.getByRole('slider', { name: 'Minimum weight' }).fill('0.9')
  await expect(counts).not.toHaveText(before!)
  await group.getByLabel('From', { exact: true }).fill('2026-03-01')
  await group.getByLabel('To', { exact: true }).fill('2026-03-08')
  await expect(counts).not.toContainText(WHOLE)
  await expect(page).toHaveURL(/since=2026-03-01/)
  await expect(page).toHaveURL(/weight=0\.9/)
  await group.getByText('More filters').click()
  await group.getByRole('slider', { name: 'Minimum links' }).fill('3')
  await group.getByRole('checkbox', { name: 'Denied' }).uncheck()
  await expect(page).toHaveURL(/links=3/)
  await expect(page).toHaveURL(/polarity=occurred%20risk/)
})

test('the legend is a filter, and the display can be changed', async ({ page }) => {
  await page.getByRole('group', { name: 'Legend' }).getByRole('button', { name: 'Lessons' }).click()
  await expect(filters(page).getByRole('checkbox', { name: 'Lessons' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('Pattern', { exact: true }).click()
  await page.getByText('Centrality', { exact: true }).click()
  await expect(page).toHaveURL(/colour=pattern/)
  await expect(page).toHaveURL(/size=centrality/)
})

test('plays through time, and a stretch of it can be chosen by dragging', async ({ page }) => {
  await page.getByRole('button', { name: 'Play through time' }).click()
  await expect(page).toHaveURL(/until=2026-/)
  await page.getByRole('button', { name: 'Pause' }).click()
  const bars = (await page.locator('.brush svg').boundingBox())!
  const y = bars.y + bars.height / 2
  await page.mouse.move(bars.x + bars.width * 0.25, y)
  await page.mouse.down()
  await page.mouse.move(bars.x + bars.width * 0.5, y)
  await page.mouse.up()
  await expect(filters(page).getByLabel('From', { exact: true })).toHaveValue(/2026-02/)
  await expect(filters(page).getByLabel('To', { exact: true })).toHaveValue(/2026-0[34]/)
})

test('keeps the view in the address; back, forward and reload restore it', async ({ page }) => {
  await patterns(page).getByRole('button').first().click()
  await expect(page).toHaveURL(new RegExp(`pattern=${first.id}`))
  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page).toHaveURL(/tab=table/)
  await page.goBack()
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true')
  await page.goBack()
  await expect(details(page)).toHaveCount(0)
  await page.goForward()
  await expect(details(page)).toContainText(first.paragraph)
  await page.reload()
  await expect(details(page)).toContainText(first.paragraph)
})

test('copies a link that restores filters and camera', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await filters(page).getByRole('checkbox', { name: 'Lessons' }).uncheck()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/types=/)
  expect(link).toMatch(/camera=/)
  await page.goto('about:blank')
  await open(page, link)
  await expect(filters(page).getByRole('checkbox', { name: 'Lessons' })).not.toBeChecked()
  expect(page.url()).toContain(link.slice(link.indexOf('camera=')))
})

test('finds a path with evidence for each hop', async ({ page }) => {
  await page.getByRole('button', { name: 'Path', exact: true }).click()
  const other = GRAPH.edges.to[GRAPH.edges.from.indexOf(company)] ?? 1
  await choose(page, 'From entity', label)
  await choose(page, 'To entity', GRAPH.nodes.label[other]!)
  await expect(details(page)).toContainText('hop')
  await expect(details(page).locator('.hops mark').first()).toBeVisible()
})

test('focuses deeper, and compares two companies', async ({ page }) => {
  await choose(page, 'Search', label)
  await details(page).getByText('2 hops').click()
  await expect(page).toHaveURL(/depth=2/)
  const other = GRAPH.nodes.type.indexOf('company', company + 1)
  await choose(page, 'Compare with', GRAPH.nodes.label[other]!)
  await expect(details(page)).toContainText('Comparison')
  await expect(details(page)).toContainText('Only')
  await expect(page).toHaveURL(/compare=/)
})

test('a node of the drawing opens its details when it is clicked', async ({ page }) => {
  // The one node that a filtered drawing shows large stands where its row says.
  await choose(page, 'Search', label)
  await page.getByRole('button', { name: 'Close details' }).click()
  const stage = (await page.locator('.stage').boundingBox())!
  const hit = await page.evaluate(async ({ x, y, width, height }) => {
    const target = document.querySelector('.sigma-mouse')!
    for (let row = 0.15; row < 0.85; row += 0.02) {
      for (let column = 0.15; column < 0.85; column += 0.015) {
        const at = { clientX: x + width * column, clientY: y + height * row, bubbles: true }
        target.dispatchEvent(new MouseEvent('mousemove', at))
        if ((document.querySelector('.stage') as HTMLElement).style.cursor === 'pointer')
          return { x: at.clientX, y: at.clientY }
      }
    }
    return null
  }, stage)
  expect(hit).not.toBeNull()
  await page.mouse.click(hit!.x, hit!.y)
  await expect(details(page)).toHaveCount(1)
})

test('what has no link stands in the table, and in the drawing only if wanted', async ({ page }) => {
  const linked = new Set([...GRAPH.edges.from, ...GRAPH.edges.to])
  const alone = GRAPH.nodes.label.findIndex(
    (name, node, all) => !linked.has(node) && all.indexOf(name) === all.lastIndexOf(name),
  )
  await expect(filters(page)).toContainText(`${GRAPH.nodes.id.length - linked.size} entities without links`)
  expect((await picture(page)).node(GRAPH.nodes.label[alone]!)).toBeUndefined()
  await filters(page).getByRole('button', { name: 'Draw them' }).click()
  await expect(page).toHaveURL(/unlinked=true/)
  expect((await picture(page)).node(GRAPH.nodes.label[alone]!)).toBeDefined()
  await filters(page).getByRole('button', { name: 'Leave them out' }).click()
  await expect(page).not.toHaveURL(/unlinked/)
})

test('lays out what is shown anew and stops by itself', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Live layout' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(button).toHaveAttribute('aria-pressed', 'false', { timeout: 60_000 })
})

test('shows the same nodes as a sortable, filterable table', async ({ page }) => {
  await page.getByRole('tab', { name: 'Table' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(GRAPH.nodes.id.length + 1)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('searchbox', { name: 'Filter the table' }).fill(label)
  await expect(table.getByRole('row', { name: label }).first()).toBeVisible()
  await filters(page).getByRole('checkbox', { name: 'Companies' }).uncheck()
  await expect(table.getByRole('row', { name: label })).toHaveCount(0)
})

test('exports what is shown as PNG, SVG, GEXF, JSON and CSV', async ({ page }) => {
  await filters(page).getByRole('checkbox', { name: 'Lessons' }).uncheck()
  for (const [name, holds, lacks] of [
    ['PNG', /^\u0089PNG/, null],
    ['SVG', /^<svg /, null],
    ['GEXF', /<gexf /, /"lesson:/],
    ['JSON', /"format":"throughline"/, /"lesson:[^"]*","technology/],
    ['CSV', /company/, /^lesson:/m],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name, exact: true }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('latin1')
    expect(text, name).toMatch(holds)
    if (lacks !== null) expect(text, name).not.toMatch(lacks)
  }
})

test('corrects a name at once and gives the rule', async ({ page }) => {
  await choose(page, 'Search', label)
  const region = details(page)
  await region.getByText('Correct it').click()
  await region.getByRole('textbox', { name: 'Name' }).fill('Better Name')
  await region.getByRole('button', { name: 'Rename' }).click()
  await expect(region.getByRole('heading', { level: 2 })).toHaveText('Better Name')
  await region.getByText('Correct it').click()
  await expect(region.locator('pre')).toContainText('rename:')
  await expect(region.locator('pre')).toContainText('"Better Name"')
})

test('zooms, fits and changes the theme', async ({ page }) => {
  for (const name of ['Zoom in', 'Zoom out', 'Fit']) await page.getByRole('button', { name, exact: true }).click()
  const theme = page.getByRole('button', { name: 'Theme', exact: true })
  await theme.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await theme.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await theme.click()
  await expect(theme).toHaveAttribute('title', /system/)
})

test('works by keyboard alone', async ({ page }) => {
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Search', exact: true })).toBeFocused()
  await page.keyboard.type(first.name)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText(first.paragraph)
  await page.getByRole('tab', { name: 'Graph' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'GEXF' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
})
