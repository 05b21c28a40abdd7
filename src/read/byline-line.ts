import { findDate } from './entry-date.ts'
import type { Header } from './header.ts'
import { isFieldWord } from './link-label.ts'
import { isProperName } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { type RichText, sliceRich } from './rich-text.ts'
import { isDigestTitle, isEntrySection, sectionRole } from './section-role.ts'

const LABEL =
  /^(company|companies|organi[sz]ations?|org|publisher|published (?:by|on|in)|by|from|author|source|link|url|article|read more|original|date|published)\b\s*(?::|→|-|–|—)?\s*/i
const COMPANY_LABEL = /^(?:compan|org|publisher|published (?:by|in)|by|from|author)/i
const DATE_LABEL = /^(?:date|published(?: on)?)$/i
/**
 * Headers whose company stands on a line of its own below the title (`### [Title](url)`, then `*Company*` or
 * `**Company:** Name · **Source:** [label](url)`) get it as their byline; the line is taken out of the text.
 */
export function joinBylineLines(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const { header } = piece
    if (header === null || header.byline.text !== '' || header.form === 'plain') {
      joined.push(piece)
      continue
    }
    if (piece.lines.length > 1 && header.rest.text === '') {
      const found = takeLine(header, piece.lines[1]!)
      joined.push(
        found === null ? piece : { ...piece, header: found, lines: [piece.lines[0]!, ...piece.lines.slice(2)] },
      )
      continue
    }
    const next = pieces[i + 1]
    const found =
      header.rest.text === '' && next !== undefined && mayHoldByline(piece, next)
        ? takeLine(header, next.lines[0]!, piece.block.depth)
        : null
    if (found === null) {
      joined.push(piece)
      continue
    }
    pushBoth(joined, { ...piece, header: found }, next!)
    i++
  }
  return joined
}

/** The header's piece, and what is left of the one whose first line it took. */
function pushBoth(joined: Piece[], piece: Piece, next: Piece): void {
  joined.push(piece)
  const rest = next.lines.slice(1)
  if (rest.length > 0) joined.push({ ...next, lines: rest, line: next.line + 1, header: null })
}

function mayHoldByline({ block }: Piece, next: Piece): boolean {
  // A title set off on its own line is the next entry's
  if (next.header !== null && next.header.form !== 'plain' && next.header.byline.text !== '') return false
  return (
    (block.kind === 'heading' && next.block.kind === 'paragraph') ||
    (block.kind === 'paragraph' && next.block.kind === 'paragraph')
  )
}

/** The header with what a line below it says; null where the line is text. */
function takeLine(header: Header, line: RichText, depth = 0): Header | null {
  const clean = normalizeRich(line)
  if (clean.text.length > 300) return null
  const fields = fieldsOf(clean)
  const told = fields.some(({ text }) => LABEL.test(text)) ? labelled(header, fields) : null
  if (told !== null) return told
  // Below a heading without link, a link beside the name says that this is no text
  const sourced = isOwnHeading(header) && fields.slice(1).some(({ marks }) => marks.some(({ kind }) => kind === 'link'))
  const [whole, ...others] = fields
  const name = whole === undefined ? undefined : sliceRich(whole, LEAD.exec(whole.text)![0].length)
  const setOff = depth > 1 && isOwnHeading(header) && name !== undefined && name.text.length > 1 && isSetOff(name)
  if ((!header.linked && !sourced && !setOff) || fields.length > 3) return null
  if (name === undefined || !isProperName(name.text) || isFieldWord(name.text)) return null
  if (others.some((field) => !isAside(field))) return null
  return withOthers({ ...header, byline: name, told: true }, others)
}

/** What may stand before a company on a line of its own. */
const LEAD = /^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\s—–-])*/u

/** The whole of it is bold or slanted. */
function isSetOff({ text, marks }: RichText): boolean {
  if (marks.some(({ kind }) => kind === 'link')) return false
  return marks.some(
    ({ kind, start, end }) => (kind === 'strong' || kind === 'emphasis') && start === 0 && end === text.length,
  )
}

/** The heading of one entry, not of many. */
function isOwnHeading({ form, title }: Header): boolean {
  const { text } = title
  return form === 'heading' && sectionRole(text) === null && !isEntrySection(text) && !isDigestTitle(text)
}

function labelled(header: Header, fields: readonly RichText[]): Header | null {
  const result: Header = { ...header }
  for (const field of fields) {
    const label = LABEL.exec(field.text)
    const value = label ? sliceRich(field, label[0].length) : field
    const name = label?.[1] ?? ''
    const href = value.marks.find(({ kind }) => kind === 'link')?.href
    if (COMPANY_LABEL.test(name)) {
      // "By building …" is a sentence
      if (!/^(?:by|from)$/i.test(name) || isProperName(value.text)) {
        if (value.text === '' || value.text.length > 120 || result.byline.text !== '') return null
        result.byline = value
        result.told = true
      } else return null
    } else if (DATE_LABEL.test(name)) {
      const date = findDate(value.text)
      if (date !== null) result.date = date.date
    } else if (label === null && !isAside(field)) return null
    if (href !== undefined && (result.href === undefined || result.href === '#') && !COMPANY_LABEL.test(name))
      result.href = href
  }
  return result.byline.text === '' ? null : result
}

/** A link's label, a date, a reading time: what stands beside a company in such a line. */
function isAside({ text, marks }: RichText): boolean {
  return (
    marks.some(({ kind }) => kind === 'link') ||
    findDate(text) !== null ||
    /^\d{1,3}[\s-]?min/i.test(text) ||
    isProperName(text)
  )
}

function withOthers(header: Header, others: readonly RichText[]): Header {
  const result = { ...header }
  for (const field of others) {
    const date = findDate(field.text)
    const href = field.marks.find(({ kind }) => kind === 'link')?.href
    if (date !== null) result.date = date.date
    else if (href !== undefined && (result.href === undefined || result.href === '#')) result.href = href
  }
  return result
}

function fieldsOf(line: RichText): RichText[] {
  const fields: RichText[] = []
  let start = 0
  for (const match of line.text.matchAll(/\s+[·•|]\s+/g)) {
    fields.push(sliceRich(line, start, match.index))
    start = match.index + match[0].length
  }
  fields.push(sliceRich(line, start))
  return fields
}
