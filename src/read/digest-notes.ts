import type { Digest } from './digest.ts'
import type { Piece } from './piece.ts'
import { wellFormed } from './well-formed.ts'

/** What there is to say of a digest's lines: how each was read, and which look like entries and are none. */
export class DigestNotes {
  private readonly digest: Digest
  private readonly source: string

  constructor(digest: Digest, source: string) {
    this.digest = digest
    this.source = source
  }

  explain(line: number, as: string, text: string): void {
    this.digest.explain.push({ line, as, text: shorten(text, 80) })
  }

  /** The line looks like an entry and is not read as one. */
  report(piece: Piece, reason: string): void {
    const text = piece.lines[0]!.text.trim()
    this.digest.diagnostics.push({
      code: 'line-not-read-as-entry',
      severity: 'warning',
      message: `"${shorten(text, 60)}" looks like an entry but is not read as one: ${reason}`,
      source: this.source,
      line: piece.line,
    })
    this.explain(piece.line, 'looks like an entry', text)
  }
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${wellFormed(line.slice(0, length - 1))}…`
}
