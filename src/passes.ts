import { createCandidateCollector, createExtractor } from './extract/index.ts'
import type { KeptEntries } from './kept-entries.ts'
import type { Candidate, Diagnostic, Entry, ExtractedEntry, Lexicon, Ontology } from './model/index.ts'
import { type ReadOptions, type ReadResult, readerFailed, readSource, reasonOf, type SourceFile } from './read/index.ts'
import { createNameAtStart, createRoleOf, LONGEST_START } from './resolve/index.ts'

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
  diagnostics: Diagnostic[]
}

/** A reader that asks for more names than this (a plain text, at each word of each line) is better run again. */
const MAX_ASKED = 500

/**
 * Pass (a): read, find known names, collect candidates.
 * @param kept where it leaves the entries for pass (c), unless a learned name cuts them otherwise
 */
export function createFirstPass(ontology: Ontology, kept?: KeptEntries): (task: FileTask) => FirstPassResult {
  const collect = createCandidateCollector(ontology)
  let asked = new Map<string, number>()
  const { nameAtStart, roleOf } = readOptions(
    ontology.companies.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ontology,
  )
  const options: ReadOptions = {
    roleOf,
    nameAtStart: (text) => {
      const length = nameAtStart(text)
      if (asked.size <= MAX_ASKED) asked.set(text.slice(0, LONGEST_START), length)
      return length
    },
  }
  return (task) => {
    asked = new Map()
    const { entries, reader, diagnostics } = readFile(task, options)
    if (asked.size <= MAX_ASKED) kept?.keep(task.stem, entries, task.file.bytes.length, asked)
    const found = eachEntry(entries, collect, 'no names could be learned from this entry')
    return {
      candidates: found.results.flat(),
      entries: entries.length,
      reader,
      diagnostics: [...diagnostics, ...found.diagnostics],
    }
  }
}

/** Pass (c): read again what was not kept, and find the final mentions, relations and labels with the lexicon. */
export function createSecondPass(
  lexicon: Lexicon,
  ontology: Ontology,
  kept?: KeptEntries,
): (task: FileTask) => SecondPassResult {
  const extract = createExtractor(lexicon, ontology)
  const names = lexicon.entities.flatMap(({ type, surfaces }) =>
    type === 'company' ? surfaces.map(({ text }) => text) : [],
  )
  const options = readOptions(names, ontology)
  return (task) => {
    const known = kept?.take(task.stem, options.nameAtStart)
    const read = known === undefined ? readFile(task, options) : { entries: known, diagnostics: [] }
    const { results, diagnostics } = eachEntry(read.entries, extract, 'this entry was left out')
    // All else that the reader has to say was said in the first pass
    const failed = read.diagnostics.filter(({ code }) => code === 'reader-failed')
    return { entries: results, diagnostics: [...failed, ...diagnostics] }
  }
}

/** What `one` gives for each entry. A fault in one costs that entry alone: it becomes a diagnostic, and the others go on. */
function eachEntry<T>(
  entries: readonly Entry[],
  one: (entry: Entry) => T,
  loss: string,
): { results: T[]; diagnostics: Diagnostic[] } {
  const results: T[] = []
  const diagnostics: Diagnostic[] = []
  for (const entry of entries) {
    try {
      results.push(one(entry))
    } catch (error) {
      diagnostics.push({
        code: 'entry-failed',
        severity: 'warning',
        message: `${loss}: "${entry.title}" broke the extraction (${reasonOf(error)})`,
        remedy: 'shorten or reword the entry, and report it: no entry should do this',
        source: entry.source,
        ...(entry.line === undefined ? {} : { line: entry.line }),
      })
    }
  }
  return { results, diagnostics }
}

/** Reads one file as the passes do; entries' ids start with the stem. A file that breaks its reader gives a diagnostic. */
export function readFile({ file, stem, map }: FileTask, options: ReadOptions = {}): ReadResult {
  try {
    const result = readSource(file, map === undefined ? options : { ...options, map })
    return { ...result, entries: result.entries.map((entry): Entry => ({ ...entry, id: `${stem}#${entry.index}` })) }
  } catch (error) {
    return readerFailed(file.source, 'any format', error)
  }
}

function readOptions(companies: string[], ontology: Ontology) {
  return { nameAtStart: createNameAtStart(companies), roleOf: createRoleOf(ontology) }
}
