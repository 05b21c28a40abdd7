/**
 * Measures the page against bare sigma with the same data, programs and settings, in one run and by turns: time to the
 * first frame, frames while panning, long tasks after loading, and the size of what is sent. Prints a table of medians
 * and ratios; `--json` prints the numbers. `--nodes N --edges N` measures one size only.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'esbuild'
import sirv from 'sirv'
import { syntheticGraph } from '../test/e2e/fixtures/synthetic-graph.ts'
import { readableWeight } from '../viz/src/data/filters.ts'
import { indexGraph } from '../viz/src/data/graph-index.ts'
import { findBrowser } from './ensure-browser.ts'

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'dist', 'page')
const VIEW = { width: 1400, height: 900 }
/** The page opens this often, by turns with bare sigma, and pans for so many frames each time. */
const ROUNDS = process.argv.includes('--rounds') ? Number(process.argv[process.argv.indexOf('--rounds') + 1]) : 5
const FRAMES = 60
/** Largest ratio of the page's time to bare sigma's. */
const LIMIT = 1.3
const MOST_KB = 200

interface Sample {
  /** Milliseconds from the start of navigation to the first frame. */
  firstFrame: number
  /** Milliseconds between frames while panning. */
  frames: number[]
  /** Longest task after the first frame, in milliseconds. */
  longestTask: number
}

const numberOf = (flag: string, usual: number) => {
  const at = process.argv.indexOf(flag)
  return at === -1 ? usual : Number(process.argv[at + 1])
}
const sizes = process.argv.includes('--nodes')
  ? [{ nodes: numberOf('--nodes', 10_000), edges: numberOf('--edges', 30_000) }]
  : [
      { nodes: 440, edges: 1_900 },
      { nodes: 10_000, edges: 30_000 },
      { nodes: 50_000, edges: 100_000 },
    ]

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function bareFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  await build({
    absWorkingDir: root,
    entryPoints: ['viz/bench/bare-sigma.ts'],
    outfile: join(folder, 'bare.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><body style="margin:0"><div id="stage" style="width:100vw;height:100vh"></div><script type="module" src="./bare.js"></script></body></html>',
  )
  return folder
}

async function serve(folder: string, graphJson: string): Promise<{ url: string; server: Server }> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    if (request.url === '/graph.json') response.end(graphJson)
    else files(request, response, () => void response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

async function sample(browser: Browser, url: string): Promise<Sample> {
  const page = await browser.newPage({ viewport: VIEW, reducedMotion: 'reduce' })
  // tsx marks functions with a helper that the browser lacks.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript(() => {
    const watch = window as unknown as { firstFrame: number; longest: number }
    watch.longest = 0
    new MutationObserver(() => {
      if (document.documentElement.dataset.ready === 'true') watch.firstFrame ??= performance.now()
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (watch.firstFrame !== undefined && startTime > watch.firstFrame)
          watch.longest = Math.max(watch.longest, duration)
      }
    }).observe({ entryTypes: ['longtask'] })
  })
  await page.goto(url)
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, { timeout: 120_000 })
  const frames = await page.evaluate(pan, FRAMES)
  const { firstFrame, longest } = await page.evaluate(() => {
    const watch = window as unknown as { firstFrame: number; longest: number }
    return { firstFrame: watch.firstFrame, longest: watch.longest }
  })
  await page.close()
  return { firstFrame, frames, longestTask: longest }
}

interface Opening {
  /** Milliseconds from the end of the load event to the first frame, and until regions and names stand as well. */
  frame: number
  view: number
}

/** Opens the sample corpus as `site` would serve it. */
async function openSample(browser: Browser, url: string): Promise<Opening> {
  const page = await browser.newPage({ viewport: VIEW, reducedMotion: 'reduce' })
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.dataset.ready === 'true' && performance.getEntriesByName('ready').length === 0) {
        performance.mark('ready')
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] })
  })
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('throughline:view').length > 0)
  const opening = await page.evaluate(async () => {
    // The frame that holds the view has been handed over when the next one begins.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const now = performance.now()
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const loaded = navigation!.loadEventEnd
    return { frame: performance.getEntriesByName('ready')[0]!.startTime - loaded, view: now - loaded }
  })
  await page.close()
  return opening
}

async function benchSample(browser: Browser): Promise<Opening & { first: Opening }> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  execFileSync(process.execPath, ['dist/cli/main.js', 'build', 'data/digests', '-o', folder, '--quiet'], { cwd: root })
  const { url, server } = await serve(PAGE, readFileSync(join(folder, 'graph.json'), 'utf8'))
  const openings: Opening[] = []
  for (let round = 0; round <= ROUNDS; round++) openings.push(await openSample(browser, url))
  server.close()
  rmSync(folder, { recursive: true })
  // The first one starts the browser's processes as well.
  const [first, ...rest] = openings
  return { first: first!, frame: median(rest.map(({ frame }) => frame)), view: median(rest.map(({ view }) => view)) }
}

