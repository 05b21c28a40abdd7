import { htmlBlocks } from './html-blocks.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { normalizeRich } from './normalize-rich.ts'
import { plainRich, type RichText } from './rich-text.ts'

/** Longer texts, and texts dense with markup, are taken as they are. */
const MAX_MARKUP = 200_000

/**
 * A text out of a record's field, as paragraphs of plain text: HTML and Markdown are recognised by their marks.
 * Its places are in the field, not in the file, so it keeps none.
 */
export function fieldParagraphs(text: string): RichText[] {
  const parts = paragraphsOf(text).filter((part) => part.text.trim() !== '')
  return parts.map((part) => ({ ...normalizeRich(part), segments: [] }))
}

function paragraphsOf(text: string): RichText[] {
  if (
    text.length <= MAX_MARKUP &&
    /<(?:p|div|br|ul|ol|li|h[1-6]|a|strong|em|blockquote|article|section)\b[^<>]{0,2000}>/i.test(text)
  ) {
    return htmlBlocks(text)
      .filter(({ kind }) => kind !== 'rule')
      .map(({ rich }) => rich)
  }
  if (text.length > MAX_MARKUP || !/[*_`[<#>&\\]/.test(text))
    return text.split(/\r?\n\s*\r?\n/).map((part) => plainRich(part))
  return text.split(/\r?\n\s*\r?\n/).flatMap((part) => {
    const dense = (part.match(/[*_`[\]<&!]/g)?.length ?? 0) > 2000
    if (dense || part.length > 65_536) return [plainRich(part)]
    return markdownBlocks(part, 0, 1, new Map()).flatMap((block) =>
      block.kind === 'html'
        ? htmlBlocks(block.html).map(({ rich }) => rich)
        : block.kind === 'rule'
          ? []
          : [block.rich],
    )
  })
}
