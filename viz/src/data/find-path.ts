import type { Visible } from './filters.ts'
import { type GraphIndex, itemsOf, otherEnd } from './graph-index.ts'

/** A way through the graph: `nodes.length === edges.length + 1`. */
export interface Path {
  nodes: number[]
  edges: number[]
}

/** Cost of a hop: few hops first, strong edges before weak ones. Publishers and generics join everything: dear. */
function costOf(index: GraphIndex, edge: number, node: number): number {
  const { edges, nodes } = index.graph
  const weak = 1 - Math.max(0, Math.min(1, edges.weight[edge]!))
  return 1 + 0.8 * weak + (nodes.publisher[node] || nodes.generic[node] ? 3 : 0)
}

/**
 * The cheapest way between two nodes over shown nodes and any edge between them, or null. Dijkstra with a binary heap;
 * equal costs go by row, so that the answer is always the same.
 */
export function findPath(index: GraphIndex, visible: Visible, from: number, to: number): Path | null {
  if (from === to) return { nodes: [from], edges: [] }
  const cost = new Float64Array(index.nodeCount).fill(Number.POSITIVE_INFINITY)
  const via = new Int32Array(index.nodeCount).fill(-1)
  const heap = createHeap()
  cost[from] = 0
  heap.push(0, from)
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    const { key, item: node } = next
    if (node === to) break
    if (key > cost[node]!) continue
    for (const edge of itemsOf(index.edgesOf, node)) {
      const other = otherEnd(index, edge, node)
      if (!visible.nodes[other] && other !== to) continue
      const total = key + costOf(index, edge, other)
      if (total < cost[other]! - 1e-12) {
        cost[other] = total
        via[other] = edge
        heap.push(total, other)
      }
    }
  }
  if (via[to] === -1) return null
  const path: Path = { nodes: [to], edges: [] }
  for (let node = to; node !== from; ) {
    const edge = via[node]!
    node = otherEnd(index, edge, node)
    path.edges.unshift(edge)
    path.nodes.unshift(node)
  }
  return path
}

function createHeap() {
  const keys: number[] = []
  const items: number[] = []
  const before = (a: number, b: number) => keys[a]! < keys[b]! || (keys[a] === keys[b] && items[a]! < items[b]!)
  const swap = (a: number, b: number) => {
    ;[keys[a], keys[b]] = [keys[b]!, keys[a]!]
    ;[items[a], items[b]] = [items[b]!, items[a]!]
  }
  return {
    push(key: number, item: number) {
      keys.push(key)
      items.push(item)
      for (let at = keys.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!before(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop(): { key: number; item: number } | null {
      if (keys.length === 0) return null
      swap(0, keys.length - 1)
      const top = { key: keys.pop()!, item: items.pop()! }
      for (let at = 0; ; ) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < keys.length && before(child, least)) least = child
        if (least === at) break
        swap(at, least)
        at = least
      }
      return top
    },
  }
}
