import type { Block } from './block.ts'
import type { DigestContext } from './digest.ts'
import { isCertain } from './header-certainty.ts'
import { parseHeader } from './parse-header.ts'
import type { Piece } from './piece.ts'
import { richLines } from './rich-text.ts'

/** A block as pieces, each of which begins with the line of a header (or as the block does). */
export function cutAtHeaders(block: Block, { cut, lineAt }: DigestContext): Piece[] {
  if (block.kind === 'rule' || block.kind === 'code')
    return [{ block, lines: [block.rich], line: block.line, header: null }]
  const heading = block.kind === 'heading'
  const lines = richLines(block.rich)
  const pieces: Piece[] = []
  lines.forEach((line, i) => {
    const header = parseHeader(line, heading, cut)
    const starts =
      i === 0 ||
      (header !== null &&
        (header.form !== 'plain' || cut !== undefined) &&
        header.sign === '·' &&
        isCertain(header, block))
    const start = line.segments[0]?.[1]
    const number = lineAt === undefined ? block.line + i : start === undefined ? block.line : lineAt(start)
    if (starts) pieces.push({ block, lines: [line], line: number, header })
    else pieces.at(-1)!.lines.push(line)
  })
  return pieces
}
