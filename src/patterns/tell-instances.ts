import type { KnowledgeGraph } from '../model/index.ts'
import { condense, type Instance } from './condense.ts'
import type { GraphView, ViewEntry, ViewSentence } from './graph-view.ts'
import { speaksOf } from './theme-vocabulary.ts'

/** An instance with what it rests on. */
export interface ToldInstance extends Instance {
  company: number
  entry: ViewEntry
  sentence: ViewSentence
}

/** A failure mode or lesson with the companies that show it, each with its instances, best first. */
export interface Showing {
  company: number
  instances: ToldInstance[]
}

/** In the sentence, in the clause; an entry that is chiefly about the label needs no cue beside the clause. */
const CUE_IN_SENTENCE = 1.2
const SECOND_LABEL = -1.2
const FAILURE_WITHOUT_CUE = -1
const TITLE_WORD = 0.25
/** A clause that speaks of the label in its own words shows it; one that does not is not told. */
const SPEAKS = 1
const SPEAKS_TWICE = 0.5
/** A label further down the entry's list is less what the entry is about. */
const LOW_RANK = 0.35
const LOW_RANK_MOST = 1.4
/** What went wrong is no instance of a remedy, save where looking at failure is the remedy. */
const FAILS = -2.5
const FAILING =
  /\b(?:bugs?|outages?|failed|failures?|crash\w*|starvation|leaks?|degradation|breach|compromised|struggled|suffered|lacked|broke)\b/i
const SEES_FAILURE = new Set(['operations'])
/** Rank of a label that the entry is not about. */
const ONLY_CUED = 9
const TOUCHED_ON = -0.8
const INSTANCES_KEPT = 4

/** Condenses the sentences of entries, once each, for any label. */
export function createTeller(
  view: GraphView,
  best?: number,
): (entry: ViewEntry, company: number, labels: number[]) => ToldInstance[] {
  const { graph } = view
  const cues = cueSpans(graph)
  const owned = ownedBy(graph)
  return (entry, company, labels) => {
    const found: ToldInstance[] = []
    const spelled = spellings(view, company, entry)
    const own = entry.subjects.length === 1 && !graph.entries.bylineRoles[entry.row]?.includes('publisher')
    const rank = Math.min(
      ONLY_CUED,
      ...entry.labels.filter(({ node }) => labels.includes(node)).map((label) => label.rank),
    )
    const failure = labels.every((node) => view.typeOf(node) === 'failure-mode')
    const titleWords = wordsOf(entry.title)
    for (const sentence of entry.sentences) {
      if (sentence.field !== 'body') continue
      const here = labels.flatMap((node) => cues.get(node)?.get(sentence.row) ?? [])
      const technologies = technologiesIn(view, entry, sentence.text)
      const instances = condense(sentence.text, {
        company: spelled.short,
        aliases: spelled.all,
        technologies: technologies.map(({ name }) => name),
        named: technologies.filter(({ name }) => own && entry.title.includes(name)).map(({ name }) => name),
        products: technologies.filter(({ node }) => owned.has(`${company}|${node}`)).map(({ name }) => name),
        cues: here.map(([start, end]) => sentence.text.slice(start, end)),
        own,
        ...(best === undefined ? {} : { best }),
      })
      for (const instance of instances.slice(0, 3)) {
        let score = instance.score
        if (here.length > 0) score += CUE_IN_SENTENCE
        else if (failure) score += FAILURE_WITHOUT_CUE
        if (here.length === 0 && rank === ONLY_CUED) continue
        if (here.length === 0 && rank > 0) score += SECOND_LABEL
        if (rank === ONLY_CUED) score += TOUCHED_ON
        const said = relevance(
          labels.map((node) => view.graph.nodes.id[node] as string),
          `${instance.subject} ${instance.past}`,
        )
        const cued = here.some(([start, end]) => instance.past.includes(sentence.text.slice(start, end)))
        if (said === 0 && !cued) continue
        score += said ?? 0
        score -= Math.min(LOW_RANK_MOST, Math.min(rank, 6) * LOW_RANK)
        if (!failure && !SEES_FAILURE.has(groupsOf(view, labels)) && FAILING.test(instance.past)) score += FAILS
        score += Math.min(3, [...wordsOf(instance.past)].filter((word) => titleWords.has(word)).length) * TITLE_WORD
        found.push({ ...instance, score, company, entry, sentence })
      }
    }
    return found
      .sort((a, b) => b.score - a.score || a.sentence.row - b.sentence.row || (a.past < b.past ? -1 : 1))
      .slice(0, INSTANCES_KEPT)
  }
}

