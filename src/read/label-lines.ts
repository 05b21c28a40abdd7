import type { Block } from './block.ts'
import { isListedName } from './byline.ts'
import { findDate } from './entry-date.ts'
import { withoutMarks } from './find-title.ts'
import type { Header } from './header.ts'
import { isLinkLabel } from './link-label.ts'
import { isProperName } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { EMPTY_RICH, type RichText, sliceRich, trimRich } from './rich-text.ts'
import { sectionRole } from './section-role.ts'

type LabelKind = 'title' | 'company' | 'link' | 'date' | 'text'

/** The words that name a field of an entry, as assistants and forms write them. */
const LABELS: [RegExp, LabelKind][] = [
  [/^(?:title|headline|article(?: title)?|post title|story)$/i, 'title'],
  [/^(?:compan(?:y|ies)|organi[sz]ations?|org|vendor|provider|published by|by|from|who)$/i, 'company'],
  [
    /^(?:sources?|links?|url|address|read(?: more)?|original(?: article| post)?|full (?:article|post|story)|reference)$/i,
    'link',
  ],
  [/^(?:publisher|published in|outlet|blog|via)$/i, 'link'],
  [/^(?:date|published(?: on)?|posted(?: on)?|when)$/i, 'date'],
  [/^(?:summary|description|abstract|text|body|synopsis|overview|gist|tl;?dr)$/i, 'text'],
]
const LABELLED =
  /^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\s•–—-])*(\p{L}[\p{L};]{1,15}(?: \p{L}{1,10}){0,2})\s{0,2}:(?=\s|$)\s*/u
/** A longer line is text, whatever it begins with; only a text field may be as long. */
const MAX_LINE = 600

interface Field {
  kind: LabelKind
  value: RichText
}

/**
 * Entries whose fields stand on lines of their own, each behind a label (`**Title:** …`, `Company: …`, `- **Link:** …`), as
 * headers: of a line that is labelled as title, or of any header that lacks what the lines below it tell.
 */
export function joinLabelLines(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let section = 7
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const { kind, depth, rich } = piece.block
    if (kind === 'heading') {
      if (sectionRole(rich.text) !== null) section = depth
      else if (depth <= section) section = 7
    }
    const found = section < 7 ? null : recordAt(pieces, i)
    if (found === null) joined.push(piece)
    else {
      joined.push(found.piece)
      i = found.last
    }
  }
  return joined
}

/** The entry that begins with a piece, and the index of the last piece that belongs to its fields. */
function recordAt(pieces: readonly Piece[], first: number): { piece: Piece; last: number } | null {
  const piece = pieces[first]!
  const start = titleHeader(piece) ?? ownHeader(piece)
  if (start === null) return null
  const header: Header = { ...start }
  // `### Title – Part 1` above `Company: …`: the dash is the title's own
  const dashed = isDashed(start)
  const body: RichText[] = []
  const seen = new Set<LabelKind>()
  let last = first
  for (let i = first; i < pieces.length; i++) {
    const lines = i === first ? piece.lines.slice(1) : pieces[i]!.lines
    if (i > first && !mayHoldFields(pieces[i]!.block, lines[0]!)) break
    for (const [n, line] of lines.entries()) {
      const fields = fieldsOf(line)
      // What goes on below a text is text; below other fields it is the text's beginning
      if (fields === null || fields.some(({ kind }) => kind === 'title')) {
        if (i > first || seen.size > 0 || start.told === true) body.push(...lines.slice(n))
        else return null
        break
      }
      for (const field of fields) {
        seen.add(field.kind)
        if (dashed && field.kind === 'company')
          Object.assign(header, {
            title: withoutMarks(normalizeRich(piece.lines[0]!)),
            byline: EMPTY_RICH,
            rest: EMPTY_RICH,
          })
        if (field.kind === 'text') body.push(field.value)
        else takeField(header, field)
      }
    }
    last = i
    if (body.length > 0 && !seen.has('text')) break
  }
  if (header.rest.text !== '') return null
  const told = header.byline.text !== start.byline.text || (header.href !== start.href && header.byline.text !== '')
  if (!told && !(start.told === true && header.href !== start.href) && header.href === start.href) return null
  if (header.byline.text === '' && header.outlet !== undefined) header.byline = { ...EMPTY_RICH, text: header.outlet }
  const block: Block = piece.block.kind === 'item' ? { ...piece.block, kind: 'paragraph', depth: 0 } : piece.block
  if (header.byline.text !== '') header.told = true
  return { piece: { ...piece, block, header, lines: [piece.lines[0]!, ...body] }, last }
}

