import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Diagnostic } from '../model/index.ts'
import { readSource, type SourceFile } from '../read/index.ts'
import { asDiagnostic } from './as-diagnostic.ts'
import { createFeedFollower, type FetchSource, type Followed } from './follow-feeds.ts'
import { expandInputs, type InputItem, readInputFile } from './input-files.ts'
import { createSpool, type Spool } from './spool.ts'

export { asDiagnostic } from './as-diagnostic.ts'
export type { FetchSource } from './follow-feeds.ts'

/** A file, page or feed that can be loaded as often as a pass needs it. */
export interface OpenSource {
  source: string
  /** What entry ids start with; unique within the run. */
  stem: string
  named: boolean
  /** Bytes, where they are known without loading. */
  size?: number
  load(): Promise<SourceFile>
}

export interface OpenedSources {
  sources: OpenSource[]
  /** Inputs that could not be opened; `error` where the person named them. */
  diagnostics: Diagnostic[]
  /** Removes what was spooled. */
  close(): Promise<void>
}

export interface OpenSourcesOptions {
  /** Called for `http(s)://` inputs only, so that local runs load no network code. */
  createFetch?: () => Promise<FetchSource>
  stdin?: NodeJS.ReadableStream
}

type Opened = Omit<OpenSource, 'stem'>
type Outcome = Opened | { diagnostic: Diagnostic }

/**
 * Opens every input for the two passes: files stay where they are; stdin and what is fetched are spooled to a temporary
 * folder; the feeds of an OPML list, or of a front page that announces some, are fetched too. One that fails is reported and
 * the others go on.
 */
export async function openSources(inputs: string[], options: OpenSourcesOptions = {}): Promise<OpenedSources> {
  const { items, diagnostics } = await expandInputs(inputs)
  const spool = createSpool()
  const follower = createFeedFollower(options.createFetch)
  const openItem = async (item: InputItem): Promise<Outcome[]> => {
    try {
      if (item.kind === 'stdin') return [await stdinSource(options.stdin ?? process.stdin, spool)]
      if (item.kind === 'url') return await spooled(await follower.open(item.location, item.named), spool)
      if (!(await isFeedList(item))) return [await fileSource(item, spool)]
      const { feeds = [], diagnostics: notes } = readSource({ source: item.source, bytes: await readInputFile(item) })
      if (feeds.length === 0) return [await fileSource(item, spool)]
      return [
        ...notes.map((diagnostic) => ({ diagnostic })),
        ...(await spooled(await follower.openAll(feeds, false), spool)),
      ]
    } catch (error) {
      return [{ diagnostic: asDiagnostic(error, item.source, item.named) }]
    }
  }
  const outcomes = (await Promise.all(items.map(openItem))).flat()
  const opened: Opened[] = []
  for (const outcome of outcomes) {
    if ('diagnostic' in outcome) diagnostics.push(outcome.diagnostic)
    else opened.push(outcome)
  }
  return { sources: withStems(opened), diagnostics, close: () => spool.close() }
}

async function fileSource(item: InputItem, spool: Spool): Promise<Opened> {
  const info = await stat(item.location).catch(() => null)
  // A pipe (`<(command)`) or device can be read once
  if (info !== null && !info.isFile() && !info.isDirectory()) {
    const { size, load } = await spool.keep(createReadStream(item.location), item.source)
    return {
      source: item.source,
      named: item.named,
      size,
      load: async () => ({ source: item.source, bytes: await load() }),
    }
  }
  return {
    source: item.source,
    named: item.named,
    ...(info === null ? {} : { size: info.size }),
    load: async () => ({ source: item.source, bytes: await readInputFile(item) }),
  }
}

async function stdinSource(stdin: NodeJS.ReadableStream, spool: Spool): Promise<Opened> {
  const { size, load } = await spool.keep(stdin, 'stdin')
  return { source: 'stdin', named: true, size, load: async () => ({ source: 'stdin', bytes: await load() }) }
}

async function spooled(followed: Followed[], spool: Spool): Promise<Outcome[]> {
  return Promise.all(
    followed.map(async (one): Promise<Outcome> => {
      if ('diagnostic' in one) return one
      const { bytes, ...rest } = one.file
      const { size, load } = await spool.keep(bytes, rest.source)
      return { source: rest.source, named: one.named, size, load: async () => ({ ...rest, bytes: await load() }) }
    }),
  )
}

/** An `.opml` file, or an `.xml` file that begins as one. */
async function isFeedList({ location }: InputItem): Promise<boolean> {
  if (/\.opml$/i.test(location)) return true
  if (!/\.xml$/i.test(location)) return false
  const file = await open(location).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0)
    return /<opml[\s>]/i.test(buffer.subarray(0, bytesRead).toString('latin1'))
  } finally {
    await file.close()
  }
}

/** `name`, then `name~2` and so on for further files of the same name, in the order of the sources. */
function withStems(sources: Opened[]): OpenSource[] {
  const taken = new Map<string, number>()
  return sources.map((source) => {
    const name = stemOf(source.source)
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return { ...source, stem: count === 1 ? name : `${name}~${count}` }
  })
}

/** `digests/a.md` → `a`; of an address its last part that says something, else its host. */
function stemOf(source: string): string {
  if (!/^https?:\/\//i.test(source)) {
    const file = basename(source)
    return file.slice(0, file.length - extname(file).length) || file
  }
  const [host = source, ...path] = source
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .split('/')
  const last = path.filter((part) => part !== '').at(-1)
  const name = last?.slice(0, last.length - extname(last).length) || last
  return name === undefined || /^(?:feed|rss|atom|index|posts?|blog)$/i.test(name) ? host.replace(/^www\./, '') : name
}
