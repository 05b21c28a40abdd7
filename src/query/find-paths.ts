import type { EdgeKind, KnowledgeGraph } from '../model/index.ts'
import { quotesOfEdge } from './entry-quotes.ts'
import { type GraphIndex, graphIndex, type Quote } from './graph-index.ts'

export interface Hop {
  from: string
  kind: EdgeKind
  to: string
  weight: number
  quote: Quote | null
}

export interface Path {
  /** Node ids from start to goal. */
  nodes: string[]
  hops: Hop[]
  /** Lower is stronger. */
  cost: number
}

export interface PathOptions {
  /** How many paths, best first. */
  count: number
  /** Longest path in hops. */
  hops: number
}

export const DEFAULT_PATH_OPTIONS: PathOptions = { count: 3, hops: 6 }

interface Route {
  nodes: number[]
  edges: number[]
  cost: number
}

/**
 * The k strongest loopless chains between two nodes (Yen, 1971). A hop costs -log of its weight, and passing through a
 * node costs the log of its degree: a chain through a hub says little.
 */
export function findPaths(graph: KnowledgeGraph, from: number, to: number, options: Partial<PathOptions> = {}): Path[] {
  const { count, hops } = { ...DEFAULT_PATH_OPTIONS, ...options }
  const index = graphIndex(graph)
  const found: Route[] = []
  const candidates: Route[] = []
  const first = shortest(index, from, to, hops, new Set(), new Set())
  if (first === null) return []
  found.push(first)
  while (found.length < count) {
    const last = found.at(-1)
    if (last === undefined) break
    for (let spur = 0; spur < last.edges.length; spur++) {
      const root = last.nodes.slice(0, spur + 1)
      const rootEdges = last.edges.slice(0, spur)
      const banned = new Set<string>()
      for (const route of [...found, ...candidates]) {
        if (!root.every((node, at) => route.nodes[at] === node)) continue
        const next = route.nodes[spur + 1]
        if (next !== undefined) banned.add(`${root.at(-1)}>${next}`)
      }
      const rest = shortest(index, root.at(-1) ?? from, to, hops - rootEdges.length, new Set(root.slice(0, -1)), banned)
      if (rest === null) continue
      const edges = [...rootEdges, ...rest.edges]
      const nodes = [...root, ...rest.nodes.slice(1)]
      candidates.push({ nodes, edges, cost: costOf(index, nodes, edges) })
    }
    candidates.sort((a, b) => a.cost - b.cost || compareRows(a.nodes, b.nodes))
    const best = candidates.shift()
    if (best === undefined) break
    found.push(best)
  }
  return found.map((route) => describe(index, route))
}

/** Dijkstra with a bound on hops; ties go to the smaller row. */
function shortest(
  index: GraphIndex,
  from: number,
  to: number,
  hops: number,
  bannedNodes: Set<number>,
  bannedSteps: Set<string>,
): Route | null {
  const { graph, edgesOfNode } = index
  type State = { node: number; cost: number; depth: number; edge: number; before: State | null }
  const best = new Map<string, number>()
  const open: State[] = [{ node: from, cost: 0, depth: 0, edge: -1, before: null }]
  while (open.length > 0) {
    const state = pop(open)
    if (state.node === to) return unwind(state)
    if (state.depth >= hops) continue
    for (const edge of edgesOfNode[state.node] ?? []) {
      const next = (graph.edges.from[edge] === state.node ? graph.edges.to[edge] : graph.edges.from[edge]) ?? -1
      if (next === from || bannedNodes.has(next)) continue
      if (state.before === null && bannedSteps.has(`${from}>${next}`)) continue
      const cost = state.cost + edgeCost(index, edge) + (next === to ? 0 : hubCost(index, next))
      const key = `${next}@${state.depth + 1}`
      if (cost >= (best.get(key) ?? Number.POSITIVE_INFINITY) - 1e-12) continue
      best.set(key, cost)
      push(open, { node: next, cost, depth: state.depth + 1, edge, before: state })
    }
  }
  return null

  function unwind(state: State): Route {
    const nodes: number[] = []
    const edges: number[] = []
    for (let at: State | null = state; at !== null; at = at.before) {
      nodes.unshift(at.node)
      if (at.edge >= 0) edges.unshift(at.edge)
    }
    return { nodes, edges, cost: state.cost }
  }
}

/** A binary heap by (cost, node). */
function push<T extends { cost: number; node: number }>(heap: T[], item: T): void {
  heap.push(item)
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(heap[at] as T, heap[parent] as T)) break
    swap(heap, at, parent)
    at = parent
  }
}

function pop<T extends { cost: number; node: number }>(heap: T[]): T {
  const top = heap[0] as T
  const last = heap.pop() as T
  if (heap.length === 0) return top
  heap[0] = last
  let at = 0
  for (;;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && before(heap[child] as T, heap[least] as T)) least = child
    }
    if (least === at) return top
    swap(heap, at, least)
    at = least
  }
}

const before = (a: { cost: number; node: number }, b: { cost: number; node: number }) =>
  a.cost < b.cost || (a.cost === b.cost && a.node < b.node)

function swap<T>(heap: T[], a: number, b: number): void {
  const item = heap[a] as T
  heap[a] = heap[b] as T
  heap[b] = item
}

/** What a text states binds more than what stands together. */
function edgeCost({ graph }: GraphIndex, edge: number): number {
  const weight = Math.min(Math.max(graph.edges.weight[edge] ?? 0, 0.01), 1)
  return (graph.edges.kind[edge] === 'associated' ? 0.5 : 0.2) - Math.log(weight)
}

function hubCost({ graph, edgesOfNode }: GraphIndex, node: number): number {
  const generic = graph.nodes.generic[node] === true || graph.nodes.publisher[node] === true
  return Math.log(1 + (edgesOfNode[node]?.length ?? 0)) / 2 + (generic ? 3 : 0)
}

function costOf(index: GraphIndex, nodes: number[], edges: number[]): number {
  const between = nodes.slice(1, -1).reduce((sum, node) => sum + hubCost(index, node), 0)
  return edges.reduce((sum, edge) => sum + edgeCost(index, edge), between)
}

function describe(index: GraphIndex, { nodes, edges, cost }: Route): Path {
  const { graph } = index
  const id = (row: number | undefined) => graph.nodes.id[row ?? -1] ?? ''
  return {
    nodes: nodes.map(id),
    cost: Math.round(cost * 1000) / 1000,
    hops: edges.map((edge) => ({
      from: id(graph.edges.from[edge]),
      kind: graph.edges.kind[edge] ?? 'associated',
      to: id(graph.edges.to[edge]),
      weight: graph.edges.weight[edge] ?? 0,
      quote: quotesOfEdge(index, edge, 1)[0] ?? null,
    })),
  }
}

function compareRows(a: number[], b: number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
