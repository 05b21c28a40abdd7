import { hashCue } from '../../src/extract/themes/hash-cue.ts'
import { POLARITY_FEATURES, polarityFeatures } from '../../src/extract/themes/polarity-features.ts'
import type { Theme } from '../../src/extract/themes/theme-cues.ts'
import { createThemeFeatures, type EntryFeatures, THEME_FEATURES } from '../../src/extract/themes/theme-features.ts'
import { UNTRAINED_POLARITY } from '../../src/extract/themes/theme-polarity.ts'
import { createThemeScorer, type ThemeScorer } from '../../src/extract/themes/theme-scorer.ts'
import { createWordModel } from '../../src/extract/themes/theme-words.ts'
import type { Ontology, ThemeWeights } from '../../src/model/index.ts'
import { type Case, fitLogistic } from './fit-logistic.ts'
import type { ThemeExample, ThemeLabels } from './theme-examples.ts'

/** All of them chosen by leaving out one digest at a time. */
export interface FitOptions {
  /** An optional label counts as this much of one … */
  optionalTruth: number
  /** … with this weight. */
  optionalWeight: number
  /** Penalties of the weights of features, themes and cues. */
  features: number
  themes: number
  cues: number
  polarity: number
  polarityThemes: number
  threshold: { 'failure-mode': number; lesson: number }
}

export const DEFAULT_FIT: FitOptions = {
  optionalTruth: 0.5,
  optionalWeight: 0.4,
  features: 2,
  themes: 3,
  cues: 8,
  polarity: 4,
  polarityThemes: 2,
  threshold: { 'failure-mode': -0.3, lesson: -0.4 },
}

/**
 * What is known without data, and holds where the digests show few cases (post-mortems): a cue that is seldom found says
 * more, and so do the title and a second cue.
 */
const PRIOR: Record<string, number> = {
  bias: -4.5,
  'strong cue': 0.5,
  'strong cues, log': 0.5,
  'different strong cues, log': 0.3,
  'in the title': 0.8,
  'in the first sentence': 0.2,
  'share of the strong cues': 1,
  'most strong cues': 0.4,
  'beside a word of failure': 0.4,
  'rarest cue': 0.9,
  'pair of weak cues': 0.5,
  'weak cues, log': 0.3,
  denied: -3,
  'named by its label': 1.2,
  'sentences with a word of failure, share': 1.5,
}

const KEYS = { 'failure-mode': 'failureModes', lesson: 'lessons' } as const

/** How an entry is filed under a theme: required, optional or not at all. */
export function truthOf(labels: ThemeLabels, { type, record }: Theme): 'required' | 'optional' | 'no' {
  const found = labels[KEYS[type]].find(({ id }) => id === record.id)
  return found === undefined ? 'no' : found.optional === true ? 'optional' : 'required'
}

