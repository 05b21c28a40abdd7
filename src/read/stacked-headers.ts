import type { Block } from './block.ts'
import { isNameLike, isProperName, isTitleLike } from './name-shape.ts'
import { joinRich, type RichText, richLines, sliceRich, trimRich } from './rich-text.ts'

/** As many headers at least make a digest of a text. */
const LEAST = 2

/** Title, company and text on three lines, or in three paragraphs; null where no text is set so. */
export function stackedHeaders(
  blocks: readonly Block[],
  outside: ReadonlySet<Block>,
  named: boolean,
): { blocks: Block[]; count: number } | null {
  const joined: Block[] = []
  let count = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const lines = block.kind === 'paragraph' && outside.has(block) ? richLines(block.rich).map(trimRich) : []
    const next = [blocks[i + 1], blocks[i + 2]].map((one) => (one?.kind === 'paragraph' ? one : undefined))
    if (lines.length >= 3 && isHead(lines[0]!, lines[1]!, lines[2]!, named)) {
      joined.push({ ...block, rich: joinRich([dotted(lines[0]!, lines[1]!), ...lines.slice(2)], '\n') })
      count++
    } else if (lines.length === 2 && next[0] !== undefined && isHead(lines[0]!, lines[1]!, next[0].rich, named)) {
      joined.push({ ...block, rich: dotted(lines[0]!, lines[1]!) })
      count++
    } else if (lines.length === 1 && next[0] !== undefined) {
      const [company, ...text] = richLines(next[0].rich).map(trimRich)
      const below = text[0] ?? next[1]?.rich
      if (below !== undefined && isHead(lines[0]!, company!, below, named)) {
        joined.push({ ...block, rich: joinRich([dotted(lines[0]!, company!), ...text], '\n') })
        i++
        count++
      } else joined.push(block)
    } else joined.push(block)
  }
  return count >= LEAST ? { blocks: joined, count } : null
}

function dotted(title: RichText, company: RichText): RichText {
  const by = /^(?:by|from|—|–|-)\s+/i.exec(company.text)?.[0].length ?? 0
  return joinRich([title, sliceRich(company, by)], ' · ')
}

function isHead(title: RichText, company: RichText, text: RichText, named: boolean): boolean {
  const fields = company.text.replace(/^(?:by|from|—|–|-)\s+/i, '').split(/\s+[·•|—–-]\s+/)
  return (
    isTitleLike(title.text, named) &&
    title.text.length <= 200 &&
    !/[:;,]$/.test(title.text) &&
    isProperName(fields[0]!) &&
    fields.slice(1).every((field) => isNameLike(field) || /^https?:\/\/\S{1,2000}$/.test(field)) &&
    text.text.length >= 60 &&
    text.text.length > fields[0]!.length
  )
}
