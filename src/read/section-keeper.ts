import type { SectionRole } from '../model/index.ts'
import type { Digest } from './digest.ts'
import { joinRich, type RichText } from './rich-text.ts'

export interface OpenSection {
  role: SectionRole
  heading: string
  line: number
  depth: number
  texts: RichText[]
  /** Lines under its heading that are headers of entries beyond doubt. */
  entries: number
}

/** Keeps what stands outside entries, with its role: sections, and the threads of "Developing Threads". */
export class SectionKeeper {
  open: OpenSection | null = null
  private thread: { title: string; texts: RichText[]; line: number } | null = null
  private readonly digest: Digest
  private readonly source: string

  constructor(digest: Digest, source: string) {
    this.digest = digest
    this.source = source
  }

  start(section: Omit<OpenSection, 'texts'>): void {
    this.close()
    this.open = { ...section, texts: [] }
  }

  text(rich: RichText): void {
    this.thread?.texts.push(rich)
    this.open?.texts.push(rich)
  }

  startThread(title: string, line: number): void {
    this.closeThread()
    this.thread = { title, texts: [], line }
    this.open?.texts.push({ text: title, marks: [], segments: [] })
  }

  close(): void {
    this.closeThread()
    const { open, source } = this
    this.open = null
    if (open === null || (open.texts.length === 0 && open.role === 'other')) return
    const { role, heading, texts, line } = open
    this.digest.sections.push({ source, role, heading, text: joinRich(texts, '\n\n').text, line })
  }

  private closeThread(): void {
    if (this.thread === null) return
    const { title, texts, line } = this.thread
    this.digest.threads.push({ source: this.source, title, body: joinRich(texts, '\n\n').text, line })
    this.thread = null
  }
}
