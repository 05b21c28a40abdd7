import { feedCompany } from './feed-company.ts'
import type { FrontMatterValue } from './front-matter.ts'
import type { HtmlNode } from './html-blocks.ts'
import { parseHtml } from './parse-html.ts'

/** What is used of a parsed page. */
export interface HtmlElement extends HtmlNode {
  textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}
export interface HtmlDocument {
  documentElement: HtmlElement
  body: HtmlElement
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

export function parsePage(html: string): HtmlDocument {
  return parseHtml<HtmlDocument>(html)
}

/** What a page says of itself, under the names that front matter uses; and the feeds that it announces. */
export interface PageFacts {
  fields: Map<string, FrontMatterValue>
  published?: string
  feeds: string[]
  /** The page says that it is one article. */
  article: boolean
}

export function pageFacts(document: HtmlDocument): PageFacts {
  const meta = metaTags(document)
  const linked = linkedData(document)
  const fields = new Map<string, FrontMatterValue>()
  const set = (name: string, ...values: (string | undefined | null)[]) => {
    const value = values.find((one) => one !== undefined && one !== null && one.trim() !== '')
    if (value !== undefined && value !== null) fields.set(name, value.replace(/\s+/g, ' ').trim())
  }
  const site = first(meta.get('og:site_name'), linked.publisher, meta.get('application-name'))
  set('title', meta.get('og:title'), linked.headline, withoutSite(document, site))
  set('site_name', site === undefined ? undefined : feedCompany(site))
  set('author', linked.author, meta.get('author'), meta.get('article:author'))
  set('url', canonical(document), meta.get('og:url'))
  set('description', meta.get('og:description'), meta.get('description'))
  const published = first(
    meta.get('article:published_time'),
    linked.date,
    meta.get('date'),
    meta.get('dc.date'),
    meta.get('publish-date'),
    document
      .querySelector('article time[datetime], main time[datetime], time[datetime][pubdate]')
      ?.getAttribute('datetime'),
  )
  return {
    fields,
    feeds: announcedFeeds(document),
    article: meta.get('og:type') === 'article' || linked.headline !== undefined,
    ...(published === undefined ? {} : { published }),
  }
}

function first(...values: (string | undefined | null)[]): string | undefined {
  return values.find((one) => one !== undefined && one !== null && one.trim() !== '') ?? undefined
}

function metaTags(document: HtmlDocument): Map<string, string> {
  const tags = new Map<string, string>()
  for (const tag of document.querySelectorAll('meta')) {
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? '').toLowerCase()
    const content = tag.getAttribute('content')
    if (name !== '' && content !== null && !tags.has(name)) tags.set(name, content)
  }
  return tags
}

function canonical(document: HtmlDocument): string | undefined {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  return href?.startsWith('http') ? href : undefined
}

/** "Title | Site" and "Title - Company" → "Title"; where the page's first heading begins the title, the heading. */
function withoutSite(document: HtmlDocument, site: string | undefined): string | undefined {
  const text = (selector: string) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim()
  const clean = text('title')
  if (clean === undefined) return undefined
  const heading = text('h1')?.replace(/\s*[#¶]$/, '')
  if (heading !== undefined && heading !== '' && clean.startsWith(heading)) return heading
  for (const sign of site === undefined ? [] : [' | ', ' - ', ' – ', ' — ', ' · ', ' :: ']) {
    const end = `${sign}${site}`.toLowerCase()
    if (clean.toLowerCase().endsWith(end)) return clean.slice(0, -end.length)
  }
  return clean
}

const FEED_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
])

function announcedFeeds(document: HtmlDocument): string[] {
  const feeds: string[] = []
  for (const link of document.querySelectorAll('link[rel~="alternate"]')) {
    const href = link.getAttribute('href')
    const type = (link.getAttribute('type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
    // Feeds of comments are no articles
    if (!href || !FEED_TYPES.has(type) || /comments?\b/i.test(`${link.getAttribute('title') ?? ''} ${href}`)) continue
    if (!feeds.includes(href)) feeds.push(href)
  }
  return feeds
}

interface LinkedData {
  headline?: string
  author?: string
  publisher?: string
  date?: string
}
const ARTICLE_TYPES = /(?:Article|BlogPosting|Report|NewsArticle|TechArticle)$/

/** Of the page's JSON-LD, what it says of its article. */
function linkedData(document: HtmlDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? ''
    if (text.length > 200_000) continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      continue
    }
    const found = findArticle(value, 0)
    if (found !== null) return found
  }
  return {}
}

function findArticle(value: unknown, depth: number): LinkedData | null {
  if (depth > 4 || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) {
      const found = findArticle(item, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  const types = [fields.get('@type')].flat().map(String)
  if (types.some((type) => ARTICLE_TYPES.test(type))) {
    const data: LinkedData = {}
    const take = (key: keyof LinkedData, name: string) => {
      const text = nameOf(fields.get(name))
      if (text !== undefined) data[key] = text
    }
    take('headline', 'headline')
    take('author', 'author')
    take('publisher', 'publisher')
    take('date', 'datePublished')
    return data
  }
  return findArticle(fields.get('@graph'), depth + 1)
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return nameOf(value[0])
  if (typeof value !== 'object' || value === null) return undefined
  const name = new Map<string, unknown>(Object.entries(value)).get('name')
  return typeof name === 'string' ? name : undefined
}
