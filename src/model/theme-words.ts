import { z } from 'zod'

/**
 * `theme-words.json`: which words speak for which failure modes and lessons in a sentence that holds none of their cues.
 * Linear models, one for each theme, trained by `scripts/train-words.ts` on the examples of `data/examples`.
 */
export const ThemeWordsSchema = z.object({
  format: z.literal('throughline-theme-words'),
  version: z.literal(1),
  /** What it was trained on, for people. */
  trainedOn: z.string(),
  /** `failure-mode:ID` or `lesson:ID`. */
  themes: z.array(z.string()),
  /** Of each theme the log-odds of a sentence without any known word. */
  bias: z.array(z.number()),
  /** Stem to `THEME:WEIGHT` pairs with commas between; weights are hundredths of log-odds. */
  stems: z.record(z.string(), z.string()),
})
export type ThemeWords = z.infer<typeof ThemeWordsSchema>
