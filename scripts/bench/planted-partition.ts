import type { WeightedEdge } from '../../src/graph/index.ts'
import { createRandom } from '../../src/graph/index.ts'

export interface PlantedGraph {
  order: number
  edges: WeightedEdge[]
  truth: Int32Array
}

/**
 * A seeded planted-partition graph as in docs of the libraries compared: communities of 20 to 80 nodes, five edges for
 * every two nodes (mean degree 5), `inside` of them within a community, no edge twice.
 */
export function plantedPartition(order: number, seed: number, inside = 0.7): PlantedGraph {
  const random = createRandom(seed)
  const truth = new Int32Array(order)
  const starts: number[] = []
  for (let node = 0, community = 0; node < order; community++) {
    starts.push(node)
    const size = 20 + Math.floor(random() * 61)
    for (const end = Math.min(order, node + size); node < end; node++) truth[node] = community
  }
  starts.push(order)
  const seen = new Set<number>()
  const edges: WeightedEdge[] = []
  while (edges.length < order * 2.5) {
    const a = Math.floor(random() * order)
    const own = truth[a] as number
    const from = starts[own] as number
    const size = (starts[own + 1] as number) - from
    const b = random() < inside ? from + Math.floor(random() * size) : Math.floor(random() * order)
    const key = Math.min(a, b) * order + Math.max(a, b)
    if (a === b || seen.has(key)) continue
    seen.add(key)
    edges.push({ a, b, weight: 1 })
  }
  return { order, edges, truth }
}
