import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { pageFolder, pageIcons, singleFile, writeSite } from '../../src/io/page-files.ts'
import { CONTENT_SECURITY_POLICY, serve } from '../../src/io/serve.ts'
import { details, expect, GRAPH, open, patterns, test } from './support/explore.ts'

const branded = structuredClone(GRAPH)
const company = branded.nodes.type.indexOf('company')
branded.nodes.label[company] = 'Cloudflare'
// What would end an inlined script, or stand for the match in a replacement.
branded.nodes.label[company + 1] = "</script><script>window.hacked=1</script> $& $'"
const json = JSON.stringify(branded)

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-page-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a single file opens by double-click, with icons and a live layout', async ({ page }) => {
  const path = join(folder, 'graph.html')
  writeFileSync(path, await singleFile(branded, json))
  await open(page, pathToFileURL(path).href)
  await patterns(page).getByRole('button').first().click()
  await expect(details(page)).toContainText(branded.patterns[0]!.paragraph)
  await expect(page).toHaveURL(/#pattern=/)
  await page.getByRole('button', { name: 'Live layout' }).click()
  await expect(page.getByRole('button', { name: 'Live layout' })).toHaveAttribute('aria-pressed', 'false', {
    timeout: 60_000,
  })
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
  const icons = JSON.parse((await page.locator('#icon-data').textContent())!)
  expect(Object.keys(icons.icons)).toEqual(['cloudflare'])
})

test('a site works from any path of a plain server, and brings the icons that it needs', async () => {
  await writeSite(folder, branded, json)
  expect(readdirSync(folder).sort()).toEqual(['assets', 'graph.json', 'icons.json', 'index.html'])
  expect(readFileSync(join(folder, 'icons.json'), 'utf8')).toBe(await pageIcons(branded))
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toMatch(/(?:src|href)="\//)
})

test('the server refuses other hosts and methods, and sends a policy without inline scripts', async ({
  page,
  request,
}) => {
  const served = await serve({ folder: await pageFolder(), graphJson: json, port: 0 })
  try {
    const answer = await request.get(served.address)
    expect(answer.headers()['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(CONTENT_SECURITY_POLICY).toMatch(/script-src 'self'(;|$)/)
    expect((await request.get(served.address, { headers: { host: 'evil.example' } })).status()).toBe(403)
    expect((await request.post(served.address)).status()).toBe(405)
    expect((await request.get(`${served.address}..%2f..%2fpackage.json`)).status()).toBe(404)
    await open(page, served.address)
    await expect(patterns(page)).toBeVisible()
  } finally {
    await served.close()
  }
})

test('a graph.json dropped on the page is opened; a broken one is refused and the first stays', async ({
  page,
  url,
}) => {
  await open(page, url)
  const drop = async (text: string) => {
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'graph.json', { type: 'application/json' }))
      return data
    }, text)
    await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
  }
  const other = structuredClone(GRAPH)
  other.patterns[0]!.name = 'Another graph altogether'
  await drop(JSON.stringify(other))
  await expect(patterns(page)).toContainText('Another graph altogether')
  await drop('{"format":')
  await expect(page.getByText('This file is not whole')).toBeVisible()
  await expect(patterns(page)).toContainText('Another graph altogether')
})

test('scripts and styles stay under 200 kB as they are sent, fonts under 100', async () => {
  const assets = join(await pageFolder(), 'assets')
  const names = readdirSync(assets)
  const sent = (pattern: RegExp) =>
    names.filter((name) => pattern.test(name)).map((name) => gzipSync(readFileSync(join(assets, name))).length)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  expect(sent(/\.js$/)).toHaveLength(1)
  expect(sum(sent(/\.(js|css)$/))).toBeLessThan(200_000)
  expect(sum(sent(/\.woff2$/))).toBeLessThan(100_000)
})