/** Trains all weights on the examples. The ontology's own weights are not looked at. */
export function fitThemes(examples: ThemeExample[], ontology: Ontology, options: FitOptions): ThemeWeights {
  const { themeWeights: _, ...bare } = ontology
  const scorer = createThemeScorer(bare)
  const { cues } = scorer
  const rarity = raritiesOf(examples, cues)
  const words = ontology.themeWords === undefined ? undefined : createWordModel(ontology.themeWords, cues.themes)
  const featuresOf = createThemeFeatures(cues, rarity.of, words)
  const features = examples.map(({ entry, sentences }) => featuresOf(entry, sentences))
  const cases: Record<Theme['type'], Case[]> = { 'failure-mode': [], lesson: [] }
  examples.forEach((example, e) => {
    for (const row of features[e]?.rows ?? []) {
      const theme = cues.themes[row.theme] as Theme
      const truth = truthOf(example.labels, theme)
      cases[theme.type].push({
        truth: truth === 'required' ? 1 : truth === 'optional' ? options.optionalTruth : 0,
        weight: truth === 'optional' ? options.optionalWeight : 1,
        features: [
          ...THEME_FEATURES.map((name, i): [string, number] => [name, row.features[i] as number]).filter(
            ([, v]) => v !== 0,
          ),
          [`theme ${theme.record.id}`, 1],
          ...[...new Set(row.hits.map(({ cue }) => cue))].map((cue): [string, number] => [`cue ${cue}`, 1]),
        ],
      })
    }
  })
  const penalty = (name: string) =>
    name === 'bias'
      ? 0.01
      : name.startsWith('theme ')
        ? options.themes
        : name.startsWith('cue ')
          ? options.cues
          : options.features
  const fitted = {
    'failure-mode': fitLogistic(cases['failure-mode'], penalty, (name) => PRIOR[name] ?? 0),
    lesson: fitLogistic(cases.lesson, penalty, (name) => PRIOR[name] ?? 0),
  }
  const weights: ThemeWeights = {
    format: 'throughline-theme-weights',
    version: 1,
    trainedOn: `${examples.length} entries of ${new Set(examples.map(({ file }) => file)).size} digests`,
    features: { 'failure-mode': {}, lesson: {} },
    labels: { 'failure-mode': {}, lesson: {} },
    cues: { 'failure-mode': {}, lesson: {} },
    unseenRarity: round(rarity.unseen),
    threshold: options.threshold,
    polarity: fitPolarity(examples, features, scorer, options),
  }
  for (const type of ['failure-mode', 'lesson'] as const) {
    for (const name of THEME_FEATURES) weights.features[type][name] = round(fitted[type].get(name) ?? 0)
  }
  cues.cues.forEach(({ theme, source }, cue) => {
    const { type, record } = cues.themes[theme] as Theme
    const own = fitted[type].get(`theme ${record.id}`)
    if (own !== undefined) weights.labels[type][record.id] = round(own)
    const weight = fitted[type].get(`cue ${cue}`)
    if (weight === undefined) return
    weights.cues[type][record.id] ??= {}
    ;(weights.cues[type][record.id] as Record<string, [number, number]>)[hashCue(source)] = [
      round(rarity.of[cue] as number),
      round(weight),
    ]
  })
  return weights
}

/** Of all failure modes that an example is labelled with and that a cue was found of, whether they became labels or not. */
function fitPolarity(
  examples: ThemeExample[],
  features: EntryFeatures[],
  scorer: ThemeScorer,
  options: FitOptions,
): Record<string, number> {
  const cases = examples.flatMap((example, e): Case[] => {
    const scored = scorer.score(features[e] as EntryFeatures)
    return example.labels.failureModes.flatMap(({ id, polarity, optional }): Case[] => {
      const found = scored.find(({ theme }) => theme.type === 'failure-mode' && theme.record.id === id)
      if (found === undefined) return []
      const signs = polarityFeatures(found.best, found.theme, example.entry, example.sentences)
      return [
        {
          truth: polarity === 'risk' ? 1 : 0,
          weight: optional === true ? options.optionalWeight : 1,
          features: [...signs, `theme ${id}`].map((sign): [string, number] => [sign, 1]),
        },
      ]
    })
  })
  const fitted = fitLogistic(
    cases,
    (name) => (name === 'bias' ? 0.01 : name.startsWith('theme ') ? options.polarityThemes : options.polarity),
    (name) => UNTRAINED_POLARITY[name] ?? 0,
  )
  const themes = [...fitted.keys()].filter((name) => name.startsWith('theme ')).sort()
  return Object.fromEntries([...POLARITY_FEATURES, ...themes].map((name) => [name, round(fitted.get(name) ?? 0)]))
}

/** Half the logarithm of one over the share of entries that hold the cue, smoothed. */
function raritiesOf(examples: ThemeExample[], cues: ThemeScorer['cues']): { of: Float64Array; unseen: number } {
  const counts = new Float64Array(cues.cues.length)
  for (const { entry, sentences } of examples) {
    for (const cue of new Set(cues.find(entry, sentences).hits.map(({ cue }) => cue)))
      counts[cue] = (counts[cue] as number) + 1
  }
  const rarity = (count: number) => Math.log((examples.length + 5) / (count + 2)) / 2
  return { of: counts.map(rarity), unseen: rarity(0) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
