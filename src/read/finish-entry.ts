import type { BylineRole, Entry, Mark, SourceMap } from '../model/index.ts'
import type { Block } from './block.ts'
import { defaultRole, splitByline } from './byline.ts'
import { articleUrl, canonicalUrl } from './canonical-url.ts'
import { hashText } from './hash-text.ts'
import type { Header } from './parse-header.ts'
import { joinRich, type RichText } from './rich-text.ts'

/** An entry while its body is still being read. */
export interface EntryDraft {
  header: Pick<Header, 'title' | 'byline' | 'href' | 'outlet' | 'date'>
  line: number
  section: string
  body: { kind: Block['kind']; rich: RichText }[]
  facts?: Record<string, string | string[]>
}

export interface EntryContext {
  source: string
  date: string | null
  dateEnd?: string
  base?: string
  roleOf?: (name: string) => BylineRole | undefined
}

/** The finished entry. `index` is its place in the file. */
export function finishEntry(draft: EntryDraft, index: number, context: EntryContext): Entry {
  const { header } = draft
  const title = header.title.text
  const bylineText = header.byline.text
  const byline = splitByline(bylineText)
  const url = articleUrl(header.href, context.base)
  const body = joinRich(draft.body.map(asBody), '\n\n')
  const entry: Entry = {
    id: `${fileStem(context.source)}#${index}`,
    key: (url !== null && canonicalUrl(url)) || contentKey(title, bylineText),
    source: context.source,
    index,
    date: header.date ?? context.date,
    title,
    url,
    bylineText,
    byline,
    bylineRoles: byline.map((name) => context.roleOf?.(name) ?? defaultRole(name)),
    body: body.text,
    line: draft.line,
  }
  if (header.date === undefined && context.dateEnd !== undefined) entry.dateEnd = context.dateEnd
  if (header.outlet !== undefined) entry.outlet = header.outlet
  const marks: Mark[] = [
    ...header.title.marks.map((mark): Mark => ({ ...mark, field: 'title' })),
    ...body.marks.map((mark): Mark => ({ ...mark, field: 'body' })),
  ]
  if (marks.length > 0) entry.marks = marks
  if (body.segments.length > 0) entry.sourceMap = body.segments as SourceMap
  if (draft.section !== '') entry.section = draft.section
  if (draft.facts !== undefined && Object.keys(draft.facts).length > 0) entry.facts = draft.facts
  return entry
}

function asBody({ kind, rich }: EntryDraft['body'][number]): RichText {
  const mark = kind === 'item' ? 'item' : kind === 'quote' ? 'quote' : null
  if (mark === null || rich.text === '') return rich
  return { ...rich, marks: [{ kind: mark, start: 0, end: rich.text.length }, ...rich.marks] }
}

/** Key of an entry without link: the same title and byline give the same key in any file. */
export function contentKey(title: string, bylineText: string): string {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return `text:${hashText(`${fold(title)}\n${fold(bylineText)}`)}`
}

/** `digests/tech-2026-05-14.md` → `tech-2026-05-14`. */
export function fileStem(source: string): string {
  const name =
    source
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  return name.replace(/\.(?:md|markdown|txt|html?|xml|rss|atom|rdf|jsonl?|ndjson|opml)$/i, '') || 'input'
}
