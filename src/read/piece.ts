import type { Block } from './block.ts'
import type { Header } from './header.ts'
import type { RichText } from './rich-text.ts'

/** A block, or a part of one, cut so that each header line stands at the start of a piece. */
export interface Piece {
  block: Block
  lines: RichText[]
  line: number
  header: Header | null
  /** Of a heading: how many headers of entries stand below it. */
  entriesBelow?: number
}
