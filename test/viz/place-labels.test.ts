import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexGraph } from '../../viz/src/data/graph-index.ts'
import { type Box, createOccupancy, overlaps, placeLabels } from '../../viz/src/draw/place-labels.ts'
import { regionName, wrapText } from '../../viz/src/draw/region-name.ts'
import { syntheticGraph } from '../e2e/fixtures/synthetic-graph.ts'

const FRAME = { x: 0, y: 0, width: 1000, height: 700 }
const box: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -50, max: 1000 }),
  y: fc.integer({ min: -50, max: 700 }),
  width: fc.integer({ min: 10, max: 160 }),
  height: fc.integer({ min: 8, max: 30 }),
})

describe('placeLabels', () => {
  test('no label covers another, a node or the edge of the frame', () => {
    fc.assert(
      fc.property(fc.array(fc.array(box, { minLength: 1, maxLength: 4 })), fc.array(box), (wishes, nodes) => {
        const solids = createOccupancy()
        for (const node of nodes) solids.take(node)
        const placed = placeLabels(
          wishes.map((spots, item) => ({ item, spots })),
          { frame: FRAME, texts: createOccupancy(), solids },
          200,
        )
        for (const [at, a] of placed.entries()) {
          for (const b of placed.slice(at + 1)) expect(overlaps(a.box, b.box)).toBe(false)
          for (const node of nodes) expect(overlaps(a.box, node)).toBe(false)
          expect(a.box.x >= 0 && a.box.x + a.box.width <= 1000 && a.box.y + a.box.height <= 700).toBe(true)
        }
      }),
      { seed: 5 },
    )
  })
  test('one that insists covers a node rather than stay away', () => {
    const solids = createOccupancy()
    const spot = { x: 10, y: 10, width: 50, height: 12 }
    solids.take(spot)
    const space = { frame: FRAME, texts: createOccupancy(), solids }
    expect(placeLabels([{ item: 1, spots: [spot] }], space, 9)).toEqual([])
    expect(placeLabels([{ item: 1, spots: [spot] }], space, 9, () => true)).toEqual([{ item: 1, box: spot }])
  })
})

test.each([
  ['Caching', ['Caching']],
  [
    'Fit the data store and format to the access pattern',
    ['Fit the data store and', 'format to the access', 'pattern'],
  ],
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
    ['one two three four five', 'six seven eight nine', 'ten eleven twelve…'],
  ],
  ['x'.repeat(60), [`${'x'.repeat(22)}…`]],
])('%j is wrapped', (text, lines) => {
  expect(wrapText(text, 23, 3)).toEqual(lines)
})

test('a name is cut after its theme', () => {
  const graph = syntheticGraph({ nodes: 60, edges: 90, entries: 20, patterns: 2 })
  const theme = graph.patterns[0]!.themes[0]!
  const label = graph.nodes.label[graph.nodes.id.indexOf(theme)]!
  graph.patterns[0]!.name = `${label} with Kueue`
  expect(regionName(indexGraph(graph), 0)).toEqual({ head: [label], tail: ['with Kueue'] })
})
