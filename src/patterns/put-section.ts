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
  const lines = [...linesOf(text)]
  const fenced = fencedLines(lines)
  const first = lines.findIndex((line, index) => !fenced.has(index) && HEADING.test(line.text))
  const heading = lines[first]
  if (heading === undefined) return null
  let end = heading.end
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || (!fenced.has(index) && NEXT.test(line.text))) break
    if (line.text.trim() !== '') end = line.end
  }
  return { start: heading.start, end }
}

/** Lines of fenced code. A fence that is never closed counts for nothing, or it would swallow the section behind it. */
function fencedLines(lines: Line[]): Set<number> {
  const fenced = new Set<number>()
  let open: { index: number; marker: string } | null = null
  for (const [index, line] of lines.entries()) {
    const marker = FENCE.exec(line.text)?.[1]
    if (marker === undefined) continue
    if (open === null) open = { index, marker }
    else if (marker.startsWith(open.marker)) {
      for (let inside = open.index; inside <= index; inside++) fenced.add(inside)
      open = null
    }
  }
  return fenced
}

interface Line {
  text: string
  start: number
  end: number
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const next = found < 0 ? text.length : found
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next
    yield { text: text.slice(start, end), start, end }
    start = next + 1
  }
}
