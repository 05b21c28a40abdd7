import { toWeightedGraph, type WeightedEdge } from './weighted-graph.ts'

/** Beyond this, shortest paths start at every n-th node only (Brandes and Pich 2007). */
const SOURCES = 400

/** Betweenness over unweighted shortest paths, scaled to 0..1 by the greatest (Brandes 2001). */
export function betweenness(order: number, edges: WeightedEdge[]): number[] {
  const { offsets, targets } = toWeightedGraph(order, edges)
  const score = new Float64Array(order)
  const stride = Math.max(1, Math.ceil(order / SOURCES))
  for (let source = 0; source < order; source += stride) {
    const distance = new Int32Array(order).fill(-1)
    const paths = new Float64Array(order)
    const queue = [source]
    distance[source] = 0
    paths[source] = 1
    for (let head = 0; head < queue.length; head++) {
      const i = queue[head]!
      for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
        const j = targets[e]!
        if (distance[j] === -1) {
          distance[j] = distance[i]! + 1
          queue.push(j)
        }
        if (distance[j] === distance[i]! + 1) paths[j]! += paths[i]!
      }
    }
    const credit = new Float64Array(order)
    for (let k = queue.length - 1; k > 0; k--) {
      const j = queue[k]!
      for (let e = offsets[j]!; e < offsets[j + 1]!; e++) {
        const i = targets[e]!
        if (distance[i] === distance[j]! - 1) credit[i]! += (paths[i]! / paths[j]!) * (1 + credit[j]!)
      }
      score[j]! += credit[j]!
    }
  }
  const most = score.reduce((a, b) => Math.max(a, b), 0)
  return Array.from(score, (value) => (most === 0 ? 0 : Math.round((value / most) * 10_000) / 10_000))
}
