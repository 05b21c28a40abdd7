import type { ExtractedEntry } from '../model/index.ts'
import type { GoldEntry } from './gold.ts'
import {
  type Counts,
  type EntryScore,
  SCORED_TYPES,
  type ScoredType,
  type ScoringError,
  scoreEntry,
} from './score-entry.ts'

export interface TypeScore extends Counts {
  precision: number
  recall: number
  f1: number
  /** 95 % interval of F1: percentile bootstrap over entries, seeded. */
  interval: [number, number]
}

export interface Evaluation {
  entries: number
  /** Gold entries that no prediction has. */
  missing: number
  titlesRight: number
  bylinesRight: number
  scores: Record<ScoredType, TypeScore>
  polarity: { accuracy: number; right: number; wrong: number }
  errors: ScoringError[]
}

export interface EvaluateOptions {
  seed: number
  /** Bootstrap samples. */
  samples: number
}

export const DEFAULT_EVALUATE_OPTIONS: EvaluateOptions = { seed: 1, samples: 1000 }

/** Scores extracted entries against gold, micro-averaged; entries meet by file name and index. */
export function evaluate(
  gold: GoldEntry[],
  entries: Iterable<ExtractedEntry>,
  options: Partial<EvaluateOptions> = {},
): Evaluation {
  const { seed, samples } = { ...DEFAULT_EVALUATE_OPTIONS, ...options }
  const predictions = new Map<string, ExtractedEntry>()
  for (const entry of entries) predictions.set(`${fileName(entry.source)}#${entry.index}`, entry)
  const scores = gold.map((each) => scoreEntry(each, predictions.get(`${each.file}#${each.index}`)))
  const polarity = scores.reduce(
    (sum, score) => ({ right: sum.right + score.polarity.right, wrong: sum.wrong + score.polarity.wrong }),
    { right: 0, wrong: 0 },
  )
  return {
    entries: gold.length,
    missing: gold.filter((each) => !predictions.has(`${each.file}#${each.index}`)).length,
    titlesRight: scores.filter((score) => score.titleRight).length,
    bylinesRight: scores.filter((score) => score.bylineRight).length,
    scores: Object.fromEntries(SCORED_TYPES.map((type) => [type, scoreType(scores, type, seed, samples)])) as Record<
      ScoredType,
      TypeScore
    >,
    polarity: { ...polarity, accuracy: polarity.right / (polarity.right + polarity.wrong || 1) },
    errors: scores.flatMap((score) => score.errors),
  }
}

function scoreType(scores: EntryScore[], type: ScoredType, seed: number, samples: number): TypeScore {
  const counts = scores.map((score) => score.counts[type])
  const random = generator(seed)
  const f1s: number[] = []
  for (let sample = 0; sample < samples; sample++) {
    const drawn: Counts = { tp: 0, fp: 0, fn: 0 }
    for (let draw = 0; draw < counts.length; draw++) add(drawn, counts[Math.floor(random() * counts.length)])
    f1s.push(measure(drawn).f1)
  }
  f1s.sort((a, b) => a - b)
  const at = (share: number) => f1s[Math.min(f1s.length - 1, Math.floor(share * f1s.length))] ?? 0
  const total: Counts = { tp: 0, fp: 0, fn: 0 }
  for (const each of counts) add(total, each)
  return { ...total, ...measure(total), interval: [at(0.025), at(0.975)] }
}

function measure({ tp, fp, fn }: Counts): { precision: number; recall: number; f1: number } {
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

function add(sum: Counts, counts: Counts | undefined): void {
  if (counts === undefined) return
  sum.tp += counts.tp
  sum.fp += counts.fp
  sum.fn += counts.fn
}

const fileName = (source: string) => source.slice(source.lastIndexOf('/') + 1)

/** mulberry32: 32 bits of state are enough to draw entries, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
