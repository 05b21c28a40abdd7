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

const { ontology: folders, lexicon } = workerData as PassWorkerData
const { ontology } = loadOntology(folders)
const run = lexicon === null ? createFirstPass(ontology) : createSecondPass(lexicon, ontology)

/** Runs one pass over one file. */
export default function passWorker(task: FileTask): FirstPassResult | SecondPassResult {
  return run(task)
}
