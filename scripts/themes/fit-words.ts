import { stemsIn } from '../../src/extract/themes/word-stems.ts'
import type { ThemeWords } from '../../src/model/index.ts'
import { minimize } from './minimize.ts'

/** A sentence as it could stand in a digest, and the themes (`failure-mode:ID`, `lesson:ID`) that it tells of. */
export interface WordExample {
  text: string
  themes: string[]
  /** The one theme that it does not tell of though it sounds so; nothing is known of the others. */
  near?: string
}

export interface WordFitOptions {
  /** Penalty of the weight of a stem. */
  penalty: number
  /** How many examples hold a stem at least. */
  least: number
  /** Smaller weights, in log-odds, are left out. */
  prune: number
}

export const DEFAULT_WORD_FIT: WordFitOptions = { penalty: 1, least: 2, prune: 0.15 }

/** One logistic regression for each theme against all other examples. The same bits every time. */
export function fitWords(examples: WordExample[], options: WordFitOptions): ThemeWords {
  const stemsOf = examples.map(({ text }) => new Set(stemsIn(text).map(({ stem }) => stem)))
  const counts = new Map<string, number>()
  for (const own of stemsOf) for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const vocabulary = [...counts]
    .filter(([, count]) => count >= options.least)
    .map(([stem]) => stem)
    .sort()
  const columns = new Map(vocabulary.map((stem, column) => [stem, column]))
  const rows = stemsOf.map((own) => Int32Array.from([...own].flatMap((stem) => columns.get(stem) ?? [])).sort())
  const themes = [...new Set(examples.flatMap((example) => example.themes))].sort()
  const bias: number[] = []
  const stems: Record<string, string[]> = Object.fromEntries(vocabulary.map((stem) => [stem, []]))
  themes.forEach((theme, number) => {
    const known = examples.map(({ near }, i) => (near === undefined || near === theme ? i : -1)).filter((i) => i >= 0)
    const weights = fitOne(
      known.map((i) => rows[i] as Int32Array),
      known.map((i) => (examples[i] as WordExample).themes.includes(theme)),
      vocabulary.length,
      options.penalty,
    )
    bias.push(round(weights[vocabulary.length] as number))
    vocabulary.forEach((stem, column) => {
      const weight = weights[column] as number
      if (Math.abs(weight) >= options.prune) stems[stem]?.push(`${number}:${Math.round(weight * 100)}`)
    })
  })
  return {
    format: 'throughline-theme-words',
    version: 1,
    trainedOn: `${examples.length} examples of ${themes.length} themes`,
    themes,
    bias,
    stems: Object.fromEntries(
      Object.entries(stems).flatMap(([stem, pairs]) => (pairs.length === 0 ? [] : [[stem, pairs.join(',')]])),
    ),
  }
}

/** The last of the weights is that of no word. */
function fitOne(rows: Int32Array[], truths: boolean[], size: number, penalty: number): Float64Array {
  return minimize(
    size + 1,
    (x, gradient) => {
      let loss = 0
      for (let i = 0; i < size; i++) {
        const weight = x[i] as number
        gradient[i] = penalty * weight
        loss += (penalty * weight * weight) / 2
      }
      gradient[size] = 0
      rows.forEach((row, r) => {
        let z = x[size] as number
        for (const column of row) z += x[column] as number
        const truth = truths[r] ? 1 : 0
        // log(1 + e^z) - truth · z, without overflow.
        loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - truth * z
        const slope = 1 / (1 + Math.exp(-z)) - truth
        for (const column of row) gradient[column] = (gradient[column] as number) + slope
        gradient[size] = (gradient[size] as number) + slope
      })
      return loss
    },
    60,
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
