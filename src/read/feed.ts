import type * as feedsmith from 'feedsmith'
import type { Diagnostic, Entry } from '../model/index.ts'
import type { Block } from './block.ts'
import { feedCompany } from './feed-company.ts'
import { type FeedItem, feedItems } from './feed-items.ts'
import type { FrontMatterValue } from './front-matter.ts'
import { htmlBlocks } from './html-blocks.ts'
import { lineFinder } from './html-places.ts'
import { type ItemPlace, jsonItems, xmlItems } from './item-places.ts'
import { loadParser } from './load-parser.ts'
import { markdownDocument } from './markdown-document.ts'
import { readBlocks } from './read-blocks.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { withoutDoctype } from './without-doctype.ts'

/** Reads RSS 0.9x and 2.0, RDF, Atom and JSON Feed. An item that holds a digest gives the digest's entries. */
export function readFeed(input: ReaderInput): ReadResult {
  const result: ReadResult = { reader: 'feed', entries: [], sections: [], threads: [], diagnostics: [], explain: [] }
  const { title, link, items, format, diagnostics } = parseItems(input)
  result.reader = `${format} feed`
  result.diagnostics.push(...diagnostics)
  const company = feedCompany(title)
  const lineAt = lineFinder(input.text)
  for (const item of items) takeItem(item, company, { ...input, ...base(link, input) }, lineAt, result)
  return result
}

function base(link: string | undefined, input: ReaderInput): { url?: string } {
  const url = link !== undefined && /^https?:\/\//i.test(link) ? link : input.url
  return url === undefined ? {} : { url }
}

interface ParsedFeed {
  title: string
  link?: string
  items: FeedItem[]
  format: string
  diagnostics: Diagnostic[]
}

function parseItems(input: ReaderInput): ParsedFeed {
  const { text, source } = input
  const isJson = /^\s*\{/.test(text)
  const xml = isJson ? '' : withoutDoctype(text)
  try {
    const parsed = loadParser<typeof feedsmith>('feedsmith').parseFeed(isJson ? JSON.parse(text) : xml)
    return { ...feedItems(parsed, isJson ? jsonItems(text, 'items') : xmlItems(text)), diagnostics: [] }
  } catch (error) {
    return salvage(xml, xmlItems(text), source, error)
  }
}

/** At most this many items of a broken feed are read one by one. */
const MAX_SALVAGED = 2000

/** A feed that breaks off or is broken in one item: each item is read by itself, and the others are kept. */
function salvage(xml: string, places: readonly ItemPlace[], source: string, error: unknown): ParsedFeed {
  const reason = error instanceof Error ? error.message : String(error)
  const items: FeedItem[] = []
  let lost = 0
  let title = ''
  for (const [i, part] of [...itemTexts(xml)].entries()) {
    const place = places[i]
    try {
      const wrapped = part.startsWith('<entry')
        ? `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${part}</feed>`
        : `<rss version="2.0"><channel><title>x</title>${part}</channel></rss>`
      items.push(
        ...feedItems(loadParser<typeof feedsmith>('feedsmith').parseFeed(wrapped), place === undefined ? [] : [place])
          .items,
      )
    } catch {
      lost++
    }
  }
  const head = xml.slice(0, 20_000).replace(/<(?:item|entry)[\s>][\s\S]*$/, '')
  title = /<title[^>]{0,200}>([^<]{1,300})<\/title>/.exec(head)?.[1]?.trim() ?? ''
  const diagnostic: Diagnostic = {
    code: 'broken-feed',
    severity: 'warning',
    message:
      items.length === 0
        ? `the feed cannot be read: ${reason}`
        : `the feed is broken (${reason}); ${items.length} of its items were read one by one${lost > 0 ? `, ${lost} could not be` : ''}`,
    remedy: 'check that it is well-formed RSS, Atom or JSON Feed',
    source,
  }
  return { title, items, format: 'broken', diagnostics: [diagnostic] }
}

function* itemTexts(xml: string): Generator<string> {
  for (const { start, end } of xmlItems(xml).slice(0, MAX_SALVAGED)) {
    const part = xml.slice(start, end)
    const close = `</${/^<([\w:]+)/.exec(part)?.[1]}>`
    const stop = part.indexOf(close)
    if (stop < 0) return
    yield part.slice(0, stop + close.length)
  }
}

function takeItem(
  item: FeedItem,
  company: string,
  input: ReaderInput,
  lineAt: (offset: number) => number,
  result: ReadResult,
): void {
  const fields = new Map<string, FrontMatterValue>()
  if (item.title !== '') fields.set('title', item.title)
  if (item.link !== undefined) fields.set('url', item.link)
  if (item.date !== undefined) fields.set('published', item.date)
  fields.set('site_name', company)
  if (item.summary !== undefined) fields.set('summary', item.summary)
  if (item.author !== undefined) fields.set('author', item.author)
  if (item.categories.length > 0) fields.set('categories', item.categories)
  const line = item.place?.line ?? 1
  const mapped = mappedBlocks(item, input.text, lineAt)
  const blocks = mapped ?? blocksOf(item, input.source)
  const places = mapped === null ? {} : { lineAt }
  const read = readBlocks(blocks, { ...input, fields, least: 0, ...places, ...published(item.date) }, 'feed item')
  // A post begins where its item does, the entries of a digest each on a line of its own
  const several = /digest$|list$/.test(read.reader)
  const within = <T extends { line?: number | undefined }>(one: T) =>
    mapped === null || !several || one.line === undefined || one.line < line ? { ...one, line } : one
  const first = result.entries.length
  for (const entry of read.entries) {
    const index = result.entries.length
    result.entries.push({
      ...entry,
      index,
      id: entry.id.replace(/#\d+$/, `#${index}`),
      line: within(entry).line,
    } as Entry)
  }
  for (const section of read.sections) result.sections.push(within(section))
  for (const thread of read.threads) result.threads.push(within(thread))
  for (const diagnostic of read.diagnostics) result.diagnostics.push(within(diagnostic))
  const count = result.entries.length - first
  result.explain?.push({
    line,
    as: count === 0 ? 'item without text' : count === 1 ? 'entry' : `digest of ${count} entries`,
    text: item.title,
  })
}

/** HTML that stands in the feed letter by letter (in CDATA) keeps its places there; null for all other texts. */
function mappedBlocks({ html, place }: FeedItem, text: string, lineAt: (offset: number) => number): Block[] | null {
  if (place === undefined || html === undefined || !/<[a-z][^<>]{0,2000}>/i.test(html)) return null
  const at = text.slice(place.start, place.end).indexOf(html)
  return at < 0 ? null : htmlBlocks(html, { offset: place.start + at, lineAt })
}

/** The text of an item may be HTML, Markdown or plain text. */
function blocksOf({ html, text = '' }: FeedItem, source: string): Block[] {
  if (html !== undefined && /<[a-z][^<>]{0,2000}>/i.test(html)) return htmlBlocks(html)
  return markdownDocument(html ?? text, 0, source).blocks
}

function published(date: string | undefined): { published?: string } {
  return date === undefined ? {} : { published: date }
}
