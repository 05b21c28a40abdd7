import { parseFeed } from 'feedsmith'
import type { Diagnostic, Entry } from '../model/index.ts'
import type { Block } from './block.ts'
import { feedCompany } from './feed-company.ts'
import { type FeedItem, feedItems } from './feed-items.ts'
import type { FrontMatterValue } from './front-matter.ts'
import { htmlBlocks } from './html-blocks.ts'
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
  for (const item of items) takeItem(item, company, { ...input, ...base(link, input) }, result)
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
    return { ...feedItems(parseFeed(isJson ? JSON.parse(text) : xml), isJson ? '' : text), diagnostics: [] }
  } catch (error) {
    return salvage(xml, source, error)
  }
}

/** At most this many items of a broken feed are read one by one. */
const MAX_SALVAGED = 2000

/** A feed that breaks off or is broken in one item: each item is read by itself, and the others are kept. */
function salvage(xml: string, source: string, error: unknown): ParsedFeed {
  const reason = error instanceof Error ? error.message : String(error)
  const items: FeedItem[] = []
  let lost = 0
  let title = ''
  for (const part of itemTexts(xml)) {
    try {
      const wrapped = part.startsWith('<entry')
        ? `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${part}</feed>`
        : `<rss version="2.0"><channel><title>x</title>${part}</channel></rss>`
      items.push(...feedItems(parseFeed(wrapped), wrapped).items)
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
  let count = 0
  for (const match of xml.matchAll(/<(item|entry)[\s>]/g)) {
    if (++count > MAX_SALVAGED) return
    const close = `</${match[1]}>`
    const end = xml.indexOf(close, match.index)
    if (end < 0) return
    yield xml.slice(match.index, end + close.length)
  }
}

function takeItem(item: FeedItem, company: string, input: ReaderInput, result: ReadResult): void {
  const fields = new Map<string, FrontMatterValue>()
  if (item.title !== '') fields.set('title', item.title)
  if (item.link !== undefined) fields.set('url', item.link)
  if (item.date !== undefined) fields.set('published', item.date)
  fields.set('site_name', company)
  if (item.summary !== undefined) fields.set('summary', item.summary)
  if (item.author !== undefined) fields.set('author', item.author)
  if (item.categories.length > 0) fields.set('categories', item.categories)
  const blocks = blocksOf(item, input.source)
  const read = readBlocks(blocks, { ...input, fields, least: 0, ...published(item.date) }, 'feed item')
  const first = result.entries.length
  for (const entry of read.entries) {
    const index = result.entries.length
    result.entries.push({ ...entry, index, id: entry.id.replace(/#\d+$/, `#${index}`), line: item.line } as Entry)
  }
  for (const section of read.sections) result.sections.push({ ...section, line: item.line })
  for (const thread of read.threads) result.threads.push({ ...thread, line: item.line })
  for (const diagnostic of read.diagnostics) result.diagnostics.push({ ...diagnostic, line: item.line })
  const count = result.entries.length - first
  result.explain?.push({
    line: item.line,
    as: count === 0 ? 'item without text' : count === 1 ? 'entry' : `digest of ${count} entries`,
    text: item.title,
  })
}

/** The text of an item may be HTML, Markdown or plain text. */
function blocksOf({ html, text = '' }: FeedItem, source: string): Block[] {
  if (html !== undefined && /<[a-z][^<>]{0,2000}>/i.test(html)) return htmlBlocks(html)
  return markdownDocument(html ?? text, 0, source).blocks
}

function published(date: string | undefined): { published?: string } {
  return date === undefined ? {} : { published: date }
}
