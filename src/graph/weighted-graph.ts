/** A simple undirected weighted graph in compressed rows: neighbours of i are `targets[offsets[i] … offsets[i + 1]]`. */
export interface WeightedGraph {
  order: number
  offsets: Int32Array
  targets: Int32Array
  weights: Float64Array
}

export interface WeightedEdge {
  a: number
  b: number
  weight: number
}

/** Rows are sorted by neighbour, so that the same edges in any order give the same graph. */
export function toWeightedGraph(order: number, edges: WeightedEdge[]): WeightedGraph {
  const offsets = new Int32Array(order + 1)
  for (const { a, b } of edges) {
    offsets[a + 1]!++
    offsets[b + 1]!++
  }
  for (let i = 0; i < order; i++) offsets[i + 1]! += offsets[i]!
  const fill = offsets.slice(0, order)
  const targets = new Int32Array(edges.length * 2)
  const weights = new Float64Array(edges.length * 2)
  const sorted = [...edges].map(({ a, b, weight }) => (a < b ? { a, b, weight } : { a: b, b: a, weight }))
  sorted.sort((p, q) => p.a - q.a || p.b - q.b)
  for (const { a, b, weight } of sorted) {
    const i = fill[a]!++
    targets[i] = b
    weights[i] = weight
    const j = fill[b]!++
    targets[j] = a
    weights[j] = weight
  }
  return { order, offsets, targets, weights }
}
