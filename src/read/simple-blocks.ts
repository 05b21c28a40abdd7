import type { Block } from './block.ts'
import { EMPTY_RICH } from './rich-text.ts'
import { simpleInline } from './simple-inline.ts'

/** How a line begins that may be more than text: a list, quotation, fence, table, rule, definition, HTML, indented code. */
const NOT_TEXT = /^(?:[\s>+=<|_:~-]|\*(?!\*?[^\s*])|\d{1,9}[.)]|`{3}|#|\[[^\]]*\]:|\[[^\]]*$)/
/** A rule that nothing above it makes a heading's underline of. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/
const ITEM = /^(?:[-*+]|\d{1,9}[.)]) (?=\S)/
const TASK = /^\[[ xX]\](?:\s|$)/

/** A paragraph or list item whose lines are still being collected. */
interface OpenBlock {
  kind: 'paragraph' | 'item'
  line: number
  lines: string[]
  offsets: number[]
  /** Of an item: its marker, and how far its further lines are indented. */
  marker: string
  indent: number
}

/**
 * The blocks of a run of lines without blank ones, where they are headings, rules, paragraphs and flat lists of everyday Markdown;
 * null where they may be anything else.
 *
 * @param start offset of the run's first line, at the beginning of a line
 * @param end offset after its last line
 * @param base what to add to an offset to have the offset in the source
 */
export function simpleBlocks(text: string, start: number, end: number, line: number, base: number): Block[] | null {
  const blocks: Block[] = []
  let open: OpenBlock | null = null
  const close = (): boolean => {
    if (open === null) return true
    const rich = simpleInline(open.lines.join('\n'), open.offsets)
    if (rich === null) return false
    blocks.push({ kind: open.kind, depth: open.kind === 'item' ? 1 : 0, line: open.line, rich })
    open = null
    return true
  }
  let number = line
  for (let at = start; at < end; number++) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 || newline > end ? end : newline
    const content = withoutTrailingSpace(text.slice(at, stop))
    if (content.includes('\r')) return null
    const offset = base + at
    at = stop + 1
    const heading = content.startsWith('#') ? HEADING.exec(content) : null
    if (heading) {
      if (!close()) return null
      const words = withoutClosingSigns(heading[2]!)
      const rich = words === '' ? null : simpleInline(words, [offset + content.length - heading[2]!.length])
      if (rich === null) return null
      blocks.push({ kind: 'heading', depth: heading[1]!.length, line: number, rich })
      continue
    }
    if (open === null && RULE.test(content)) {
      blocks.push({ kind: 'rule', depth: 0, line: number, rich: EMPTY_RICH })
      continue
    }
    const marker = ITEM.exec(content)?.[0]
    const before: OpenBlock | null = open
    if (marker !== undefined) {
      const words = content.slice(marker.length)
      if (NOT_TEXT.test(words) || TASK.test(words) || !mayBegin(marker, before) || !close()) return null
      open = {
        kind: 'item',
        line: number,
        lines: [words],
        offsets: [offset + marker.length],
        marker,
        indent: marker.length,
      }
      continue
    }
    const indent = before === null ? 0 : before.indent
    if (content.slice(0, indent).trim() !== '' || NOT_TEXT.test(content.slice(indent))) return null
    if (before === null)
      open = { kind: 'paragraph', line: number, lines: [content], offsets: [offset], marker: '', indent: 0 }
    else {
      before.lines.push(content.slice(indent))
      before.offsets.push(offset + indent)
    }
  }
  return close() ? blocks : null
}

/** Whether the run holds a list whose last item a run of indented lines may continue. */
export function endsInItem(blocks: readonly Block[]): boolean {
  return blocks.at(-1)?.kind === 'item'
}

/** A numbered item interrupts no paragraph unless its number is 1. */
function mayBegin(marker: string, before: OpenBlock | null): boolean {
  return !/^\d/.test(marker) || before === null || before.kind === 'item'
}

// Expressions such as /[ \t]+$/ take quadratic time on a long run of spaces that something follows
function withoutTrailingSpace(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line[end - 1]!)) end--
  return line.slice(0, end)
}

/** `Title ##` → `Title`. */
function withoutClosingSigns(words: string): string {
  let end = words.length
  while (end > 0 && words[end - 1] === '#') end--
  if (end === words.length) return words
  if (end > 0 && words[end - 1] !== ' ' && words[end - 1] !== '\t') return words
  return withoutTrailingSpace(words.slice(0, end))
}
