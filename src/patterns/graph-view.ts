import type { EntityType, Field, KnowledgeGraph, Polarity } from '../model/index.ts'

/** A failure mode or lesson that an entry is about. */
export interface ViewLabel {
  node: number
  rank: number
  polarity: Polarity | null
  /** Sentence that holds its cue, and the cue's range in it; -1 where none is kept. */
  sentence: number
  start: number
  end: number
}

/** A sentence of the evidence table. */
export interface ViewSentence {
  row: number
  field: Field
  start: number
  text: string
}

/** One entry with all that the graph kept of it. */
export interface ViewEntry {
  row: number
  id: string
  story: number
  title: string
  url: string | null
  date: string | null
  dateEnd: string | null
  /** Node numbers. */
  subjects: number[]
  nodes: number[]
  labels: ViewLabel[]
  /** Failure modes and lessons that it speaks of and is not about. */
  cued: number[]
  /** By field and offset. */
  sentences: ViewSentence[]
}

export interface GraphView {
  graph: KnowledgeGraph
  entries: ViewEntry[]
  /** Entry id to row. */
  rowOf: Map<string, number>
  /** Node id to number. */
  nodeOf: Map<string, number>
  stories: number
  typeOf(node: number): EntityType
  labelOf(node: number): string
}

/** The graph's tables joined by entry, as patterns and the paragraph look at them. */
export function viewGraph(graph: KnowledgeGraph): GraphView {
  const { entries, nodes, mentions, evidence, sentences } = graph
  const views: ViewEntry[] = entries.id.map((id, row) => ({
    row,
    id,
    story: entries.story[row] as number,
    title: entries.title[row] as string,
    url: entries.url[row] ?? null,
    date: entries.date[row] ?? null,
    dateEnd: entries.dateEnd[row] ?? entries.date[row] ?? null,
    subjects: [],
    nodes: [],
    labels: [],
    cued: [],
    sentences: [],
  }))
  mentions.entry.forEach((row, m) => {
    const entry = views[row] as ViewEntry
    const node = mentions.node[m] as number
    entry.nodes.push(node)
    if (mentions.role[m] === 'subject' && nodes.publisher[node] !== true) entry.subjects.push(node)
    const type = nodes.type[node]
    if ((type !== 'failure-mode' && type !== 'lesson') || mentions.polarity[m] === 'denied') return
    if (mentions.role[m] !== 'label') {
      entry.cued.push(node)
      return
    }
    const piece = mentions.evidence[m] as number
    entry.labels.push({
      node,
      rank: mentions.rank[m] as number,
      polarity: mentions.polarity[m] ?? null,
      sentence: evidence.sentence[piece] ?? -1,
      start: evidence.start[piece] ?? -1,
      end: evidence.end[piece] ?? -1,
    })
  })
  sentences.entry.forEach((row, s) => {
    const entry = views[row] as ViewEntry
    entry.sentences.push({
      row: s,
      field: sentences.field[s] as Field,
      start: sentences.start[s] as number,
      text: sentences.text[s] as string,
    })
  })
  for (const entry of views) {
    entry.sentences.sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.start - b.start))
    entry.labels.sort((a, b) => a.rank - b.rank || a.node - b.node)
  }
  return {
    graph,
    entries: views,
    rowOf: new Map(entries.id.map((id, row) => [id, row])),
    nodeOf: new Map(nodes.id.map((id, node) => [id, node])),
    stories: new Set(entries.story).size,
    typeOf: (node) => nodes.type[node] as EntityType,
    labelOf: (node) => nodes.label[node] as string,
  }
}
