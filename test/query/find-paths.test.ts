import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { findEntity, findPaths, graphIndex } from '../../src/query/index.ts'
import { smallGraph } from './small-graph.ts'

/** A graph of bare edges `a-b` with weights; node names are letters. */
function graphOf(...edges: [string, string, number][]): KnowledgeGraph {
  const ids = [...new Set([...edges.map(([a]) => a), ...edges.map(([, b]) => b)])].sort()
  const empty = smallGraph([])
  const nodes = Object.fromEntries(Object.keys(empty.nodes).map((key) => [key, ids.map(() => 0)]))
  return {
    ...empty,
    nodes: {
      ...(nodes as unknown as KnowledgeGraph['nodes']),
      id: ids.map((id) => `technology:${id}`),
      type: ids.map(() => 'technology'),
      label: ids,
      aliases: ids.map(() => []),
      evidence: ids.map(() => []),
      generic: ids.map(() => false),
      publisher: ids.map(() => false),
    },
    edges: {
      from: edges.map(([a]) => ids.indexOf(a)),
      to: edges.map(([, b]) => ids.indexOf(b)),
      kind: edges.map(() => 'associated'),
      weight: edges.map(([, , weight]) => weight),
      count: edges.map(() => 1),
      stories: edges.map(() => 1),
      firstDate: edges.map(() => null),
      lastDate: edges.map(() => null),
      backbone: edges.map(() => true),
      polarity: edges.map(() => null),
      evidence: edges.map(() => []),
    },
  }
}

const chains = (graph: KnowledgeGraph, from: string, to: string, count = 3) => {
  const index = graphIndex(graph)
  return findPaths(graph, findEntity(index, from).row, findEntity(index, to).row, { count }).map(({ nodes }) =>
    nodes.map((id) => id.slice('technology:'.length)).join(''),
  )
}

describe('chains', () => {
  it('takes the strongest first, then the next ones, none with a loop', () => {
    const graph = graphOf(['a', 'b', 0.9], ['b', 'd', 0.9], ['a', 'c', 0.5], ['c', 'd', 0.5], ['b', 'c', 0.1])
    expect(chains(graph, 'a', 'd', 4)).toEqual(['abd', 'acd', 'abcd', 'acbd'])
  })

  it('goes round a hub', () => {
    const spokes = 'efghijklmnopqrstuv'.split('').map((letter): [string, string, number] => ['h', `x${letter}`, 0.5])
    const graph = graphOf(['a', 'h', 0.5], ['h', 'd', 0.5], ['a', 'c', 0.45], ['c', 'd', 0.45], ...spokes)
    expect(chains(graph, 'a', 'd', 2)).toEqual(['acd', 'ahd'])
  })

  it('finds none between parts that nothing joins', () => {
    expect(chains(graphOf(['a', 'b', 1], ['c', 'd', 1]), 'a', 'd')).toEqual([])
  })

  it('never repeats a node or a chain, and never gets stronger', () => {
    const edge = fc.tuple(
      fc.constantFrom(...'abcdefgh'),
      fc.constantFrom(...'abcdefgh'),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 24 }), (edges) => {
        const graph = graphOf(['a', 'b', 0.5], ...edges.filter(([a, b]) => a !== b))
        const found = findPaths(graph, 0, 1, { count: 6 })
        const keys = found.map(({ nodes, hops }) => `${nodes.join()}|${hops.map(({ weight }) => weight).join()}`)
        expect(new Set(keys).size).toBe(found.length)
        for (const [at, { nodes, cost }] of found.entries()) {
          expect(new Set(nodes).size).toBe(nodes.length)
          expect(cost).toBeGreaterThanOrEqual((found[at - 1]?.cost ?? 0) - 0.002)
        }
      }),
    )
  })

  it('quotes each hop', () => {
    const graph = smallGraph()
    const index = graphIndex(graph)
    const [first] = findPaths(graph, findEntity(index, 'Acorn').row, findEntity(index, 'Birch').row)
    expect(first?.hops.length).toBeGreaterThan(0)
    for (const { quote } of first?.hops ?? []) expect(graph.sentences.text).toContain(quote?.text)
  })
})
