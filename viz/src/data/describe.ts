import type { EntityType, Field, KnowledgeGraph } from '../../../src/model/index.ts'
import { dayOf, NO_DAY } from './day.ts'
import { DIRECTED, type GraphIndex, itemsOf, otherEnd, TYPE_ORDER } from './graph-index.ts'
import { cleanLabel, cleanSentence, safeHref } from './safe-text.ts'
import { KIND_NAMES, KIND_NAMES_BACK, plural } from './summarize.ts'

/** A sentence and the parts of it that are the evidence. */
export interface Quote {
  evidence: number
  entry: number
  title: string
  href: string | null
  date: string | null
  source: string
  sentences: { text: string; field: Field; marks: [number, number][] }[]
}

/** A neighbour as Details lists it: one line per other node, its edges joined. */
export interface Neighbour {
  node: number
  edges: number[]
  weight: number
  relation: string
}

/** The pieces of evidence as quotations, in the order given; each sentence of an entry once. */
export function quotesOf(index: GraphIndex, pieces: readonly number[]): Quote[] {
  const { evidence } = index.graph
  const quotes: Quote[] = []
  const seen = new Map<string, Quote>()
  for (const piece of pieces) {
    if (evidence.entry[piece] === undefined) continue
    const key = `${evidence.sentence[piece]}|${evidence.sentence2[piece]}`
    const known = seen.get(key)
    if (known !== undefined) {
      addMark(known, 0, evidence.start[piece]!, evidence.end[piece]!)
      continue
    }
    const quote = quoteOf(index, piece)
    seen.set(key, quote)
    quotes.push(quote)
  }
  return quotes
}

function quoteOf({ graph }: GraphIndex, piece: number): Quote {
  const { entries, sentences, evidence } = graph
  const entry = evidence.entry[piece]!
  const part = (sentence: number, start: number, end: number): Quote['sentences'] =>
    sentence < 0
      ? []
      : [
          {
            text: cleanSentence(sentences.text[sentence]!),
            field: sentences.field[sentence]!,
            marks: end > start ? [[start, end]] : [],
          },
        ]
  const first = evidence.sentence[piece]!
  const second = evidence.sentence2[piece]!
  const quoted = part(first, evidence.start[piece]!, evidence.end[piece]!)
  if (second === first) {
    quoted[0]?.marks.push([evidence.start2[piece]!, evidence.end2[piece]!])
  } else {
    quoted.push(...part(second, evidence.start2[piece]!, evidence.end2[piece]!))
  }
  return {
    evidence: piece,
    entry,
    title: cleanLabel(entries.title[entry]!, 160),
    href: safeHref(entries.url[entry]!),
    date: entries.date[entry]!,
    source: entries.source[entry]!,
    sentences: quoted,
  }
}

function addMark(quote: Quote, at: number, start: number, end: number): void {
  if (end > start) quote.sentences[at]?.marks.push([start, end])
}

/** A text cut at its marks: overlapping marks are one; marks outside the text are dropped. */
export function splitMarks(text: string, marks: readonly (readonly [number, number])[]) {
  const parts: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) parts.push({ text: text.slice(at, from), marked: false })
    const last = parts.at(-1)
    if (last?.marked && from === at) last.text += text.slice(from, to)
    else parts.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}

/** All neighbours of a node by type, strongest first; stated relations before mere association. */
export function neighboursOf(index: GraphIndex, node: number): { type: EntityType; neighbours: Neighbour[] }[] {
  const { nodes, edges } = index.graph
  const byNode = new Map<number, Neighbour>()
  for (const edge of itemsOf(index.edgesOf, node)) {
    const other = otherEnd(index, edge, node)
    if (other === node) continue
    const known = byNode.get(other)
    if (known === undefined) {
      byNode.set(other, { node: other, edges: [edge], weight: edges.weight[edge]!, relation: '' })
    } else {
      known.edges.push(edge)
      known.weight = Math.max(known.weight, edges.weight[edge]!)
    }
  }
  for (const neighbour of byNode.values()) {
    const stated = neighbour.edges.filter((edge) => edges.kind[edge] !== 'associated')
    neighbour.relation = stated.map((edge) => relationOf(index, edge, node)).join(', ')
    neighbour.edges = [...stated, ...neighbour.edges.filter((edge) => edges.kind[edge] === 'associated')]
  }
  const all = [...byNode.values()].sort((a, b) => b.weight - a.weight || a.node - b.node)
  return TYPE_ORDER.map((type) => ({
    type,
    neighbours: all.filter((neighbour) => nodes.type[neighbour.node] === type),
  })).filter(({ neighbours }) => neighbours.length > 0)
}

