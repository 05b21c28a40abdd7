import type { EdgeKind, KnowledgeGraph } from '../model/index.ts'
import { quotesOfEdge } from './entry-quotes.ts'
import { type GraphIndex, graphIndex, type Quote, quotesOf } from './graph-index.ts'

/** A node that an edge leads to. */
export interface Neighbour {
  id: string
  label: string
  type: string
  kind: EdgeKind
  /** Whether the edge starts at the entity that was asked for. */
  outgoing: boolean
  weight: number
  evidence: number
  polarity: string | null
  quotes: Quote[]
}

export interface EntityCard {
  id: string
  label: string
  type: string
  aliases: string[]
  facts: Record<string, string>
  entries: number
  stories: number
  mentions: number
  firstDate: string | null
  lastDate: string | null
  pattern: string | null
  /** What texts state of it, strongest first. */
  stated: Neighbour[]
  /** What it is found with, strongest first. */
  associated: Neighbour[]
  quotes: Quote[]
}

export interface ShowOptions {
  neighbours: number
  quotes: number
}

export const DEFAULT_SHOW_OPTIONS: ShowOptions = { neighbours: 12, quotes: 5 }

/** Everything the graph holds of one node. */
export function showEntity(graph: KnowledgeGraph, row: number, options: Partial<ShowOptions> = {}): EntityCard {
  const { neighbours, quotes } = { ...DEFAULT_SHOW_OPTIONS, ...options }
  const index = graphIndex(graph)
  const all = neighboursOf(index, row)
  const { nodes, patterns } = graph
  return {
    id: nodes.id[row] ?? '',
    label: nodes.label[row] ?? '',
    type: nodes.type[row] ?? '',
    aliases: nodes.aliases[row] ?? [],
    facts: nodes.facts[row] ?? {},
    entries: nodes.entries[row] ?? 0,
    stories: nodes.stories[row] ?? 0,
    mentions: nodes.mentions[row] ?? 0,
    firstDate: nodes.firstDate[row] ?? null,
    lastDate: nodes.lastDate[row] ?? null,
    pattern: patterns[nodes.pattern[row] ?? -1]?.name ?? null,
    stated: all.filter(({ kind }) => kind !== 'associated').slice(0, neighbours),
    associated: all.filter(({ kind }) => kind === 'associated').slice(0, neighbours),
    quotes: quotesOf(graph, nodes.evidence[row] ?? [], quotes),
  }
}

/** All edges of a node as neighbours, strongest first, with the best quotation of each. */
export function neighboursOf(index: GraphIndex, row: number): Neighbour[] {
  const { nodes, edges } = index.graph
  return (index.edgesOfNode[row] ?? []).map((edge) => {
    const outgoing = edges.from[edge] === row
    const other = (outgoing ? edges.to[edge] : edges.from[edge]) ?? -1
    return {
      id: nodes.id[other] ?? '',
      label: nodes.label[other] ?? '',
      type: nodes.type[other] ?? '',
      kind: edges.kind[edge] ?? 'associated',
      outgoing,
      weight: edges.weight[edge] ?? 0,
      evidence: edges.count[edge] ?? 0,
      polarity: edges.polarity[edge] ?? null,
      quotes: quotesOfEdge(index, edge, 1),
    }
  })
}
