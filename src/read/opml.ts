import type * as feedsmith from 'feedsmith'
import { loadParser } from './load-parser.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { withoutDoctype } from './without-doctype.ts'

interface Outline {
  xmlUrl?: string
  outlines?: Outline[]
}

/** Reads an OPML list: the addresses of its feeds, in its order, each once. */
export function readOpml({ text, source, url }: ReaderInput): ReadResult {
  const result: ReadResult = { reader: 'OPML list', entries: [], sections: [], threads: [], feeds: [], diagnostics: [] }
  const feeds = new Set<string>()
  try {
    for (const address of addresses(
      (loadParser<typeof feedsmith>('feedsmith').parseOpml(withoutDoctype(text)).body?.outlines ?? []) as Outline[],
    )) {
      const feed = absolute(address, url)
      if (feed !== null) feeds.add(feed)
    }
  } catch (error) {
    // A list that breaks off still names feeds
    for (const [, address] of text.matchAll(/\sxmlUrl\s*=\s*"(https?:\/\/[^"\s]{1,2000})"/gi))
      feeds.add(address!.replaceAll('&amp;', '&'))
    result.diagnostics.push({
      code: 'broken-opml',
      severity: 'warning',
      message: `the list of feeds is broken: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'check that it is well-formed OPML',
      source,
    })
  }
  result.feeds = [...feeds]
  return result
}

/** A list nested deeper is no list that a person made. */
const MAX_DEPTH = 50

function addresses(outlines: readonly Outline[], depth = 0): string[] {
  if (depth > MAX_DEPTH) return []
  return outlines.flatMap(({ xmlUrl, outlines: inner = [] }) => [
    ...(xmlUrl === undefined ? [] : [xmlUrl]),
    ...addresses(inner, depth + 1),
  ])
}

function absolute(address: string, base: string | undefined): string | null {
  try {
    const url = new URL(address.trim(), base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
