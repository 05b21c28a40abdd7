import type { Entry, FailureModeRecord, Field, LessonRecord, Ontology } from '../../model/index.ts'
import { type CueIndex, indexCues } from './cue-index.ts'
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

/** The cues of an entry, and what stands around them. */
export interface FoundCues {
  /** By field and place. */
  hits: ThemeHit[]
  /** Whether a sentence holds a context word of failures or lessons. */
  inContext: (type: Theme['type'], place: Pick<ThemeHit, 'field' | 'sentence'>) => boolean
  /** `[start, end)` in the field of what a sentence says is kept from happening. */
  keptFrom: (place: Pick<ThemeHit, 'field' | 'sentence'>) => readonly [number, number][]
}

export interface ThemeCues {
  themes: Theme[]
  cues: { theme: number; source: string; weak: boolean }[]
  find(entry: Entry, sentences: Sentences): FoundCues
}

/** The byline holds names, no themes. */
export const THEME_FIELDS = ['title', 'body'] as const satisfies Field[]

/**
 * The cues of all failure modes and lessons. A weak cue counts only where two different ones of one theme stand each in
 * a sentence that also holds a context word of the theme's kind: one alone halves the precision of some themes.
 */
export function createThemeCues(ontology: Ontology): ThemeCues {
  const themes = themesOf(ontology)
  const cues = cuesOf(themes)
  const uses = usesOf(cues, ontology.context)
  const sources = [...uses.keys()]
  const known = ontology.cueIndex
  const scan = createCueScanner(known !== undefined && isSameList(known.sources, sources) ? known : indexCues(sources))
  const usesByNumber = [...uses.values()]

  function find(entry: Entry, sentences: Sentences): FoundCues {
    const hits: ThemeHit[] = []
    const around = { title: aroundIn(sentences.title), body: aroundIn(sentences.body) }
    for (const field of THEME_FIELDS) {
      const text = plainSeparators(entry[field])
      const spans = sentences[field]
      let sentence = 0
      for (const { cue: number, start, end } of scan(text)) {
        while (sentence + 1 < spans.length && (spans[sentence + 1]?.[0] ?? 0) <= start) sentence++
        const { sharers, failure, lesson, negation } = usesByNumber[number] as CueUses
        const here = around[field][sentence] as Around
        if (failure) here.failure = true
        if (lesson) here.lesson = true
        // Nothing is cued by words of two sentences.
        if (end > (spans[sentence]?.[1] ?? text.length)) continue
        if (negation) here.kept.push([start, end])
        for (const cue of sharers) {
          const { theme, weak } = cues[cue] as (typeof cues)[number]
          hits.push({ theme, cue, weak, counts: !weak, field, sentence, start, end })
        }
      }
    }
    const at = ({ field, sentence }: Pick<ThemeHit, 'field' | 'sentence'>) =>
      field === 'bylineText' ? undefined : around[field][sentence]
    const inContext: FoundCues['inContext'] = (type, place) =>
      at(place)?.[type === 'lesson' ? 'lesson' : 'failure'] === true
    countWeakPairs(hits, inContext)
    return { hits, inContext, keptFrom: (place) => at(place)?.kept ?? [] }
  }

  function countWeakPairs(hits: ThemeHit[], holdsContext: FoundCues['inContext']): void {
    const weakByTheme = hitsByTheme(hits.filter(({ weak }) => weak))
    for (const [theme, weak] of weakByTheme) {
      if (new Set(weak.map(({ cue }) => cue)).size < 2) continue
      const inside = weak.filter((hit) => holdsContext((themes[theme] as Theme).type, hit))
      if (new Set(inside.map(({ cue }) => cue)).size > 1) for (const hit of inside) hit.counts = true
    }
  }

  return { themes, cues, find }
}

/** What an expression is looked for: the cues of themes, which may share it, and what may stand around them. */
interface CueUses {
  /** Indices into `ThemeCues.cues`. */
  sharers: number[]
  failure: boolean
  lesson: boolean
  negation: boolean
}

/** All expressions, each once: one pass over a text finds them all. */
function usesOf(cues: { source: string }[], context: Ontology['context']): Map<string, CueUses> {
  const uses = new Map<string, CueUses>()
  const useOf = (source: string): CueUses => {
    let found = uses.get(source)
    if (found === undefined) {
      found = { sharers: [], failure: false, lesson: false, negation: false }
      uses.set(source, found)
    }
    return found
  }
  cues.forEach(({ source }, cue) => {
    useOf(source).sharers.push(cue)
  })
  for (const kind of ['failure', 'lesson', 'negation'] as const) {
    for (const source of context[kind]) useOf(source)[kind] = true
  }
  return uses
}

/** What a sentence holds besides cues. */
interface Around {
  failure: boolean
  lesson: boolean
  kept: [number, number][]
}

/** A field without a sentence is looked at as one. */
function aroundIn(spans: Sentences[Field]): Around[] {
  return Array.from({ length: Math.max(1, spans.length) }, () => ({ failure: false, lesson: false, kept: [] }))
}

function themesOf({ failureModes, lessons }: Ontology): Theme[] {
  return [
    ...failureModes.map((record): Theme => ({ type: 'failure-mode', record })),
    ...lessons.map((record): Theme => ({ type: 'lesson', record })),
  ]
}

function cuesOf(themes: Theme[]): ThemeCues['cues'] {
  return themes.flatMap(({ record }, theme) => [
    ...record.cues.map((source) => ({ theme, source, weak: false })),
    ...(record.weak ?? []).map((source) => ({ theme, source, weak: true })),
  ])
}

/** The index of all cues of an ontology, for the build to keep. */
export function cueIndexOf(ontology: Ontology): CueIndex {
  return indexCues([...usesOf(cuesOf(themesOf(ontology)), ontology.context).keys()])
}

function isSameList(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((each, i) => each === others[i])
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
