import type { Diagnostic, Entry } from '../model/index.ts'
import type { Block } from './block.ts'
import type { CutContext } from './company-cut.ts'
import { type Digest, type DigestContext, readDigest } from './digest.ts'
import { documentDate } from './document-date.ts'
import { findDate } from './entry-date.ts'
import { fieldParagraphs } from './field-text.ts'
import { type FrontMatterValue, fieldText } from './front-matter.ts'
import { linkListKind } from './link-list.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { recordEntry } from './record.ts'
import { joinRich, type RichText, richLines } from './rich-text.ts'
import { sectionRole } from './section-role.ts'

export interface BlocksInput extends ReaderInput {
  /** Front matter, or what a page or feed item says of itself, under the same names. */
  fields: ReadonlyMap<string, FrontMatterValue>
  cut?: CutContext
  /** Date of the feed item or page that holds the blocks. */
  published?: string
  /** Line of an offset in the source, where lines of text are no lines of it (HTML). */
  lineAt?: (offset: number) => number
  /** Characters that a post has at least. */
  least?: number
}

/** A text shorter than this is no post, where nothing else says that it is one. */
const MIN_POST = 80

/**
 * Entries of a document, whatever format its blocks come from: of a digest, of a list of links, or of one post.
 * `format` names the reader ("markdown digest", "html post").
 */
export function readBlocks(blocks: readonly Block[], input: BlocksInput, format: string): ReadResult {
  const { fields, source } = input
  const heading = firstHeading(blocks)
  const found = documentDate({ fields, source, ...defined({ heading, published: input.published }) })
  const context: DigestContext = {
    source,
    date: found?.date ?? null,
    ...defined({
      dateEnd: found?.dateEnd,
      base: input.url,
      roleOf: input.options.roleOf,
      nameAtStart: input.options.nameAtStart,
      cut: input.cut,
      lineAt: input.lineAt,
    }),
  }
  const digest = readDigest(blocks, context)
  if (digest.entries.length > 0 && (digest.strong > 0 || digest.named)) return asResult(digest, `${format} digest`)
  const post = input.least === 0 || isPost(fields, heading, source) ? postOf(blocks, input, context, heading) : null
  const links = post !== null && hasOwnFields(fields) ? null : linkListKind(blocks)
  if (links !== null) return asResult(readDigest(blocks, { ...context, links }), `${format} link list`)
  if (post !== null && !digest.named) {
    return {
      reader: `${format} post`,
      entries: [post.entry],
      sections: [],
      threads: [],
      diagnostics: post.notes,
      explain: [{ line: post.entry.line ?? 1, as: 'post', text: post.entry.title }],
    }
  }
  const result = asResult(digest, format)
  if (format === 'html' && digest.entries.length === 0 && isPost(fields, heading, source))
    result.diagnostics.push(tooShort(blocks, input))
  return result
}

/** Why a page or file with a title gave no post. */
function tooShort(blocks: readonly Block[], { source }: BlocksInput): Diagnostic {
  const length = blocks.reduce((sum, { kind, rich }) => (kind === 'heading' ? sum : sum + rich.text.length), 0)
  return {
    code: 'text-too-short',
    severity: 'warning',
    message: `it has a title, but only ${length} characters of text below it, and a post has at least ${MIN_POST}`,
    remedy: 'if a page shows more in a browser, save it from there, or give its feed',
    source,
    line: blocks[0]?.line ?? 1,
  }
}

/** The text of the first heading of the highest level. */
export function firstHeading(blocks: readonly Block[]): string | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const top = headings.reduce((least, { depth }) => Math.min(least, depth), 6)
  const first = headings.find(({ depth }) => depth === top)
  return first === undefined ? undefined : normalizeRich(first.rich).text.replace(/\s*[#¶§]$/, '')
}

function asResult(digest: Digest, reader: string): ReadResult {
  const { entries, sections, threads, diagnostics, explain } = digest
  return { reader, entries, sections, threads, diagnostics, explain }
}

/** Fields that say the document is about one incident or article. */
const POST_FIELDS = [
  'company',
  'companies',
  'organization',
  'provider',
  'product',
  'severity',
  'start_time',
  'incident_date',
  'author',
  'site_name',
]

function hasOwnFields(fields: ReadonlyMap<string, FrontMatterValue>): boolean {
  return POST_FIELDS.some((name) => fieldText(fields, name) !== undefined)
}

/** A document with a title of its own, which is no date: a dated page that gave no entries is a digest gone wrong. */
function isPost(fields: ReadonlyMap<string, FrontMatterValue>, heading: string | undefined, source: string): boolean {
  if (hasOwnFields(fields)) return true
  if (README.test(source)) return false
  const title = fieldText(fields, 'title') ?? heading
  if (title === undefined || [title, heading].some((one) => one !== undefined && isDated(one))) return false
  return sectionRole(title) === null && title.length >= 8
}

/** A README beside the files speaks about them: it is no post, and that it holds no entry is as it should be. */
const README = /(?:^|\/)readme\.[a-z]+$/i

function isDated(title: string): boolean {
  return findDate(title) !== null || /^(?:week|day|issue|edition)\s+\d+\b/i.test(title)
}

function postOf(
  blocks: readonly Block[],
  input: BlocksInput,
  context: DigestContext,
  heading: string | undefined,
): { entry: Entry; notes: Diagnostic[] } | null {
  const body: RichText[] = []
  for (const { kind, rich } of blocks) {
    if (kind === 'heading' || kind === 'rule') continue
    const text = kind === 'code' ? rich : normalizeRich(joinRich(richLines(rich), ' '))
    if (text.text.trim() !== '') body.push(text)
  }
  if (
    body.reduce((sum, { text }) => sum + text.length, 0) < (input.least ?? MIN_POST) &&
    fieldText(input.fields, 'summary', 'description') === undefined
  )
    return null
  const fields = new Map(input.fields)
  if (fieldText(fields, 'title') === undefined && heading !== undefined) fields.set('title', heading)
  const line = blocks.find(({ kind }) => kind === 'heading')?.line ?? blocks[0]?.line ?? 1
  const notes: Diagnostic[] = []
  const entry = recordEntry(fields, line, 0, { ...context, notes }, fieldParagraphs, input.options.map, body)
  return entry === null ? null : { entry, notes }
}

/** Drops keys whose value is undefined, for exact optional properties. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** Says that nothing was found, and why it may be so. */
export function noEntries(source: string, reader: string): Diagnostic {
  const place = { code: 'no-entries', message: `no entry was found (read as ${reader})`, source }
  if (README.test(source)) return { ...place, severity: 'info' }
  return {
    ...place,
    severity: 'warning',
    remedy:
      'entries look like "**[Title](url)** · Company" with text below; see how the file was read with: throughline extract --explain FILE',
  }
}
