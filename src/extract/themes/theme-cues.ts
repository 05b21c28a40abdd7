import type { Entry, FailureModeRecord, Field, LessonRecord, Ontology } from '../../model/index.ts'
import { cueAnchors } from './cue-anchors.ts'
import { createCueScanner } from './cue-scanner.ts'

/** A failure mode or lesson, and which of the two. */
export interface Theme {
  type: 'failure-mode' | 'lesson'
  record: FailureModeRecord | LessonRecord
}

/** A cue that was found in an entry. */
export interface ThemeHit {
  /** Index into `ThemeCues.themes`. */
  theme: number
  /** Index into `ThemeCues.cues`. */
  cue: number
  weak: boolean
  /** It counts as a mention by itself; a weak cue only as the header of `failure-modes.yaml` says. */
  counts: boolean
  field: Field
  /** Index of the sentence within the field. */
  sentence: number
  start: number
  end: number
}

export type Sentences = Record<Field, [number, number][]>

export type InContext = (type: Theme['type'], place: Pick<ThemeHit, 'field' | 'sentence'>) => boolean

export interface ThemeCues {
  themes: Theme[]
  cues: { theme: number; source: string; weak: boolean }[]
  /** All cues of an entry, by field and place. */
  find(entry: Entry, sentences: Sentences): ThemeHit[]
  /** Says whether the sentence of a hit holds a context word of failures or lessons; remembers its answers for the entry. */
  inContext(entry: Entry, sentences: Sentences): InContext
}

/** The byline holds names, no themes. */
export const THEME_FIELDS = ['title', 'body'] as const satisfies Field[]

/**
 * The cues of all failure modes and lessons. A weak cue counts only where two different ones of one theme stand each in
 * a sentence that also holds a context word of the theme's kind: one alone halves the precision of some themes.
 */
export function createThemeCues(ontology: Ontology): ThemeCues {
  const themes = themesOf(ontology)
  const cues = themes.flatMap(({ record }, theme) => [
    ...record.cues.map((source) => ({ theme, source, weak: false })),
    ...(record.weak ?? []).map((source) => ({ theme, source, weak: true })),
  ])
  // Themes share cues: each expression is looked for once.
  const sharedBy = new Map<string, number[]>()
  cues.forEach(({ source }, cue) => {
    const sharers = sharedBy.get(source)
    if (sharers === undefined) sharedBy.set(source, [cue])
    else sharers.push(cue)
  })
  const scan = createCueScanner([...sharedBy.keys()], ontology.cueAnchors)
  const sharers = [...sharedBy.values()]
  const context = {
    'failure-mode': createCueScanner(ontology.context.failure, ontology.cueAnchors),
    lesson: createCueScanner(ontology.context.lesson, ontology.cueAnchors),
  }

  function inContext(entry: Entry, sentences: Sentences): InContext {
    const known = new Map<string, Set<number>>()
    return (type, { field, sentence }) => {
      const key = `${type} ${field}`
      let holding = known.get(key)
      if (holding === undefined) {
        holding = new Set()
        let at = 0
        const spans = sentences[field]
        for (const { start } of context[type](plainSeparators(entry[field]))) {
          while (at + 1 < spans.length && (spans[at + 1]?.[0] ?? 0) <= start) at++
          holding.add(at)
        }
        known.set(key, holding)
      }
      return holding.has(sentence)
    }
  }

  function find(entry: Entry, sentences: Sentences): ThemeHit[] {
    const hits: ThemeHit[] = []
    for (const field of THEME_FIELDS) {
      const text = plainSeparators(entry[field])
      let sentence = 0
      for (const { cue: shared, start, end } of scan(text)) {
        const spans = sentences[field]
        while (sentence + 1 < spans.length && (spans[sentence + 1]?.[0] ?? 0) <= start) sentence++
        // Nothing is cued by words of two sentences.
        if (end > (spans[sentence]?.[1] ?? text.length)) continue
        for (const cue of sharers[shared] as number[]) {
          const { theme, weak } = cues[cue] as (typeof cues)[number]
          hits.push({ theme, cue, weak, counts: !weak, field, sentence, start, end })
        }
      }
    }
    countWeakPairs(hits, inContext(entry, sentences))
    return hits
  }

  function countWeakPairs(hits: ThemeHit[], holdsContext: InContext): void {
    const weakByTheme = hitsByTheme(hits.filter(({ weak }) => weak))
    for (const [theme, weak] of weakByTheme) {
      if (new Set(weak.map(({ cue }) => cue)).size < 2) continue
      const inside = weak.filter((hit) => holdsContext((themes[theme] as Theme).type, hit))
      if (new Set(inside.map(({ cue }) => cue)).size > 1) for (const hit of inside) hit.counts = true
    }
  }

  return { themes, cues, find, inContext }
}

function themesOf({ failureModes, lessons }: Ontology): Theme[] {
  return [
    ...failureModes.map((record): Theme => ({ type: 'failure-mode', record })),
    ...lessons.map((record): Theme => ({ type: 'lesson', record })),
  ]
}

/** The anchors of all cues of an ontology, for the build to keep: they take longer to work out than a short text to read. */
export function cueAnchorsOf(ontology: Ontology): NonNullable<Ontology['cueAnchors']> {
  const sources = [
    ...themesOf(ontology).flatMap(({ record }) => [...record.cues, ...(record.weak ?? [])]),
    ...Object.values(ontology.context).flat(),
  ]
  return Object.fromEntries([...new Set(sources)].sort().map((source) => [source, cueAnchors(source)]))
}

/** In the order of their first hits. */
export function hitsByTheme(hits: ThemeHit[]): Map<number, ThemeHit[]> {
  const byTheme = new Map<number, ThemeHit[]>()
  for (const hit of hits) {
    const own = byTheme.get(hit.theme)
    if (own === undefined) byTheme.set(hit.theme, [hit])
    else own.push(hit)
  }
  return byTheme
}

/** Cues are written with a plain space and hyphen; texts also hold their typographic kin. Keeps all offsets. */
export function plainSeparators(text: string): string {
  return /[\t\u00a0\u2010\u2011\u202f]/.test(text)
    ? text.replace(/[\t\u00a0\u202f]/g, ' ').replace(/[\u2010\u2011]/g, '-')
    : text
}