/** Runs in the page: drags the drawing a little in each frame and tells how long the frames took. */
function pan(count: number): Promise<number[]> {
  const target = document.querySelector<HTMLElement>('.sigma-mouse')
  if (target === null) return Promise.resolve([])
  const box = target.getBoundingClientRect()
  const at = (step: number) => ({
    clientX: box.left + box.width * 0.5 + 150 * Math.sin(step / 9),
    // Near the rim, which both leave free: from a node it would be the node that is dragged.
    clientY: box.top + 30 - 20 * Math.cos(step / 9),
    bubbles: true,
    button: 0,
    buttons: 1,
  })
  target.dispatchEvent(new MouseEvent('mousedown', at(0)))
  const times: number[] = []
  return new Promise((resolve) => {
    const frame = (time: number) => {
      times.push(time)
      document.dispatchEvent(new MouseEvent('mousemove', at(times.length)))
      if (times.length <= count) requestAnimationFrame(frame)
      else {
        document.dispatchEvent(new MouseEvent('mouseup', at(times.length)))
        resolve(times.slice(1).map((value, index) => value - (times[index] ?? 0)))
      }
    }
    requestAnimationFrame(frame)
  })
}

/** Kilobytes of scripts and styles as they are sent, compressed; fonts and icons come apart. */
function sentSize(): number {
  const files = readdirSync(join(PAGE, 'assets')).filter((name) => /\.(js|css)$/.test(name))
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(PAGE, 'assets', name))).length, 0)
  return bytes / 1000
}

const bare = await bareFolder()
const browser = await chromium.launch({
  ...(findBrowser() === null ? {} : { executablePath: findBrowser() as string }),
  args: [
    ...['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    '--disable-background-networking',
  ],
})
const results: Record<string, unknown>[] = []
let opening: Awaited<ReturnType<typeof benchSample>> | null = null
try {
  if (!process.argv.includes('--nodes')) opening = await benchSample(browser)
  for (const { nodes, edges } of sizes) {
    const graph = syntheticGraph({
      ...{ nodes, edges, entries: Math.min(4000, nodes) },
      patterns: Math.round(Math.min(60, 8 + nodes / 400)),
    })
    const graphJson = JSON.stringify(graph)
    const weight = readableWeight(indexGraph(graph))
    const served = { page: await serve(PAGE, graphJson), bare: await serve(bare, graphJson) }
    served.bare.url += `?weight=${weight}`
    const samples: Record<'page' | 'bare', Sample[]> = { page: [], bare: [] }
    for (let round = 0; round < ROUNDS; round++) {
      // By turns, so that whatever else the machine does hits both.
      for (const name of ['bare', 'page'] as const) samples[name].push(await sample(browser, served[name].url))
    }
    for (const { server } of Object.values(served)) server.close()
    const of = (name: 'page' | 'bare') => ({
      firstFrame: median(samples[name].map(({ firstFrame }) => firstFrame)),
      frame: median(samples[name].flatMap(({ frames }) => frames)),
      longestTask: median(samples[name].map(({ longestTask }) => longestTask)),
    })
    results.push({ nodes, edges, page: of('page'), bare: of('bare') })
  }
} finally {
  await browser.close()
  rmSync(bare, { recursive: true, force: true })
}

const size = sentSize()
if (process.argv.includes('--json')) console.log(JSON.stringify({ sentKb: size, opening, results }))
else {
  console.log(`scripts and styles: ${size.toFixed(1)} kB compressed (limit ${MOST_KB})`)
  if (opening !== null) {
    const say = ({ frame, view }: Opening) =>
      `first frame ${frame.toFixed(0)} ms, with regions and names ${view.toFixed(0)} ms`
    console.log(
      `\nthe sample, after the load event: ${say(opening)} (median of ${ROUNDS}; in a fresh browser ${say(opening.first)})`,
    )
  }
  for (const result of results as { nodes: number; edges: number; page: Sample; bare: Sample }[]) {
    const { page, bare: alone } = result as unknown as Record<'page' | 'bare', Record<string, number>>
    console.log(`\n${result.nodes} nodes, ${result.edges} edges (medians of ${ROUNDS} openings, ${FRAMES} frames each)`)
    for (const [key, name] of [
      ['firstFrame', 'first frame, ms'],
      ['frame', 'frame while panning, ms'],
      ['longestTask', 'longest task after it, ms'],
    ] as const) {
      const [own, other] = [page?.[key] ?? 0, alone?.[key] ?? 0]
      const ratio = other === 0 ? '' : `${(own / other).toFixed(2)} x${own / other > LIMIT ? ' (over 1.3)' : ''}`
      console.log(
        `  ${name.padEnd(26)} page ${own.toFixed(1).padStart(8)}   bare ${other.toFixed(1).padStart(8)}   ${ratio}`,
      )
    }
  }
}
