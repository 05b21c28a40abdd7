import { workerData } from 'node:worker_threads'
import type { Lexicon } from '../model/index.ts'
import {
  createFirstPass,
  createSecondPass,
  type FileTask,
  type FirstPassResult,
  type SecondPassResult,
} from '../passes.ts'
import { loadOntology } from './load-ontology.ts'

/** What a worker is started with: it loads the ontology itself, and has a lexicon in the second pass only. */
export interface PassWorkerData {
  ontology: string[]
  lexicon: Lexicon | null
}

// Piscina hands its own settings over beside the caller's data.
const [, data] = workerData as [unknown, PassWorkerData]
const { ontology } = loadOntology(data.ontology)
const run = data.lexicon === null ? createFirstPass(ontology) : createSecondPass(data.lexicon, ontology)

/** Runs one pass over one file. */
export default function passWorker(task: FileTask): FirstPassResult | SecondPassResult {
  return run(task)
}
