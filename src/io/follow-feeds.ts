import type { Diagnostic } from '../model/index.ts'
import { ThroughlineError } from '../model/index.ts'
import { readSource, type SourceFile } from '../read/index.ts'
import { asDiagnostic } from './as-diagnostic.ts'
import { createHostQueue } from './host-queue.ts'

export type FetchSource = (
  url: string,
  options: { kind: 'page' | 'feed'; publicOnly?: boolean },
) => Promise<SourceFile & { public?: boolean }>

/** An address that was fetched, or why it could not be. */
export type Followed = { file: SourceFile; named: boolean } | { diagnostic: Diagnostic }

/** Fetches that are under way at once, over all hosts. */
const FETCHES_AT_ONCE = 8
/** A page may lead to a list, and a list to feeds; what lies deeper is not followed. */
const MAX_STEPS = 2

/**
 * Fetches an address and, where it is an OPML list or a front page that announces feeds, those feeds in its place. Each
 * address is fetched once in a run; results come in the order of the lists, whatever came first.
 */
export function createFeedFollower(createFetch: (() => Promise<FetchSource>) | undefined) {
  const inTurn = createHostQueue(FETCHES_AT_ONCE)
  const seen = new Set<string>()
  let fetchSource: Promise<FetchSource> | undefined

  async function open(url: string, named: boolean, publicOnly = false, step = 0): Promise<Followed[]> {
    if (seen.has(url)) return []
    seen.add(url)
    try {
      if (createFetch === undefined) throw noNetwork(url)
      fetchSource ??= createFetch()
      const fetch = await fetchSource
      const file = await inTurn('', () => fetch(url, { kind: step > 0 ? 'feed' : kindOf(url), publicOnly }))
      const { feeds = [], entries, diagnostics } = readSource(file)
      if (feeds.length === 0 || step >= MAX_STEPS) return [{ file, named }]
      const notes = entries.length === 0 ? diagnostics.filter(({ code }) => code !== 'no-entries') : []
      return [
        ...notes.map((diagnostic) => ({ diagnostic })),
        ...(await openAll(feeds, publicOnly || file.public === true, step + 1)),
      ]
    } catch (error) {
      return [{ diagnostic: asDiagnostic(error, url, named) }]
    }
  }

  /** Feeds that a document names: one that fails warns. `publicOnly`: the document came from a public address. */
  async function openAll(feeds: readonly string[], publicOnly: boolean, step = 1): Promise<Followed[]> {
    const followed = await Promise.all(feeds.map((feed) => open(feed, false, publicOnly, step)))
    return followed.flat()
  }

  return { open, openAll }
}

/** Addresses of feeds look like it; robots.txt speaks of pages. */
function kindOf(url: string): 'page' | 'feed' {
  return /(?:\.(?:xml|rss|atom|rdf|json|jsonl|opml)|\/(?:feed|rss|atom)s?\/?)(?:$|[?#])/i.test(url) ? 'feed' : 'page'
}

function noNetwork(url: string): ThroughlineError {
  return new ThroughlineError({
    code: 'no-network',
    severity: 'error',
    source: url,
    message: 'addresses cannot be fetched here',
    remedy: 'save the page or feed to a file',
  })
}
