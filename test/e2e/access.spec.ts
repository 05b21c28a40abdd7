import { AxeBuilder } from '@axe-core/playwright'
import { expect, GRAPH, open, test } from './support/explore.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme`, async ({ page, url }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(page, url)
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([])
    }
    await page.getByRole('button', { name: 'Display' }).click()
    await check()
    await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().click()
    await page.getByRole('region', { name: 'Details' }).locator('.node-link').first().click()
    await page.getByText('Correct it').click()
    await page.getByRole('button', { name: 'Path', exact: true }).click()
    await check()
    await page.getByRole('tab', { name: 'Table' }).click()
    await page.getByRole('searchbox', { name: 'Filter the table' }).fill(GRAPH.nodes.label[0]!)
    await check()
  })
}

test('works at 390 pixels with panels as sheets', async ({ page, url }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open(page, url)
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect(page.getByRole('group', { name: 'Filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Patterns' }).click()
  await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().click()
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(GRAPH.patterns[0]!.paragraph)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('shows the drawing alone when embedded', async ({ page, url }) => {
  await open(page, `${url}?embed`)
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Fit' })).toBeVisible()
})

test('says what to do without WebGL, and the table works', async ({ page, url }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.includes('webgl') ? null : Reflect.apply(original, this, [kind, ...rest])
    } as typeof original
  })
  await open(page, url)
  await expect(page.getByRole('alert')).toContainText('WebGL')
  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page.getByRole('table')).toBeVisible()
})

test.describe('without data', () => {
  test.use({ data: null })
  test('asks for a file and opens it', async ({ page, url }) => {
    await open(page, url)
    await expect(page.getByRole('heading', { name: 'No graph yet' })).toBeVisible()
    await page.locator('input[type=file]').setInputFiles({
      name: 'graph.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(GRAPH)),
    })
    await expect(page.getByRole('list', { name: 'Patterns' })).toBeVisible()
  })
})

for (const [data, message] of [
  ['{"format":"throughline","version":1', 'not whole'],
  ['{"format":"throughline","version":0}', 'older version'],
  ['{"format":"throughline","version":9}', 'newer version'],
  ['{"nodes":[]}', 'not a Throughline graph'],
  [JSON.stringify({ ...GRAPH, edges: { ...GRAPH.edges, from: [999999, ...GRAPH.edges.from.slice(1)] } }), 'damaged'],
] as const) {
  test.describe(() => {
    test.use({ data })
    test(`a graph that is "${message}" says so`, async ({ page, url }) => {
      await open(page, url)
      await expect(page.getByRole('main')).toContainText(message)
    })
  })
}

const evil = '<img src=x onerror="window.hacked=1">'
const hostile = structuredClone(GRAPH)
hostile.nodes.label[0] = evil
hostile.nodes.label[1] = `\u202e\u200b${'x'.repeat(10_000)}`
hostile.nodes.aliases[0] = ['__proto__', 'constructor', evil]
hostile.nodes.facts[0] = { homepage: 'javascript:window.hacked=1', kind: evil }
hostile.entries.url = hostile.entries.url.map(() => 'javascript:window.hacked=1')
hostile.entries.title = hostile.entries.title.map(() => evil)
hostile.sentences.text = hostile.sentences.text.map((text) => `${evil} ${text}`)
hostile.patterns[0]!.name = evil
hostile.patterns[0]!.paragraph = evil

test.describe('hostile data', () => {
  test.use({ data: JSON.stringify(hostile) })
  test('nothing runs, nothing links, nothing breaks the layout', async ({ page, url }) => {
    await open(page, url)
    await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().click()
    await expect(page.getByRole('region', { name: 'Details' })).toContainText('<img')
    await page.goto(`${url}#node=${encodeURIComponent(hostile.nodes.id[0]!)}`)
    await expect(page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })).toHaveText(evil)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    await page.goto(`${url}#node=${encodeURIComponent(hostile.nodes.id[1]!)}`)
    await expect(page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 })).toContainText('xxx…')
    await page.getByRole('tab', { name: 'Table' }).click()
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  })
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } })
  test('a region is opened by a tap and its sheet is closed again', async ({ page, url }) => {
    await open(page, url)
    await page.getByRole('button', { name: 'Patterns' }).tap()
    await page.getByRole('list', { name: 'Patterns' }).getByRole('button').first().tap()
    await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
    await page.getByRole('button', { name: 'Close details' }).tap()
    await expect(page.getByRole('region', { name: 'Details' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Zoom in' }).tap()
    await expect(page).toHaveURL(/camera=/)
  })
})
