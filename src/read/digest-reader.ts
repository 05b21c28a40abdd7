import type { SectionRole } from '../model/index.ts'
import type { Block } from './block.ts'
import type { Digest, DigestContext } from './digest.ts'
import { type EntryDraft, finishEntry } from './finish-entry.ts'
import { isCertain, isLabel, resemblance } from './header-certainty.ts'
import { asCompany } from './link-list.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { firstSentence } from './record.ts'
import { joinRich, type RichText } from './rich-text.ts'
import { isEntrySection, sectionRole } from './section-role.ts'
import { takeSourceLine } from './source-line.ts'
import { wellFormed } from './well-formed.ts'

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

export class DigestReader {
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

function headingText(rich: RichText): string {
  return normalizeRich(rich).text.replace(/\s*[#¶§🔗]+$/u, '')
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${wellFormed(line.slice(0, length - 1))}…`
}
