import type { Block } from './block.ts'
import { splitByline } from './byline.ts'
import { isCompanyName } from './company-place.ts'
import type { Digest, DigestContext } from './digest.ts'
import { DigestNotes } from './digest-notes.ts'
import { type EntryDraft, finishEntry } from './finish-entry.ts'
import type { Header } from './header.ts'
import { holdsHeader, isCertain, isLabel, resemblance } from './header-certainty.ts'
import { asCompany } from './link-list.ts'
import { wordCount } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { firstSentence } from './record.ts'
import { joinRich, type RichText } from './rich-text.ts'
import { SectionKeeper } from './section-keeper.ts'
import { isEntrySection, sectionRole } from './section-role.ts'
import { takeAttribution, takeSourceLine } from './source-line.ts'

/** As many headers under "Signal of the Day" say that the heading of the entries is missing. */
const ENTRIES_IN_SECTION = 2

/** Takes a digest's pieces in order, and makes of them its entries, sections and threads. */
export class DigestReader {
  private draft: EntryDraft | null = null
  private draftKind: Block['kind'] = 'paragraph'
  private heading = ''
  /** The last heading, where it stands as a title does and nothing yet stands below it. */
  private title: Piece | null = null
  /** Depth of the heading under which entries stand ("Deep Dives"); headings below it may be entries. */
  private entryDepth = 6
  private readonly digest: Digest
  private readonly notes: DigestNotes
  private readonly sections: SectionKeeper
  private readonly context: DigestContext
  private readonly certain: number
  private readonly certainItems: boolean

  constructor(digest: Digest, context: DigestContext, certain: number, certainItems: boolean) {
    this.digest = digest
    this.context = context
    this.notes = new DigestNotes(digest, context.source)
    this.sections = new SectionKeeper(digest, context.source)
    this.certain = certain
    this.certainItems = certainItems
  }

  take(piece: Piece): void {
    const { block } = piece
    const { title } = this
    this.title = null
    if (block.kind === 'rule') this.rule(piece)
    else if (block.kind === 'heading') this.takeHeading(piece)
    else if (this.sections.open !== null) this.inSection(piece)
    else if (this.isEntryHeader(piece)) this.open(piece)
    else {
      if (title !== null && block.kind === 'paragraph') this.notes.report(title, 'no company follows the title')
      this.inBody(piece)
    }
  }

  close(): void {
    this.closeEntry()
    this.sections.close()
  }

  private takeHeading(piece: Piece): void {
    const text = headingText(piece.block.rich)
    const role = sectionRole(text)
    const { depth } = piece.block
    const section = this.sections.open
    if (section !== null && role === null && depth > section.depth && section.role !== 'other') {
      if (section.role === 'threads') this.openThread(text, piece.line)
      else this.sections.text(normalizeRich(piece.block.rich))
      return
    }
    if (role === null && depth > 1 && this.isEntryHeader(piece)) {
      this.close()
      this.open(piece)
      return
    }
    this.close()
    this.heading = text
    this.title = role === null && depth > this.entryDepth && text.includes(' ') ? piece : null
    if (role === null && depth > 1 && isEntrySection(text)) this.entryDepth = depth
    this.notes.explain(piece.line, role === null ? 'heading' : `section: ${role}`, text)
    if (role !== null)
      this.sections.start({ role, heading: text, line: piece.line, depth, entries: piece.entriesBelow ?? 0 })
  }

  /** A rule ends an entry, and a section of its own: what follows the last one is residue. */
  private rule(piece: Piece): void {
    this.closeEntry()
    const section = this.sections.open
    if (section !== null && section.role !== 'other' && section.texts.length > 0)
      this.sections.start({ role: 'other', heading: '', line: piece.line, depth: section.depth, entries: 0 })
  }

