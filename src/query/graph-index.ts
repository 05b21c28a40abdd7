import { foldWords, type KnowledgeGraph } from '../model/index.ts'

/** A sentence that backs something, with the spans that say it and where it came from. Third-party text. */
export interface Quote {
  text: string
  /** Half-open ranges of `text`, ascending. */
  spans: [number, number][]
  entry: string
  title: string
  url: string | null
  date: string | null
}

/** Look-ups over a graph's columns, made once and shared by all questions. */
export interface GraphIndex {
  graph: KnowledgeGraph
  rowOfId: Map<string, number>
  /** Edge rows that touch a node, strongest first. */
  edgesOfNode: number[][]
  /** Node rows of an entry, and entry rows of a node, ascending. */
  nodesOfEntry: Set<number>[]
  entriesOfNode: number[][]
  /** Sentence rows of an entry, ascending. */
  sentencesOfEntry: number[][]
  /** Mention rows of an entry, ascending. */
  mentionsOfEntry: number[][]
  rowOfEntry: Map<string, number>
  /** Node rows by folded label and alias. */
  rowsOfName: Map<string, number[]>
}

const indices = new WeakMap<KnowledgeGraph, GraphIndex>()

export function graphIndex(graph: KnowledgeGraph): GraphIndex {
  const known = indices.get(graph)
  if (known !== undefined) return known
  const { nodes, edges, entries, mentions, sentences } = graph
  const index: GraphIndex = {
    graph,
    rowOfId: new Map(nodes.id.map((id, row) => [id, row])),
    edgesOfNode: nodes.id.map(() => []),
    nodesOfEntry: entries.id.map(() => new Set()),
    entriesOfNode: nodes.id.map(() => []),
    sentencesOfEntry: entries.id.map(() => []),
    mentionsOfEntry: entries.id.map(() => []),
    rowOfEntry: new Map(entries.id.map((id, row) => [id, row])),
    rowsOfName: new Map(),
  }
  edges.from.forEach((from, edge) => {
    index.edgesOfNode[from]?.push(edge)
    const to = edges.to[edge]
    if (to !== undefined && to !== from) index.edgesOfNode[to]?.push(edge)
  })
  for (const list of index.edgesOfNode) list.sort((a, b) => (edges.weight[b] ?? 0) - (edges.weight[a] ?? 0) || a - b)
  mentions.entry.forEach((entry, row) => {
    const node = mentions.node[row] ?? -1
    index.nodesOfEntry[entry]?.add(node)
    index.mentionsOfEntry[entry]?.push(row)
    index.entriesOfNode[node]?.push(entry)
  })
  sentences.entry.forEach((entry, row) => {
    index.sentencesOfEntry[entry]?.push(row)
  })
  nodes.label.forEach((label, row) => {
    for (const name of new Set([label, ...(nodes.aliases[row] ?? [])].map(foldWords))) {
      if (name === '') continue
      const rows = index.rowsOfName.get(name)
      if (rows === undefined) index.rowsOfName.set(name, [row])
      else rows.push(row)
    }
  })
  indices.set(graph, index)
  return index
}

/** The quotations behind rows of the evidence table, in their order, each sentence once. */
export function quotesOf(graph: KnowledgeGraph, evidence: readonly number[], limit: number): Quote[] {
  const bySentence = new Map<number, Quote>()
  for (const row of evidence) {
    const add = (sentence: number | undefined, start: number | undefined, end: number | undefined) => {
      if (sentence === undefined || sentence < 0) return
      let quote = bySentence.get(sentence)
      if (quote === undefined) {
        if (bySentence.size >= limit) return
        const entry = graph.sentences.entry[sentence] ?? -1
        quote = {
          text: graph.sentences.text[sentence] ?? '',
          spans: [],
          entry: graph.entries.id[entry] ?? '',
          title: graph.entries.title[entry] ?? '',
          url: graph.entries.url[entry] ?? null,
          date: graph.entries.date[entry] ?? null,
        }
        bySentence.set(sentence, quote)
      }
      const known = quote.spans.some(([from, to]) => from === start && to === end)
      if (start !== undefined && end !== undefined && start >= 0 && end > start && !known)
        quote.spans.push([start, end])
    }
    const { sentence, start, end, sentence2, start2, end2 } = graph.evidence
    add(sentence[row], start[row], end[row])
    add(sentence2[row], start2[row], end2[row])
  }
  for (const quote of bySentence.values()) quote.spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...bySentence.values()]
}

/** A whole sentence as a quotation; spans are sorted, and those that overlap joined. */
export function quoteOfSentence(graph: KnowledgeGraph, sentence: number, spans: [number, number][]): Quote {
  const { sentences, entries } = graph
  const entry = sentences.entry[sentence] ?? -1
  const joined: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return {
    text: sentences.text[sentence] ?? '',
    spans: joined,
    entry: entries.id[entry] ?? '',
    title: entries.title[entry] ?? '',
    url: entries.url[entry] ?? null,
    date: entries.date[entry] ?? null,
  }
}
