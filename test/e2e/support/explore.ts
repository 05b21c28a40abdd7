import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import sirv from 'sirv'
import { syntheticGraph } from '../fixtures/synthetic-graph.ts'

const PAGE_FOLDER = fileURLToPath(new URL('../../../dist/page', import.meta.url))

/** Serves the built page from a sub-path on a free port of 127.0.0.1, with the data given (null: none). */
export async function servePage(data: () => string | null): Promise<{ url: string; close(): void }> {
  const files = sirv(PAGE_FOLDER, { dev: true })
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/^\/sub\/path/, '')
    const text = path.startsWith('/graph.json') ? data() : undefined
    const missing = () => {
      response.statusCode = 404
      response.end()
    }
    if (text === null) missing()
    else if (text !== undefined) response.end(text)
    else {
      request.url = path
      files(request, response, missing)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/sub/path/`, close: () => server.close() }
}

/** Opens the page and waits until its first view stands. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

export const details = (page: Page): Locator => page.getByRole('region', { name: 'Details' })
export const filters = (page: Page): Locator => page.getByRole('group', { name: 'Filters' })
export const patterns = (page: Page): Locator => page.getByRole('list', { name: 'Patterns' })

/** Searches for a text and takes the first answer. */
export async function choose(page: Page, box: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: box, exact: true }).fill(text)
  await page.getByRole('option').first().click()
}

interface Fixtures {
  data: string | null
  url: string
  /** Console errors and requests to other hosts; each test must end without. */
  faults: string[]
}

/** Small enough for software WebGL on a busy machine, large enough for every feature. */
export const GRAPH = syntheticGraph({ nodes: 120, edges: 240, entries: 60, patterns: 5 })

export const test = base.extend<Fixtures>({
  data: [JSON.stringify(GRAPH), { option: true }],
  url: async ({ data }, use) => {
    const served = await servePage(() => data)
    await use(served.url)
    served.close()
  },
  faults: [
    async ({ page, data }, use) => {
      const faults: string[] = []
      page.on('console', (message) => {
        // A missing graph.json is a 404 that the browser itself writes to the console.
        if (message.type() === 'error' && !(data === null && message.text().includes('404')))
          faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`outside request: ${request.url()}`)
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
