import type { Locator, Page } from '@playwright/test'
import { choose, details, expect, GRAPH, open, patterns, test } from './support/explore.ts'

/**
 * The chrome as it was looked at and found good; the drawing is left out, which no two machines draw alike. Fonts are
 * the page's own, so that a few pixels at the edges of letters are all that may differ. `--update-snapshots` accepts a
 * change.
 */
const same = (part: Locator, name: string) => expect(part).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.03 })
const side = (page: Page) => page.getByRole('complementary', { name: 'Overview' })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`header, overview, details and legend in the ${colorScheme} theme`, async ({ page, url }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(page, url)
    await same(page.getByRole('banner'), `header-${colorScheme}`)
    await same(side(page), `overview-${colorScheme}`)
    await patterns(page).getByRole('button').first().click()
    await same(details(page), `pattern-${colorScheme}`)
    await choose(page, 'Search', GRAPH.nodes.label[GRAPH.nodes.type.indexOf('company')]!)
    await same(details(page), `entity-${colorScheme}`)
  })
}

test('a sheet at 390 pixels', async ({ page, url }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open(page, url)
  await page.getByRole('button', { name: 'Filters' }).click()
  await same(side(page), 'sheet-filters')
})
