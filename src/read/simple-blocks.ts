import type { Block } from './block.ts'
import { simpleInline } from './simple-inline.ts'

/** How a line begins that may be more than text: a list, quotation, fence, table, rule, definition, HTML, indented code. */
const NOT_TEXT = /^(?:[\s>+=<|_:~-]|\*(?!\*?[^\s*])|\d{1,9}[.)]|`{3}|#|\[[^\]]*\]:|\[[^\]]*$)/
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/

/**
 * The blocks of a run of lines without blank ones, where they are headings and paragraphs of everyday Markdown; null
 * where they may be anything else.
 *
 * @param start offset of the run's first line, at the beginning of a line
 * @param end offset after its last line
 * @param base what to add to an offset to have the offset in the source
 */
export function simpleBlocks(text: string, start: number, end: number, line: number, base: number): Block[] | null {
  const blocks: Block[] = []
  let lines: string[] = []
  let offsets: number[] = []
  const closeParagraph = (next: number): boolean => {
    if (lines.length === 0) return true
    const rich = simpleInline(lines.join('\n'), offsets)
    if (rich === null) return false
    blocks.push({ kind: 'paragraph', depth: 0, line: next - lines.length, rich })
    lines = []
    offsets = []
    return true
  }
  let number = line
  for (let at = start; at < end; number++) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 || newline > end ? end : newline
    const content = withoutTrailingSpace(text.slice(at, stop))
    if (content.includes('\r')) return null
    const heading = content.startsWith('#') ? HEADING.exec(content) : null
    if (heading) {
      if (!closeParagraph(number)) return null
      const words = withoutClosingSigns(heading[2]!)
      const rich = words === '' ? null : simpleInline(words, [base + at + content.length - heading[2]!.length])
      if (rich === null) return null
      blocks.push({ kind: 'heading', depth: heading[1]!.length, line: number, rich })
    } else {
      if (NOT_TEXT.test(content)) return null
      lines.push(content)
      offsets.push(base + at)
    }
    at = stop + 1
  }
  return closeParagraph(number) ? blocks : null
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
