import { workerData } from 'node:worker_threads'
import { createKeptEntries } from '../kept-entries.ts'
import {
  createFirstPass,
  createSecondPass,
  type FileTask,
  type FirstPassResult,
  type SecondPassResult,
} from '../passes.ts'
import { type PackedLexicon, unpackLexicon } from '../resolve/index.ts'
import { loadOntology } from './load-ontology.ts'

/** What a worker is started with: it loads the ontology itself. */
export interface PassWorkerData {
  ontology: string[]
}

/** One file, in the first pass or, with the run's lexicon, in the second. */
export interface PassTask {
  file: FileTask
  lexicon: PackedLexicon | null
}

const { ontology } = loadOntology((workerData as PassWorkerData).ontology)
const kept = createKeptEntries()
let first: ReturnType<typeof createFirstPass> | undefined
let second: ReturnType<typeof createSecondPass> | undefined

/**
 * Runs one pass over one file; gives its result as JSON, which crosses threads in half the time that a copy of so many small
 * objects takes. A worker serves one run, so that the first lexicon that it is sent is the only one.
 */
export default function passWorker({ file, lexicon }: PassTask): string {
  if (lexicon === null) {
    first ??= createFirstPass(ontology, kept)
    return JSON.stringify(first(file) satisfies FirstPassResult)
  }
  second ??= createSecondPass(unpackLexicon(lexicon, ontology), ontology, kept)
  return JSON.stringify(second(file) satisfies SecondPassResult)
}
