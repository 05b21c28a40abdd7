import type { RichText } from './rich-text.ts'

/**
 * One block of a document, whatever format it came in. A tight list item or a paragraph may hold several
 * lines (`\n` in its text): headers of entries end where their line ends.
 */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'row' | 'rule'
  /** Of a heading 1 to 6; of an item its nesting from 1; else 0. */
  depth: number
  /** 1-based line of the source where the block starts. */
  line: number
  rich: RichText
}