/** The edge's kind in words, seen from one of its ends. */
export function relationOf({ graph }: GraphIndex, edge: number, node: number): string {
  const { edges } = graph
  const kind = edges.kind[edge]!
  const words = edges.from[edge] === node || !DIRECTED.has(kind) ? KIND_NAMES[kind] : KIND_NAMES_BACK[kind]
  const polarity = edges.polarity[edge]
  return polarity === 'risk' ? `${words} (risk)` : polarity === 'denied' ? `${words} (denied)` : words
}

/** Facts of the ontology and counts, as pairs for a definition list. */
export function factsOf(index: GraphIndex, node: number): [string, string][] {
  const { nodes } = index.graph
  const facts: [string, string][] = []
  for (const [name, value] of Object.entries(nodes.facts[node]!)) {
    if (name === 'definition' || name === 'homepage') continue
    const other = index.nodeById.get(value) ?? index.nodeById.get(`company:${value}`)
    facts.push([capital(cleanLabel(name)), other === undefined ? cleanLabel(value, 200) : nodes.label[other]!])
  }
  if (nodes.aliases[node]!.length > 0) {
    facts.push([
      'Also',
      nodes.aliases[node]!.slice(0, 8)
        .map((alias) => cleanLabel(alias))
        .join(', '),
    ])
  }
  return facts
}

const capital = (text: string) => text.replace(/^./u, (letter) => letter.toUpperCase())

/** How often a node is named per period, over the whole time of the graph. */
export function timelineOf(index: GraphIndex, entries: Iterable<number>, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0)
  const span = Math.max(1, index.lastDay - index.firstDay + 1)
  for (const entry of entries) {
    const day = index.entryFrom[entry]!
    if (day === NO_DAY) continue
    counts[Math.min(bins - 1, Math.floor(((day - index.firstDay) / span) * bins))]!++
  }
  return counts
}

/** Entries that name the node, newest first, undated last. */
export function entriesNaming(index: GraphIndex, node: number): number[] {
  const { mentions } = index.graph
  const rows = [...itemsOf(index.mentionsOf, node)].map((row) => mentions.entry[row]!)
  return newestFirst(index.graph, rows)
}

export function newestFirst(graph: KnowledgeGraph, entries: readonly number[]): number[] {
  const day = (entry: number) => dayOf(graph.entries.date[entry])
  return [...entries].sort((a, b) => day(b) - day(a) || a - b)
}

/** What an entry names, by type; labels before mere mentions. */
export function namedIn(index: GraphIndex, entry: number): { type: EntityType; nodes: number[] }[] {
  const { mentions, nodes } = index.graph
  const rows = [...itemsOf(index.mentionsIn, entry)]
  const rank = (row: number) => (mentions.role[row] === 'mention' ? 1 : 0)
  rows.sort((a, b) => rank(a) - rank(b) || mentions.rank[a]! - mentions.rank[b]! || a - b)
  return TYPE_ORDER.map((type) => ({
    type,
    nodes: rows.map((row) => mentions.node[row]!).filter((node) => nodes.type[node] === type),
  })).filter((group) => group.nodes.length > 0)
}

/** One sentence of a pattern that comes without a paragraph: who shows it, in how many stories. */
export function tellPattern(index: GraphIndex, pattern: number): string {
  const { graph, nodeById } = index
  const { companies, stories } = graph.patterns[pattern]!
  const names = companies.flatMap((id) => {
    const row = nodeById.get(id)
    return row === undefined ? [] : [cleanLabel(graph.nodes.label[row]!)]
  })
  const told = names.slice(0, 3)
  const more = names.length - told.length
  const list = more > 0 ? `${told.join(', ')} and ${more} more` : joinAnd(told)
  return `Shown by ${list} in ${plural(stories, 'story', 'stories')}.`
}

const joinAnd = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
