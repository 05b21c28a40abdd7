import { createExtractor, ontologyEntities } from '../extract/index.ts'
import {
  type EntityType,
  type Entry,
  foldWords,
  type KnowledgeGraph,
  type LexiconEntity,
  type Ontology,
} from '../model/index.ts'
import { mostNamed } from './find-entity.ts'
import { type GraphIndex, graphIndex } from './graph-index.ts'
import { isIntentWord, isRelationVerb } from './intents.ts'
import { contentStems, isFunctionWord, wordsOf } from './question-words.ts'

/** An entity that a question names. `row` is -1 where the ontology knows it and the graph does not hold it. */
export interface Recognised {
  id: string
  row: number
  label: string
  type: EntityType
}

/** A part of the question and what it may name: any of `options`, best first. */
export interface Group {
  text: string
  start: number
  end: number
  options: Recognised[]
  /** Lessons that answer the failure modes among the options, by the ontology. */
  answers?: Recognised[]
}

export type Recogniser = (text: string) => Group[]

/** Longest name that is looked up, in words. */
const LONGEST = 6

/**
 * Finds the names and labels of a question: with the extractor that reads entries, over a lexicon of the graph's own
 * names and the ontology's; then by label and alias in any letter case, because questions are typed in a hurry; and
 * failure modes and lessons by their cues and by the parts of their labels ("Timeouts, backoff and jitter").
 */
