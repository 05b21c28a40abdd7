import type { Mark } from '../model/index.ts'

/** What a stretch of markup said; `item` covers a whole list item. */
export interface RichMark {
  kind: Mark['kind']
  start: number
  end: number
  href?: string
}

/** `[offset in text, offset in the source, length]`: a stretch that stands in the source letter by letter. */
export type Segment = [offset: number, source: number, length: number]

/**
 * Plain text that still knows its markup and where it stood. All readers speak it: Markdown and HTML are
 * flattened to it, headers are cut out of it, bodies are joined from it.
 */
export interface RichText {
  text: string
  marks: RichMark[]
  segments: Segment[]
}

export const EMPTY_RICH: RichText = { text: '', marks: [], segments: [] }

/** `text` without markup; with `source`, it stands there letter by letter. */
export function plainRich(text: string, source?: number): RichText {
  return { text, marks: [], segments: source === undefined || text === '' ? [] : [[0, source, text.length]] }
}

/** Cuts `[start, end)` out of a rich text, like `String.slice`. */
export function sliceRich(rich: RichText, start: number, end = rich.text.length): RichText {
  const from = Math.max(0, Math.min(start, rich.text.length))
  const to = Math.max(from, Math.min(end, rich.text.length))
  const marks: RichMark[] = []
  for (const mark of rich.marks) {
    const a = Math.max(mark.start, from)
    const b = Math.min(mark.end, to)
    if (a < b) marks.push({ ...mark, start: a - from, end: b - from })
  }
  const segments: Segment[] = []
  for (const [offset, source, length] of rich.segments) {
    const a = Math.max(offset, from)
    const b = Math.min(offset + length, to)
    if (a < b) segments.push([a - from, source + (a - offset), b - a])
  }
  return { text: rich.text.slice(from, to), marks, segments }
}

/** Cuts white space off both ends. */
export function trimRich(rich: RichText): RichText {
  const start = rich.text.length - rich.text.trimStart().length
  return sliceRich(rich, start, Math.max(start, rich.text.trimEnd().length))
}

/** Joins rich texts with a separator that stands in no source. */
export function joinRich(parts: readonly RichText[], separator: string): RichText {
  const builder = new RichTextBuilder()
  parts.forEach((part, i) => {
    if (i > 0) builder.append(separator)
    builder.appendRich(part)
  })
  return builder.build()
}

/** The lines of a rich text, in order, without their line breaks. Linear in text and marks, however many there are of both. */
export function richLines(rich: RichText): RichText[] {
  if (!rich.text.includes('\n')) return [rich]
  const lines: RichText[] = []
  // Ascending by start, so that each line looks only at what began before its end and is not yet over
  const marks = new Sweep(
    [...rich.marks].sort((a, b) => a.start - b.start || b.end - a.end),
    (mark) => mark,
  )
  const segments = new Sweep(rich.segments, ([offset, , length]) => ({ start: offset, end: offset + length }))
  let start = 0
  for (const line of rich.text.split('\n')) {
    const end = start + line.length
    const part = { text: rich.text, marks: marks.between(start, end), segments: segments.between(start, end) }
    lines.push(sliceRich(part, start, end))
    start = end + 1
  }
  return lines
}

/** Ranges in ascending order, asked for window after window. */
class Sweep<T> {
  private next = 0
  private open: T[] = []
  private readonly ranges: readonly T[]
  private readonly rangeOf: (one: T) => { start: number; end: number }

  constructor(ranges: readonly T[], rangeOf: (one: T) => { start: number; end: number }) {
    this.ranges = ranges
    this.rangeOf = rangeOf
  }

  /** Those that touch `[start, end)`; each window begins where the last one ended, or later. */
  between(start: number, end: number): T[] {
    const { ranges, rangeOf } = this
    this.open = this.open.filter((one) => rangeOf(one).end > start)
    for (; this.next < ranges.length && rangeOf(ranges[this.next]!).start < end; this.next++) {
      if (rangeOf(ranges[this.next]!).end > start) this.open.push(ranges[this.next]!)
    }
    return this.open
  }
}

/** Collects text, its marks and its places in the source. */
export class RichTextBuilder {
  private readonly pieces: string[] = []
  private readonly marks: RichMark[] = []
  private readonly segments: Segment[] = []
  length = 0

  /** `source`: where the text stands in the source letter by letter. */
  append(text: string, source?: number): void {
    if (text === '') return
    if (source !== undefined) this.segments.push([this.length, source, text.length])
    this.pieces.push(text)
    this.length += text.length
  }

  appendRich(rich: RichText): void {
    for (const mark of rich.marks) {
      this.marks.push({ ...mark, start: mark.start + this.length, end: mark.end + this.length })
    }
    for (const [offset, source, length] of rich.segments) this.segments.push([offset + this.length, source, length])
    this.pieces.push(rich.text)
    this.length += rich.text.length
  }

  /** Marks what was appended since `start`. */
  mark(kind: RichMark['kind'], start: number, href?: string): void {
    if (start < this.length) {
      this.marks.push(href === undefined ? { kind, start, end: this.length } : { kind, start, end: this.length, href })
    }
  }

  build(): RichText {
    const marks = this.marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return { text: this.pieces.join(''), marks, segments: mergeSegments(this.segments) }
  }
}

/** Joins segments that continue each other. */
export function mergeSegments(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = []
  for (const [offset, source, length] of segments) {
    const last = merged.at(-1)
    if (last && last[0] + last[2] === offset && last[1] + last[2] === source) last[2] += length
    else if (length > 0) merged.push([offset, source, length])
  }
  return merged
}
