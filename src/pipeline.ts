import type { OpenSource } from './io/open-sources.ts'
import { asDiagnostic } from './io/open-sources.ts'
import { createKeptEntries } from './kept-entries.ts'
import type { Candidate, Diagnostic, ExtractedEntry, Lexicon, Ontology } from './model/index.ts'
import {
  createFirstPass,
  createSecondPass,
  type FileTask,
  type FirstPassResult,
  type SecondPassResult,
} from './passes.ts'
import { resolveCandidates } from './resolve/index.ts'

/** Runs the two passes over files, in this thread or in workers; results come in the order of the tasks. */
export interface PassRunner {
  first(tasks: AsyncIterable<FileTask>): AsyncIterable<FirstPassResult>
  second(lexicon: Lexicon, tasks: AsyncIterable<FileTask>): AsyncIterable<SecondPassResult>
  close(): Promise<void>
}

export interface RunOptions {
  ontology: Ontology
  /** Inclusive, by overlap; undated entries stay. */
  since?: string
  until?: string
  /** Field map for JSON records. */
  map?: Record<string, string>
  /** Default: this thread. */
  runner?: PassRunner
  onDiagnostic?: (diagnostic: Diagnostic) => void
  onProgress?: (progress: { pass: 'learn' | 'extract'; done: number; total: number }) => void
}

/** What a run read, by file. */
export interface FileReport {
  source: string
  named: boolean
  reader: string
  entries: number
}

export interface Extraction {
  lexicon: Lexicon
  files: FileReport[]
  /** Entries in input order; each file is read again when the iteration reaches it. */
  entries: AsyncIterable<ExtractedEntry>
}

/**
 * The whole way as far as `extract`: pass (a) over all files, one sorted pass over all candidates, pass (c) as the
 * result is iterated. Memory is the largest file plus the lexicon.
 */
export async function extractSources(sources: OpenSource[], options: RunOptions): Promise<Extraction> {
  const runner = options.runner ?? inThisThread(options.ontology)
  const files: FileReport[] = []
  const candidates: Candidate[] = []
  const readable: OpenSource[] = []
  for await (const { source, result } of zip(readable, runner.first(load(sources, readable, options)))) {
    files.push({ source: source.source, named: source.named, reader: result.reader, entries: result.entries })
    // Not spread: a file may give more candidates than a call takes arguments
    for (const candidate of result.candidates) candidates.push(candidate)
    for (const diagnostic of result.diagnostics) report(diagnostic, source, options)
    options.onProgress?.({ pass: 'learn', done: files.length, total: sources.length })
  }
  const lexicon = resolveCandidates(candidates, options.ontology)
  const withEntries = readable.filter((_, index) => (files[index]?.entries ?? 0) > 0)
  return { lexicon, files, entries: secondPass(withEntries, lexicon, runner, options) }
}

async function* secondPass(sources: OpenSource[], lexicon: Lexicon, runner: PassRunner, options: RunOptions) {
  const readable: OpenSource[] = []
  let done = 0
  const results = runner.second(lexicon, load(sources, readable, options))
  for await (const { source, result } of zip(readable, results)) {
    for (const diagnostic of result.diagnostics) report(diagnostic, source, options)
    for (const entry of result.entries) if (overlaps(entry, options)) yield entry
    done++
    options.onProgress?.({ pass: 'extract', done, total: sources.length })
  }
}

/** Undated entries stay unless a filter excludes what it knows. */
function overlaps({ date, dateEnd }: ExtractedEntry, { since, until }: RunOptions): boolean {
  if (date === null) return true
  return (since === undefined || (dateEnd ?? date) >= since) && (until === undefined || date <= until)
}

async function* load(sources: OpenSource[], readable: OpenSource[], options: RunOptions): AsyncGenerator<FileTask> {
  for (const source of sources) {
    try {
      const file = await source.load()
      readable.push(source)
      yield { file, stem: source.stem, ...(options.map === undefined ? {} : { map: options.map }) }
    } catch (error) {
      options.onDiagnostic?.(asDiagnostic(error, source.source, source.named))
    }
  }
}

async function* zip<T>(sources: OpenSource[], results: AsyncIterable<T>) {
  let index = 0
  for await (const result of results) {
    const source = sources[index++]
    if (source !== undefined) yield { source, result }
  }
}

/** A file that was found by walking warns where a named one fails. */
function report(diagnostic: Diagnostic, source: OpenSource, options: RunOptions): void {
  const severity = diagnostic.severity === 'error' && !source.named ? 'warning' : diagnostic.severity
  options.onDiagnostic?.({ ...diagnostic, severity })
}

/** Runs both passes in the calling thread. */
export function inThisThread(ontology: Ontology): PassRunner {
  const kept = createKeptEntries()
  return {
    async *first(tasks) {
      const pass = createFirstPass(ontology, kept)
      for await (const task of tasks) yield pass(task)
    },
    async *second(lexicon, tasks) {
      const pass = createSecondPass(lexicon, ontology, kept)
      for await (const task of tasks) yield pass(task)
    },
    close: async () => undefined,
  }
}
