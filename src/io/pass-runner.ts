import type { Ontology } from '../model/index.ts'
import { inThisThread, type PassRunner } from '../pipeline.ts'
import type { OpenSource } from './open-sources.ts'

export interface PassRunnerOptions {
  /** 0: as many as pay. */
  workers: number
  ontology: string[]
}

/** Chooses where the passes run. */
export async function createPassRunner(
  _sources: OpenSource[],
  _options: PassRunnerOptions,
  ontology: Ontology,
): Promise<PassRunner> {
  return inThisThread(ontology)
}
