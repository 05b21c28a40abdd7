import type { Page } from '@playwright/test'
import { expect, filters, open, patterns, test } from './support/explore.ts'

/** Has the page count the canvases that it opens WebGL on. */
const countContexts = (page: Page) =>
  page.addInitScript(() => {
    const opened = new Set<HTMLCanvasElement>()
    Object.assign(window, { opened })
    const getContext = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...args: unknown[]) {
        if (String(args[0]).includes('webgl')) opened.add(this)
        return getContext.apply(this, args)
      },
    })
  })
const contexts = (page: Page) => page.evaluate(() => (window as unknown as { opened: Set<unknown> }).opened.size)

test('one WebGL context is opened, while the data is on its way', async ({ page, url }) => {
  await countContexts(page)
  let send = () => {}
  const held = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route('**/graph.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await expect.poll(() => contexts(page)).toBe(1)
  send()
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  // Nodes and edges share it.
  expect(await contexts(page)).toBe(1)
})

test('the first frame waits neither for regions nor for lists, which stand right after it', async ({ page, url }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { early: string[] }
    new MutationObserver(() => {
      if (document.documentElement.dataset.ready !== 'true' || seen.early !== undefined) return
      seen.early = [
        ...performance.getEntriesByName('throughline:view').map(({ name }) => name),
        ...[...document.querySelectorAll('[aria-label="Patterns"] li')].map(({ tagName }) => tagName),
      ]
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] })
  })
  await open(page, url)
  expect(await page.evaluate(() => (window as unknown as { early: string[] }).early)).toEqual([])
  await expect(patterns(page).getByRole('listitem').first()).toBeVisible()
  await expect(filters(page).getByLabel('From')).toHaveAttribute('type', 'date')
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('throughline:view').length)).toBe(1)
})
