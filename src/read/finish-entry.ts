import type { BylineRole, Diagnostic, Entry, Mark, SourceMap } from '../model/index.ts'
import type { Block } from './block.ts'
import { defaultRole, splitByline } from './byline.ts'
import { articleUrl, canonicalUrl } from './canonical-url.ts'
import { hashText } from './hash-text.ts'
import type { Header } from './header.ts'
import { joinRich, type RichText, sliceRich } from './rich-text.ts'

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
  /** Takes what there is to say of an entry. */
  notes: Diagnostic[]
}

/**
 * Longer fields are no entry that a person wrote, but a file without line breaks or the like; they are cut, so that what comes
 * after stays quick. Forty thousand words are half a book.
 */
export const MAX_FIELD = { title: 1000, 'company field': 1000, text: 200_000 }

/** The finished entry. `index` is its place in the file. */
export function finishEntry(draft: EntryDraft, index: number, context: EntryContext): Entry {
  const { header } = draft
  const within = (field: keyof typeof MAX_FIELD, rich: RichText) => withinLimit(field, rich, draft, context)
  const titleRich = within('title', header.title)
  const title = titleRich.text
  const bylineText = within('company field', header.byline).text
  const url = articleUrl(header.href, context.base)
  const body = within('text', joinRich(draft.body.map(asBody), '\n\n'))
  const byline = splitByline(bylineText, `${title}\n${body.text}`)
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
    bylineRoles: byline.map((name) => roleIn(name, context)),
    body: body.text,
    line: draft.line,
  }
  if (header.date === undefined && context.dateEnd !== undefined) entry.dateEnd = context.dateEnd
  if (header.outlet !== undefined) entry.outlet = header.outlet
  const marks: Mark[] = [
    ...titleRich.marks.map((mark): Mark => ({ ...mark, field: 'title' })),
    ...body.marks.map((mark): Mark => ({ ...mark, field: 'body' })),
  ]
  if (marks.length > 0) entry.marks = marks
  if (body.segments.length > 0) entry.sourceMap = body.segments as SourceMap
  if (draft.section !== '') entry.section = draft.section
  if (draft.facts !== undefined && Object.keys(draft.facts).length > 0) entry.facts = draft.facts
  return entry
}

/** What the lists hold for no company ("AI", "Community") is none, though a technology may go by that name. */
function roleIn(name: string, { roleOf }: EntryContext): BylineRole {
  const role = defaultRole(name)
  return role === 'subject' ? (roleOf?.(name) ?? role) : role
}

/** The field as it is, or cut between words where it is too long, which is said. */
function withinLimit(
  field: keyof typeof MAX_FIELD,
  rich: RichText,
  { line }: EntryDraft,
  { source, notes }: EntryContext,
): RichText {
  const limit = MAX_FIELD[field]
  if (rich.text.length <= limit) return rich
  const space = rich.text.lastIndexOf(' ', limit)
  const end = space > limit * 0.9 ? space : limit
  notes.push({
    code: 'entry-too-long',
    severity: 'warning',
    message: `the ${field} of this entry has ${rich.text.length} characters; only the first ${end} were read`,
    remedy: 'split the file into entries, with a line break after each header',
    source,
    line,
  })
  // No half of a surrogate pair
  return sliceRich(rich, 0, /[\ud800-\udbff]/.test(rich.text[end - 1]!) ? end - 1 : end)
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
