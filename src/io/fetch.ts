import { setTimeout as wait } from 'node:timers/promises'
import { type Diagnostic, ThroughlineError } from '../model/index.ts'
import type { SourceFile } from '../read/index.ts'
import { type CachedAnswer, createFetchCache, defaultCacheFolder, type FetchCache } from './fetch-cache.ts'
import { createHostQueue } from './host-queue.ts'
import { type HttpAnswer, httpRequest, RequestError } from './http-request.ts'
import { isPrivateAddress } from './private-address.ts'
import { createRobots } from './robots.ts'

export interface FetcherOptions {
  /** Names the tool to servers, as `throughline/0.1.0`. */
  userAgent?: string
  /** Whole request, in milliseconds. */
  timeout?: number
  /** Of one decoded answer, in bytes. */
  maxBytes?: number
  maxRedirects?: number
  /** Further tries after a failure that may pass. */
  retries?: number
  /** Longest pause that a server may ask for, in milliseconds. */
  maxWait?: number
  perHost?: number
  /** Folder of the cache; null for none. */
  cache?: string | null
  isPrivate?: (address: string) => boolean
  sleep?: (milliseconds: number) => Promise<unknown>
}

export const DEFAULT_FETCHER = {
  userAgent: 'throughline (command-line reader of engineering digests)',
  timeout: 30_000,
  maxBytes: 10 * 1024 * 1024,
  maxRedirects: 5,
  retries: 2,
  maxWait: 60_000,
  perHost: 2,
  isPrivate: isPrivateAddress,
  sleep: (milliseconds: number): Promise<unknown> => wait(milliseconds),
} satisfies FetcherOptions

export interface FetchSourceOptions {
  /** robots.txt is asked for pages only: feeds are published to be fetched. */
  kind: 'page' | 'feed'
  /** The address came from a document that itself came from a public address: it must be public too. */
  publicOnly?: boolean
}

export interface Fetched extends SourceFile {
  /** The server's address was a public one. */
  public?: boolean
}

export interface Fetcher {
  /** The bytes behind an `http(s)` address. Throws a ThroughlineError that says what failed and how to mend it. */
  fetchSource(url: string, options: FetchSourceOptions): Promise<Fetched>
}

type Settings = Required<Omit<FetcherOptions, 'cache'>>

/** A polite client: conditional requests, bounded redirects, retries with back-off, few requests to one host at a time. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const settings: Settings = { ...DEFAULT_FETCHER, ...options }
  const folder = options.cache === undefined ? defaultCacheFolder() : options.cache
  const cache = folder === null ? null : createFetchCache(folder)
  const inTurn = createHostQueue(settings.perHost)
  const get = (url: URL, headers: Record<string, string>, publicOnly: boolean) =>
    inTurn(url.host, () => tryOften(url, headers, publicOnly, settings))
  const robots = createRobots(settings.userAgent, (url, publicOnly) => follow(url, { publicOnly }, null))

  /** Follows redirects from `start`; each hop is asked of robots where `mayFetch` is given. */
  async function follow(
    start: URL,
    { publicOnly, cached }: { publicOnly: boolean; cached?: CachedAnswer | null },
    mayFetch: ((url: URL, publicOnly: boolean) => Promise<void>) | null,
  ): Promise<{ url: URL; answer: HttpAnswer; public: boolean }> {
    let url = start
    let mustBePublic = publicOnly
    for (let hops = 0; ; hops++) {
      await mayFetch?.(url, mustBePublic)
      const answer = await get(url, requestHeaders(settings.userAgent, cached), mustBePublic)
      const next = redirectOf(answer, url)
      if (next === null) return { url, answer, public: !answer.private }
      if (hops >= settings.maxRedirects)
        throw new RequestError('redirects', `it redirects more than ${settings.maxRedirects} times`, false)
      // Once on public ground, no redirect may lead into a private network
      mustBePublic ||= !answer.private
      url = next
    }
  }

  return {
    async fetchSource(address, { kind, publicOnly = false }) {
      const shown = withoutCredentials(address)
      try {
        const url = parseAddress(address)
        const cached = (await cache?.get(url.href)) ?? null
        const {
          url: finalUrl,
          answer,
          public: isPublic,
        } = await follow(url, { publicOnly, cached }, kind === 'page' ? robots : null)
        if (answer.status === 304 && cached !== null) {
          return { ...asSource(shown, cached.finalUrl, cached.mediaType, cached.body), public: isPublic }
        }
        if (answer.status < 200 || answer.status >= 300 || answer.status === 204) throw badStatus(answer.status)
        await keep(cache, url, finalUrl, answer)
        const mediaType = answer.headers['content-type']
        return { ...asSource(shown, withoutCredentials(finalUrl.href), mediaType, answer.body), public: isPublic }
      } catch (error) {
        throw new ThroughlineError(asFetchDiagnostic(error, shown), { cause: error })
      }
    },
  }
}

