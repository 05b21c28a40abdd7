import { isListedName } from './byline.ts'
import { EMPTY_CUT } from './company-cut.ts'
import { findTitle, stripBrackets, withoutMarks } from './find-title.ts'
import type { Header } from './header.ts'
import { readFields } from './header-fields.ts'
import { findSign } from './header-sign.ts'
import { isFieldWord, isLinkLabel } from './link-label.ts'
import { isProperName, wordCount } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { EMPTY_RICH, type RichText, sliceRich, trimRich } from './rich-text.ts'
import { isEntrySection, sectionRole } from './section-role.ts'

/** Where a document's headers have their companies is seen from all of them, for one alone may be read either way. */
export interface PlaceContext {
  /** Its headings say that the document is a digest. */
  named: boolean
  /** The name is a known company's. */
  isKnown: (name: string) => boolean
}

/** As many headers of one kind at least must agree. */
const LEAST = 2
/** Companies have no longer names, in words, where nothing but their place says that they are companies. */
const MAX_WORDS = 4

/**
 * Headers with the company in another place than behind the title: before it (`### Company — Title`, `**Company:** [Title](url)`),
 * or within what looks like the title (`### [Company: Title](url)`, `**Title (Company)**`).
 */
export function placeCompanies(pieces: readonly Piece[], context: PlaceContext): Piece[] {
  return placeWithin(swapSides(beforeLinks(pieces, context), context), context)
}

/** `**Company:** [Title](url)`, `[Company] [Title](url)`, the name on the line above its linked title. */
function beforeLinks(pieces: readonly Piece[], { named }: PlaceContext): Piece[] {
  if (!named) return [...pieces]
  const found = new Map<Piece, Piece>()
  const names = new Map<string, number>()
  let others = 0
  for (const piece of pieces) {
    const placed = piece.block.kind === 'heading' || piece.block.depth > 1 ? null : nameBeforeLink(piece)
    if (placed !== null) {
      found.set(piece, placed)
      const name = placed.header!.byline.text
      names.set(name, (names.get(name) ?? 0) + 1)
    } else if (piece.header !== null && piece.header.byline.text !== '' && piece.header.form !== 'plain') others++
  }
  // One word before nearly every link is a label that no list holds
  const labels = Math.max(...names.values(), 0) > Math.max(1, found.size * 0.6)
  if (found.size < LEAST || found.size < others || labels) return [...pieces]
  return pieces.map((piece) => found.get(piece) ?? piece)
}

function nameBeforeLink(piece: Piece): Piece | null {
  const { header, block, lines } = piece
  if (block.kind === 'row' || block.kind === 'code' || (header !== null && header.byline.text !== '')) return null
  const first = normalizeRich(lines[0]!)
  const above = first.marks.some(({ kind }) => kind === 'link') || lines.length < 2 ? null : normalizeRich(lines[1]!)
  const line = above ?? first
  const link = line.marks.find(({ kind }) => kind === 'link')
  if (link?.href === undefined || (above !== null && link.start > 1)) return null
  const before = (above === null ? first.text.slice(0, link.start) : first.text)
    .replace(/^(?:\d{1,3}[.)]\s+|(?:\p{Extended_Pictographic}|\ufe0f|\s)+)/u, '')
    .replace(/\s*[:|·—–-]?\s*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
  const title = stripBrackets(normalizeRich(sliceRich(line, link.start, link.end)))
  if (!isCompanyName(before) || wordCount(title.text) < 2 || isLinkLabel(title.text)) return null
  const after = sliceRich(line, link.end)
  const rest = trimRich(sliceRich(after, findSign(after.text).length))
  const at = first.text.indexOf(before)
  const placed: Header = {
    title: withoutMarks(title),
    byline: withoutMarks(sliceRich(first, at, at + before.length)),
    href: link.href,
    rest,
    form: 'strong',
    sign: '·',
    linked: true,
    told: true,
  }
  return { ...piece, header: placed, lines: [line, ...lines.slice(above === null ? 1 : 2)] }
}

/** `### Company — Title`: where most headers have the short name first, all with a name there do. */
function swapSides(pieces: readonly Piece[], { isKnown }: PlaceContext): Piece[] {
  // Without a name first there is nothing to vote on, and the known names need not be asked
  if (!pieces.some(({ header }) => header !== null && mayHaveSides(header) && isCompanyName(header.title.text)))
    return [...pieces]
  const votes = new Map<string, number>()
  const swapped = new Map<Piece, { kind: string; header: Header }>()
  for (const piece of pieces) {
    const sides = sidesOf(piece)
    if (sides === null) continue
    const { left, right, kind } = sides
    const longer = wordCount(right.text) - wordCount(left.text)
    const knows = Number(isKnown(left.text)) - Number(isKnown(right.text))
    const vote = knows !== 0 ? knows : isCompanyName(left.text) && longer >= 2 ? 1 : longer <= -2 ? -2 : 0
    votes.set(kind, (votes.get(kind) ?? 0) + vote)
    if (isCompanyName(left.text)) {
      const { header } = sides
      swapped.set(piece, { kind, header: { ...header, title: withoutMarks(right), byline: left, told: true } })
    }
  }
  return pieces.map((piece) => {
    const swap = swapped.get(piece)
    return swap !== undefined && votes.get(swap.kind)! >= LEAST ? { ...piece, header: swap.header } : piece
  })
}

