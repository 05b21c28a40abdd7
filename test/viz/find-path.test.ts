import { describe, expect, test } from 'vitest'
import { compareNodes } from '../../viz/src/data/compare.ts'
import { applyFilters, DEFAULT_FILTERS } from '../../viz/src/data/filters.ts'
import { findPath } from '../../viz/src/data/find-path.ts'
import { neighbourhood } from '../../viz/src/data/neighbourhood.ts'
import { smallIndex } from './small-graph.ts'

// acme — rails — zeta is strong; acme — api (generic) — zeta is as short; beta stands apart.
const index = smallIndex(
  [
    ['company:acme'],
    ['company:beta'],
    ['company:zeta'],
    ['technology:api', { generic: true }],
    ['technology:rails'],
    ['technology:react'],
  ],
  [
    ['company:acme', 'associated', 'technology:api', 1],
    ['company:zeta', 'associated', 'technology:api', 1],
    ['company:acme', 'uses', 'technology:rails', 0.6],
    ['company:zeta', 'uses', 'technology:rails', 0.6],
    ['company:zeta', 'uses', 'technology:react', 0.3],
  ],
)
const row = (id: string) => index.nodeById.get(id)!
const names = (rows: Iterable<number>) => [...rows].map((node) => index.graph.nodes.label[node])
const visible = applyFilters(index, DEFAULT_FILTERS)
const way = (from: string, to: string) => {
  const path = findPath(index, visible, row(from), row(to))
  return path === null ? null : names(path.nodes).join(' ')
}

describe('findPath', () => {
  test.each([
    ['company:acme', 'company:zeta', 'acme rails zeta'],
    ['company:zeta', 'company:acme', 'zeta rails acme'],
    ['company:acme', 'technology:react', 'acme rails zeta react'],
    ['company:acme', 'company:acme', 'acme'],
    ['company:acme', 'company:beta', null],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(way(from, to)).toBe(expected)
  })
  test('does not lead through what is filtered out', () => {
    const thin = applyFilters(index, { ...DEFAULT_FILTERS, types: ['company'] })
    expect(findPath(index, thin, row('company:acme'), row('company:zeta'))).toBeNull()
  })
})

test('compareNodes tells what two share and what one alone has; generics say nothing', () => {
  const { shared, only } = compareNodes(index, [row('company:acme'), row('company:zeta')])
  expect(shared.map(({ nodes }) => names(nodes))).toEqual([['rails']])
  expect(only.map(({ nodes }) => names(nodes))).toEqual([[], ['react']])
})

test.each([
  [1, 'acme api rails'],
  [2, 'acme api rails zeta'],
  [3, 'acme api rails zeta react'],
])('neighbourhood of depth %i', (depth, expected) => {
  expect(names(neighbourhood(index, [row('company:acme')], depth, () => true).nodes).join(' ')).toBe(expected)
})