/** Of `**Title:** …` the title; the label says that an entry begins. */
function titleHeader({ block, lines }: Piece): Header | null {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return null
  const [field, ...others] = fieldsOf(lines[0]!) ?? []
  if (field?.kind !== 'title' || field.value.text === '') return null
  const href = hrefIn(field.value)
  const header: Header = {
    title: withoutMarks(field.value),
    byline: EMPTY_RICH,
    rest: EMPTY_RICH,
    form: 'strong',
    sign: '·',
    linked: href !== undefined,
    told: true,
    ...(href === undefined ? {} : { href }),
  }
  for (const other of others) takeField(header, other)
  return header
}

function ownHeader({ header, block }: Piece): Header | null {
  if (header === null || header.form === 'plain' || header.sign === ':') return null
  if (header.rest.text !== '' && !isDashed(header)) return null
  if (header.byline.text !== '' && header.href !== undefined) return null
  return block.kind === 'heading' && block.depth === 1 ? null : header
}

/** What stands behind a dash may be a company, or the rest of the title. */
function isDashed({ sign, linked }: Header): boolean {
  return /^[—|-]$/.test(sign) && !linked
}

function mayHoldFields({ kind }: Block, line: RichText): boolean {
  if (kind !== 'paragraph' && kind !== 'item') return false
  const fields = fieldsOf(line)
  return fields !== null && !fields.some(({ kind: label }) => label === 'title')
}

/** The labelled fields of a line, or null where any part of it has no label. */
function fieldsOf(line: RichText): Field[] | null {
  if (!line.text.slice(0, 60).includes(':')) return null
  const clean = normalizeRich(line)
  const whole = fieldOf(clean)
  if (whole === null) return null
  if (whole.kind === 'title' || whole.kind === 'text') return [whole]
  if (clean.text.length > MAX_LINE) return null
  const fields: Field[] = []
  let start = 0
  for (const match of [...clean.text.matchAll(/\s+[·•|]\s+/g), null]) {
    const part = sliceRich(clean, start, match?.index)
    const field = fieldOf(part) ?? asideOf(part)
    if (field === null) return null
    fields.push(field)
    start = match === null ? 0 : match.index + match[0].length
  }
  return fields
}

function fieldOf(text: RichText): Field | null {
  const label = LABELLED.exec(text.text.slice(0, 80))
  const kind = label === null ? undefined : LABELS.find(([words]) => words.test(label[1]!))?.[1]
  return kind === undefined ? null : { kind, value: trimRich(sliceRich(text, label![0].length)) }
}

/** A link or a date beside labelled fields needs no label of its own. */
function asideOf(part: RichText): Field | null {
  if (hrefIn(part) !== undefined) return { kind: 'link', value: part }
  return part.text.length <= 40 && findDate(part.text) !== null ? { kind: 'date', value: part } : null
}

function takeField(header: Header, { kind, value }: Field): void {
  const href = hrefIn(value)
  if (kind === 'company') {
    if (header.byline.text === '' && value.text.length <= 120) header.byline = { ...value, marks: [] }
  } else if (kind === 'date') {
    const date = findDate(value.text)
    if (date !== null) header.date = date.date
  } else if (href !== undefined || kind === 'link') {
    if (href !== undefined && (header.href === undefined || header.href === '#')) header.href = href
    const label = value.text.replace(/^\[|\]$/g, '')
    if (!isLinkLabel(label) && (isProperName(label) || isListedName(label))) header.outlet ??= label
  }
}

function hrefIn({ text, marks }: RichText): string | undefined {
  return marks.find(({ kind }) => kind === 'link')?.href ?? /^<?(https?:\/\/[^\s<>]{1,2000})>?$/.exec(text)?.[1]
}
