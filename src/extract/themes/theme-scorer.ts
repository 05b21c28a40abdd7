import type { Entry, Ontology, ThemeWeights } from '../../model/index.ts'
import { hashCue } from './hash-cue.ts'
import { createThemeCues, type Sentences, type Theme, type ThemeCues, type ThemeHit } from './theme-cues.ts'
import { createThemeFeatures, type EntryFeatures, THEME_FEATURES, type ThemeRow } from './theme-features.ts'
import { createWordModel } from './theme-words.ts'

/** Without trained weights (an ontology of one's own from scratch) one plain cue makes a label. */
export const UNTRAINED: ThemeWeights = {
  format: 'throughline-theme-weights',
  version: 1,
  trainedOn: 'nothing',
  features: {
    'failure-mode': {
      bias: -1,
      'strong cue': 1.5,
      'strong cues, log': 0.5,
      'in the title': 1,
      'pair of weak cues': 1.2,
      denied: -9,
    },
    lesson: { bias: -1, 'strong cue': 1.5, 'strong cues, log': 0.5, 'in the title': 1, 'pair of weak cues': 1.2 },
  },
  labels: { 'failure-mode': {}, lesson: {} },
  cues: { 'failure-mode': {}, lesson: {} },
  unseenRarity: 1,
  threshold: { 'failure-mode': 0, lesson: 0 },
}

/** Log-odds below which a theme is not even mentioned: one in twelve such would be right. */
export const FAINT = -2.5

/** What one thing adds to the log-odds of a label. */
export interface Contribution {
  what: string
  value: number
}

export interface ThemeScore {
  row: ThemeRow
  theme: Theme
  /** Log-odds that the entry is about it. */
  score: number
  /** The cue to quote. */
  best: ThemeHit
}

export interface ThemeScorer {
  cues: ThemeCues
  weights: ThemeWeights
  featuresOf(entry: Entry, sentences: Sentences): EntryFeatures
  /** All themes with something to quote that is not denied, best first. */
  score(features: EntryFeatures): ThemeScore[]
  /** What made the score, largest first. */
  explain(row: ThemeRow): Contribution[]
}

export function createThemeScorer(ontology: Ontology): ThemeScorer {
  const weights = ontology.themeWeights ?? UNTRAINED
  const cues = createThemeCues(ontology)
  const words = ontology.themeWords === undefined ? undefined : createWordModel(ontology.themeWords, cues.themes)
  const rarity = new Float64Array(cues.cues.length)
  const cueWeight = new Float64Array(cues.cues.length)
  cues.cues.forEach(({ theme, source }, cue) => {
    const { type, record } = cues.themes[theme] as Theme
    const known = weights.cues[type][record.id]?.[hashCue(source)]
    rarity[cue] = known?.[0] ?? weights.unseenRarity
    cueWeight[cue] = known?.[1] ?? 0
  })
  const vectors = {
    'failure-mode': THEME_FEATURES.map((feature) => weights.features['failure-mode'][feature] ?? 0),
    lesson: THEME_FEATURES.map((feature) => weights.features.lesson[feature] ?? 0),
  }
  const labelWeight = cues.themes.map(({ type, record }) => weights.labels[type][record.id] ?? 0)

  function scoreRow({ theme, hits, features }: ThemeRow): number {
    const vector = vectors[(cues.themes[theme] as Theme).type]
    let score = labelWeight[theme] as number
    for (let i = 0; i < vector.length; i++) score += (vector[i] as number) * (features[i] as number)
    for (const cue of new Set(hits.map(({ cue }) => cue))) score += cueWeight[cue] as number
    return score
  }

  /** What to quote: the most telling cue, or words where there is none; undefined where all is denied, or next to nothing said. */
  function bestOf(row: ThemeRow, polarities: EntryFeatures['polarities'], score: number): ThemeHit | undefined {
    if (row.hits.length > 0) {
      const said = row.hits.filter((hit) => polarities.get(hit) !== 'denied')
      return said.length === 0 ? undefined : bestCue(said)
    }
    const hit = score < FAINT ? undefined : row.quoteWords()
    return hit === undefined || polarities.get(hit) === 'denied' ? undefined : hit
  }

  /** A sentence of the body is better to quote than a title. */
  function bestCue(hits: ThemeHit[]): ThemeHit {
    const worth = ({ cue, weak, field }: ThemeHit) =>
      (rarity[cue] as number) + (cueWeight[cue] as number) + (weak ? 0 : 1) + (field === 'body' ? 0.5 : 0)
    return hits.reduce((best, hit) => (worth(hit) > worth(best) ? hit : best))
  }

  return {
    cues,
    weights,
    featuresOf: createThemeFeatures(cues, rarity, words),
    score: ({ rows, polarities }) =>
      rows
        .flatMap((row): ThemeScore[] => {
          const score = scoreRow(row)
          const best = bestOf(row, polarities, score)
          return best === undefined ? [] : [{ row, theme: cues.themes[row.theme] as Theme, score, best }]
        })
        .sort((a, b) => b.score - a.score || a.row.theme - b.row.theme),
    explain: ({ theme, hits, features }) => {
      const { type, record } = cues.themes[theme] as Theme
      const distinct = [...new Set(hits.map(({ cue }) => cue))]
      return [
        ...THEME_FEATURES.map((what, i) => ({ what, value: (vectors[type][i] as number) * (features[i] as number) })),
        { what: `entries are filed under ${record.id}`, value: labelWeight[theme] as number },
        ...distinct.map((cue) => ({ what: `cue ${cues.cues[cue]?.source}`, value: cueWeight[cue] as number })),
      ]
        .filter(({ value }) => value !== 0)
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0))
    },
  }
}
