import { defaultRole } from './byline.ts'
import { isCompanyName } from './company-place.ts'
import type { Piece } from './piece.ts'
import { isEntrySection, sectionRole } from './section-role.ts'

export interface SectionContext {
  isKnown: (name: string) => boolean
  /** Words that the document writes in lower case: a heading of such words is a topic. Few documents need to be asked. */
  lowerWords: () => ReadonlySet<string>
}

/** Headings of companies ("## Stripe") at least, that this be how the document is laid out. */
const LEAST = 2

interface CompanySection {
  head: Piece
  members: Piece[]
}

/**
 * Sections that are named after a company and hold its entries, which then have none in their own headers. That a heading
 * names a company, and no topic, is seen from known names and from the texts below it.
 */
export function applyCompanySections(pieces: readonly Piece[], context: SectionContext): Piece[] {
  const sections = companySections(pieces, context)
  const all = sections.map(({ head }) => head)
  const attested = sections.filter(({ head, members }) => isAttested(head, members, pieces, all, context))
  if (attested.length === 0 || sections.length < LEAST || attested.length * 2 < sections.length) return [...pieces]
  const companies = new Map<Piece, Piece>()
  for (const { head, members } of sections) for (const member of members) companies.set(member, head)
  const heads = new Set(all)
  return pieces.flatMap((piece) => {
    const head = companies.get(piece)
    if (head !== undefined) return [{ ...piece, header: { ...piece.header!, byline: head.header!.title, told: true } }]
    if (!heads.has(piece)) return [piece]
    // A name set in bold is no text of the entry above
    return piece.block.kind === 'heading' ? [{ ...piece, header: null }] : []
  })
}

function companySections(pieces: readonly Piece[], context: SectionContext): CompanySection[] {
  const sections: CompanySection[] = []
  let open: CompanySection | null = null
  for (const piece of pieces) {
    const { header, block } = piece
    if (isHead(piece, context)) {
      open = { head: piece, members: [] }
      sections.push(open)
    } else if (open !== null && header !== null && isMember(piece, open.head)) open.members.push(piece)
    else if (block.kind === 'heading' || block.kind === 'rule') open = null
  }
  return sections.filter(({ members }) => members.length > 0)
}

function isHead({ header, block, lines }: Piece, { lowerWords }: SectionContext): boolean {
  if (header === null || header.linked || header.byline.text !== '' || header.rest.text !== '' || lines.length > 1)
    return false
  if (block.kind !== 'heading' && !(block.kind === 'paragraph' && header.form === 'strong')) return false
  const { text } = header.title
  if (!isCompanyName(text) || sectionRole(text) !== null || isEntrySection(text) || defaultRole(text) === 'none')
    return false
  const written = lowerWords()
  return !text.split(/\s+/).every((word) => written.has(word.toLowerCase()))
}

function isMember({ header, block }: Piece, head: Piece): boolean {
  if (header === null || header.byline.text !== '') return false
  if (block.kind === 'heading')
    return (head.block.kind !== 'heading' || block.depth > head.block.depth) && sectionRole(header.title.text) === null
  return header.linked && (header.form === 'strong' || header.form === 'link') && block.depth <= 1
}

function isAttested(
  head: Piece,
  members: readonly Piece[],
  pieces: readonly Piece[],
  heads: readonly Piece[],
  { isKnown }: SectionContext,
) {
  const name = head.header!.title.text
  // A topic has one section; a company may have several
  if (isKnown(name) || heads.filter((one) => one.header!.title.text === name).length > 1) return true
  const first = pieces.indexOf(head) + 1
  const last = pieces.indexOf(members.at(-1)!)
  for (let i = first; i < pieces.length; i++) {
    const { block, lines } = pieces[i]!
    if (i > last && block.kind === 'heading') return false
    if (lines.some(({ text }) => hasName(text, name))) return true
  }
  return false
}

function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')) return true
  return false
}
