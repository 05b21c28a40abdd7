import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** What is kept of an answer, so that the server need not send it again. */
const CachedSchema = z.object({
  url: z.string(),
  /** Where redirects led. */
  finalUrl: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  mediaType: z.string().optional(),
  /** SHA-256 of the body: a torn file is no cache. */
  hash: z.string(),
})
export type CachedAnswer = z.infer<typeof CachedSchema> & { body: Uint8Array }

export interface FetchCache {
  get(url: string): Promise<CachedAnswer | null>
  /** Keeps an answer; a cache that cannot be written is no failure. */
  put(answer: Omit<CachedAnswer, 'hash'>): Promise<void>
}

/** `THROUGHLINE_CACHE`, else the user's cache folder. */
export function defaultCacheFolder(): string {
  const named = process.env.THROUGHLINE_CACHE
  if (named !== undefined && named !== '') return named
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'throughline', 'fetched')
}

/** Answers on disk, one pair of files each. */
export function createFetchCache(folder: string): FetchCache {
  const paths = (url: string) => {
    const name = sha256(url)
    return { facts: join(folder, `${name}.json`), body: join(folder, `${name}.body`) }
  }
  return {
    async get(url) {
      try {
        const { facts, body: bodyPath } = paths(url)
        const cached = CachedSchema.parse(JSON.parse(await readFile(facts, 'utf8')))
        const body = await readFile(bodyPath)
        return cached.url === url && cached.hash === sha256(body) ? { ...cached, body } : null
      } catch {
        return null
      }
    },
    async put({ body, ...facts }) {
      try {
        const target = paths(facts.url)
        await mkdir(folder, { recursive: true })
        await replace(target.body, body)
        await replace(target.facts, JSON.stringify({ ...facts, hash: sha256(body) }))
      } catch {
        // Read-only homes exist: the next run fetches again.
      }
    },
  }
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, content)
  await rename(temporary, path)
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
