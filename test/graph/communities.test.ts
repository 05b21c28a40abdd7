import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plantedPartition } from '../../scripts/bench/planted-partition.ts'
import { splitDisconnected } from '../../src/graph/consensus.ts'
import {
  adjustedRandIndex,
  consensusCommunities,
  createRandom,
  louvain,
  normalizedMutualInformation,
  toWeightedGraph,
  type WeightedGraph,
} from '../../src/graph/index.ts'

describe('agreement', () => {
  it.each([
    ['the same', [0, 0, 1, 1], [0, 0, 1, 1], 1, 1],
    ['the same by other numbers', [0, 0, 1, 1], [5, 5, 2, 2], 1, 1],
    ['crossed', [0, 0, 1, 1], [0, 1, 0, 1], -0.5, 0],
  ])('of %s', (_, a, b, ari, nmi) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(ari)
    expect(normalizedMutualInformation(a, b)).toBeCloseTo(nmi)
  })
})

const graphs = fc
  .record({
    order: fc.integer({ min: 2, max: 30 }),
    pairs: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 9 })), { maxLength: 80 }),
  })
  .map(({ order, pairs }) => {
    const edges = new Map<string, { a: number; b: number; weight: number }>()
    for (const [p, q, weight] of pairs) {
      const [a, b] = [Math.min(p, q) % order, Math.max(p, q) % order]
      if (a !== b) edges.set(`${Math.min(a, b)}|${Math.max(a, b)}`, { a, b, weight })
    }
    return toWeightedGraph(order, [...edges.values()])
  })

function isConnected(graph: WeightedGraph, community: ArrayLike<number>): boolean {
  const pieces = splitDisconnected(
    graph,
    Int32Array.from(Array.from({ length: graph.order }, (_, i) => community[i] as number)),
  )
  return new Set(pieces).size === new Set(Array.from({ length: graph.order }, (_, i) => community[i])).size
}

describe('consensusCommunities', () => {
  it('leaves no community in two pieces', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 99 }), (graph, seed) => {
        const { community, stability } = consensusCommunities(graph, 10, 'auto', seed)
        expect(isConnected(graph, community)).toBe(true)
        for (const share of stability) expect(share >= 0 && share <= 1).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same for the same seed', () => {
    const { order, edges } = plantedPartition(300, 3)
    const graph = toWeightedGraph(order, edges)
    expect(consensusCommunities(graph, 20, 1, 5)).toEqual(consensusCommunities(graph, 20, 1, 5))
  })

  it('recovers planted communities better than one run of Louvain', () => {
    const { order, edges, truth } = plantedPartition(1000, 7)
    const graph = toWeightedGraph(order, edges)
    const found = normalizedMutualInformation(consensusCommunities(graph, 40, 1, 1).community, truth)
    const single = normalizedMutualInformation(louvain(graph, 1, createRandom(1)), truth)
    expect(found).toBeGreaterThan(single)
    expect(found).toBeGreaterThan(0.7)
  })

  it('agrees with itself over seeds', () => {
    const { order, edges } = plantedPartition(400, 11, 0.8)
    const graph = toWeightedGraph(order, edges)
    const [a, b] = [1, 2].map((seed) => consensusCommunities(graph, 60, 1, seed).community) as [Int32Array, Int32Array]
    const [p, q] = [1, 2].map((seed) => louvain(graph, 1, createRandom(seed))) as [Int32Array, Int32Array]
    expect(adjustedRandIndex(a, b)).toBeGreaterThan(adjustedRandIndex(p, q))
    expect(adjustedRandIndex(a, b)).toBeGreaterThan(0.85)
  })

  it('makes fewer runs on a large graph', () => {
    const { order, edges } = plantedPartition(6_000, 2)
    expect(consensusCommunities(toWeightedGraph(order, edges), 100, 1, 1).runs).toBe(66)
  })
})
