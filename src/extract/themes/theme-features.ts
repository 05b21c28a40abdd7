import type { Entry, Polarity } from '../../model/index.ts'
import { createWordings, stemsOf } from './cue-wording.ts'
import { type PolarityRule, polarityRule } from './polarity-rule.ts'
import { hitsByTheme, type Sentences, type Theme, type ThemeCues, type ThemeHit } from './theme-cues.ts'
import { isAfterAnswer, isMovedFigure } from './theme-signs.ts'
import type { WordModel } from './theme-words.ts'

/**
 * What speaks for or against an entry being about a theme, from where and how its cues stand. None of them knows which
 * theme it is: they hold for a user's themes too. Rarity is that of a cue in the training texts (see theme-weights.ts).
 */
export const THEME_FEATURES = [
  'bias',
  'strong cue',
  'strong cues, log',
  'different strong cues, log',
  'in the title',
  'in the first sentence',
  'in the second sentence',
  'in the last sentence',
  'in the last but one',
  'share of the strong cues',
  'most strong cues',
  'sentences with strong cues, log',
  'words of the longest cue',
  'beside a word of failure',
  'beside a word of learning',
  'warned of',
  'denied',
  'figure that moved',
  'after the answer',
  'other themes, log',
  'rarest cue',
  'second rarest cue',
  'rarity of all cues',
  'rarest cue in the title',
  'weak cues, log',
  'rarest weak cue',
  'weak cues only',
  'pair of weak cues',
  'weak cue in the title',
  'counterparts, log',
  'kindred themes, log',
  'named by its label',
  'sentences with a word of failure, share',
  'words, best sentence',
  'words, best sentence, without a strong cue',
  'words, second best sentence',
  'words, title',
  'foremost by words',
  'third by words or better',
  'no strong cue',
] as const
export type ThemeFeature = (typeof THEME_FEATURES)[number]

const INDEX = Object.fromEntries(THEME_FEATURES.map((feature, index) => [feature, index])) as Record<
  ThemeFeature,
  number
>

/** An entry's cues of one theme, and what they and other words amount to. */
export interface ThemeRow {
  theme: number
  /** None where only words speak for the theme. */
  hits: ThemeHit[]
  /** What to quote where no cue does: the words of the best sentence that speak for the theme. */
  quoteWords: () => ThemeHit | undefined
  /** By `THEME_FEATURES`. */
  features: Float64Array
}

export interface EntryFeatures {
  hits: ThemeHit[]
  /** Of each hit of a failure mode, by the rule. */
  polarities: Map<ThemeHit, Polarity>
  /** Themes with any cue, or with words that speak for them, by index. */
  rows: ThemeRow[]
}

