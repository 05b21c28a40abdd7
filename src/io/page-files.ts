import { createHash } from 'node:crypto'
import { cp, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { ThroughlineError } from '../model/index.ts'
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

/** Writes the page and its data so that any plain file server can serve them from any path. */
export async function writeSite(folder: string, graphJson: string): Promise<void> {
  const page = await pageFolder()
  // The data goes first: a page without data says so, data without a page is nothing.
  await writeAtomically(join(folder, 'graph.json'), graphJson)
  await cp(page, folder, { recursive: true })
}

/**
 * One HTML file with scripts, styles and data inside, which opens by double-click. The content security policy names
 * the script by its hash, so that nothing else can run, whatever the data holds.
 */
export async function singleFile(graphJson: string): Promise<string> {
  const page = await pageFolder()
  let html = await readFile(join(page, 'index.html'), 'utf8')
  const asset = (path: string) => readFile(join(page, posix.normalize(path)), 'utf8')
  for (const [tag, href] of matches(html, /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g)) {
    const css = (await asset(href)).replaceAll('</', '<\\/')
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
  html = html.replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
  html = html.replace(/script-src [^;"]*/, () => `script-src ${hashes.join(' ')}`)
  const data = `<script type="application/json" id="graph-data">${graphJson.replaceAll('<', '\\u003c')}</script>`
  // The data stands before the script, at the end of the body, so that both are there when the script runs.
  return replaceLiteral(html, '</body>', `${data}${scripts}</body>`)
}

function matches(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map((match) => [match[0], match[1] ?? ''])
}

/** `String.replace` would read `$&` in the replacement. */
function replaceLiteral(text: string, part: string, by: string): string {
  return text.replace(part, () => by)
}
