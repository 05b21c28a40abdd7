/** Elements that hold nothing, or that end where the next of their kind begins. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot'.split(
    ' ',
  ),
)

/** Elements nested deeper make parser and walker slow or overflow the stack; no page that a person made comes near it. */
export const MAX_HTML_DEPTH = 256

/** Whether elements are nested more deeply than `limit`. Linear; what has no `>` is no tag. */
export function isNestedDeeply(html: string, limit = MAX_HTML_DEPTH): boolean {
  let depth = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closing = html[at + 1] === '/'
    const name = /^[a-z][a-z0-9-]{0,30}/i.exec(html.slice(at + (closing ? 2 : 1), at + 34))?.[0].toLowerCase()
    if (name === undefined || FLAT.has(name)) continue
    if (closing) depth = Math.max(0, depth - 1)
    else if (++depth > limit) return true
  }
  return false
}

/** The text of HTML that is not parsed: tags become line breaks. */
export function withoutTags(html: string): string {
  const pieces: string[] = []
  let last = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', last)) {
    const end = html.indexOf('>', at)
    if (end < 0) break
    pieces.push(html.slice(last, at), '\n')
    last = end + 1
  }
  pieces.push(html.slice(last))
  return pieces.join('')
}
