import type { Page } from '@playwright/test'

interface Spot {
  x: number
  y: number
}

/** Where things stand in the drawing, in pixels of the window, as the exported SVG tells. */
export interface Picture {
  node(label: string): Spot
  /** Middles of the curved edges. */
  bends: Spot[]
}

export async function textOfExport(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name, exact: true }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

export async function picture(page: Page): Promise<Picture> {
  const svg = await textOfExport(page, 'SVG')
  const stage = (await page.locator('.stage').boundingBox())!
  const numbers = (text: string) => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  const spot = (x: number, y: number) => ({ x: stage.x + x, y: stage.y + y })
  const nodes = new Map<string, Spot>()
  for (const [, outline, label] of svg.matchAll(/<(?:circle|polygon) ([^>]*)><title>([^<]*)</g)) {
    const disc = /cx="([^"]+)" cy="([^"]+)"/.exec(outline!)
    const corners = numbers(/points="([^"]+)"/.exec(outline!)?.[1] ?? '')
    const mean = (first: number) =>
      corners.filter((_, at) => at % 2 === first).reduce((sum, value, _, all) => sum + value / all.length, 0)
    nodes.set(label!, disc ? spot(Number(disc[1]), Number(disc[2])) : spot(mean(0), mean(1)))
  }
  const bends = [...svg.matchAll(/<path d="([^"]*Q[^"]*)"/g)].map(([, path]) => {
    const [x1, y1, cx, cy, x2, y2] = numbers(path!) as [number, number, number, number, number, number]
    return spot((x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4)
  })
  return { node: (label) => nodes.get(label)!, bends }
}
