import { graphOf } from './graph-of.ts'
import { loadOntology } from './io/load-ontology.ts'
import { type OpenSourcesOptions, openSources } from './io/open-sources.ts'
import type { Diagnostic, ExtractedEntry, KnowledgeGraph, Ontology } from './model/index.ts'
import { extractSources, type RunOptions } from './pipeline.ts'

export interface BuildOptions extends Omit<RunOptions, 'ontology' | 'onDiagnostic'> {
  /** Default: the shipped ontology. */
  ontology?: Ontology
  /** Of layout and communities. */
  seed?: number
  /** Fetches `http(s)://` inputs; without it they are reported and left out. */
  createFetch?: OpenSourcesOptions['createFetch']
}

export interface Built {
  graph: KnowledgeGraph
  entries: ExtractedEntry[]
  /** What could not be read, or looked like an entry and was not; nothing is thrown for it. */
  diagnostics: Diagnostic[]
}

/** The whole way, as `throughline build` goes it: files, folders, globs or addresses in, graph and entries out. */
export async function buildAll(inputs: string[], options: BuildOptions = {}): Promise<Built> {
  const { ontology = loadOntology([]).ontology, seed = 1, createFetch, ...run } = options
  const opened = await openSources(inputs, createFetch === undefined ? {} : { createFetch })
  const diagnostics = [...opened.diagnostics]
  try {
    const onDiagnostic = (diagnostic: Diagnostic) => {
      diagnostics.push(diagnostic)
    }
    const extraction = await extractSources(opened.sources, { ...run, ontology, onDiagnostic })
    const entries: ExtractedEntry[] = []
    for await (const entry of extraction.entries) entries.push(entry)
    return { graph: graphOf(entries, ontology, seed), entries, diagnostics }
  } finally {
    await opened.close()
  }
}
