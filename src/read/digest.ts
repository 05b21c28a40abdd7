import type { BylineRole, Diagnostic, Entry, Section, SectionRole, Thread } from '../model/index.ts'
import type { Block } from './block.ts'
import { joinBylineLines } from './byline-line.ts'
import type { CutContext } from './company-cut.ts'
import { type EntryDraft, finishEntry } from './finish-entry.ts'
import { normalizeRich } from './normalize-rich.ts'
import { type Header, parseHeader } from './parse-header.ts'
import type { Piece } from './piece.ts'
import { firstSentence } from './record.ts'
import { EMPTY_RICH, joinRich, type RichText, richLines } from './rich-text.ts'
import { isEntrySection, sectionRole } from './section-role.ts'
import { takeSourceLine } from './source-line.ts'
import { wellFormed } from './well-formed.ts'

/** What is known of the file besides its blocks. */
export interface DigestContext {
  source: string
  date: string | null
  dateEnd?: string
  /** Base of relative links. */
  base?: string
  roleOf?: (name: string) => BylineRole | undefined
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

/** Whether the blocks are a list of links, and what the links name. */
export function linkListKind(blocks: readonly Block[]): 'titles' | 'companies' | null {
  let links = 0
  let companies = 0
  let others = 0
  for (const block of blocks) {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || block.depth > 1) continue
    const header = parseHeader(richLines(block.rich)[0]!, false)
    if (header?.linked && header.form === 'link') {
      links++
      if (header.sign === '.' || (header.sign === '' && header.rest.text !== '')) companies++
    } else others++
  }
  if (links < 3 || links < others) return null
  return companies > links / 2 ? 'companies' : 'titles'
}

interface OpenSection {
  role: SectionRole
  heading: string
  line: number
  depth: number
  texts: RichText[]
  /** Lines under its heading that are headers of entries beyond doubt. */
  entries: number
}

/** As many headers under "Signal of the Day" say that the heading of the entries is missing. */
const ENTRIES_IN_SECTION = 2

