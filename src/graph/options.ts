import { ThroughlineError } from '../model/index.ts'

export interface GraphOptions {
  seed: number
  /** Louvain runs that the consensus is taken over. */
  runs: number
  /** Louvain's resolution; `auto` takes the one on which runs agree best (consensus.ts). */
  resolution: number | 'auto'
  /** k of `NPMI · c / (c + k)`: a pair seen in c stories keeps c/(c+k) of its weight. */
  shrinkage: number
  /** Significance level of the disparity filter. */
  backboneAlpha: number
  /** Compute positions; false leaves them 0. */
  layout: boolean
  /** A node is clustered when this many stories name it; the rest joins as fringe. */
  minStories: number
  /** What a story adds to a pair that shares a sentence, one that shares the entry with one end in title or byline, and one that shares the body. */
  sentenceWeight: number
  headWeight: number
  bodyWeight: number
}

export const DEFAULT_GRAPH_OPTIONS: GraphOptions = {
  seed: 1,
  runs: 100,
  resolution: 'auto',
  shrinkage: 1.5,
  backboneAlpha: 0.2,
  layout: true,
  minStories: 2,
  sentenceWeight: 1,
  headWeight: 0.75,
  bodyWeight: 0.45,
}

/** Fills in defaults. @throws ThroughlineError that names the option and its value. */
export function resolveGraphOptions(options: Partial<GraphOptions> = {}): GraphOptions {
  const all = { ...DEFAULT_GRAPH_OPTIONS, ...options }
  const check = (name: keyof GraphOptions, holds: boolean, wanted: string) => {
    if (holds) return
    throw new ThroughlineError({
      code: 'graph-option',
      severity: 'error',
      message: `graph option ${name} is ${String(all[name])}`,
      remedy: `give ${wanted}`,
    })
  }
  check('seed', Number.isSafeInteger(all.seed), 'an integer')
  check('runs', Number.isInteger(all.runs) && all.runs >= 1 && all.runs <= 10_000, 'an integer from 1 to 10000')
  check('resolution', all.resolution === 'auto' || all.resolution > 0, '"auto" or a number above 0')
  check('shrinkage', all.shrinkage >= 0, 'a number from 0')
  check('backboneAlpha', all.backboneAlpha >= 0 && all.backboneAlpha <= 1, 'a number from 0 to 1')
  check('minStories', all.minStories >= 1, 'a number from 1')
  return all
}
