import type { Diagnostic } from '../model/index.ts'
import type { Block } from './block.ts'
import { heavyParagraph } from './heavy-paragraph.ts'
import { htmlBlocks } from './html-blocks.ts'
import { collectDefinitions, type MarkdownBlock, markdownBlocks } from './markdown-blocks.ts'
import { type Chunk, markdownChunks } from './markdown-chunks.ts'
import { endsInItem, simpleBlocks } from './simple-blocks.ts'

/** The blocks of a whole Markdown text from offset `start` on, in linear time; paragraphs too heavy to parse are plain lines. */
export function markdownDocument(
  text: string,
  start: number,
  source: string,
): { blocks: Block[]; diagnostics: Diagnostic[] } {
  const clean = blankShortcodes(unwrapFences(text))
  const diagnostics: Diagnostic[] = []
  const definitions = collectDefinitions(clean)
  const line = 1 + countLines(clean, 0, start)
  const blocks: Block[] = []
  for (const chunk of markdownChunks(clean, start, line)) {
    if (chunk.plain) {
      blocks.push(heavyParagraph(chunk, definitions))
      diagnostics.push({
        code: 'paragraph-too-heavy',
        severity: 'warning',
        message:
          'a paragraph is longer than 64 KiB, has more than 2,000 marks or is quoted twelve times; its lines were read one by one, the longest of them as plain text',
        remedy: 'break it into paragraphs with blank lines',
        source,
        line: chunk.line,
      })
    } else addChunk(chunk, definitions, blocks)
  }
  return { blocks, diagnostics }
}

/** HTML that goes on over blank lines, until its own end. */
const OPEN_HTML = /^ {0,3}<(?:script|pre|style|textarea|!|\?)/im

/** Everyday paragraphs are read directly; the runs of other lines between them go to the parser. */
function addChunk(chunk: Chunk, definitions: Map<string, string>, blocks: Block[]): void {
  const { text } = chunk
  let waiting: { start: number; line: number } | null = null
  const parse = (end: number) => {
    if (waiting === null) return
    const part = text.slice(waiting.start, end)
    for (const block of markdownBlocks(part, chunk.offset + waiting.start, waiting.line, definitions))
      blocks.push(...htmlAware(block))
    waiting = null
  }
  let fence: string | null = null
  let open = definitions.size > 0
  const runs = [...runsOf(text, chunk.line)]
  for (const [i, run] of runs.entries()) {
    const simple = fence === null && !open ? simpleBlocks(text, run.start, run.end, run.line, chunk.offset) : null
    // What stands indented below a list belongs to its last item
    const goesOn = simple !== null && endsInItem(simple) && /^[ \t]/.test(text.slice(runs[i + 1]?.start ?? text.length))
    if (simple !== null && !goesOn) {
      parse(run.start)
      blocks.push(...simple)
      continue
    }
    waiting ??= { start: run.start, line: run.line }
    const lines = text.slice(run.start, run.end)
    fence = fenceAfter(lines, fence)
    open ||= OPEN_HTML.test(lines)
  }
  parse(text.length)
}

/** Runs of lines without blank ones. */
function* runsOf(text: string, line: number): Generator<{ start: number; end: number; line: number }> {
  let start = -1
  let startLine = line
  let number = line
  for (let at = 0; at < text.length; number++) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const blank = isBlank(text, at, end)
    if (blank && start >= 0) {
      yield { start, end: at, line: startLine }
      start = -1
    } else if (!blank && start < 0) {
      start = at
      startLine = number
    }
    at = end + 1
  }
  if (start >= 0) yield { start, end: text.length, line: startLine }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 9 && code !== 13) return false
  }
  return true
}

/** The fence that is open after the lines. */
function fenceAfter(lines: string, before: string | null): string | null {
  let fence = before
  for (const match of lines.matchAll(/^[ \t]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    const [, sign, info] = match as unknown as [string, string, string]
    if (fence === null) fence = sign[0] === '`' && info.includes('`') ? null : sign
    else if (sign.startsWith(fence) && info.trim() === '') fence = null
  }
  return fence
}

function htmlAware(block: MarkdownBlock): Block[] {
  if (block.kind !== 'html') return [block]
  if (block.html.length > MAX_HTML || !/<[a-z]/i.test(block.html)) return []
  return htmlBlocks(block.html).map((inner) => ({ ...inner, line: block.line }))
}

/** A longer HTML block inside Markdown is left out. */
const MAX_HTML = 200_000

function countLines(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Hugo shortcodes (`{{< sources "tech" >}}`) become spaces, so that all offsets stay. */
function blankShortcodes(text: string): string {
  if (!text.includes('{{')) return text
  const pieces: string[] = []
  let last = 0
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', Math.max(at + 2, last))) {
    const sign = text[at + 2]
    if (sign !== '<' && sign !== '%') continue
    const window = text.slice(at + 3, at + 1000)
    const end = window.indexOf(sign === '<' ? '>}}' : '%}}')
    const newline = window.indexOf('\n')
    if (end < 0 || (newline >= 0 && newline < end)) continue
    const stop = at + 3 + end + 3
    pieces.push(text.slice(last, at), ' '.repeat(stop - at))
    last = stop
  }
  pieces.push(text.slice(last))
  return pieces.join('')
}

const WRAPPED =
  /^[ \t]{0,3}(?:\*\*.{1,600}\*\*[ \t]*[·•—|-]|#{1,4}[ \t]+(?:deep dives?|signal of the day|top stories|patterns across))/im

/**
 * Assistants put a whole digest into a code fence: where what a fence holds is a digest, its two lines become spaces, so that
 * all offsets stay.
 */
function unwrapFences(text: string): string {
  if (!/^[ \t]{0,3}(?:```|~~~)/m.test(text)) return text
  const pieces: string[] = []
  let last = 0
  let open: { sign: string; start: number; end: number } | null = null
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(last, start), ' '.repeat(end - start))
    last = end
  }
  for (const match of text.matchAll(/^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w-]*)[ \t]*\r?$/gm)) {
    const sign = match[1]!
    const end = match.index + match[0].length
    if (open === null) {
      open = { sign, start: match.index, end }
      if (match[2] !== '' && !/^(?:md|markdown|text|txt|plaintext)$/i.test(match[2]!)) open.sign = `${sign} other`
      continue
    }
    const [opening] = open.sign.split(' ')
    if (match[2] !== '' || !sign.startsWith(opening!)) continue
    if (opening === open.sign && WRAPPED.test(text.slice(open.end, match.index))) {
      blank(open.start, open.end)
      blank(match.index, end)
    }
    open = null
  }
  if (open !== null && !open.sign.includes(' ') && WRAPPED.test(text.slice(open.end))) blank(open.start, open.end)
  if (last === 0) return text
  pieces.push(text.slice(last))
  return pieces.join('')
}
