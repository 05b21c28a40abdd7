import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createFetcher, type FetcherOptions, retryAfter } from '../../src/io/fetch.ts'
import { type Answer, giving, localServer, redirecting } from '../support/misbehaving-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TEXT = 'Hello, reader.'

/** A fetcher that never really waits; its pauses are kept. */
function fetcher(options: FetcherOptions = {}) {
  const pauses: number[] = []
  const sleep = async (milliseconds: number) => pauses.push(milliseconds)
  const { fetchSource } = createFetcher({
    cache: null,
    timeout: 5000,
    sleep,
    userAgent: 'throughline/test',
    ...options,
  })
  const text = async (url: string, kind: 'page' | 'feed' = 'feed') =>
    Buffer.from((await fetchSource(url, { kind })).bytes).toString('utf8')
  return { fetchSource, text, pauses }
}

function failure(code: string, message: RegExp) {
  return expect.objectContaining({
    diagnostic: expect.objectContaining({ code, message: expect.stringMatching(message) }),
  })
}

describe('the polite client', () => {
  it('names itself, and gives bytes, address and media type', async () => {
    const { origin, headers } = await localServer({ '/a': giving(TEXT, { 'content-type': 'text/plain' }) })
    const file = await fetcher().fetchSource(`${origin}/a#part`, { kind: 'feed' })
    expect(file).toMatchObject({ source: `${origin}/a#part`, url: `${origin}/a`, mediaType: 'text/plain' })
    expect(Buffer.from(file.bytes).toString()).toBe(TEXT)
    expect(headers[0]?.['user-agent']).toBe('throughline/test')
  })

  it.each([
    ['gzip', gzipSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
  ])('unpacks %s', async (encoding, body) => {
    const { origin } = await localServer({ '/a': giving(body, { 'content-encoding': encoding }) })
    expect(await fetcher().text(`${origin}/a`)).toBe(TEXT)
  })

  it('asks again only whether the page changed, and keeps what it had', async () => {
    const answer: Answer = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined)
        response.writeHead(304).end()
      else
        response
          .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 12 May 2026 10:00:00 GMT', 'content-type': 'text/x' })
          .end(TEXT)
    }
    const { origin, visits } = await localServer({ '/a': answer })
    const cache = temporaryFolder()
    expect(await fetcher({ cache }).text(`${origin}/a`)).toBe(TEXT)
    const again = await fetcher({ cache }).fetchSource(`${origin}/a`, { kind: 'feed' })
    expect(Buffer.from(again.bytes).toString()).toBe(TEXT)
    expect(again.mediaType).toBe('text/x')
    expect(visits).toEqual(['/a', '/a'])
  })

  it('takes the new page when it changed', async () => {
    const { origin } = await localServer({
      '/a': (_, response, visit) => response.writeHead(200, { etag: `"${visit}"` }).end(`version ${visit}`),
    })
    const cache = temporaryFolder()
    expect(await fetcher({ cache }).text(`${origin}/a`)).toBe('version 1')
    expect(await fetcher({ cache }).text(`${origin}/a`)).toBe('version 2')
  })

  it('works where no cache can be written', async () => {
    const { origin } = await localServer({ '/a': giving(TEXT, { etag: '"v1"' }) })
    const folder = temporaryFolder({ file: 'not a folder' })
    expect(await fetcher({ cache: `${folder}/file/cache` }).text(`${origin}/a`)).toBe(TEXT)
  })

  it('follows redirects, and says where they led', async () => {
    const { origin } = await localServer({
      '/a': redirecting('/b', 301),
      '/b': redirecting('c', 307),
      '/c': giving(TEXT),
    })
    expect((await fetcher().fetchSource(`${origin}/a`, { kind: 'feed' })).url).toBe(`${origin}/c`)
  })

  it.each<[string, Answer, string, RegExp]>([
    ['redirects without end', redirecting('/bad'), 'fetch-redirects', /more than 5 times/],
    ['a redirect to a file', redirecting('file:///etc/passwd'), 'fetch-redirects', /file:, which is not followed/],
    ['a redirect to no address', redirecting('http://'), 'fetch-redirects', /no address/],
    ['nothing there', (_, response) => response.writeHead(404).end(), 'fetch-http-404', /nothing at this address/],
    ['a refusal', (_, response) => response.writeHead(403).end(), 'fetch-http-403', /refuses/],
    ['an announced body that is too large', giving('x'.repeat(2000), {}), 'fetch-too-large', /larger than/],
    [
      'a body without length that is too large',
      (_, response) => {
        response.write('x'.repeat(600))
        response.end('x'.repeat(600))
      },
      'fetch-too-large',
      /larger than/,
    ],
    [
      'a small archive of a large body',
      giving(gzipSync('x'.repeat(100_000)), { 'content-encoding': 'gzip' }),
      'fetch-too-large',
      /larger than/,
    ],
    [
      'broken compression',
      giving('no gzip', { 'content-encoding': 'gzip' }),
      'fetch-Z_DATA_ERROR',
      /compression is broken/,
    ],
    ['no answer', () => undefined, 'fetch-timeout', /no complete answer within/],
    [
      'an answer that drips',
      (_, response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write('.'), 20)
        response.on('close', () => clearInterval(drip))
      },
      'fetch-timeout',
      /no complete answer within/,
    ],
    [
      'a connection that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '500' })
        response.write('half')
        setTimeout(() => response.destroy(), 20)
      },
      'fetch-incomplete',
      /broke off/,
    ],
  ])('reports %s', async (_, answer, code, message) => {
    const { origin } = await localServer({ '/bad': answer })
    const { fetchSource } = fetcher({ maxBytes: 1000, timeout: 300, retries: 1 })
    await expect(fetchSource(`${origin}/bad`, { kind: 'feed' })).rejects.toEqual(failure(code, message))
  })

  it('reports a server that is not there, without trying again', async () => {
    const { fetchSource, pauses } = fetcher()
    await expect(fetchSource('http://127.0.0.1:1/feed', { kind: 'feed' })).rejects.toEqual(
      failure('fetch-ECONNREFUSED', /connection was refused/),
    )
    expect(pauses).toEqual([])
  })

  it.each(['ftp://example.org/x', 'file:///etc/passwd', 'http://', 'no address'])('fetches no %s', async (url) => {
    await expect(fetcher().fetchSource(url, { kind: 'feed' })).rejects.toEqual(failure('fetch-address', /address/))
  })

  it('never shows a password', async () => {
    const { origin } = await localServer({})
    const error = await fetcher()
      .fetchSource(origin.replace('://', '://me:secret@'), { kind: 'feed' })
      .catch((reason: unknown) => reason)
    expect(String(error)).toMatch(/127\.0\.0\.1/)
    expect(String(error)).not.toMatch(/secret/)
  })
})

