import { createCandidateCollector, createExtractor } from './extract/index.ts'
import type { Candidate, Diagnostic, Entry, ExtractedEntry, Lexicon, Ontology } from './model/index.ts'
import { type ReadOptions, type ReadResult, readSource, type SourceFile } from './read/index.ts'
import { createNameAtStart, createRoleOf } from './resolve/index.ts'

/** A file and the stem that its entries' ids start with. */
export interface FileTask {
  file: SourceFile
  stem: string
  /** Field map for JSON records. */
  map?: Record<string, string>
}

/** What pass (a) keeps of a file: names that no list holds, and what to tell the person. Plain data: it crosses threads. */
export interface FirstPassResult {
  candidates: Candidate[]
  entries: number
  reader: string
  diagnostics: Diagnostic[]
}

export interface SecondPassResult {
  entries: ExtractedEntry[]
}

/** Pass (a): read, find known names, collect candidates. */
export function createFirstPass(ontology: Ontology): (task: FileTask) => FirstPassResult {
  const collect = createCandidateCollector(ontology)
  const options = readOptions(
    ontology.companies.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ontology,
  )
  return (task) => {
    const { entries, reader, diagnostics } = readFile(task, options)
    return { candidates: entries.flatMap(collect), entries: entries.length, reader, diagnostics }
  }
}

/** Pass (c): read again, and find the final mentions, relations and labels with the lexicon. */
export function createSecondPass(lexicon: Lexicon, ontology: Ontology): (task: FileTask) => SecondPassResult {
  const extract = createExtractor(lexicon, ontology)
  const names = lexicon.entities.flatMap(({ type, surfaces }) =>
    type === 'company' ? surfaces.map(({ text }) => text) : [],
  )
  const options = readOptions(names, ontology)
  return (task) => ({ entries: readFile(task, options).entries.map(extract) })
}

/** Reads one file as the passes do; entries' ids start with the stem. */
export function readFile({ file, stem, map }: FileTask, options: ReadOptions = {}): ReadResult {
  const result = readSource(file, map === undefined ? options : { ...options, map })
  return { ...result, entries: result.entries.map((entry): Entry => ({ ...entry, id: `${stem}#${entry.index}` })) }
}

function readOptions(companies: string[], ontology: Ontology): ReadOptions {
  return { nameAtStart: createNameAtStart(companies), roleOf: createRoleOf(ontology) }
}
