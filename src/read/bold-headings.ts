import type { Block } from './block.ts'
import { normalizeRich } from './normalize-rich.ts'
import { joinRich, richLines } from './rich-text.ts'
import { isSectionTitle } from './section-role.ts'

/** Sections of a digest whose names are set in bold on a line of their own, as headings. */
export function boldHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block]
    const [first, ...rest] = richLines(block.rich)
    const line = normalizeRich(first!)
    const bold = line.marks.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end >= line.text.length)
    if (!bold || line.marks.some(({ kind }) => kind === 'link') || !isSectionTitle(line.text)) return [block]
    const heading: Block = { ...block, kind: 'heading', depth: 2, rich: line }
    return rest.length === 0 ? [heading] : [heading, { ...block, line: block.line + 1, rich: joinRich(rest, '\n') }]
  })
}
