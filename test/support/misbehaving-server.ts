import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Answer = (request: IncomingMessage, response: ServerResponse, visit: number) => void

export interface LocalServer {
  /** `http://127.0.0.1:port` */
  origin: string
  /** Paths in the order of the requests. */
  visits: string[]
  headers: IncomingMessage['headers'][]
  /** Most requests that were under way at once. */
  busiest(): number
}

/** A server on 127.0.0.1 that answers each path as told; 404 elsewhere. It stops when the test ends. */
export async function localServer(answers: Record<string, Answer>, host = '127.0.0.1'): Promise<LocalServer> {
  const visits: string[] = []
  const headers: IncomingMessage['headers'][] = []
  let running = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    visits.push(path)
    headers.push(request.headers)
    most = Math.max(most, ++running)
    response.on('close', () => running--)
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else answer(request, response, visits.filter((visit) => visit === path).length)
  })
  server.listen(0, host)
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://${host}:${port}`, visits, headers, busiest: () => most }
}

/** Answers 200 with a body. */
export function giving(body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(200, headers).end(body)
}

/** Redirects. */
export function redirecting(location: string, status = 302): Answer {
  return (_, response) => response.writeHead(status, { location }).end()
}