interface Sides {
  left: RichText
  right: RichText
  /** Headers of one form and sign are read alike. */
  kind: string
  /** What stands behind both. */
  header: Header
}

function mayHaveSides({ linked, told, sign, form }: Header): boolean {
  return !linked && told !== true && /^[·—|-]$/.test(sign) && (form === 'heading' || form === 'strong')
}

function sidesOf({ header, block, lines }: Piece): Sides | null {
  if (header === null || !mayHaveSides(header)) return null
  const line = normalizeRich(lines[0]!)
  const title = findTitle(line, block.kind === 'heading')
  if (title === null) return null
  const rest = sliceRich(line, title.next)
  const after = sliceRich(rest, findSign(rest.text).length)
  const end = /\s+[·•|]\s+/.exec(after.text)
  const right = trimRich(sliceRich(after, 0, end?.index))
  const { href } = header
  const bare: Header = { ...header, byline: header.title, rest: EMPTY_RICH }
  delete bare.outlet
  const more =
    end === null ? bare : readFields({ ...bare, sign: '·' }, sliceRich(after, end.index + end[0].length), EMPTY_CUT)
  const linked = right.marks.find(({ kind }) => kind === 'link')?.href
  return {
    left: header.title,
    right,
    kind: `${header.form} ${header.sign}`,
    header: { ...more, sign: '·', ...((linked ?? href) ? { href: (linked ?? href)! } : {}) },
  }
}

/** Places within what stands as title; each gives the company's and the title's part. */
const WITHIN: RegExp[] = [
  /^(?<name>[^:]{2,60}):\s+(?<title>\S.*)$/,
  /^(?<name>.{2,60}?)\s+[—–|-]\s+(?<title>\S.*)$/,
  /^\[(?<name>[^\]]{2,60})\]\s*[:—–-]?\s*(?<title>\S.*)$/,
  /^(?<title>.*\S)\s+\((?<name>[^()]{2,60})\)$/,
  /^(?<title>.*\S)\s+\[(?<name>[^[\]]{2,60})\]$/,
  /^(?<title>.*\S)\s+(?:@|—|–|\|)\s+(?<name>.{2,60})$/,
]
/** Of the headers without company, this share must have theirs in the same place. */
const SHARE = 0.6

function placeWithin(pieces: readonly Piece[], { named, isKnown }: PlaceContext): Piece[] {
  const open = pieces.filter(({ header, block }) => header !== null && isOpen(header, block.depth, named))
  const told = pieces.filter(({ header }) => header !== null && header.byline.text !== '' && header.form !== 'plain')
  const placed = new Map<Piece, Header>()
  for (const pattern of WITHIN) {
    const found = open.filter((piece) => !placed.has(piece)).flatMap((piece) => partsOf(piece, pattern))
    const most = found.length >= LEAST && found.length >= open.length * SHARE && told.length < open.length
    // Neither a series ("Part 1: …") nor one company's blog, where the same stands before each title
    const various = new Set(found.map(({ name }) => name)).size > found.length * 0.3
    for (const { piece, name, header } of found) if ((most && various) || isKnown(name)) placed.set(piece, header)
  }
  return pieces.map((piece) => {
    const header = placed.get(piece)
    return header === undefined ? piece : { ...piece, header }
  })
}

function isOpen(header: Header, depth: number, named: boolean): boolean {
  const { text } = header.title
  if (isLinkLabel(text)) return false
  if (header.form === 'heading' && (sectionRole(text) !== null || isEntrySection(text))) return false
  if (header.byline.text !== '' || header.rest.text !== '' || header.form === 'plain') return false
  return (header.linked || named) && (header.form !== 'heading' || depth > 1) && wordCount(text) >= 2
}

function partsOf(piece: Piece, pattern: RegExp): { piece: Piece; name: string; header: Header }[] {
  const header = piece.header!
  const { text } = header.title
  const groups = pattern.exec(text)?.groups
  if (groups === undefined || !isCompanyName(groups.name!) || wordCount(groups.title!) < 2) return []
  const cut = (part: string, at: number) => sliceRich(header.title, at, at + part.length)
  const nameFirst = text.indexOf(groups.name!) < text.lastIndexOf(groups.title!)
  const title = cut(groups.title!, nameFirst ? text.lastIndexOf(groups.title!) : 0)
  const byline = cut(groups.name!, nameFirst ? text.indexOf(groups.name!) : text.lastIndexOf(groups.name!))
  return [{ piece, name: groups.name!, header: { ...header, title, byline, told: true } }]
}

/** What heads a part of a text, of a series or of a list, and is no company. */
const NO_COMPANY =
  /^(?:(?:part|step|chapter|episode|day|week|phase|lesson|tip|rule|section|appendix|figure|table|case study|case|update|question|principle|problem|solution|challenge|example|issue|volume|vol|version|v|q|no)\b.*|the .* of .*|how .*|why .*|what .*|when .*|.*\d{4})$/i

/** A name short enough for a company, and no label of a field or heading of a part. */
export function isCompanyName(text: string): boolean {
  if (!isProperName(text) || wordCount(text) > MAX_WORDS) return isListedName(text)
  return !NO_COMPANY.test(text) && !isFieldWord(text) && !isLinkLabel(text)
}
