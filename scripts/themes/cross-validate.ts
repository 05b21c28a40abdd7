import { labelsOf } from '../../src/extract/themes/theme-finder.ts'
import { themePolarity } from '../../src/extract/themes/theme-polarity.ts'
import { createThemeScorer } from '../../src/extract/themes/theme-scorer.ts'
import type { Ontology, ThemeWeights } from '../../src/model/index.ts'
import { type FitOptions, fitThemes, truthOf } from './fit-themes.ts'
import type { ThemeExample } from './theme-examples.ts'

export interface Tally {
  tp: number
  fp: number
  fn: number
}

/** Results of one example with weights that have not seen its digest. */
export interface HeldOut {
  example: ThemeExample
  found: { type: 'failure-mode' | 'lesson'; id: string; score: number; truth: 'required' | 'optional' | 'no' }[]
  missed: { type: 'failure-mode' | 'lesson'; id: string }[]
  polarity: { id: string; said: string; truth: string }[]
}

/** Leaves out one digest at a time, trains on the rest and labels what was left out. */
export function crossValidate(examples: ThemeExample[], ontology: Ontology, options: FitOptions): HeldOut[] {
  const files = [...new Set(examples.map(({ file }) => file))]
  return files.flatMap((file) => {
    const weights = fitThemes(
      examples.filter((example) => example.file !== file),
      ontology,
      options,
    )
    return label(
      examples.filter((example) => example.file === file),
      ontology,
      weights,
    )
  })
}

/** Labels examples with given weights and compares. */
export function label(examples: ThemeExample[], ontology: Ontology, weights: ThemeWeights): HeldOut[] {
  const scorer = createThemeScorer({ ...ontology, themeWeights: weights })
  return examples.map((example): HeldOut => {
    const { entry, sentences, labels } = example
    const features = scorer.featuresOf(entry, sentences)
    const got = labelsOf(scorer, scorer.score(features))
    const ids = new Set(got.map(({ theme }) => `${theme.type}:${theme.record.id}`))
    const required = [
      ...labels.failureModes.map((each) => ({ ...each, type: 'failure-mode' as const })),
      ...labels.lessons.map((each) => ({ ...each, type: 'lesson' as const })),
    ].filter(({ optional }) => optional !== true)
    return {
      example,
      found: got.map(({ theme, score }) => ({
        type: theme.type,
        id: theme.record.id,
        score,
        truth: truthOf(labels, theme),
      })),
      missed: required.filter(({ type, id }) => !ids.has(`${type}:${id}`)).map(({ type, id }) => ({ type, id })),
      polarity: got.flatMap((scored) => {
        const { id } = scored.theme.record
        const truth = labels.failureModes.find((each) => each.id === id && each.optional !== true)
        if (scored.theme.type !== 'failure-mode' || truth === undefined) return []
        const said = themePolarity(scored.best, scored.theme, entry, sentences, weights.polarity)
        return [{ id, said, truth: truth.polarity }]
      }),
    }
  })
}

export function tally(results: HeldOut[], type: 'failure-mode' | 'lesson'): Tally {
  const found = results.flatMap((result) => result.found).filter((each) => each.type === type)
  return {
    tp: found.filter(({ truth }) => truth === 'required').length,
    fp: found.filter(({ truth }) => truth === 'no').length,
    fn: results.flatMap(({ missed }) => missed).filter((each) => each.type === type).length,
  }
}

export function describe({ tp, fp, fn }: Tally): string {
  const share = (a: number, b: number) => (a / (b || 1)).toFixed(3)
  return `F1 ${share(2 * tp, 2 * tp + fp + fn)} (precision ${share(tp, tp + fp)}, recall ${share(tp, tp + fn)}; ${tp} right, ${fp} wrong, ${fn} missed)`
}