function requestHeaders(userAgent: string, cached: CachedAnswer | null | undefined): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.9, text/markdown;q=0.9, */*;q=0.5',
    ...(cached?.etag === undefined ? {} : { 'if-none-match': cached.etag }),
    ...(cached?.lastModified === undefined ? {} : { 'if-modified-since': cached.lastModified }),
  }
}

async function tryOften(
  url: URL,
  headers: Record<string, string>,
  publicOnly: boolean,
  settings: Settings,
): Promise<HttpAnswer> {
  for (let tries = 0; ; tries++) {
    const backoff = 500 * 2 ** tries
    try {
      const answer = await httpRequest(url, { headers, publicOnly, ...settings })
      const passing = answer.status === 429 || (answer.status >= 500 && answer.status !== 501)
      if (!passing || tries >= settings.retries) return answer
      const asked = retryAfter(answer.headers['retry-after'])
      if (asked !== null && asked > settings.maxWait)
        throw new RequestError('busy', `the server asks to come back in ${Math.ceil(asked / 1000)} seconds`, false)
      await settings.sleep(asked ?? backoff)
    } catch (error) {
      if (!(error instanceof RequestError && error.retry) || tries >= settings.retries) throw error
      await settings.sleep(backoff)
    }
  }
}

/** `Retry-After` in milliseconds: seconds or a date; null where there is none. */
export function retryAfter(header: string | undefined, now = Date.now()): number | null {
  if (header === undefined) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const time = Date.parse(header)
  return Number.isNaN(time) ? null : Math.max(0, time - now)
}

function redirectOf({ status, headers }: HttpAnswer, from: URL): URL | null {
  const { location } = headers
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  let next: URL
  try {
    next = new URL(location, from)
  } catch {
    throw new RequestError('redirects', 'it redirects to something that is no address', false)
  }
  if (next.protocol !== 'http:' && next.protocol !== 'https:')
    throw new RequestError('redirects', `it redirects to ${next.protocol}, which is not followed`, false)
  next.hash = ''
  return next
}

function parseAddress(address: string): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new RequestError('address', 'this is no address', false)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RequestError('address', 'only http and https addresses are fetched', false)
  url.hash = ''
  return url
}

function withoutCredentials(address: string): string {
  return address.replace(/^(https?:\/\/)[^/?#@]*@/i, '$1')
}

async function keep(cache: FetchCache | null, url: URL, finalUrl: URL, { headers, body }: HttpAnswer): Promise<void> {
  const { etag, 'last-modified': lastModified, 'content-type': mediaType, 'cache-control': control = '' } = headers
  // Without a validator nothing can be asked again; private answers are not for a shared folder
  if ((etag === undefined && lastModified === undefined) || /\bno-store\b/i.test(control) || url.password !== '') return
  await cache?.put({
    url: url.href,
    finalUrl: withoutCredentials(finalUrl.href),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(mediaType === undefined ? {} : { mediaType }),
    body,
  })
}

function asSource(source: string, url: string, mediaType: string | undefined, bytes: Uint8Array): SourceFile {
  return { source, url, bytes, ...(mediaType === undefined ? {} : { mediaType }) }
}

function badStatus(status: number): RequestError {
  const reason =
    status === 404 || status === 410
      ? 'there is nothing at this address'
      : status === 401 || status === 403
        ? 'the server refuses to give it'
        : status === 429
          ? 'the server is asked too often'
          : status >= 500
            ? 'the server failed'
            : 'the server gave no page'
  return new RequestError(`http-${status}`, `${reason} (HTTP ${status})`, false)
}

function asFetchDiagnostic(error: unknown, source: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof RequestError ? error.code : 'failed'
  const remedy =
    code === 'robots'
      ? 'save the page to a file and give that'
      : code === 'private-address'
        ? 'name the private address itself if you mean it'
        : 'check the address, or save the page or feed to a file and give that'
  return { code: `fetch-${code}`, severity: 'error', source, message: `cannot be fetched: ${message}`, remedy }
}
