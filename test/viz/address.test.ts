import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, type View, writeAddress } from '../../viz/src/address.ts'
import { DEFAULT_FILTERS, POLARITIES } from '../../viz/src/data/filters.ts'
import { TYPE_ORDER } from '../../viz/src/data/graph-index.ts'
import type { Selection } from '../../viz/src/data/selection.ts'

const START: View = {
  tab: 'graph',
  selection: null,
  depth: 1,
  filters: DEFAULT_FILTERS,
  colorBy: 'type',
  sizeBy: 'mentions',
  drawUnlinked: false,
  camera: null,
}

const id = fc.string({ minLength: 1, maxLength: 20 })
const selection: fc.Arbitrary<Selection | null> = fc.oneof(
  fc.constant(null),
  id.map((value) => ({ kind: 'node' as const, id: value })),
  id.map((value) => ({ kind: 'pattern' as const, id: value })),
  id.map((value) => ({ kind: 'entry' as const, id: value })),
  id.map((value) => ({ kind: 'edge' as const, key: value })),
  fc.tuple(id, id).map(([from, to]) => ({ kind: 'path' as const, from, to })),
  fc.array(id, { minLength: 2, maxLength: 4 }).map((ids) => ({ kind: 'compare' as const, ids })),
)
const date = fc.constantFrom('', '2026-05-14', '2026-08-12')
const view: fc.Arbitrary<View> = fc.record({
  tab: fc.constantFrom('graph', 'table'),
  selection,
  depth: fc.integer({ min: 1, max: 3 }),
  filters: fc.record({
    types: fc.subarray([...TYPE_ORDER]),
    polarity: fc.subarray([...POLARITIES]),
    undated: fc.boolean(),
    backbone: fc.boolean(),
    minWeight: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
    minDegree: fc.integer({ min: 0, max: 10 }),
    from: date,
    to: date,
  }),
  colorBy: fc.constantFrom('type', 'pattern'),
  sizeBy: fc.constantFrom('mentions', 'centrality'),
  drawUnlinked: fc.boolean(),
  camera: fc.option(fc.record({ x: fc.constant(0.5), y: fc.constant(-0.25), ratio: fc.constantFrom(0.125, 1, 4) }), {
    nil: null,
  }),
})

describe('the address', () => {
  test('restores every view that it was written from', () => {
    fc.assert(
      fc.property(view, (value) => {
        expect(readAddress(`#${writeAddress(value, DEFAULT_FILTERS)}`, DEFAULT_FILTERS)).toEqual(value)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
  test('of the opening view is empty', () => {
    expect(writeAddress(START, DEFAULT_FILTERS)).toBe('')
  })
  test('keeps a plus sign readable', () => {
    const selected: View = { ...START, selection: { kind: 'pattern', id: 'caching+vercel' } }
    expect(writeAddress(selected, DEFAULT_FILTERS)).toBe('pattern=caching+vercel')
  })
  test.each([
    ['#weight=abc', {}],
    ['#weight=7', { filters: { ...DEFAULT_FILTERS, minWeight: 1 } }],
    ['#depth=-4', {}],
    ['#since=yesterday', {}],
    ['#types=company nonsense', { filters: { ...DEFAULT_FILTERS, types: ['company'] } }],
    ['#camera=1 2', {}],
    ['#camera=0 0 -1', {}],
    ['#path=only-one-end', {}],
    ['#%E0%A4%A', {}],
  ])('reads %s without harm', (fragment, change) => {
    expect(readAddress(fragment, DEFAULT_FILTERS)).toEqual({ ...START, ...change })
  })
})
