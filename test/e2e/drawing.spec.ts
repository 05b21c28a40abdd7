import type { Page } from '@playwright/test'
import { trioGraph } from './fixtures/trio-graph.ts'
import { choose, details, expect, open, test } from './support/explore.ts'
import { picture } from './support/picture.ts'

test.use({ data: JSON.stringify(trioGraph()) })

const clickNode = async (page: Page, label: string, shift = false) => {
  const { x, y } = (await picture(page)).node(label)
  if (shift) await page.keyboard.down('Shift')
  await page.mouse.click(x, y)
  if (shift) await page.keyboard.up('Shift')
}

/** Where the relations bend, once the camera rests. */
const restingBends = async (page: Page) => {
  let last = ''
  await expect
    .poll(async () => {
      const now = JSON.stringify((await picture(page)).bends)
      const rests = now === last
      last = now
      return rests
    })
    .toBe(true)
  return (await picture(page)).bends
}

test.describe('with a mouse', () => {
  test.beforeEach(async ({ page, url }) => open(page, url))

  test('a node stays where it is dropped, and the rest where it was', async ({ page }) => {
    const before = await picture(page)
    const { x, y } = before.node('Cask')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + 30, { steps: 4 })
    await page.mouse.move(x + 80, y + 60, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(async () => {
        const { x: toX, y: toY } = (await picture(page)).node('Cask')
        return Math.hypot(toX - x - 80, toY - y - 60)
      })
      .toBeLessThan(4)
    const after = await picture(page)
    expect(Math.abs(after.node('Acme').x - before.node('Acme').x)).toBeLessThan(1)
    await expect(details(page)).toHaveCount(0)
  })

  test('shift-click gathers entities and compares them', async ({ page }) => {
    await clickNode(page, 'Acme')
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Acme')
    await clickNode(page, 'Bolt', true)
    await expect(details(page)).toContainText('Comparison')
    await expect(details(page)).toContainText('Only Acme')
    await expect(page).toHaveURL(/compare=company:acme&compare=company:bolt/)
  })

  test('two relations between the same two can both be chosen', async ({ page }) => {
    expect((await picture(page)).bends).toHaveLength(2)
    const titles: string[] = []
    for (const i of [0, 1]) {
      // What is chosen is framed, and the frame may move again when it is let go.
      const { x, y } = (await restingBends(page))[i]!
      // Beside the line, as a hand would.
      await page.mouse.click(x, y + 3)
      await expect(details(page)).toContainText('Relation')
      titles.push((await details(page).getByRole('heading', { level: 2 }).textContent())!)
      await page.getByRole('button', { name: 'Close details' }).click()
      await expect(details(page)).toHaveCount(0)
    }
    expect(titles.sort()).toEqual(['Acme acquired Bolt', 'Acme appears with Bolt'])
  })
})

test.describe('what is chosen stands where no panel covers it', () => {
  /** The drawing's box without what lies over its lower part. */
  const free = async (page: Page) => {
    const stage = (await page.locator('.stage').boundingBox())!
    const panel = (await details(page).boundingBox())!
    const isSheet = panel.x < stage.x + stage.width && panel.y > stage.y
    return { ...stage, height: (isSheet ? panel.y : stage.y + stage.height) - stage.y }
  }
  for (const [width, height] of [
    [1200, 760],
    [390, 800],
  ] as const) {
    test(`at ${width} by ${height} pixels`, async ({ page, url }) => {
      await page.setViewportSize({ width, height })
      await open(page, url)
      // Moved out of sight first: what is chosen comes back.
      for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft')
      await choose(page, 'Search', 'Bolt')
      await expect
        .poll(async () => {
          const box = await free(page)
          const { x, y } = (await picture(page)).node('Bolt')
          return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
        })
        .toBe(true)
    })
  }
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } })

  test('a tap on a node opens its sheet', async ({ page, url }) => {
    await open(page, url)
    const { x, y } = (await picture(page)).node('Bolt')
    await page.touchscreen.tap(x, y)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Bolt')
    await expect(details(page)).toBeVisible()
    await page.getByRole('button', { name: 'Close details' }).tap()
    await expect(details(page)).toHaveCount(0)
  })
})

for (const [reducedMotion, moves] of [
  ['reduce', false],
  ['no-preference', true],
] as const) {
  test(`the drawing ${moves ? 'fades' : 'changes at once'} where motion is "${reducedMotion}"`, async ({
    page,
    url,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await open(page, url)
    const duration = await page
      .locator('.sigma-nodes')
      .evaluate((canvas) => Number.parseFloat(getComputedStyle(canvas).transitionDuration))
    expect(duration > 0).toBe(moves)
  })
}
