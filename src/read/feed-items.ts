import type { parseFeed } from 'feedsmith'
import type { ItemPlace } from './item-places.ts'

type ParsedFeed = ReturnType<typeof parseFeed<string>>

/** One item of a feed, whatever the feed's form. */
export interface FeedItem {
  title: string
  link?: string
  date?: string
  author?: string
  /** The longest text that the item holds, as HTML, or as plain text or Markdown. */
  html?: string
  text?: string
  summary?: string
  categories: string[]
  /** Where the item stands in the feed; undefined where that is not known. */
  place?: ItemPlace
}

export interface FeedItems {
  format: string
  title: string
  link?: string
  items: FeedItem[]
}

/** Items of a parsed feed, in the feed's order, which is that of their places in its text. */
export function feedItems(parsed: ParsedFeed, places: readonly ItemPlace[]): FeedItems {
  const at = (i: number) => given({ place: places[i] })
  switch (parsed.format) {
    case 'rss': {
      const { title = '', link, items = [] } = parsed.feed
      return {
        format: 'RSS',
        title,
        ...given({ link }),
        items: items.map((item, i) => ({
          title: item.title ?? item.dc?.titles?.[0] ?? '',
          categories: names(item.categories?.map(({ name }) => name)),
          ...at(i),
          ...given({
            link: item.link ?? (item.guid?.isPermaLink === false ? undefined : address(item.guid?.value)),
            date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
            author: item.dc?.creators?.[0] ?? item.authors?.map(personName).find((name) => name !== undefined),
          }),
          ...texts(item.content?.encoded, item.description),
        })),
      }
    }
    case 'rdf': {
      const { title = '', link, items = [] } = parsed.feed
      return {
        format: 'RDF',
        title,
        ...given({ link }),
        items: items.map((item, i) => ({
          title: item.title ?? '',
          categories: names(item.dc?.subjects),
          ...at(i),
          ...given({
            link: item.link ?? address(item.rdf?.about),
            date: item.dc?.dates?.[0],
            author: item.dc?.creators?.[0],
          }),
          ...texts(item.content?.encoded, item.description),
        })),
      }
    }
    case 'atom': {
      const { title, links, entries = [] } = parsed.feed
      return {
        format: 'Atom',
        title: plain(title?.value),
        ...given({ link: alternate(links) }),
        items: entries.map((entry, i) => ({
          title: plain(entry.title?.value),
          categories: names(entry.categories?.map(({ label, term }) => label ?? term)),
          ...at(i),
          ...given({
            link: alternate(entry.links) ?? address(entry.id),
            date: entry.published ?? entry.updated,
            author: entry.authors?.map(personName).find((name) => name !== undefined),
          }),
          ...texts(entry.content?.value, entry.summary?.value),
        })),
      }
    }
    case 'json': {
      const { title = '', home_page_url, items = [] } = parsed.feed
      return {
        format: 'JSON',
        title,
        ...given({ link: home_page_url }),
        items: items.map((item, i) => ({
          title: item.title ?? '',
          categories: names(item.tags),
          ...at(i),
          ...given({
            link: item.url ?? item.external_url,
            date: item.date_published ?? item.date_modified,
            author: item.authors?.map(personName).find((name) => name !== undefined),
            summary: item.summary,
          }),
          ...(item.content_html !== undefined
            ? { html: item.content_html }
            : given({ text: item.content_text ?? item.summary })),
        })),
      }
    }
  }
}

function personName(person: string | { name?: string } | undefined): string | undefined {
  const name = typeof person === 'string' ? person : person?.name
  // RSS writes "jo@example.org (Jo Doe)"
  return name === undefined ? undefined : (/\(([^()]{1,100})\)\s*$/.exec(name)?.[1] ?? name)
}

function alternate(links: { href?: string; rel?: string }[] | undefined): string | undefined {
  return (
    links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.find(({ rel }) => rel !== 'self')
  )?.href
}

function address(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined
}

function names(list: (string | undefined)[] | undefined): string[] {
  return (list ?? []).flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name.trim()]))
}

/** Titles of Atom may be HTML. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
}

/** The full text, and the summary where it is another text. */
function texts(content: string | undefined, summary: string | undefined): { html?: string; summary?: string } {
  const full = content !== undefined && content.trim() !== '' ? content : summary
  return {
    ...given({ html: full }),
    ...(content !== undefined && summary !== undefined && summary !== full ? { summary } : {}),
  }
}

function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
