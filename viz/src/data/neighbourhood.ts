import { type GraphIndex, itemsOf, otherEnd } from './graph-index.ts'

/** Rows within so many hops of the start, over the edges given, and the edges among them. */
export interface Neighbourhood {
  nodes: Set<number>
  edges: number[]
}

/** Breadth first from `starts`; `shown` says which edges may be walked. A neighbourhood stops growing at `most` nodes. */
export function neighbourhood(
  index: GraphIndex,
  starts: Iterable<number>,
  depth: number,
  shown: (edge: number) => boolean,
  most = 600,
): Neighbourhood {
  const nodes = new Set(starts)
  let rim = [...nodes]
  for (let step = 0; step < depth && nodes.size < most; step++) {
    const next: number[] = []
    for (const node of rim) {
      for (const edge of itemsOf(index.edgesOf, node)) {
        const other = otherEnd(index, edge, node)
        if (!shown(edge) || nodes.has(other) || nodes.size >= most) continue
        nodes.add(other)
        next.push(other)
      }
    }
    rim = next
  }
  return { nodes, edges: edgesAmong(index, nodes, shown) }
}

/** Edges with both ends in the set, ascending. */
export function edgesAmong(index: GraphIndex, nodes: ReadonlySet<number>, shown: (edge: number) => boolean): number[] {
  const found = new Set<number>()
  for (const node of nodes) {
    for (const edge of itemsOf(index.edgesOf, node)) {
      if (shown(edge) && nodes.has(otherEnd(index, edge, node))) found.add(edge)
    }
  }
  return [...found].sort((a, b) => a - b)
}
