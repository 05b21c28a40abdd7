import { describe, expect, test } from 'vitest'
import { applyFilters, DEFAULT_FILTERS, type Filters, readableWeight } from '../../viz/src/data/filters.ts'
import { smallIndex } from './small-graph.ts'

const index = smallIndex(
  [
    ['company:acme', { entries: [0, 1] }],
    ['technology:rails', { entries: [0] }],
    ['failure-mode:cold-start', { entries: [1] }],
    ['lesson:caching', { entries: [2] }],
  ],
  [
    ['company:acme', 'uses', 'technology:rails', 0.9],
    ['company:acme', 'hit', 'failure-mode:cold-start', 0.4, 'risk'],
    ['failure-mode:cold-start', 'associated', 'lesson:caching', 0.2],
  ],
  ['2026-05-01', '2026-06-01', null],
)

const CASES: [string, Partial<Filters>, string, number][] = [
  ['nothing filtered', {}, 'acme rails cold-start caching', 3],
  ['one type away', { types: ['company', 'technology', 'lesson'] }, 'acme rails caching', 1],
  ['a least weight', { minWeight: 0.5 }, 'acme rails cold-start caching', 1],
  ['a least number of links', { minDegree: 2 }, 'acme cold-start', 1],
  ['only what occurred', { polarity: ['occurred'] }, 'acme rails cold-start caching', 2],
  ['up to May', { to: '2026-05-31', undated: false }, 'acme rails', 1],
  ['from June', { from: '2026-06-01', undated: false }, 'acme cold-start', 0],
  ['without the undated', { undated: false }, 'acme rails cold-start', 2],
]

describe('applyFilters', () => {
  test.each(CASES)('%s', (_, change, nodes, edges) => {
    const visible = applyFilters(index, { ...DEFAULT_FILTERS, ...change })
    const shown = index.graph.nodes.label.filter((_, node) => visible.nodes[node])
    expect([shown.join(' '), visible.edgeTotal]).toEqual([nodes, edges])
  })
})

describe('readableWeight', () => {
  test('a small graph is shown whole', () => {
    expect(readableWeight(index)).toBe(0)
  })
  test('a dense one is thinned until an eye can follow its edges', () => {
    const nodes = Array.from({ length: 40 }, (_, at) => [`technology:t${at}`] as [string])
    const edges = nodes.flatMap(([a], i) =>
      nodes
        .slice(i + 1)
        .map(([b], j) => [a, 'associated' as const, b, ((i + j) % 20) / 20] as [string, 'associated', string, number]),
    )
    const dense = smallIndex(nodes, edges)
    const least = readableWeight(dense)
    const shown = dense.graph.edges.weight.filter((weight) => weight >= least).length
    expect(shown).toBeLessThanOrEqual(64)
    expect(shown).toBeGreaterThanOrEqual(20)
  })
})
