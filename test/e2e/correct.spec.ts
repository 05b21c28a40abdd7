import { choose, details, expect, GRAPH, open, test } from './support/explore.ts'

const { id, label, type } = GRAPH.nodes
const one = type.indexOf('company')
const other = type.indexOf('company', one + 1)

test.beforeEach(async ({ page, url }) => {
  await open(page, url)
  await choose(page, 'Search', label[one]!)
  await details(page).getByText('Correct it').click()
})

test('another type shows at once, and as a line', async ({ page }) => {
  await expect(details(page).locator('.kicker').first()).toContainText('Company')
  await details(page).getByRole('button', { name: 'It is a technology' }).click()
  await expect(details(page).locator('.kicker').first()).toContainText('Technology')
  await expect(details(page).locator('pre')).toContainText(`retype:\n  "${id[one]}": technology`)
  await details(page).getByRole('button', { name: 'Undo the last' }).click()
  await expect(details(page).locator('.kicker').first()).toContainText('Company')
})

test('a merged entity is found under the other, and its line copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await choose(page, 'Merge into', label[other]!)
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(label[other]!)
  await choose(page, 'Search', label[one]!)
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(label[other]!)
  await details(page).getByText('Correct it').click()
  await details(page).getByRole('button', { name: 'Copy rules' }).click()
  await expect(page.getByText('Rules copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`merge:\n  - ["${id[one]}", "${id[other]}"]\n`)
})

test('a hidden entity is gone from the search and the counts', async ({ page }) => {
  await details(page).getByRole('button', { name: 'Hide' }).click()
  await expect(details(page)).toHaveCount(0)
  // Details are closed: what was done stays in sight all the same.
  await expect(page.getByRole('region', { name: 'Corrections' })).toContainText('1 correction')
  await expect(page.locator('.counts').first()).toContainText(`${id.length - 1} of ${id.length - 1}`)
  await choose(page, 'Search', label[other]!)
  await details(page).getByText('Correct it').click()
  await expect(details(page).locator('pre')).toContainText(`hide:\n  - "${id[one]}"`)
  await page.getByRole('region', { name: 'Corrections' }).getByRole('button', { name: 'Undo the last' }).click()
  await expect(page.locator('.counts').first()).toContainText(`${id.length} of ${id.length}`)
})