  private inSection(piece: Piece): void {
    const section = this.sections.open!
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
      if (after.length > 0) this.sections.text(normalizeRich(joinRich(after, '\n')))
      return
    }
    const text = normalizeRich(joinRich(piece.lines, '\n'))
    if (text.text === '') return
    this.sections.text(text)
    if (header !== null && isCertain(header, piece.block) && header.byline.text !== '') {
      this.notes.report(piece, `it stands in the section "${section.heading}", whose text is kept whole`)
    } else this.notes.explain(piece.line, `text of section: ${section.role}`, text.text)
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
    if (this.certain > 0) return this.isLikeHeader(header, block)
    if (header.form === 'plain' || isLabel(header)) return false
    if (header.byline.text !== '') return this.digest.named || header.linked
    if (!this.digest.named || !header.title.text.includes(' ')) return false
    return block.kind === 'heading'
      ? block.depth > this.entryDepth
      : header.form === 'strong' && block.kind === 'paragraph'
  }

  /** A header of another form than most of the document's, that can hardly be anything else. */
  private isLikeHeader({ linked, form, byline, rest, title }: Header, { kind, depth }: Block): boolean {
    const company = byline.text !== '' && rest.text === '' && splitByline(byline.text).every(isCompanyName)
    if (kind === 'heading') return company && depth > this.entryDepth
    if (linked && form === 'strong') return byline.text !== '' || !/^\p{Ll}/u.test(rest.text)
    if (!company || wordCount(title.text) < 3) return false
    // Lists of sources are no entries
    const { open } = this.sections
    if (kind === 'item') return linked && (open === null || sectionRole(open.heading) === null)
    return kind === 'paragraph' && (linked || form === 'strong')
  }

  private open(piece: Piece): void {
    this.close()
    const header = this.context.links === 'companies' ? asCompany(piece.header!) : piece.header!
    this.draft = { header, line: piece.line, section: this.heading, body: [] }
    this.draftKind = piece.block.kind
    const after = [header.rest, ...piece.lines.slice(1)].filter(({ text }) => text.trim() !== '')
    if (after.length > 0) this.draft.body.push({ kind: 'paragraph', rich: normalizeRich(joinRich(after, '\n')) })
    this.notes.explain(piece.line, 'entry', header.title.text)
    if (after.some(holdsHeader)) this.notes.report(piece, 'a second header stands in its text, which was kept whole')
  }

  private inBody(piece: Piece): void {
    const rich = piece.block.kind === 'code' ? piece.block.rich : normalizeRich(joinRich(piece.lines, '\n'))
    if (rich.text.trim() === '') return
    if (this.draft !== null) {
      this.draft.body.push({ kind: piece.block.kind, rich })
      const reason = resemblance(piece)
      if (reason !== null) {
        this.notes.report(piece, `${reason}; it was read as text of the entry above`)
      } else this.notes.explain(piece.line, 'body', rich.text)
      return
    }
    if (this.sections.open === null)
      this.sections.start({ role: 'other', heading: this.heading, line: piece.line, depth: 6, entries: 0 })
    this.sections.text(rich)
    const reason = resemblance(piece)
    if (reason !== null) this.notes.report(piece, reason)
    else this.notes.explain(piece.line, 'text outside entries', rich.text)
  }

  private openThread(title: string, line: number): void {
    this.sections.startThread(title, line)
    this.notes.explain(line, 'thread', title)
  }

  private closeEntry(): void {
    if (this.draft === null) return
    takeSourceLine(this.draft)
    takeAttribution(this.draft)
    const { header, body } = this.draft
    if (header.title.text === '')
      this.draft.header = { ...header, title: body[0] ? firstSentence(body[0].rich) : header.byline }
    const { entries } = this.digest
    entries.push(finishEntry(this.draft, entries.length, { ...this.context, notes: this.digest.diagnostics }))
    this.draft = null
  }
}

function headingText(rich: RichText): string {
  return normalizeRich(rich).text.replace(/\s*[#¶§🔗]+$/u, '')
}