describe('trying again', () => {
  const failing =
    (status: number, times: number, headers: Record<string, string> = {}): Answer =>
    (_, response, visit) =>
      visit <= times ? response.writeHead(status, headers).end() : response.writeHead(200).end(TEXT)

  it('waits longer each time', async () => {
    const { origin } = await localServer({ '/a': failing(503, 2) })
    const { text, pauses } = fetcher()
    expect(await text(`${origin}/a`)).toBe(TEXT)
    expect(pauses).toEqual([500, 1000])
  })

  it('waits as long as the server asks', async () => {
    const { origin } = await localServer({ '/a': failing(429, 1, { 'retry-after': '7' }) })
    const { text, pauses } = fetcher()
    expect(await text(`${origin}/a`)).toBe(TEXT)
    expect(pauses).toEqual([7000])
  })

  it('gives up on one that asks for more than a minute', async () => {
    const { origin, visits } = await localServer({ '/a': failing(503, 9, { 'retry-after': '3600' }) })
    const { fetchSource, pauses } = fetcher()
    await expect(fetchSource(`${origin}/a`, { kind: 'feed' })).rejects.toEqual(failure('fetch-busy', /3600 seconds/))
    expect(pauses).toEqual([])
    expect(visits).toHaveLength(1)
  })

  it('gives up after three tries', async () => {
    const { origin, visits } = await localServer({ '/a': failing(500, 9) })
    await expect(fetcher().fetchSource(`${origin}/a`, { kind: 'feed' })).rejects.toEqual(
      failure('fetch-http-500', /the server failed/),
    )
    expect(visits).toHaveLength(3)
  })

  it.each([
    ['120', 120_000],
    ['Tue, 12 May 2026 10:00:30 GMT', 30_000],
    ['Tue, 12 May 2026 09:00:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('reads Retry-After: %s', (header, expected) => {
    expect(retryAfter(header, Date.parse('2026-05-12T10:00:00Z'))).toBe(expected)
  })
})

describe('manners', () => {
  it('sends no more than two requests to a host at once', async () => {
    const slow: Answer = (_, response) => setTimeout(() => response.end(TEXT), 60)
    const paths = Array.from({ length: 7 }, (_, i) => `/${i}`)
    const server = await localServer(Object.fromEntries(paths.map((path) => [path, slow])))
    const { text } = fetcher()
    await Promise.all(paths.map((path) => text(server.origin + path)))
    expect(server.visits.toSorted()).toEqual(paths)
    expect(server.busiest()).toBe(2)
  })

  it('respects robots.txt for pages, asks for it once, and not for feeds', async () => {
    const { origin, visits } = await localServer({
      '/robots.txt': giving('User-agent: *\nDisallow: /private/\n\nUser-agent: other\nDisallow: /\n'),
      '/private/a': giving(TEXT),
      '/open': giving(TEXT),
    })
    const { fetchSource, text } = fetcher()
    await expect(fetchSource(`${origin}/private/a`, { kind: 'page' })).rejects.toEqual(
      failure('fetch-robots', /robots\.txt asks/),
    )
    expect(await text(`${origin}/open`, 'page')).toBe(TEXT)
    expect(await text(`${origin}/private/a`, 'feed')).toBe(TEXT)
    expect(visits).toEqual(['/robots.txt', '/open', '/private/a'])
  })

  it('asks robots.txt of the page that a redirect leads to', async () => {
    const { origin } = await localServer({
      '/robots.txt': giving('User-agent: *\nDisallow: /private/\n'),
      '/open': redirecting('/private/a'),
      '/private/a': giving(TEXT),
    })
    await expect(fetcher().fetchSource(`${origin}/open`, { kind: 'page' })).rejects.toEqual(
      failure('fetch-robots', /robots\.txt asks/),
    )
  })

  it.each([
    [404, true],
    [500, false],
  ])('with robots.txt answering %i, a page may be fetched: %s', async (status, allowed) => {
    const { origin } = await localServer({
      '/robots.txt': (_, response) => response.writeHead(status).end(),
      '/a': giving(TEXT),
    })
    const result = await fetcher()
      .text(`${origin}/a`, 'page')
      .catch(() => null)
    expect(result).toBe(allowed ? TEXT : null)
  })
})

describe('private networks', () => {
  /** Stands for the internet: all of 127.0.0.0/8 but 127.0.0.2 is public. */
  const isPrivate = (address: string) => address === '127.0.0.2'

  it('are reached when a person names them', async () => {
    const home = await localServer({ '/a': giving(TEXT) }, '127.0.0.2')
    expect(await fetcher({ isPrivate }).text(`${home.origin}/a`)).toBe(TEXT)
  })

  it('are not reached by a redirect from a public address', async () => {
    const home = await localServer({ '/a': giving('secret') }, '127.0.0.2')
    const { origin } = await localServer({ '/a': redirecting(`${home.origin}/a`) })
    await expect(fetcher({ isPrivate }).fetchSource(`${origin}/a`, { kind: 'feed' })).rejects.toEqual(
      failure('fetch-private-address', /private network/),
    )
    expect(home.visits).toEqual([])
  })

  it('are not reached by a list that came from a public address', async () => {
    const home = await localServer({ '/a': giving('secret') }, '127.0.0.2')
    await expect(
      fetcher({ isPrivate }).fetchSource(`${home.origin}/a`, { kind: 'feed', publicOnly: true }),
    ).rejects.toEqual(failure('fetch-private-address', /private network/))
    expect(home.visits).toEqual([])
  })
})
