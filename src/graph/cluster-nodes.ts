import { consensusCommunities } from './consensus.ts'
import type { GraphOptions } from './options.ts'
import { toWeightedGraph, type WeightedEdge } from './weighted-graph.ts'

/**
 * Communities of all nodes: those in enough stories are clustered by consensus; each other node joins the community it
 * is tied to most as fringe, with the share of its ties that go there as stability. Silent nodes (publishers, generics)
 * and nodes without ties stay outside, -1.
 */
export function clusterNodes(stories: number[], silent: boolean[], links: WeightedEdge[], options: GraphOptions) {
  const inner = new Map<number, number>()
  stories.forEach((count, i) => {
    if (count >= options.minStories && silent[i] !== true) inner.set(i, inner.size)
  })
  const edges: WeightedEdge[] = []
  for (const { a, b, weight } of links) {
    const p = inner.get(a)
    const q = inner.get(b)
    if (p !== undefined && q !== undefined) edges.push({ a: p, b: q, weight })
  }
  const found = consensusCommunities(toWeightedGraph(inner.size, edges), options.runs, options.resolution, options.seed)
  const community = stories.map(() => -1)
  const stability = stories.map(() => 0)
  const tied = new Set(edges.flatMap(({ a, b }) => [a, b]))
  for (const [node, i] of inner) {
    if (!tied.has(i)) continue
    community[node] = found.community[i] as number
    stability[node] = found.stability[i] as number
  }
  const pulls = new Map<number, Map<number, number>>()
  for (const { a, b, weight } of links) {
    for (const [outer, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (inner.has(outer) || silent[outer] === true || community[other] === -1 || !inner.has(other)) continue
      const pull = pulls.get(outer) ?? new Map<number, number>()
      pull.set(community[other] as number, (pull.get(community[other] as number) ?? 0) + weight)
      pulls.set(outer, pull)
    }
  }
  for (const [node, pull] of pulls) {
    let best = -1
    let most = 0
    let sum = 0
    for (const [c, weight] of [...pull].sort((p, q) => p[0] - q[0])) {
      sum += weight
      if (weight > most + 1e-9) {
        most = weight
        best = c
      }
    }
    community[node] = best
    // A node seen once is never as sure of its place as one that came back.
    stability[node] = Math.round((most / sum) * 500) / 1000
  }
  // Numbered by smallest member, as ids are sorted.
  const numbers = new Map<number, number>()
  const numbered = community.map((c) => {
    if (c === -1) return -1
    const number = numbers.get(c) ?? numbers.size
    numbers.set(c, number)
    return number
  })
  return { community: numbered, stability, resolution: found.resolution, runs: found.runs }
}
