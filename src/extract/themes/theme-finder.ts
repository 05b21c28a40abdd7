import type { Entry, Label, Mention, Ontology, Polarity } from '../../model/index.ts'
import { createPolarityRule } from './polarity.ts'
import { createThemeCues, type Sentences, type Theme, type ThemeHit } from './theme-cues.ts'

export interface Themes {
  mentions: Mention[]
  /** What the entry is about, best first. */
  failureModes: Label[]
  lessons: Label[]
}

export type ThemeFinder = (entry: Entry, sentences: Sentences) => Themes

/** An entry is filed under a few themes, however many it brushes. */
const MOST_FAILURE_MODES = 3
const MOST_LESSONS = 3

/** Finds the failure modes and lessons of an entry: every mention with its quotation, and the few that it is about. */
export function createThemeFinder(ontology: Ontology): ThemeFinder {
  const { themes, find } = createThemeCues(ontology)
  const polarityOf = createPolarityRule(ontology.context.negation)

  return (entry, sentences) => {
    const hits = find(entry, sentences)
    const polarities = hits.map((hit): Polarity | undefined => {
      if (themes[hit.theme]?.type !== 'failure-mode') return undefined
      const [from, to] = sentences[hit.field][hit.sentence] ?? [0, entry[hit.field].length]
      return polarityOf(entry[hit.field].slice(from, to), hit.start - from)
    })
    const labels = (type: Theme['type'], most: number) =>
      rank(hits, polarities, themes, sentences)
        .filter(({ theme }) => themes[theme]?.type === type)
        .slice(0, most)
        .map(({ label }) => label)
    return {
      mentions: hits.map((hit, i) => mentionOf(hit, polarities[i], themes[hit.theme] as Theme, entry)),
      failureModes: labels('failure-mode', MOST_FAILURE_MODES),
      lessons: labels('lesson', MOST_LESSONS),
    }
  }
}

function mentionOf(hit: ThemeHit, polarity: Polarity | undefined, { type, record }: Theme, entry: Entry): Mention {
  const { field, start, end, sentence, weak } = hit
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
    confidence: weak ? 0.4 : 0.8,
  }
}

/** Themes by the sum of their cues: the title counts twice, a cue found again half, a weak one half. */
function rank(
  hits: ThemeHit[],
  polarities: (Polarity | undefined)[],
  themes: Theme[],
  sentences: Sentences,
): { theme: number; label: Label }[] {
  const byTheme = new Map<number, { score: number; best: number; bestScore: number; seen: Set<number>; risk: number }>()
  hits.forEach((hit, i) => {
    if (polarities[i] === 'denied') return
    const row = byTheme.get(hit.theme) ?? { score: 0, best: i, bestScore: 0, seen: new Set<number>(), risk: 0 }
    const last = sentences.body.length - 1
    const place = hit.field === 'title' ? 2 : themes[hit.theme]?.type === 'lesson' && hit.sentence === last ? 1.25 : 1
    const score = place * (hit.weak ? 0.5 : 1) * (row.seen.has(hit.cue) ? 0.5 : 1)
    row.seen.add(hit.cue)
    row.score += score
    if (polarities[i] === 'risk') row.risk += score
    if (score > row.bestScore) Object.assign(row, { best: i, bestScore: score })
    byTheme.set(hit.theme, row)
  })
  return [...byTheme]
    .sort(([a, x], [b, y]) => y.score - x.score || a - b)
    .map(([theme, { score, best, risk }]) => {
      const { field, start, end } = hits[best] as ThemeHit
      const { type, record } = themes[theme] as Theme
      const polarity = type === 'lesson' ? {} : ({ polarity: risk * 2 > score ? 'risk' : 'occurred' } as const)
      return { theme, label: { id: record.id, ...polarity, field, start, end, score } }
    })
}
