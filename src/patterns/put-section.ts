/** The heading of the section in a digest; letter case, level and a trailing `#` may differ. */
const HEADING = /^#{1,6}[ \t]+patterns across companies[ \t]*#*[ \t]*$/i
const NEXT = /^(?:#{1,6}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * Puts a section into a digest's text: in the place of the one that is there (up to the next heading, rule or the
 * end), else at the end. Every other character stays as it is, so that doing it twice changes nothing.
 * `text` may hold bytes as Latin-1: only ASCII is looked at.
 */
export function putSection(text: string, section: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const body = section.trim().replace(/\r?\n/g, newline)
  const place = findSection(text)
  if (place !== null) return text.slice(0, place.start) + body + text.slice(place.end)
  const gap =
    text === '' ? '' : text.endsWith(newline + newline) ? '' : text.endsWith(newline) ? newline : newline + newline
  return `${text}${gap}${body}${newline}`
}

/** Where the section stands, without the blank lines that follow it; null where there is none. */
function findSection(text: string): { start: number; end: number } | null {
  let fence: string | null = null
  let start = -1
  let last = -1
  for (const line of linesOf(text)) {
    const marker = FENCE.exec(line.text)?.[1]
    if (marker !== undefined) {
      if (fence === null) fence = marker
      else if (marker.startsWith(fence)) fence = null
    }
    const outside = fence === null && marker === undefined
    if (start < 0) {
      if (outside && HEADING.test(line.text)) {
        start = line.start
        last = line.end
      }
    } else if (outside && NEXT.test(line.text)) break
    else if (line.text.trim() !== '') last = line.end
  }
  return start < 0 ? null : { start, end: last }
}

function* linesOf(text: string): Generator<{ text: string; start: number; end: number }> {
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const next = found < 0 ? text.length : found
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next
    yield { text: text.slice(start, end), start, end }
    start = next + 1
  }
}
