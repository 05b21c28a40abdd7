import { z } from 'zod'

const numbers = z.record(z.string(), z.number())
const byType = <T extends z.ZodType>(of: T) => z.object({ 'failure-mode': of, lesson: of })

/**
 * `theme-weights.json`: what makes an entry be about a failure mode or lesson whose cues it holds. A logistic
 * regression over the features of `src/extract/themes/theme-features.ts`, trained by `scripts/train-themes.ts`.
 */
export const ThemeWeightsSchema = z.object({
  format: z.literal('throughline-theme-weights'),
  version: z.literal(1),
  /** What it was trained on, for people. */
  trainedOn: z.string(),
  /** Feature to weight; `bias` stands for itself. */
  features: byType(numbers),
  /** Theme to weight: how readily entries are filed under it. */
  labels: byType(numbers),
  /** Theme to cue (its hash) to `[rarity, weight]`: how seldom it is found, and what it says beyond that. */
  cues: byType(z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()])))),
  /** Of cues that the training texts do not hold. */
  unseenRarity: z.number(),
  /** Log-odds above which a theme becomes a label. */
  threshold: byType(z.number()),
  /** Feature of `src/extract/themes/polarity-features.ts` to weight, and `theme ID`: what makes a failure a risk. */
  polarity: numbers.optional(),
})
export type ThemeWeights = z.infer<typeof ThemeWeightsSchema>