/** Entries, sections and threads of a digest, from the blocks of any format. */
export function readDigest(blocks: readonly Block[], context: DigestContext): Digest {
  const pieces = joinBylineLines(blocks.flatMap((block) => cutAtHeaders(block, context)))
  countBelow(pieces)
  const certain = pieces.filter(({ header, block }) => header !== null && isCertain(header, block)).length
  const certainItems = pieces.some(
    ({ header, block }) => header !== null && block.kind === 'item' && isCertain(header, block),
  )
  const headings = pieces.filter(({ block }) => block.kind === 'heading').map(({ block }) => block.rich.text)
  const named = headings.some((heading) => isEntrySection(heading) || isDigestRole(sectionRole(heading)))
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

/** A header that no other line looks like: a middle dot after a title set off, or a linked title with a company. */
function isCertain(header: Header, block: Block): boolean {
  if (header.sign === '·') return header.form !== 'plain' || header.byline.text !== ''
  if (block.kind === 'heading')
    return (header.linked && !isAnchor(header)) || (header.byline.text !== '' && header.told === true)
  return header.linked && header.form === 'strong' && (header.byline.text !== '' || block.kind !== 'item')
}

/** The link of a heading that leads to the heading itself, as many generators make it. */
function isAnchor({ href = '', byline }: Header): boolean {
  return byline.text === '' && /^#|^[^:?]*#[^/]*$/.test(href)
}

function cutAtHeaders(block: Block, { cut, lineAt }: DigestContext): Piece[] {
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

class DigestReader {
  private draft: EntryDraft | null = null
  private draftKind: Block['kind'] = 'paragraph'
  private section: OpenSection | null = null
  private thread: { title: string; texts: RichText[]; line: number } | null = null
  private heading = ''
  /** Depth of the heading under which entries stand ("Deep Dives"); headings below it may be entries. */
  private entryDepth = 6
  private readonly digest: Digest
  private readonly context: DigestContext
  private readonly certain: number
  private readonly certainItems: boolean

  constructor(digest: Digest, context: DigestContext, certain: number, certainItems: boolean) {
    this.digest = digest
    this.context = context
    this.certain = certain
    this.certainItems = certainItems
  }

  take(piece: Piece): void {
    const { block } = piece
    if (block.kind === 'rule') this.rule(piece)
    else if (block.kind === 'heading') this.takeHeading(piece)
    else if (this.section !== null) this.inSection(piece)
    else if (this.isEntryHeader(piece)) this.open(piece)
    else this.inBody(piece)
  }

  close(): void {
    this.closeEntry()
    this.closeThread()
    const { section } = this
    if (section !== null && (section.texts.length > 0 || section.role !== 'other')) {
      this.digest.sections.push({
        source: this.context.source,
        role: section.role,
        heading: section.heading,
        text: joinRich(section.texts, '\n\n').text,
        line: section.line,
      })
    }
    this.section = null
  }

  private takeHeading(piece: Piece): void {
    const text = headingText(piece.block.rich)
    const role = sectionRole(text)
    const { depth } = piece.block
    if (this.section !== null && role === null && depth > this.section.depth && this.section.role !== 'other') {
      if (this.section.role === 'threads') this.openThread(text, piece.line)
      else this.section.texts.push(normalizeRich(piece.block.rich))
      return
    }
    if (role === null && depth > 1 && this.isEntryHeader(piece)) {
      this.close()
      this.open(piece)
      return
    }
    this.close()
    this.heading = text
    if (role === null && depth > 1 && isEntrySection(text)) this.entryDepth = depth
    this.explain(piece.line, role === null ? 'heading' : `section: ${role}`, text)
    if (role !== null)
      this.section = { role, heading: text, line: piece.line, depth, texts: [], entries: piece.entriesBelow ?? 0 }
  }

  /** A rule ends an entry, and a section of its own: what follows the last one is residue. */
  private rule(piece: Piece): void {
    this.closeEntry()
    if (this.section !== null && this.section.role !== 'other' && this.section.texts.length > 0) {
      const { depth } = this.section
      this.close()
      this.section = { role: 'other', heading: '', line: piece.line, depth, texts: [], entries: 0 }
    }
  }

  private inSection(piece: Piece): void {
    const section = this.section!
    const { header } = piece
    const unheaded = (section.role === 'signal' || section.role === 'review') && section.entries >= ENTRIES_IN_SECTION
    if ((section.role === 'other' || unheaded) && header !== null && this.isEntryHeader(piece)) {
      this.close()
      this.open(piece)
      return
    }
    if (section.role === 'threads' && header !== null && header.form !== 'plain' && header.title.text !== '') {
      this.openThread(header.title.text.replace(/[:.]$/, ''), piece.line)
      const after = [header.rest, ...piece.lines.slice(1)].filter(({ text }) => text.trim() !== '')
      if (after.length > 0) {
        const text = normalizeRich(joinRich(after, '\n'))
        this.thread!.texts.push(text)
        section.texts.push(text)
      }
      return
    }
    const text = normalizeRich(joinRich(piece.lines, '\n'))
    if (text.text === '') return
    if (this.thread !== null) this.thread.texts.push(text)
    section.texts.push(text)
    if (header !== null && isCertain(header, piece.block) && header.byline.text !== '') {
      this.report(piece, `it stands in the section "${section.heading}", whose text is kept whole`)
    } else this.explain(piece.line, `text of section: ${section.role}`, text.text)
  }

  private isEntryHeader(piece: Piece): boolean {
    const { header, block } = piece
    if (header === null) return false
    if (this.context.links !== undefined) return header.linked && block.depth <= 1 && block.kind !== 'heading'
    const certain = isCertain(header, block)
    if (block.kind === 'item' || block.kind === 'row' || block.kind === 'quote') {
      // A list inside an entry is its body, however bold its items begin
      if (this.draft !== null && this.draftKind !== block.kind)
        return certain && this.certainItems && header.sign === '·' && header.linked
      if (block.kind === 'item' && block.depth > 1) return false
    }
    if (certain) return true
    if (this.certain > 0) return header.linked && header.form === 'strong'
    if (header.form === 'plain' || isLabel(header)) return false
    if (header.byline.text !== '') return this.digest.named || header.linked
    if (!this.digest.named || !header.title.text.includes(' ')) return false
    return block.kind === 'heading'
      ? block.depth > this.entryDepth
      : header.form === 'strong' && block.kind === 'paragraph'
  }

  private open(piece: Piece): void {
    this.close()
    const header = this.context.links === 'companies' ? asCompany(piece.header!) : piece.header!
    this.draft = { header, line: piece.line, section: this.heading, body: [] }
    this.draftKind = piece.block.kind
    const after = [header.rest, ...piece.lines.slice(1)].filter(({ text }) => text.trim() !== '')
    if (after.length > 0) this.draft.body.push({ kind: 'paragraph', rich: normalizeRich(joinRich(after, '\n')) })
    this.explain(piece.line, 'entry', header.title.text)
  }

  private inBody(piece: Piece): void {
    const rich = piece.block.kind === 'code' ? piece.block.rich : normalizeRich(joinRich(piece.lines, '\n'))
    if (rich.text.trim() === '') return
    if (this.draft !== null) {
      this.draft.body.push({ kind: piece.block.kind, rich })
      const reason = resemblance(piece)
      if (reason !== null) {
        this.report(piece, `${reason}; it was read as text of the entry above`)
      } else this.explain(piece.line, 'body', rich.text)
      return
    }
    if (this.section === null) {
      this.section = { role: 'other', heading: this.heading, line: piece.line, depth: 6, texts: [], entries: 0 }
    }
    this.section.texts.push(rich)
    const reason = resemblance(piece)
    if (reason !== null) this.report(piece, reason)
    else this.explain(piece.line, 'text outside entries', rich.text)
  }

  private openThread(title: string, line: number): void {
    this.closeThread()
    this.thread = { title, texts: [], line }
    this.section!.texts.push({ text: title, marks: [], segments: [] })
    this.explain(line, 'thread', title)
  }

  private closeThread(): void {
    if (this.thread === null) return
    const { title, texts, line } = this.thread
    const body = joinRich(texts, '\n\n').text
    this.digest.threads.push({ source: this.context.source, title, body, line })
    this.thread = null
  }

  private closeEntry(): void {
    if (this.draft === null) return
    takeSourceLine(this.draft)
    const { header, body } = this.draft
    if (header.title.text === '')
      this.draft.header = { ...header, title: body[0] ? firstSentence(body[0].rich) : header.byline }
    const { entries } = this.digest
    entries.push(finishEntry(this.draft, entries.length, { ...this.context, notes: this.digest.diagnostics }))
    this.draft = null
  }

  private report(piece: Piece, reason: string): void {
    const text = piece.lines[0]!.text.trim()
    this.digest.diagnostics.push({
      code: 'line-not-read-as-entry',
      severity: 'warning',
      message: `"${shorten(text, 60)}" looks like an entry but is not read as one: ${reason}`,
      source: this.context.source,
      line: piece.line,
    })
    this.explain(piece.line, 'looks like an entry', text)
  }

  private explain(line: number, as: string, text: string): void {
    this.digest.explain.push({ line, as, text: shorten(text, 80) })
  }
}

/** `[Company](url). What happened.`: the title is yet to be taken from the text. */
function asCompany(header: Header): Header {
  const text = header.rest.text === '' ? header.byline : header.rest
  return { ...header, title: EMPTY_RICH, byline: header.title, rest: text }
}

/** Why a line that was not read as an entry looks like one; null where it does not. */
function resemblance({ header, block, lines }: Piece): string | null {
  const line = lines[0]!.text
  if (/^\s*(?:\*\*|\[).{3,300} · \S/.test(line) && !(header?.byline.text ?? ''))
    return 'its Markdown is broken: a star or bracket is missing'
  if (header === null || isLabel(header) || block.kind !== 'paragraph') return null
  const alone = header.rest.text === '' && header.title.text.includes(' ')
  if (header.form === 'strong' && (header.linked || alone)) return 'no company follows the title, as in other entries'
  return header.sign === '·' && header.form !== 'plain' ? 'it has a title and a dot, but no company' : null
}

/** `**Why it matters:** …`: a label inside a body, not a title. */
function isLabel(header: Header): boolean {
  return (
    header.title.text.endsWith(':') ||
    (header.sign === ':' && !header.linked) ||
    (header.sign === '.' && !header.linked)
  )
}

function headingText(rich: RichText): string {
  return normalizeRich(rich).text.replace(/\s*[#¶§🔗]+$/u, '')
}

export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${wellFormed(line.slice(0, length - 1))}…`
}
