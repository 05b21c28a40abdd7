import { mergeSegments, type RichText, type Segment } from './rich-text.ts'

/** Zero-width and bidirectional controls, soft hyphens and NUL: they hide text and split names. */
const HIDDEN = '\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u00ad\\0'
const GAP = new RegExp(`[\\s${HIDDEN}]+`, 'g')
const SPACE = new RegExp(`[^${HIDDEN}]`)
const HIDDEN_OR_SPACE = new RegExp(`[\\s${HIDDEN}]`)

/** A stretch of the old text, and where it stands in the new. */
interface Run {
  from: number
  to: number
  at: number
}

/**
 * One space for each run of white space (line breaks, tabs, no-break spaces), none at the ends, no hidden characters.
 * Marks and segments move along.
 */
export function normalizeRich(rich: RichText): RichText {
  if (isNormal(rich.text)) return rich
  const runs: Run[] = []
  const pieces: string[] = []
  let length = 0
  let last = 0
  let space = false
  const keep = (from: number, to: number) => {
    if (from === to) return
    if (space && length > 0) {
      pieces.push(' ')
      length++
    }
    space = false
    runs.push({ from, to, at: length })
    pieces.push(rich.text.slice(from, to))
    length += to - from
  }
  for (const match of rich.text.matchAll(GAP)) {
    // A single space within the text stays where it is: else each word would have a segment of its own
    if (match[0] === ' ' && match.index > 0 && match.index + 1 < rich.text.length) continue
    keep(last, match.index)
    if (SPACE.test(match[0])) space = true
    last = match.index + match[0].length
  }
  keep(last, rich.text.length)
  const marks = rich.marks
    .map((mark) => ({ ...mark, start: movedStart(runs, mark.start), end: movedEnd(runs, mark.end) }))
    .filter(({ start, end }) => start < end)
  return { text: pieces.join(''), marks, segments: moveSegments(runs, rich.segments) }
}

/** Single spaces within the text and nothing hidden, as nearly all texts are. Letter by letter: an expression takes five times as long. */
function isNormal(text: string): boolean {
  let before = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 32 ? before === 32 : (code < 32 || code > 126) && HIDDEN_OR_SPACE.test(text[i]!)) return false
    before = code
  }
  return before !== 32 || text === ''
}

/** Index of the first run that ends after `position`. */
function runAfter(runs: readonly Run[], position: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.to > position) high = middle
    else low = middle + 1
  }
  return low
}

function movedStart(runs: readonly Run[], position: number): number {
  const run = runs[runAfter(runs, position)]
  return run ? run.at + Math.max(0, position - run.from) : Number.POSITIVE_INFINITY
}

function movedEnd(runs: readonly Run[], position: number): number {
  const i = runAfter(runs, position)
  const run = runs[i]
  if (run && run.from < position) return run.at + (position - run.from)
  const before = runs[i - 1]
  return before ? before.at + (before.to - before.from) : 0
}

function moveSegments(runs: readonly Run[], segments: readonly Segment[]): Segment[] {
  const moved: Segment[] = []
  let first = 0
  for (const [offset, source, length] of segments) {
    while (first < runs.length && runs[first]!.to <= offset) first++
    for (let i = first; i < runs.length && runs[i]!.from < offset + length; i++) {
      const run = runs[i]!
      const a = Math.max(offset, run.from)
      const b = Math.min(offset + length, run.to)
      if (a < b) moved.push([run.at + (a - run.from), source + (a - offset), b - a])
    }
  }
  return mergeSegments(moved)
}