/** `rarity`: of each cue of `cues.cues`. */
export function createThemeFeatures(
  cues: ThemeCues,
  rarity: Float64Array,
  words?: WordModel,
): (entry: Entry, sentences: Sentences) => EntryFeatures {
  const { themes } = cues
  const counterparts = counterpartsOf(themes)
  /** Of each theme how many of its kind words speak for more. */
  const ranksOf = (best: Float64Array): number[] =>
    themes.map(({ type }, theme) =>
      (best[theme] as number) < FAINT_WORDS
        ? themes.length
        : themes.filter((other, i) => other.type === type && (best[i] as number) > (best[theme] as number)).length,
    )
  const labelStems = themes.map(({ record }) => new Set(stemsOf(record.label)))
  const wordingOf = createWordings()
  const rarest = (hits: ThemeHit[]) => hits.reduce((most, { cue }) => Math.max(most, rarity[cue] ?? 0), 0)

  return (entry, sentences) => {
    const { hits, inContext: holdsContext, keptFrom } = cues.find(entry, sentences)
    const polarities = new Map<ThemeHit, Polarity>()
    const rules = new Map<string, PolarityRule>()
    const polarityOf = (hit: ThemeHit): Polarity => {
      const { field, sentence, start } = hit
      const [from, to] = sentences[field][sentence] ?? [0, entry[field].length]
      const key = `${field} ${sentence}`
      let rule = rules.get(key)
      if (rule === undefined) {
        const kept = keptFrom(hit).map(([start, end]) => [start - from, end - from] as const)
        rule = polarityRule(entry[field].slice(from, to), kept)
        rules.set(key, rule)
      }
      return rule(start - from)
    }
    const byTheme = hitsByTheme(hits)
    const strong = new Map<number, ThemeHit[]>()
    const total = { 'failure-mode': 0, lesson: 0 }
    const most = { 'failure-mode': 0, lesson: 0 }
    const crowd = { 'failure-mode': 0, lesson: 0 }
    const groups = new Map<string, number>()
    for (const [theme, own] of byTheme) {
      const { type, record } = themes[theme] as Theme
      const some = own.filter(({ weak }) => !weak)
      if (type === 'failure-mode') {
        for (const hit of own) polarities.set(hit, polarityOf(hit))
      }
      if (some.length === 0) continue
      strong.set(theme, some)
      total[type] += some.length
      most[type] = Math.max(most[type], some.length)
      crowd[type]++
      groups.set(`${type} ${record.group}`, (groups.get(`${type} ${record.group}`) ?? 0) + 1)
    }

    const failing = sentences.body.filter((_, sentence) => holdsContext('failure-mode', { field: 'body', sentence }))
    const failingShare = failing.length / Math.max(1, sentences.body.length)

    const spoken = words?.score(entry, sentences)
    const ranks = spoken === undefined ? undefined : ranksOf(spoken.best)
    spoken?.best.forEach((odds, theme) => {
      if (odds >= FAINT_WORDS && !byTheme.has(theme)) byTheme.set(theme, [])
    })
    const quote = (theme: number): ThemeHit | undefined => {
      const place = spoken?.places[spoken.place[theme] as number]
      const span = place === undefined ? undefined : sentences[place.field][place.sentence]
      if (words === undefined || place === undefined || span === undefined) return undefined
      const spoke = words.speaking(theme, entry[place.field].slice(...span), MOST_QUOTED)
      if (spoke.length === 0) return undefined
      const hit: ThemeHit = {
        theme,
        cue: NO_CUE,
        weak: false,
        counts: false,
        ...place,
        start: span[0] + Math.min(...spoke.map(({ start }) => start)),
        end: span[0] + Math.max(...spoke.map(({ end }) => end)),
      }
      if (themes[theme]?.type === 'failure-mode') polarities.set(hit, polarityOf(hit))
      return hit
    }

    const rows = [...byTheme].map(([theme, own]): ThemeRow => {
      const { type, record } = themes[theme] as Theme
      const some = strong.get(theme) ?? []
      const weak = some.length === own.length ? [] : own.filter(({ weak }) => weak)
      const features = new Float64Array(THEME_FEATURES.length)
      const set = (feature: ThemeFeature, value: number | boolean) => {
        features[INDEX[feature]] = Number(value)
      }
      set('bias', 1)
      if (some.length > 0) {
        const last = sentences.body.length - 1
        const seen = new Set<number>()
        const distinct = new Set<number>()
        let inTitle = false
        let besideFailure = false
        let besideLearning = false
        let named = false
        let longest = 0
        let warned = 0
        let denied = 0
        for (const hit of some) {
          distinct.add(hit.cue)
          seen.add(hit.field === 'title' ? -1 - hit.sentence : hit.sentence)
          inTitle ||= hit.field === 'title'
          besideFailure ||= holdsContext('failure-mode', hit)
          besideLearning ||= holdsContext('lesson', hit)
          const { words, stems } = wordingOf(entry[hit.field].slice(hit.start, hit.end))
          longest = Math.max(longest, words)
          named ||= stems.length > 0 && stems.every((stem) => labelStems[theme]?.has(stem))
          const polarity = polarities.get(hit)
          if (polarity === 'risk') warned++
          else if (polarity === 'denied') denied++
        }
        const rarities = [...distinct].map((cue) => rarity[cue] ?? 0).sort((a, b) => b - a)
        set('strong cue', 1)
        set('strong cues, log', Math.log2(some.length))
        set('different strong cues, log', Math.log2(rarities.length))
        set('in the title', inTitle)
        set('in the first sentence', seen.has(0))
        set('in the second sentence', seen.has(1))
        set('in the last sentence', last >= 0 && seen.has(last))
        set('in the last but one', last >= 1 && seen.has(last - 1))
        set('share of the strong cues', some.length / total[type])
        set('most strong cues', some.length === most[type])
        set('sentences with strong cues, log', Math.log2(seen.size))
        set('words of the longest cue', Math.min(4, longest) - 1)
        set('beside a word of failure', besideFailure)
        set('beside a word of learning', besideLearning)
        set('warned of', warned / some.length)
        set('denied', denied / some.length)
        if (type === 'failure-mode') {
          set(
            'figure that moved',
            some.every((hit) => isMovedFigure(hit, entry)),
          )
          set(
            'after the answer',
            some.every((hit) => isAfterAnswer(hit, entry, sentences)),
          )
        }
        set('other themes, log', Math.log2(crowd[type]))
        set('rarest cue', rarities[0] ?? 0)
        set('second rarest cue', rarities[1] ?? 0)
        set(
          'rarity of all cues',
          rarities.reduce((sum, each) => sum + each, 0),
        )
        set('named by its label', named)
        set('sentences with a word of failure, share', failingShare)
        if (inTitle) set('rarest cue in the title', rarest(some.filter(({ field }) => field === 'title')))
      }
      if (weak.length > 0) {
        set('weak cues, log', Math.log2(1 + new Set(weak.map(({ cue }) => cue)).size))
        set('rarest weak cue', rarest(weak))
        set('weak cues only', some.length === 0)
        set('pair of weak cues', some.length === 0 && weak.some(({ counts }) => counts))
        set(
          'weak cue in the title',
          weak.some(({ field }) => field === 'title'),
        )
      }
      const others = (counterparts[theme] ?? []).filter((other) => strong.has(other)).length
      set('counterparts, log', Math.log2(1 + others))
      const kin = (groups.get(`${type} ${record.group}`) ?? 0) - (some.length > 0 ? 1 : 0)
      set('kindred themes, log', Math.log2(1 + kin))
      if (spoken !== undefined && ranks !== undefined) {
        const best = above(spoken.best[theme] as number)
        set('words, best sentence', best)
        set('words, best sentence, without a strong cue', some.length > 0 ? 0 : best)
        set('words, second best sentence', above(spoken.second[theme] as number))
        set('words, title', above(spoken.title[theme] as number))
        set('foremost by words', ranks[theme] === 0)
        set('third by words or better', (ranks[theme] as number) < 3)
        set('no strong cue', some.length === 0)
      }
      return { theme, hits: own, quoteWords: () => quote(theme), features }
    })
    return { hits, polarities, rows: rows.sort((a, b) => a.theme - b.theme) }
  }
}

/** Log-odds of a sentence below which its words say nothing of a theme, and above which they say no more. */
const FAINT_WORDS = -2.5
const FULL_WORDS = 3
/** How many words are quoted at most: with more, the quotation becomes the sentence. */
const MOST_QUOTED = 3
/** In place of an index into `ThemeCues.cues`. */
export const NO_CUE = -1

function above(odds: number): number {
  return Math.max(0, Math.min(odds, FULL_WORDS) - FAINT_WORDS)
}

/** Of a lesson the failure modes that it counters, of a failure mode the lessons that counter it. */
function counterpartsOf(themes: Theme[]): number[][] {
  const modes = new Map(themes.flatMap(({ type, record }, i) => (type === 'failure-mode' ? [[record.id, i]] : [])))
  const lists: number[][] = themes.map(() => [])
  themes.forEach(({ type, record }, lesson) => {
    if (type !== 'lesson') return
    for (const id of (record.counters as string[] | undefined) ?? []) {
      const mode = modes.get(id)
      if (mode === undefined) continue
      lists[lesson]?.push(mode)
      lists[mode]?.push(lesson)
    }
  })
  return lists
}
