import type { Entry, ThemeWeights } from '../../model/index.ts'
import { polarityFeatures } from './polarity-features.ts'
import type { Sentences, Theme, ThemeHit } from './theme-cues.ts'

/** What a reader would say; trained weights start from here. */
export const UNTRAINED_POLARITY: NonNullable<ThemeWeights['polarity']> = {
  bias: -0.3,
  threat: 1.1,
  'prevented near by': 1.5,
  'averted before': 1,
  'faced before': -2,
  reduced: -0.9,
  'past words': -0.6,
  'past in the first sentence': -0.7,
  can: 0.8,
  'solution before': 0.6,
  'title of an incident': -0.5,
}

/**
 * Whether a failure that an entry is about happened, or was the problem to solve, or is a risk: log-odds over the signs that
 * `polarityFeatures` finds. What most entries tell was the problem.
 * @param best the cue to quote
 */
export function themePolarity(
  best: ThemeHit,
  theme: Theme,
  entry: Entry,
  sentences: Sentences,
  weights: ThemeWeights['polarity'] = UNTRAINED_POLARITY,
): 'occurred' | 'risk' {
  let odds = weights[`theme ${theme.record.id}`] ?? 0
  for (const feature of polarityFeatures(best, theme, entry, sentences)) odds += weights[feature] ?? 0
  return odds > 0 ? 'risk' : 'occurred'
}
