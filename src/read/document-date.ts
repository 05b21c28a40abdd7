import { type EntryDate, findDate } from './entry-date.ts'
import { type FrontMatterValue, fieldText } from './front-matter.ts'

/** Where a document's date may stand. */
export interface DateSources {
  fields: ReadonlyMap<string, FrontMatterValue>
  /** First heading of the highest level. */
  heading?: string
  source: string
  /** Of the feed item that holds the document, or the page's own metadata. */
  published?: string
}

/**
 * Date of a whole document: front matter (`date`, `published`, the title), the front matter's `url`, the first heading, the
 * file name, the feed item, in that order. A heading that gives a range wins over a single day: a week is a range.
 */
export function documentDate({ fields, heading, source, published }: DateSources): EntryDate | null {
  const found = [
    findDate(fieldText(fields, 'date', 'published', 'publishdate', 'published_at', 'pubdate', 'day', 'week')),
    findDate(fieldText(fields, 'title')),
    findDate(fieldText(fields, 'url', 'permalink', 'slug', 'aliases')),
    findDate(heading),
    findDate(source.split('/').at(-1)),
    findDate(published),
  ].filter((date) => date !== null)
  const first = found[0]
  if (first === undefined) return null
  return found.slice(0, 4).find(({ dateEnd }) => dateEnd !== undefined) ?? first
}
