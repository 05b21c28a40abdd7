import { lookup as dnsLookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** A failure of one request that a person can be told about; `retry` where another try may help. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: string
  readonly retry: boolean
  constructor(code: string, message: string, retry: boolean, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retry = retry
  }
}

export interface HttpAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Uint8Array
  /** The server's address was private. */
  private: boolean
}

export interface HttpRequestOptions {
  headers: Record<string, string>
  /** Whole request, in milliseconds. */
  timeout: number
  /** Of the decoded body, in bytes. */
  maxBytes: number
  /** The address must be public. */
  publicOnly: boolean
  isPrivate: (address: string) => boolean
}

/**
 * One GET, without redirects. The address is checked when the name is resolved for this very connection, so that a
 * name cannot point elsewhere between check and use. The body is decompressed, and cut off where it grows too large.
 */
export function httpRequest(url: URL, options: HttpRequestOptions): Promise<HttpAnswer> {
  const guard: Guard = { private: false, ...options }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) check(guard, host)
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(options.timeout)
    const fail = (error: unknown) => {
      request.destroy()
      reject(asRequestError(error, signal, options.timeout))
    }
    const client = url.protocol === 'https:' ? https : http
    const request = client.request(
      url,
      {
        headers: { 'accept-encoding': 'gzip, deflate, br', ...options.headers },
        signal,
        lookup: guardedLookup(guard),
        agent: false,
      },
      (response) => {
        readBody(response, options.maxBytes).then(
          (body) =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body, private: guard.private }),
          fail,
        )
      },
    )
    request.on('error', fail)
    request.end()
  })
}

interface Guard extends Pick<HttpRequestOptions, 'publicOnly' | 'isPrivate'> {
  private: boolean
}

function check(guard: Guard, address: string): void {
  if (!guard.isPrivate(address)) return
  guard.private = true
  if (guard.publicOnly)
    throw new RequestError('private-address', 'a public address led to one of this machine or a private network', false)
}

function guardedLookup(guard: Guard): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      try {
        for (const { address } of addresses) check(guard, address)
      } catch (refused) {
        return callback(refused as Error, '', 0)
      }
      const first = addresses[0]!
      if (options.all === true) (callback as (e: null, all: typeof addresses) => void)(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new RequestError('too-large', `it is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB`, false)
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = decompressed(response)
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    // A small archive may unpack to more than memory holds
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  if (!response.complete) throw new RequestError('incomplete', 'the connection broke off', true)
  return Buffer.concat(chunks)
}

function decompressed(response: IncomingMessage): NodeJS.ReadableStream {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null
  if (decoder === null) return response
  response.on('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}

const REASONS: Record<string, [string, boolean]> = {
  ENOTFOUND: ['the host is not known', false],
  EAI_AGAIN: ['the host name could not be resolved', true],
  ECONNREFUSED: ['the connection was refused', false],
  ECONNRESET: ['the connection broke off', true],
  EPIPE: ['the connection broke off', true],
  ETIMEDOUT: ['the server did not answer', true],
  EHOSTUNREACH: ['the host cannot be reached', false],
  ENETUNREACH: ['the network cannot be reached', false],
  CERT_HAS_EXPIRED: ['its certificate has expired', false],
  Z_DATA_ERROR: ['its compression is broken', false],
  Z_BUF_ERROR: ['the connection broke off', true],
}

function asRequestError(error: unknown, signal: AbortSignal, timeout: number): RequestError {
  if (error instanceof RequestError) return error
  if (signal.aborted)
    return new RequestError('timeout', `no complete answer within ${timeout / 1000} seconds`, true, { cause: error })
  const { code = 'failed', message } = error as NodeJS.ErrnoException
  if (message === 'aborted') return new RequestError('incomplete', 'the connection broke off', true, { cause: error })
  const [reason, retry] = REASONS[code] ?? [message || code, false]
  return new RequestError(code, reason, retry, { cause: error })
}
