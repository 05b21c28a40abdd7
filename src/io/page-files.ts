import { createHash } from 'node:crypto'
import { cp, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { cutIcons, type IconFile } from '../export/brand-icons.ts'
import { type KnowledgeGraph, ThroughlineError } from '../model/index.ts'
import { packageRoot } from './package-root.ts'
import { writeAtomically } from './write-atomically.ts'

/** The built page, as `vite build` left it. Throws a ThroughlineError where it was not built. */
export async function pageFolder(): Promise<string> {
  const folder = join(packageRoot(), 'dist', 'page')
  const built = await stat(join(folder, 'index.html')).catch(() => null)
  if (built === null) {
    throw new ThroughlineError({
      code: 'no-page',
      severity: 'error',
      source: folder,
      message: 'the page is not built',
      remedy: 'run `npm run build` in the checkout of throughline',
    })
  }
  return folder
}

/** The brand outlines that the graph needs, as the text of an `icons.json`. */
export async function pageIcons(graph: KnowledgeGraph): Promise<string> {
  const all = JSON.parse(await readFile(join(await pageFolder(), 'icons.json'), 'utf8')) as IconFile
  return JSON.stringify(cutIcons(all, graph))
}

/** Writes the page and its data so that any plain file server can serve them from any path. */
export async function writeSite(folder: string, graph: KnowledgeGraph, graphJson: string): Promise<void> {
  const page = await pageFolder()
  // The data goes first: a page without data says so, data without a page is nothing.
  await writeAtomically(join(folder, 'graph.json'), graphJson)
  await cp(page, folder, { recursive: true })
  await writeAtomically(join(folder, 'icons.json'), await pageIcons(graph))
}

/**
 * One HTML file with scripts, styles and data inside, which opens by double-click. The content security policy names
 * the script by its hash, so that nothing else can run, whatever the data holds.
 */
export async function singleFile(graph: KnowledgeGraph, graphJson: string): Promise<string> {
  const page = await pageFolder()
  let html = await readFile(join(page, 'index.html'), 'utf8')
  const asset = (path: string) => readFile(join(page, posix.normalize(path)), 'utf8')
  for (const [tag, href] of matches(html, /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g)) {
    const css = (await inlineFonts(await asset(href), join(page, posix.dirname(posix.normalize(href))))).replaceAll(
      '</',
      '<\\/',
    )
    html = replaceLiteral(html, tag, `<style>${css}</style>`)
  }
  const hashes: string[] = []
  let scripts = ''
  for (const [tag, src] of matches(html, /<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g)) {
    // `</script` inside a string of the bundle would end the element; `<\/script` is the same string.
    const code = (await asset(src)).replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
    hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    html = replaceLiteral(html, tag, '')
    scripts += `<script type="module">${code}</script>`
  }
  html = html.replace(/<link\b[^>]*\brel="(?:module)?preload"[^>]*>/g, '')
  html = html.replace(/script-src [^;"]*/, () => `script-src ${hashes.join(' ')}`)
  const json = (id: string, text: string) =>
    `<script type="application/json" id="${id}">${text.replaceAll('<', '\\u003c')}</script>`
  const data = json('graph-data', graphJson) + json('icon-data', await pageIcons(graph))
  // The data stands before the script, at the end of the body, so that both are there when the script runs.
  return replaceLiteral(html, '</body>', `${data}${scripts}</body>`)
}

/** Fonts as `data:` addresses: a file opened by double-click has nothing beside it. */
async function inlineFonts(css: string, folder: string): Promise<string> {
  let inlined = css
  for (const [address, path] of matches(css, /url\(["']?([^"')]+\.woff2)["']?\)/g)) {
    const font = await readFile(join(folder, posix.basename(path)), 'base64')
    inlined = inlined.replaceAll(address, () => `url(data:font/woff2;base64,${font})`)
  }
  return inlined
}

function matches(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map((match) => [match[0], match[1] ?? ''])
}

/** `String.replace` would read `$&` in the replacement. */
function replaceLiteral(text: string, part: string, by: string): string {
  return text.replace(part, () => by)
}
