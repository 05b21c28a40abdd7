import type { Block } from './block.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { type Chunk, heavy } from './markdown-chunks.ts'
import { joinRich, plainRich, type RichText } from './rich-text.ts'
import { simpleInline } from './simple-inline.ts'

/** So much of a line that is too heavy as a whole is still read as Markdown: the header of an entry may stand there. */
const HEAD = 2000
/** At most so many lines of one paragraph are given to the parser. */
const MAX_PARSED = 10_000

/**
 * A paragraph too long or too dense with markup for the parser, in linear time: each of its lines by itself, so that the
 * header of an entry keeps its title and link; of a line that is too heavy again only its beginning.
 */
export function heavyParagraph({ text, offset, line }: Chunk, definitions: Map<string, string>): Block {
  const parts: RichText[] = []
  let parsed = 0
  const inline = (content: string, at: number, number: number): RichText => {
    const simple = simpleInline(content, [at])
    if (simple !== null || parsed++ >= MAX_PARSED) return simple ?? plainRich(content, at)
    const [first, ...more] = markdownBlocks(content, at, number, definitions)
    return first !== undefined && more.length === 0 && first.kind === 'paragraph' ? first.rich : plainRich(content, at)
  }
  let number = line
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const from = start + (/^[\s>]{0,1000}/.exec(text.slice(start, Math.min(end, start + 1000)))?.[0].length ?? 0)
    const to = end > from && text[end - 1] === '\r' ? end - 1 : end
    if (!heavy(text, from, to)) parts.push(inline(text.slice(from, to), offset + from, number))
    else {
      const space = text.lastIndexOf(' ', from + HEAD)
      const cut = space > from ? space : from + HEAD
      const head = inline(text.slice(from, cut), offset + from, number)
      parts.push(joinRich([head, plainRich(text.slice(cut, to), offset + cut)], ''))
    }
    start = end + 1
  }
  return { kind: 'paragraph', depth: 0, line, rich: joinRich(parts, '\n') }
}