export function createRecogniser(graph: KnowledgeGraph, ontology: Ontology): Recogniser {
  const index = graphIndex(graph)
  const lexicon = questionLexicon(graph, ontology)
  const known = new Set(lexicon.map(({ id }) => id))
  const rowsOfName = namesInAnyCase(index, lexicon)
  const extract = createExtractor({ entities: lexicon, log: [] }, ontology)
  const findThemes = createThemeMatcher(index, ontology)
  const answersTo = createAnswers(index, ontology)
  return (text) => {
    const groups = new Map<string, Group>()
    const add = (start: number, end: number, found: Recognised) => {
      const key = `${start}-${end}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { text: text.slice(start, end), start, end, options: [found] })
      else if (!group.options.some(({ id }) => id === found.id)) group.options.push(found)
    }
    for (const { entity, start, end, type, label, field } of extract(asEntry(text)).mentions) {
      if (field !== 'body') continue
      const row = index.rowOfId.get(entity) ?? -1
      if (row >= 0 || known.has(entity) || isTheme(type))
        add(start, end, { id: entity, row, label: graph.nodes.label[row] ?? label, type })
    }
    for (const [start, end, row] of namedSpans(index, rowsOfName, text)) add(start, end, recognised(graph, row))
    for (const [start, end, found] of findThemes(text)) add(start, end, found)
    const naming = [...groups.values()].filter(
      ({ text, options }) => !(isRelationVerb(text) && options.every(({ type }) => isTheme(type))),
    )
    return withoutOverlaps(naming).map((group) => {
      const named = group.options.filter(({ type }) => !isTheme(type))
      // A name is a name, though it may also cue a theme ("ClickHouse": the store that fits).
      const options = named.length > 0 ? named : group.options
      return { ...group, options, answers: answersTo(options) }
    })
  }
}

function isTheme(type: EntityType): boolean {
  return type === 'failure-mode' || type === 'lesson'
}

/** The lessons of the graph that counter failure modes. */
function createAnswers(index: GraphIndex, ontology: Ontology): (options: Recognised[]) => Recognised[] {
  const answers = new Map<string, Recognised[]>()
  for (const { id, counters = [] } of ontology.lessons) {
    const row = index.rowOfId.get(`lesson:${id}`)
    if (row === undefined) continue
    for (const mode of counters) {
      const key = `failure-mode:${mode}`
      answers.set(key, [...(answers.get(key) ?? []), recognised(index.graph, row)])
    }
  }
  return (options) => options.flatMap(({ id }) => answers.get(id) ?? [])
}

function recognised({ nodes }: KnowledgeGraph, row: number): Recognised {
  return { id: nodes.id[row] ?? '', row, label: nodes.label[row] ?? '', type: nodes.type[row] ?? 'technology' }
}

/** The graph's own labels and aliases, and the spellings that the ontology knows of the same entities. */
function namesInAnyCase(index: GraphIndex, lexicon: LexiconEntity[]): Map<string, number[]> {
  const names = new Map(index.rowsOfName)
  for (const { id, surfaces } of lexicon) {
    const row = index.rowOfId.get(id)
    if (row === undefined) continue
    for (const { text, ambiguous } of surfaces) {
      const name = foldWords(text)
      if (ambiguous !== true && name !== '' && !names.has(name)) names.set(name, [row])
    }
  }
  return names
}

/** The graph's names, none of which needs context here: who asks means the graph's entity. Then the ontology's others. */
function questionLexicon({ nodes }: KnowledgeGraph, ontology: Ontology): LexiconEntity[] {
  const own: LexiconEntity[] = []
  const others = ontologyEntities(ontology)
  const surfacesOf = new Map(others.map(({ id, surfaces }) => [id, surfaces]))
  nodes.id.forEach((id, row) => {
    const type = nodes.type[row]
    if (type !== 'company' && type !== 'technology') return
    const names = [...new Set([nodes.label[row] ?? '', ...(nodes.aliases[row] ?? [])])].filter((name) => name !== '')
    own.push({
      id,
      type,
      label: nodes.label[row] ?? id,
      surfaces: [...names.map((text) => ({ text, match: 'exact' as const })), ...(surfacesOf.get(id) ?? [])],
      origin: 'learned',
      confidence: 1,
    })
  })
  const held = new Set(own.map(({ id }) => id))
  return [...own, ...others.filter(({ id }) => !held.has(id))]
}

function asEntry(text: string): Entry {
  return {
    ...{ id: 'question#0', key: 'question', source: 'question', index: 0, date: null, title: '', url: null },
    ...{ bylineText: '', byline: [], bylineRoles: [], body: text },
  }
}

/** Runs of words that are a label or alias in any letter case; longest first, from the left. */
function namedSpans(index: GraphIndex, rowsOfName: Map<string, number[]>, text: string): [number, number, number][] {
  const words = wordsOf(text)
  const spans: [number, number, number][] = []
  let at = 0
  while (at < words.length) {
    let taken = 1
    for (let size = Math.min(LONGEST, words.length - at); size > 0; size--) {
      const start = words[at]?.start ?? 0
      const end = words[at + size - 1]?.end ?? 0
      const span = text.slice(start, end)
      if (size === 1 && isFunctionWord(span)) continue
      // A short word in lower case ("go", "ray", "sea") is a word; with a capital it is a name.
      if (size === 1 && span.length < 4 && span === span.toLowerCase()) continue
      const row = mostNamed(index, rowsOfName.get(foldWords(span)) ?? [])
      if (row === undefined) continue
      const possessive = /['’]s$/.test(span) ? 2 : 0
      spans.push([start, end - possessive, row])
      taken = size
      break
    }
    at += taken
  }
  return spans
}

type ThemeMatcher = (text: string) => [number, number, Recognised][]

/** Matches the cues of failure modes and lessons, and the parts of their labels by word stem. */
function createThemeMatcher(index: GraphIndex, ontology: Ontology): ThemeMatcher {
  const { graph } = index
  const themes = [
    ...ontology.failureModes.map((record) => ({ type: 'failure-mode' as const, ...record })),
    ...ontology.lessons.map((record) => ({ type: 'lesson' as const, ...record })),
  ].map(({ type, id, label, cues, weak = [] }) => {
    const row = index.rowOfId.get(`${type}:${id}`) ?? -1
    return {
      found: { id: `${type}:${id}`, row, label, type } satisfies Recognised,
      cues: expressionOf(cues),
      weak: expressionOf(weak),
    }
  })
  const parts: { stems: string[]; found: Recognised }[] = []
  const addParts = (found: Recognised) => {
    for (const part of new Set([found.label, ...found.label.split(/,| and | or |\/|;/)])) {
      const stems = contentStems(part)
      // One everyday word ("data", "layers") says too little to be a theme, and one that asks ("build") nothing.
      const single = stems.length === 1 && (part.trim().length < 6 || isIntentWord(part.trim()))
      if (stems.length > 0 && !single) parts.push({ stems, found })
    }
  }
  for (const { found } of themes) addParts(found)
  const known = new Set(themes.map(({ found }) => found.id))
  graph.nodes.id.forEach((id, row) => {
    const type = graph.nodes.type[row]
    if (type !== undefined && isTheme(type) && !known.has(id)) addParts(recognised(graph, row))
  })
  return (text) => {
    const spans: [number, number, Recognised][] = []
    const match = (which: 'cues' | 'weak') => {
      for (const theme of themes) {
        for (const match of text.matchAll(theme[which]))
          if (match[0] !== '') spans.push([match.index, match.index + match[0].length, theme.found])
      }
    }
    match('cues')
    const words = wordsOf(text).map((word) => ({ ...word, stems: contentStems(word.text) }))
    for (const { stems, found } of parts) {
      for (let at = 0; at + stems.length <= words.length; at++) {
        const run = words.slice(at, at + stems.length)
        const [first, last] = [run[0], run.at(-1)]
        if (first !== undefined && last !== undefined && run.every(({ stems: own }, i) => own[0] === stems[i]))
          spans.push([first.start, last.end, found])
      }
    }
    // Weak cues are everyday words: they are asked only where nothing else was found.
    if (spans.length === 0) match('weak')
    return spans
  }
}

function expressionOf(cues: string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${cues.join('|') || '(?!)'})(?![\\w])`, 'giu')
}

/** Of two groups that overlap the longer stays, then the left one. */
function withoutOverlaps(groups: Group[]): Group[] {
  const kept: Group[] = []
  for (const group of groups.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(({ start, end }) => group.start >= end || group.end <= start)) kept.push(group)
  }
  return kept.sort((a, b) => a.start - b.start)
}
