import type { KnowledgeGraph } from '../model/index.ts'
import { type GraphIndex, type Quote, quoteOfSentence, quotesOf } from './graph-index.ts'
import { contentStems } from './question-words.ts'

interface SentenceIndex {
  /** Spans of a node in a sentence, as evidence gives them. */
  spans: Map<number, Map<number, [number, number][]>>
}

const indices = new WeakMap<KnowledgeGraph, SentenceIndex>()

function sentenceIndex(graph: KnowledgeGraph): SentenceIndex {
  const known = indices.get(graph)
  if (known !== undefined) return known
  const { nodes, evidence, mentions } = graph
  const index: SentenceIndex = { spans: new Map() }
  const add = (node: number, piece: number) => {
    const sentence = evidence.sentence[piece] ?? -1
    if (sentence < 0) return
    const ofSentence = index.spans.get(sentence) ?? new Map<number, [number, number][]>()
    index.spans.set(sentence, ofSentence)
    const list = ofSentence.get(node) ?? []
    list.push([evidence.start[piece] ?? 0, evidence.end[piece] ?? 0])
    ofSentence.set(node, list)
  }
  nodes.evidence.forEach((list, node) => {
    for (const piece of list) add(node, piece)
  })
  mentions.evidence.forEach((piece, row) => {
    if (piece >= 0) add(mentions.node[row] ?? -1, piece)
  })
  indices.set(graph, index)
  return index
}

/**
 * The one or two sentences of an entry that best show some nodes, and words of a question: the one that shows most of
 * them, and another where it leaves some out that the other has.
 */
export function quotesOfEntry(index: GraphIndex, entry: number, wanted: number[], stems: string[] = []): Quote[] {
  const { graph } = index
  const { spans } = sentenceIndex(graph)
  const scored = (index.sentencesOfEntry[entry] ?? []).map((sentence) => {
    const text = graph.sentences.text[sentence] ?? ''
    const found = new Map<number, [number, number][]>()
    for (const node of wanted) {
      const places = spans.get(sentence)?.get(node) ?? placesOf(graph, node, text)
      if (places.length > 0) found.set(node, places)
    }
    const own = stems.length === 0 ? new Set<string>() : new Set(contentStems(text))
    const words = stems.filter((each) => own.has(each)).length
    const field = graph.sentences.field[sentence]
    // A title says little of how and why, and a byline nothing.
    const base = field === 'body' ? 0.6 : field === 'title' ? 0.3 : 0
    // The company is known from the byline; the sentence that says what happened is worth more than the one that names it.
    const themes = [...found.keys()].filter((node) => isTheme(graph, node)).length
    return { sentence, found, score: found.size * 2 + themes / 2 + words + base }
  })
  scored.sort((a, b) => b.score - a.score || a.sentence - b.sentence)
  const [best] = scored
  if (best === undefined) return []
  const missing = wanted.filter((node) => !best.found.has(node))
  const other = scored
    .slice(1)
    .filter(({ sentence }) => graph.sentences.field[sentence] !== 'bylineText')
    .find(({ found }) => missing.some((node) => found.has(node)))
  return [best, ...(other === undefined ? [] : [other])]
    .filter(({ sentence }, at) => at === 0 || sentence !== best.sentence)
    .map(({ sentence, found }) => quoteOfSentence(graph, sentence, [...found.values()].flat()))
}

/** The best evidence of an edge, as sentences that show its ends: the one that says what happened first. */
export function quotesOfEdge(index: GraphIndex, edge: number, limit: number, pieces?: number[]): Quote[] {
  const { edges, evidence } = index.graph
  const [piece] = pieces ?? edges.evidence[edge] ?? []
  if (piece === undefined) return []
  const ends = [edges.from[edge] ?? -1, edges.to[edge] ?? -1]
  // What is stated stands in the sentence of the evidence; what is derived may be shown better by another of the entry.
  const stated = !['hit', 'learned', 'counters', 'associated'].includes(edges.kind[edge] ?? '')
  const found = stated
    ? quotesOf(index.graph, [piece], limit)
    : quotesOfEntry(index, evidence.entry[piece] ?? -1, ends).slice(0, limit)
  return found
}

function isTheme({ nodes }: KnowledgeGraph, node: number): boolean {
  return nodes.type[node] === 'failure-mode' || nodes.type[node] === 'lesson'
}

/** Where a text names a company or technology; labels of themes are ours and stand in no text. */
function placesOf({ nodes }: KnowledgeGraph, node: number, text: string): [number, number][] {
  if (nodes.type[node] === 'failure-mode' || nodes.type[node] === 'lesson') return []
  for (const name of [nodes.label[node] ?? '', ...(nodes.aliases[node] ?? [])]) {
    if (name === '') continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end))) return [[at, end]]
    }
  }
  return []
}
