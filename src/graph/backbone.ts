import type { WeightedEdge } from './weighted-graph.ts'

/**
 * Which edges are kept: those the disparity filter finds significant at either end (Serrano, Boguñá and Vespignani
 * 2009), and the maximum spanning forest, so that nothing useful shatters.
 */
export function backbone(order: number, edges: WeightedEdge[], alpha: number): boolean[] {
  const degree = new Int32Array(order)
  const strength = new Float64Array(order)
  for (const { a, b, weight } of edges) {
    degree[a]!++
    degree[b]!++
    strength[a]! += weight
    strength[b]! += weight
  }
  const significance = (i: number, weight: number) =>
    degree[i]! < 2 ? 1 : (1 - weight / strength[i]!) ** (degree[i]! - 1)
  const kept = edges.map(({ a, b, weight }) => Math.min(significance(a, weight), significance(b, weight)) < alpha)
  const parent = Int32Array.from({ length: order }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    let node = i
    while (parent[node] !== root) {
      const next = parent[node]!
      parent[node] = root
      node = next
    }
    return root
  }
  const order_ = edges.map((_, i) => i)
  order_.sort((i, j) => edges[j]!.weight - edges[i]!.weight || edges[i]!.a - edges[j]!.a || edges[i]!.b - edges[j]!.b)
  for (const i of order_) {
    const a = find(edges[i]!.a)
    const b = find(edges[i]!.b)
    if (a === b) continue
    parent[a] = b
    kept[i] = true
  }
  return kept
}
