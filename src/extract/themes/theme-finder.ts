import type { Entry, Label, Mention, Ontology, Polarity } from '../../model/index.ts'
import type { Sentences, Theme, ThemeHit } from './theme-cues.ts'
import { NO_CUE, type ThemeFeature, type ThemeRow } from './theme-features.ts'
import { themePolarity } from './theme-polarity.ts'
import { type Contribution, createThemeScorer, FAINT, type ThemeScore, type ThemeScorer } from './theme-scorer.ts'

export interface Themes {
  mentions: Mention[]
  /** What the entry is about, best first. */
  failureModes: Label[]
  lessons: Label[]
}

export type ThemeFinder = (entry: Entry, sentences: Sentences) => Themes

/** An entry is filed under a few themes, however many it brushes. */
export const MOST_LABELS = 3
/** Finds the failure modes and lessons of an entry: mentions with their quotation, and the few that it is about. */
export function createThemeFinder(ontology: Ontology): ThemeFinder {
  const scorer = createThemeScorer(ontology)
  return (entry, sentences) => {
    const features = scorer.featuresOf(entry, sentences)
    const scored = scorer.score(features)
    const labels = labelsOf(scorer, scored)
    const polarity = new Map<number, 'occurred' | 'risk'>()
    for (const label of labels) {
      if (label.theme.type !== 'failure-mode') continue
      polarity.set(label.row.theme, themePolarity(label.best, label.theme, entry, sentences, scorer.weights.polarity))
    }
    const scores = new Map(scored.map(({ row, score }) => [row.theme, score]))
    const quoted = new Set(labels.map(({ best }) => best))
    const mentions: Mention[] = []
    const worded = labels.flatMap(({ best }) => (best.cue === NO_CUE ? [best] : []))
    for (const hit of [...features.hits, ...worded]) {
      // Without a score all its cues are denied.
      const score = scores.get(hit.theme) ?? 0
      if (!quoted.has(hit) && (!hit.counts || score < FAINT)) continue
      const rule = features.polarities.get(hit)
      const said = rule === 'denied' ? rule : (polarity.get(hit.theme) ?? rule)
      mentions.push(mentionOf(hit, said, scorer.cues.themes[hit.theme] as Theme, entry, probability(score)))
    }
    const labelOf = ({ row, theme, best, score }: ThemeScore): Label => {
      const said = polarity.get(row.theme)
      const { field, start, end } = best
      return {
        id: theme.record.id,
        ...(said === undefined ? {} : { polarity: said }),
        field,
        start,
        end,
        score: round(score),
      }
    }
    return {
      mentions,
      failureModes: labels.filter(({ theme }) => theme.type === 'failure-mode').map(labelOf),
      lessons: labels.filter(({ theme }) => theme.type === 'lesson').map(labelOf),
    }
  }
}

/** Why an entry has its labels, and what nearly became one: the contributions to the log-odds, largest first. */
export interface ThemeExplanation {
  id: string
  type: Theme['type']
  /** Whether it became a label. */
  label: boolean
  score: number
  threshold: number
  contributions: Contribution[]
}

/** For `extract --explain`. */
export function createThemeExplainer(
  ontology: Ontology,
): (entry: Entry, sentences: Sentences, most?: number) => ThemeExplanation[] {
  const scorer = createThemeScorer(ontology)
  return (entry, sentences, most = 6) => {
    const scored = scorer.score(scorer.featuresOf(entry, sentences))
    const labels = new Set(labelsOf(scorer, scored))
    return scored.slice(0, most).map((each) => ({
      id: each.theme.record.id,
      type: each.theme.type,
      label: labels.has(each),
      score: round(each.score),
      threshold: scorer.weights.threshold[each.theme.type],
      contributions: scorer.explain(each.row).map(({ what, value }) => ({
        what: what.startsWith(BEST_WORDS) ? `${what}: ${wordsOf(each.row, entry)}` : what,
        value: round(value),
      })),
    }))
  }
}

const BEST_WORDS = 'words, best sentence' satisfies ThemeFeature

/** The words that speak for a theme most, with what stands between them. */
function wordsOf(row: ThemeRow, entry: Entry): string {
  const hit = row.quoteWords()
  return hit === undefined ? 'none' : entry[hit.field].slice(hit.start, hit.end)
}

/** The scored themes above the threshold of their kind, at most MOST_LABELS of each. */
export function labelsOf({ weights }: ThemeScorer, scored: ThemeScore[]): ThemeScore[] {
  const left = { 'failure-mode': MOST_LABELS, lesson: MOST_LABELS }
  return scored.filter(({ theme, score }) => score > weights.threshold[theme.type] && left[theme.type]-- > 0)
}

function mentionOf(
  { field, start, end, sentence, weak }: ThemeHit,
  polarity: Polarity | undefined,
  { type, record }: Theme,
  entry: Entry,
  confidence: number,
): Mention {
  return {
    entity: `${type}:${record.id}`,
    type,
    label: record.label,
    text: entry[field].slice(start, end),
    field,
    start,
    end,
    sentence,
    ...(polarity === undefined ? {} : { polarity }),
    confidence: round(weak ? confidence / 2 : confidence),
  }
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
