import { loadOntology } from '../io/load-ontology.ts'
import { type OpenedSources, type OpenSource, openSources } from '../io/open-sources.ts'
import { type ExtractedEntry, type KnowledgeGraph, type Ontology, ThroughlineError } from '../model/index.ts'
import { type Extraction, extractSources, type FileReport } from '../pipeline.ts'
import { type CommonOptions, type Config, UsageError } from './options.ts'
import { printable, type Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

/** What every command is given. */
export interface Command {
  options: CommonOptions
  config: Config
  terminal: Terminal
  /** The options as parsed, for those that one command alone has. */
  raw: Record<string, unknown>
}

export interface Run {
  ontology: Ontology
  extraction: Extraction
  /** The inputs, for those who read them again (`extract --explain`). */
  sources: OpenSource[]
  /** Frees workers and what was spooled, and fails the command if a named input failed. */
  finish(): Promise<void>
}

/**
 * Opens inputs (the command's, else the configuration's) and runs the passes up to the lexicon.
 * @param empty whether a run without any entry is a result (`extract --explain`) and no failure
 */
export async function startRun(
  inputs: string[],
  { options, config, terminal }: Command,
  { empty = false }: { empty?: boolean } = {},
): Promise<Run> {
  const given = inputs.length > 0 ? inputs : config.inputs
  if (given.length === 0) {
    throw new UsageError(
      'no input: name a file, a folder, a glob, an address or "-" (or put inputs in throughline.config.yaml)',
    )
  }
  const { ontology, diagnostics } = loadOntology(options.ontology)
  for (const diagnostic of diagnostics) terminal.diagnostic(diagnostic)
  const opened = await openSources(given, { createFetch: () => createFetch() })
  for (const diagnostic of opened.diagnostics) terminal.diagnostic(diagnostic)
  const { createPassRunner } = await import('../io/pass-runner.ts')
  const runner = createPassRunner(opened.sources, options, ontology)
  const extraction = await extractSources(opened.sources, {
    ontology,
    runner,
    ...dates(options),
    ...(options.map === undefined ? {} : { map: options.map }),
    onDiagnostic: (diagnostic) => terminal.diagnostic(diagnostic),
    onProgress: ({ pass, done, total }) =>
      terminal.progress(`${pass === 'learn' ? 'Learning names' : 'Extracting'} ${done}/${total} files`),
  })
  const close = async () => {
    terminal.done()
    await Promise.all([runner.close(), opened.close()])
  }
  if (!empty && extraction.files.every(({ entries }) => entries === 0)) {
    await close()
    throw nothingRead(opened, given)
  }
  for (const line of readingLines(extraction.files)) terminal.say(line)
  return {
    ontology,
    extraction,
    sources: opened.sources,
    async finish() {
      await close()
      const failed = terminal.counts.error > 0 || (options.strict && terminal.counts.warning > 0)
      if (failed) process.exitCode = 1
    },
  }
}

/** The graph of `--graph`, or of the inputs. */
export async function obtainGraph(inputs: string[], command: Command): Promise<KnowledgeGraph> {
  const { options, terminal } = command
  if (options.graph !== undefined) {
    const { readGraphFile } = await import('../io/read-graph-file.ts')
    return readGraphFile(options.graph)
  }
  const { graph } = await buildFrom(inputs, command)
  terminal.done()
  return graph
}

/** Runs the whole way; entries are handed on as they come. */
export async function buildFrom(
  inputs: string[],
  command: Command,
  onEntry?: (entry: ExtractedEntry) => void,
): Promise<{ graph: KnowledgeGraph; run: Run; entries: ExtractedEntry[] }> {
  const run = await startRun(inputs, command)
  const entries: ExtractedEntry[] = []
  for await (const entry of run.extraction.entries) {
    onEntry?.(entry)
    entries.push(entry)
  }
  command.terminal.progress('Building the graph')
  const { graphOf } = await import('../graph-of.ts')
  const graph = graphOf(entries, run.ontology, command.options.seed)
  await run.finish()
  return { graph, run, entries }
}

export function dates({ since, until }: CommonOptions): { since?: string; until?: string } {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

async function createFetch() {
  const { createFetcher } = await import('../io/fetch.ts')
  const fetcher = createFetcher({ userAgent: `throughline/${VERSION} (command-line reader of engineering digests)` })
  return fetcher.fetchSource
}

function nothingRead(opened: OpenedSources, inputs: string[]): ThroughlineError {
  const read = opened.sources.length
  return new ThroughlineError({
    code: 'no-entries',
    severity: 'error',
    source: inputs.join(' '),
    message:
      read === 0
        ? 'nothing could be read'
        : `no entry was found in ${read === 1 ? 'this file' : `these ${read} files`}`,
    remedy:
      'an entry is a titled item such as "**[Title](url)** · Company" and a paragraph; see `throughline extract --explain FILE`',
  })
}

/** More files than these are told of together. */
const FILES_TOLD = 30

/** What was read: each file with its entries and reader; of many files, one line for each reader. */
export function readingLines(files: readonly FileReport[]): string[] {
  const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
  if (files.length <= FILES_TOLD) {
    return files.map((file) => printable(`read: ${file.source}: ${entries(file.entries)} (${file.reader})`))
  }
  const readers = new Map<string, { files: number; entries: number }>()
  for (const file of files) {
    const sum = readers.get(file.reader) ?? { files: 0, entries: 0 }
    readers.set(file.reader, { files: sum.files + 1, entries: sum.entries + file.entries })
  }
  return [...readers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reader, sum]) => `read: ${sum.files} files as ${reader}: ${entries(sum.entries)}`)
}
