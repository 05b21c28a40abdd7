import type { Block } from './block.ts'
import { learnCuts } from './company-cut.ts'
import { dottedHeaders } from './plain-headers.ts'
import { readBlocks } from './read-blocks.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { plainRich } from './rich-text.ts'
import { isEntrySection, sectionRole } from './section-role.ts'

/** Reads a digest as copied from a rendered page: one entry a line, headings marked by a trailing `#` or by their words. */
export function readPlainText(input: ReaderInput): ReadResult {
  const { text } = input
  const { nameAtStart } = input.options
  const blocks = dottedHeaders(plainBlocks(text), nameAtStart)
  const cut = learnCuts(headerRests(blocks), text, nameAtStart)
  return readBlocks(blocks, { ...input, fields: new Map(), cut }, 'plain text')
}

/** What stands after the first middle dot of each line. */
function headerRests(blocks: readonly Block[]): string[] {
  const rests: string[] = []
  for (const { rich } of blocks) {
    for (const line of lines(rich.text)) {
      const dot = /(?<=\S\s?)[·•]\s+/.exec(line.slice(0, 600))
      if (dot) rests.push(line.slice(dot.index + dot[0].length, dot.index + dot[0].length + 400))
    }
  }
  return rests
}

function plainBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let line = 0
  let at = 0
  let open: { start: number; end: number; line: number } | null = null
  const close = () => {
    if (open !== null)
      blocks.push({
        kind: 'paragraph',
        depth: 0,
        line: open.line,
        rich: plainRich(text.slice(open.start, open.end), open.start),
      })
    open = null
  }
  for (const raw of lines(text)) {
    line++
    const content = raw.replace(/\r$/, '')
    const heading = content.length <= 200 ? headingOf(content, blocks.length === 0 && open === null) : null
    if (content.trim() === '') close()
    else if (heading !== null) {
      close()
      if (heading.depth === 0) blocks.push({ kind: 'rule', depth: 0, line, rich: plainRich('') })
      else
        blocks.push({
          kind: 'heading',
          depth: heading.depth,
          line,
          rich: plainRich(heading.text, at + content.indexOf(heading.text)),
        })
    } else if (open === null) open = { start: at, end: at + content.length, line }
    else open.end = at + content.length
    at += raw.length + 1
  }
  close()
  return blocks
}

function* lines(text: string): Generator<string> {
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end)
    start = end + 1
  }
  yield text.slice(start)
}

function headingOf(line: string, first: boolean): { depth: number; text: string } | null {
  const clean = line.trim()
  if (/^(?:[-*_=~]\s?){3,}$/.test(clean)) return { depth: 0, text: '' }
  const anchored = /^(.{1,150}?)\s*[#¶§🔗]$/u.exec(clean)
  const marked = /^(#{1,6})\s+(.{1,150})$/.exec(clean)
  const text = (marked?.[2] ?? anchored?.[1] ?? clean).trim()
  const words = text.replace(/[:#]+$/, '')
  const known =
    sectionRole(words) !== null || (isEntrySection(words) && words.length <= 40 && !/ · |[.!?]$/.test(words))
  if (marked) return { depth: marked[1]!.length, text }
  if (known || /^(?:categories|tags)\s?:/i.test(text)) return { depth: 2, text: words }
  if (anchored && !/[.!?]$/.test(text)) return { depth: blockDepth(text), text }
  if (first && /\d{4}-\d{2}-\d{2}|\bweek of\b/i.test(text) && !/ · /.test(text) && text.length <= 120)
    return { depth: 1, text }
  return null
}

/** A heading with a date is the title of the whole. */
function blockDepth(text: string): number {
  return /\d{4}-\d{2}-\d{2}|\bweek of\b/i.test(text) ? 1 : 2
}
