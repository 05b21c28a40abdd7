import type { BylineRole, Diagnostic, Entry, Section, SectionRole, Thread } from '../model/index.ts'
import type { Block } from './block.ts'
import { boldHeadings } from './bold-headings.ts'
import { joinBylineLines } from './byline-line.ts'
import { type CutContext, lowerWordsOf } from './company-cut.ts'
import { placeCompanies } from './company-place.ts'
import { applyCompanySections } from './company-sections.ts'
import { cutAtHeaders } from './cut-at-headers.ts'
import { DigestReader } from './digest-reader.ts'
import { isCertain } from './header-certainty.ts'
import { joinLabelLines } from './label-lines.ts'
import type { Piece } from './piece.ts'
import { isDigestTitle, isEntrySection, sectionRole } from './section-role.ts'
import { readTableRows } from './table-rows.ts'

/** What is known of the file besides its blocks. */
export interface DigestContext {
  source: string
  date: string | null
  dateEnd?: string
  /** Base of relative links. */
  base?: string
  roleOf?: (name: string) => BylineRole | undefined
  /** Length of the longest known name that a text starts with. */
  nameAtStart?: (text: string) => number
  /** What helps to cut a company from a body on the same line. */
  cut?: CutContext
  /** Line of an offset in the source, where lines of text are no lines of it (HTML). */
  lineAt?: (offset: number) => number
  /**
   * The document is a list of links: `titles` where each link is an article's title, `companies` where it is the
   * company's name and the text tells what happened.
   */
  links?: 'titles' | 'companies'
}

export interface Explained {
  line: number
  as: string
  text: string
}

export interface Digest {
  entries: Entry[]
  sections: Section[]
  threads: Thread[]
  diagnostics: Diagnostic[]
  explain: Explained[]
  /** How many headers were read by which form, for telling a digest from another document. */
  strong: number
  /** A heading says that this is a digest ("Deep Dives", "Patterns Across Companies"). */
  named: boolean
}

/** Entries, sections and threads of a digest, from the blocks of any format. */
export function readDigest(given: readonly Block[], context: DigestContext): Digest {
  const blocks = boldHeadings(given)
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const named = headings.some(
    ({ rich: { text } }, i) =>
      isEntrySection(text) ||
      isDigestRole(sectionRole(text)) ||
      (i === 0 && context.date !== null && isDigestTitle(text)),
  )
  const pieces = piecesOf(blocks, context, named)
  countBelow(pieces)
  const certain = pieces.filter(({ header, block }) => header !== null && isCertain(header, block)).length
  const certainItems = pieces.some(
    ({ header, block }) => header !== null && block.kind === 'item' && isCertain(header, block),
  )
  const digest: Digest = {
    entries: [],
    sections: [],
    threads: [],
    diagnostics: [],
    explain: [],
    strong: certain,
    named,
  }
  const reader = new DigestReader(digest, context, certain, certainItems)
  for (const piece of pieces) reader.take(piece)
  reader.close()
  return digest
}

/** The blocks cut at headers, each of which has been given its company, wherever that stands. */
function piecesOf(blocks: readonly Block[], context: DigestContext, named: boolean): Piece[] {
  const lines = blocks.flatMap((block) => cutAtHeaders(block, context))
  const { nameAtStart } = context
  const isKnown = (name: string) => nameAtStart !== undefined && nameAtStart(name) === name.length
  const joined = joinBylineLines(joinLabelLines(readTableRows(lines)))
  const placed = placeCompanies(joined, { named, isKnown })
  let words: ReadonlySet<string> | undefined
  const lowerWords = () => {
    words ??= lowerWordsOf(blocks)
    return words
  }
  return applyCompanySections(placed, { isKnown, lowerWords })
}

/** Notes on each heading how many certain headers stand under it. */
function countBelow(pieces: readonly Piece[]): void {
  let heading: Piece | null = null
  for (const piece of pieces) {
    if (piece.block.kind === 'heading') {
      heading = piece
      piece.entriesBelow = 0
    } else if (
      heading !== null &&
      piece.header !== null &&
      piece.header.byline.text !== '' &&
      isCertain(piece.header, piece.block)
    )
      heading.entriesBelow!++
  }
}

function isDigestRole(role: SectionRole | null): boolean {
  return role === 'signal' || role === 'patterns' || role === 'threads'
}
