import { expect, GRAPH, open, test } from './support/explore.ts'

const first = GRAPH.patterns[0]!
const company = GRAPH.nodes.type.indexOf('company')
const label = GRAPH.nodes.label[company]!
const details = 'Details'

test.beforeEach(async ({ page, url }) => {
  await open(page, url)
})

test('opens on a sentence, named patterns and a drawing', async ({ page }) => {
  await expect(page.getByText('160 entries from 8 sources')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Patterns' }).getByRole('listitem')).toHaveCount(GRAPH.patterns.length)
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  await expect(page.getByRole('region', { name: details })).toHaveCount(0)
})

test('goes from a pattern to a quoted sentence in three clicks', async ({ page }) => {
  await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().click()
  const region = page.getByRole('region', { name: details })
  await expect(region).toContainText(first.paragraph)
  await expect(region).toContainText('Stability')
  await expect(region.locator('mark').first()).toBeVisible()
  await region.locator('.node-link').first().click()
  await expect(region.locator('blockquote mark').first()).toBeVisible()
  const link = region.locator('figcaption a').first()
  await expect(link).toHaveAttribute('href', /^https:\/\/example\.org\//)
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
})

test('searches entities, patterns and entries, with typing errors', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search', exact: true })
  await search.fill(first.name)
  await expect(page.getByRole('option').first()).toContainText('Pattern')
  await search.fill(GRAPH.entries.title[3]!)
  await expect(page.getByRole('option').filter({ hasText: 'Entry' }).first()).toBeVisible()
  await search.fill('zzzzzzzz')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('filters by type, weight, date and what is undated, and counts what is left', async ({ page }) => {
  const filters = page.getByRole('group', { name: 'Filters' })
  const counts = filters.locator('.counts')
  await expect(counts).toContainText('400 of 400')
  await filters.getByRole('checkbox', { name: 'Companies', exact: true }).uncheck()
  await expect(counts).not.toContainText('400 of 400')
  for (const name of ['Technologies', 'Failure modes', 'Lessons', 'Undated']) {
    await expect(filters.getByRole('checkbox', { name, exact: true })).toBeChecked()
  }
  await filters.getByRole('button', { name: 'Reset filters' }).click()
  await expect(counts).toContainText('400 of 400')
  const before = await counts.textContent()
  await filters.getByRole('slider', { name: 'Minimum weight' }).fill('0.9')
  await expect(counts).not.toHaveText(before!)
  await filters.getByLabel('From', { exact: true }).fill('2026-03-01')
  await filters.getByLabel('To', { exact: true }).fill('2026-03-08')
  await expect(counts).not.toContainText('400 of 400')
  await expect(page).toHaveURL(/since=2026-03-01/)
  await expect(page).toHaveURL(/weight=0\.9/)
})

test('keeps the view in the address; back, forward and reload restore it', async ({ page }) => {
  await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().click()
  await expect(page).toHaveURL(new RegExp(`pattern=${first.id}`))
  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page).toHaveURL(/tab=table/)
  await page.goBack()
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true')
  await page.goBack()
  await expect(page.getByRole('region', { name: details })).toHaveCount(0)
  await page.goForward()
  await expect(page.getByRole('region', { name: details })).toContainText(first.paragraph)
  await page.reload()
  await expect(page.getByRole('region', { name: details })).toContainText(first.paragraph)
})

test('finds a path with evidence for each hop', async ({ page }) => {
  await page.getByRole('button', { name: 'Path', exact: true }).click()
  const other = GRAPH.edges.to[GRAPH.edges.from.indexOf(company)] ?? 1
  await page.getByRole('combobox', { name: 'From entity' }).fill(label)
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'To entity' }).fill(GRAPH.nodes.label[other]!)
  await page.getByRole('option').first().click()
  const region = page.getByRole('region', { name: details })
  await expect(region).toContainText('hop')
  await expect(region.locator('.hops mark').first()).toBeVisible()
})

test('compares two companies', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill(label)
  await page.keyboard.press('Enter')
  const other = GRAPH.nodes.type.indexOf('company', company + 1)
  await page.getByRole('combobox', { name: 'Compare with' }).fill(GRAPH.nodes.label[other]!)
  await page.getByRole('option').first().click()
  await expect(page.getByRole('region', { name: details })).toContainText('Comparison')
  await expect(page).toHaveURL(/compare=/)
})

test('shows the same nodes as a sortable, filterable table', async ({ page }) => {
  await page.getByRole('tab', { name: 'Table' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(201)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('searchbox', { name: 'Filter the table' }).fill(label)
  await expect(table.getByRole('row', { name: label }).first()).toBeVisible()
})

for (const [name, pattern] of [
  ['PNG', /^\u0089PNG/],
  ['SVG', /^<svg /],
  ['GEXF', /<gexf /],
  ['JSON', /"format":"throughline"/],
  ['CSV', /./],
] as const) {
  test(`exports ${name} of what is shown`, async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name, exact: true }).click()
    const stream = await (await download).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString('latin1')).toMatch(pattern)
  })
}

test('corrects a name at once and gives the rule', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill(label)
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: details })
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
  await expect(page.getByRole('region', { name: details })).toContainText(first.paragraph)
  await page.getByRole('tab', { name: 'Graph' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: details })).toHaveCount(0)
})