function groupsOf(view: GraphView, labels: number[]): string {
  return view.graph.nodes.facts[labels[0] as number]?.group ?? ''
}

/** What speaking of the label adds; 0 where the clause does not, null where nobody can tell. */
function relevance(labels: string[], clause: string): number | null {
  const counts = labels.map((id) => speaksOf(id, clause))
  const known = counts.filter((count) => count !== null)
  if (known.length === 0) return null
  const most = Math.max(...known)
  return most === 0 ? 0 : SPEAKS + Math.min(2, most - 1) * SPEAKS_TWICE
}

/** How the entry spells the company: the byline's form where it is short, and all forms that its sentences may use. */
function spellings(view: GraphView, company: number, entry: ViewEntry): { short: string; all: string[] } {
  const { nodes, entries } = view.graph
  const known = [nodes.label[company] as string, ...(nodes.aliases[company] ?? [])]
  const text = [entry.title, ...(entries.byline[entry.row] ?? []), ...entry.sentences.map((s) => s.text)].join('\n')
  const used = known.filter((name) => /\p{Lu}/u.test(name) && text.includes(name))
  const byline = (entries.byline[entry.row] ?? []).find((name) => known.includes(name))
  const wordy = (name: string) => name.split(' ').length > 2
  const short =
    byline !== undefined && !wordy(byline)
      ? byline
      : (used.filter((name) => !wordy(name)).sort((a, b) => a.length - b.length)[0] ?? byline ?? used[0])
  return { short: short ?? (nodes.label[company] as string), all: used }
}

function technologiesIn(view: GraphView, entry: ViewEntry, text: string): { node: number; name: string }[] {
  const { nodes } = view.graph
  return entry.nodes.flatMap((node) => {
    if (view.typeOf(node) !== 'technology' || nodes.generic[node] === true) return []
    const names = [nodes.label[node] as string, ...(nodes.aliases[node] ?? [])].filter((name) => text.includes(name))
    const [name] = names.sort((a, b) => b.length - a.length)
    return name === undefined ? [] : [{ node, name }]
  })
}

/** Label to sentence to the ranges of its cues there. */
function cueSpans(graph: KnowledgeGraph): Map<number, Map<number, [number, number][]>> {
  const { nodes, evidence, edges, mentions } = graph
  const spans = new Map<number, Map<number, [number, number][]>>()
  const isLabel = nodes.type.map((type) => type === 'failure-mode' || type === 'lesson')
  const add = (node: number, sentence: number, start: number, end: number) => {
    if (sentence < 0 || start < 0) return
    const own = spans.get(node) ?? new Map<number, [number, number][]>()
    own.set(sentence, [...(own.get(sentence) ?? []), [start, end]])
    spans.set(node, own)
  }
  const take = (node: number, piece: number) =>
    add(node, evidence.sentence[piece] ?? -1, evidence.start[piece] ?? -1, evidence.end[piece] ?? -1)
  nodes.evidence.forEach((pieces, node) => {
    if (isLabel[node]) for (const piece of pieces) take(node, piece)
  })
  mentions.node.forEach((node, m) => {
    if (isLabel[node]) take(node, mentions.evidence[m] as number)
  })
  // Of "hit" and "learned", the second span is the label's.
  edges.kind.forEach((kind, e) => {
    if (kind !== 'hit' && kind !== 'learned') return
    for (const piece of edges.evidence[e] ?? [])
      add(
        edges.to[e] as number,
        evidence.sentence2[piece] ?? -1,
        evidence.start2[piece] ?? -1,
        evidence.end2[piece] ?? -1,
      )
  })
  return spans
}

/** `company|technology` pairs that belong together: the ontology's vendor, or a stated "built". */
function ownedBy({ nodes, edges }: KnowledgeGraph): Set<string> {
  const numbers = new Map(nodes.id.map((id, i) => [id, i]))
  const owned = new Set<string>()
  nodes.facts.forEach(({ vendor }, node) => {
    const company = vendor === undefined ? undefined : numbers.get(vendor)
    if (company !== undefined) owned.add(`${company}|${node}`)
  })
  edges.kind.forEach((kind, e) => {
    if (kind === 'built') owned.add(`${edges.from[e]}|${edges.to[e]}`)
  })
  return owned
}

function wordsOf(text: string): Set<string> {
  return new Set(
    (text.toLowerCase().match(/[a-z][a-z-]{3,}/g) ?? []).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  )
}
