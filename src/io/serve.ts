import { createServer, type Server } from 'node:http'
import sirv from 'sirv'
import { ThroughlineError } from '../model/index.ts'

export interface ServeOptions {
  /** Folder with the page's static files; nothing outside it is served. */
  folder: string
  graphJson: string
  /** `icons.json`, in place of the one in the folder. */
  iconsJson?: string
  /** Default: the first free port from DEFAULT_PORT on. */
  port?: number
}

export const DEFAULT_PORT = 4747

/** Icons and the layout worker are made in the page, hence `blob:` and `data:`. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export interface Served {
  address: string
  close(): Promise<void>
}

/**
 * Serves the page on 127.0.0.1 only. A request whose Host is another name is refused, so that a site that rebinds its
 * name to this address cannot read the graph.
 */
export async function serve({ folder, graphJson, iconsJson, port }: ServeOptions): Promise<Served> {
  const data: Record<string, string | undefined> = { '/graph.json': graphJson, '/icons.json': iconsJson }
  const files = sirv(folder, { dev: false, etag: true, dotfiles: false })
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    if (host !== '127.0.0.1' && host !== 'localhost' && host !== '[::1]') {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('This page is served to 127.0.0.1 only.\n')
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    const made = data[request.url?.split('?')[0] ?? '']
    if (made !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      response.end(request.method === 'HEAD' ? undefined : made)
      return
    }
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n')
    })
  })
  const chosen = await listen(server, port)
  return {
    address: `http://127.0.0.1:${chosen}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A port that was asked for must be free; without one, the next free one is taken. */
async function listen(server: Server, port: number | undefined): Promise<number> {
  const last = port ?? DEFAULT_PORT + 20
  for (let candidate = port ?? DEFAULT_PORT; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', reject)
          resolve()
        })
      })
      const address = server.address()
      return typeof address === 'object' && address !== null ? address.port : candidate
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && candidate < last) continue
      throw new ThroughlineError(
        {
          code: 'cannot-listen',
          severity: 'error',
          source: `127.0.0.1:${candidate}`,
          message: code === 'EADDRINUSE' ? 'this port is in use' : `cannot listen here: ${message}`,
          remedy: 'choose another with --port',
        },
        { cause: error },
      )
    }
  }
}
