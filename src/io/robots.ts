import robotsParser from 'robots-parser'
import { type HttpAnswer, RequestError } from './http-request.ts'

/** What is read of a robots.txt, in bytes (RFC 9309 asks for 500 KiB at least). */
const MAX_ROBOTS = 512 * 1024

type Get = (url: URL, publicOnly: boolean) => Promise<{ answer: HttpAnswer }>
type Robots = { isDisallowed(url: string, userAgent: string): boolean | undefined }

/** The package's types and its module format disagree about the default export. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots

/**
 * Refuses addresses that the host's robots.txt closes to this tool. Each host's file is fetched once a run; none (4xx)
 * allows all, one that cannot be had forbids all (RFC 9309).
 */
export function createRobots(userAgent: string, get: Get): (url: URL, publicOnly: boolean) => Promise<void> {
  const known = new Map<string, Promise<Robots | null>>()
  const load = async (url: URL, publicOnly: boolean): Promise<Robots | null> => {
    const address = new URL('/robots.txt', url)
    const { answer } = await get(address, publicOnly)
    if (answer.status >= 500)
      throw new RequestError('robots', `its robots.txt cannot be read (HTTP ${answer.status})`, false)
    if (answer.status < 200 || answer.status >= 300) return null
    return parseRobots(address.href, Buffer.from(answer.body.subarray(0, MAX_ROBOTS)).toString('utf8'))
  }
  return async (url, publicOnly) => {
    let robots = known.get(url.origin)
    if (robots === undefined) {
      robots = load(url, publicOnly)
      known.set(url.origin, robots)
    }
    if ((await robots)?.isDisallowed(url.href, userAgent) === true)
      throw new RequestError('robots', 'its robots.txt asks tools not to fetch it', false)
  }
}
