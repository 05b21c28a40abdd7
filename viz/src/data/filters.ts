import type { EntityType, Polarity } from '../../../src/model/index.ts'
import { dayOf, NO_DAY } from './day.ts'
import { type GraphIndex, itemsOf, TYPE_ORDER } from './graph-index.ts'

/** What the reader wants to see. Dates are inclusive; '' is open. */
export interface Filters {
  types: readonly EntityType[]
  /** Keep what stands only in entries without a date. */
  undated: boolean
  /** Least weight of an edge, 0..1. */
  minWeight: number
  /** Least number of visible edges of a node. */
  minDegree: number
  /** Of edges to failure modes. */
  polarity: readonly Polarity[]
  from: string
  to: string
  /** Only edges that the disparity filter or the spanning forest keeps. */
  backbone: boolean
}

export const POLARITIES: readonly Polarity[] = ['occurred', 'risk', 'denied']

export const DEFAULT_FILTERS: Filters = {
  types: TYPE_ORDER,
  undated: true,
  minWeight: 0,
  minDegree: 0,
  polarity: POLARITIES,
  from: '',
  to: '',
  backbone: true,
}

/** What the filters leave: 1 where a row is shown, and how often a node is named within the dates. */
export interface Visible {
  nodes: Uint8Array
  edges: Uint8Array
  entries: Uint8Array
  /** Entries within the dates that name the node. */
  named: Uint32Array
  degree: Uint32Array
  nodeTotal: number
  edgeTotal: number
  entryTotal: number
  byType: Record<EntityType, number>
}

/** Applies the filters in one pass over each table. */
export function applyFilters(index: GraphIndex, filters: Filters): Visible {
  const { nodes, edges } = index.graph
  const entries = filterEntries(index, filters)
  const named = countNamed(index, entries)
  const types = new Set(filters.types)
  const shown = new Uint8Array(index.nodeCount)
  for (let node = 0; node < index.nodeCount; node++) {
    // A node without any mention row (possible in a graph of another maker) is judged by its type alone.
    const everNamed = index.mentionsOf.offsets[node + 1]! > index.mentionsOf.offsets[node]!
    shown[node] = types.has(nodes.type[node]!) && (named[node]! > 0 || !everNamed) ? 1 : 0
  }
  const polarity = new Set(filters.polarity)
  const dated = filters.from !== '' || filters.to !== '' || !filters.undated
  const shownEdges = new Uint8Array(index.edgeCount)
  const degree = new Uint32Array(index.nodeCount)
  for (let edge = 0; edge < index.edgeCount; edge++) {
    const from = edges.from[edge]!
    const to = edges.to[edge]!
    if (!shown[from] || !shown[to] || edges.weight[edge]! < filters.minWeight) continue
    if (filters.backbone && !edges.backbone[edge]) continue
    const sign = edges.polarity[edge]
    if (sign !== null && !polarity.has(sign!)) continue
    if (dated && !isAttested(index, edge, entries)) continue
    shownEdges[edge] = 1
    degree[from]!++
    if (to !== from) degree[to]!++
  }
  if (filters.minDegree > 0) dropBelow(index, filters.minDegree, shown, shownEdges, degree)
  return count(index, { nodes: shown, edges: shownEdges, entries, named, degree })
}

function filterEntries(index: GraphIndex, filters: Filters): Uint8Array {
  const from = filters.from === '' ? Number.NEGATIVE_INFINITY : dayOf(filters.from)
  const to = filters.to === '' ? Number.POSITIVE_INFINITY : dayOf(filters.to)
  return Uint8Array.from(index.entryFrom, (start, entry) => {
    if (start === NO_DAY) return filters.undated ? 1 : 0
    return start <= to && index.entryTo[entry]! >= from ? 1 : 0
  })
}

function countNamed(index: GraphIndex, entries: Uint8Array): Uint32Array {
  const { mentions } = index.graph
  const named = new Uint32Array(index.nodeCount)
  for (let row = 0; row < mentions.node.length; row++) {
    if (entries[mentions.entry[row]!]) named[mentions.node[row]!]!++
  }
  return named
}

/** An edge keeps its best pieces of evidence only; where it has more, its dates speak for the rest. */
function isAttested(index: GraphIndex, edge: number, entries: Uint8Array): boolean {
  const { edges, evidence } = index.graph
  const kept = edges.evidence[edge]!
  if (kept.length === 0) return true
  if (kept.some((piece) => entries[evidence.entry[piece]!])) return true
  if (edges.count[edge]! <= kept.length) return false
  const { from, to } = index.graph.edges
  // Rare: look for an entry within the dates that names both ends.
  const near = new Set<number>()
  for (const row of itemsOf(index.mentionsOf, from[edge]!)) near.add(index.graph.mentions.entry[row]!)
  for (const row of itemsOf(index.mentionsOf, to[edge]!)) {
    const entry = index.graph.mentions.entry[row]!
    if (entries[entry] && near.has(entry)) return true
  }
  return false
}

function dropBelow(index: GraphIndex, least: number, shown: Uint8Array, edges: Uint8Array, degree: Uint32Array): void {
  for (let node = 0; node < index.nodeCount; node++) if (degree[node]! < least) shown[node] = 0
  degree.fill(0)
  const { from, to } = index.graph.edges
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!edges[edge]) continue
    if (!shown[from[edge]!] || !shown[to[edge]!]) edges[edge] = 0
    else {
      degree[from[edge]!]!++
      if (from[edge] !== to[edge]) degree[to[edge]!]!++
    }
  }
}

function count(index: GraphIndex, tables: Pick<Visible, 'nodes' | 'edges' | 'entries' | 'named' | 'degree'>): Visible {
  const byType: Visible['byType'] = { company: 0, technology: 0, 'failure-mode': 0, lesson: 0 }
  let nodeTotal = 0
  for (let node = 0; node < index.nodeCount; node++) {
    if (!tables.nodes[node]) continue
    nodeTotal++
    byType[index.graph.nodes.type[node]!]++
  }
  return { ...tables, nodeTotal, edgeTotal: sum(tables.edges), entryTotal: sum(tables.entries), byType }
}

function sum(flags: Uint8Array): number {
  let total = 0
  for (const flag of flags) total += flag
  return total
}

/** How many edges per node still read as a picture; more is a hairball. */
const EDGES_PER_NODE = 1.6
const MOST_EDGES = 4000

/** The least weight, in steps of 0.05, at which the backbone is thin enough to read. */
export function readableWeight(index: GraphIndex): number {
  const { edges } = index.graph
  const most = Math.min(MOST_EDGES, Math.max(60, index.nodeCount * EDGES_PER_NODE))
  const counts = new Array<number>(20).fill(0)
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (edges.backbone[edge]) counts[Math.max(0, Math.min(19, Math.floor(edges.weight[edge]! * 20 + 1e-9)))]!++
  }
  let shown = 0
  for (let step = 19; step >= 0; step--) {
    shown += counts[step]!
    if (shown > most) return Math.min(0.95, (step + 1) / 20)
  }
  return 0
}
