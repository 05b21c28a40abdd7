import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Diagnostic } from '../model/index.ts'
import { ThroughlineError } from '../model/index.ts'
import { readSource, type SourceFile } from '../read/index.ts'
import { expandInputs, type InputItem, readInputFile } from './input-files.ts'

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

export type FetchSource = (url: string, options: { kind: 'page' | 'feed' }) => Promise<SourceFile>

export interface OpenSourcesOptions {
  /** Called for `http(s)://` inputs only, so that local runs load no network code. */
  createFetch?: () => Promise<FetchSource>
  stdin?: NodeJS.ReadableStream
}

/**
 * Opens every input for the two passes: files stay where they are, stdin is spooled to a temporary file, addresses are
 * fetched once, and the feeds of an OPML list are fetched too. One that fails is reported and the others go on.
 */
export async function openSources(inputs: string[], options: OpenSourcesOptions = {}): Promise<OpenedSources> {
  const { items, diagnostics } = await expandInputs(inputs)
  const spool: { folder?: string } = {}
  const opened: Omit<OpenSource, 'stem'>[] = []
  let fetchSource: Promise<FetchSource> | undefined
  const fetchOnce = async (url: string, kind: 'page' | 'feed') => {
    if (options.createFetch === undefined) throw noNetwork(url)
    fetchSource ??= options.createFetch()
    return (await fetchSource)(url, { kind })
  }
  const addFetched = async (url: string, kind: 'page' | 'feed', named: boolean): Promise<void> => {
    try {
      const file = await fetchOnce(url, kind)
      const feeds = readSource(file).feeds ?? []
      if (feeds.length === 0) opened.push({ source: file.source, named, load: async () => file })
      for (const feed of feeds) await addFetched(feed, 'feed', false)
    } catch (error) {
      diagnostics.push(asDiagnostic(error, url, named))
    }
  }
  for (const item of items) {
    if (item.kind === 'url') await addFetched(item.location, 'page', item.named)
    else if (item.kind === 'stdin') opened.push(await spoolStdin(options.stdin ?? process.stdin, spool))
    else if (/\.opml$/i.test(item.location)) {
      try {
        const feeds = readSource({ source: item.source, bytes: await readInputFile(item) }).feeds ?? []
        for (const feed of feeds) await addFetched(feed, 'feed', false)
        if (feeds.length === 0) opened.push(await fileSource(item))
      } catch (error) {
        diagnostics.push(asDiagnostic(error, item.source, item.named))
      }
    } else opened.push(await fileSource(item))
  }
  return {
    sources: withStems(opened),
    diagnostics,
    close: async () => {
      if (spool.folder !== undefined) await rm(spool.folder, { recursive: true, force: true })
    },
  }
}

async function fileSource(item: InputItem): Promise<Omit<OpenSource, 'stem'>> {
  const info = await stat(item.location).catch(() => null)
  return {
    source: item.source,
    named: item.named,
    ...(info === null ? {} : { size: info.size }),
    load: async () => ({ source: item.source, bytes: await readInputFile(item) }),
  }
}

async function spoolStdin(stdin: NodeJS.ReadableStream, spool: { folder?: string }): Promise<Omit<OpenSource, 'stem'>> {
  spool.folder ??= await mkdtemp(join(tmpdir(), 'throughline-'))
  const location = join(spool.folder, 'stdin')
  await pipeline(stdin, createWriteStream(location))
  return fileSource({ kind: 'file', location, source: 'stdin', named: true })
}

/** `name`, then `name~2` and so on for further files of the same name, in the order of the sources. */
function withStems(sources: Omit<OpenSource, 'stem'>[]): OpenSource[] {
  const taken = new Map<string, number>()
  return sources.map((source) => {
    const file = basename(source.source)
    const name = file.slice(0, file.length - extname(file).length) || file
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return { ...source, stem: count === 1 ? name : `${name}~${count}` }
  })
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

/** A failure as a diagnostic: an error for what a person named, a warning for what was found on the way. */
export function asDiagnostic(error: unknown, source: string, named: boolean): Diagnostic {
  const severity = named ? 'error' : 'warning'
  if (error instanceof ThroughlineError) return { ...error.diagnostic, severity }
  return { code: 'unreadable', severity, source, message: error instanceof Error ? error.message : String(error) }
}
