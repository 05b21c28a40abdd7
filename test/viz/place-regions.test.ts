import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, createOccupancy, overlaps } from '../../viz/src/draw/place-labels.ts'
import { placeRegions, type RegionWish } from '../../viz/src/draw/place-regions.ts'

const FRAME = { x: 0, y: 0, width: 1000, height: 700 }
const REGION = { x: 400, y: 300, width: 200, height: 160 }
const form = (item: string, width: number, height: number) => ({ item, width, height })
const spaceWith = (nodes: readonly Box[] = []) => {
  const solids = createOccupancy()
  for (const node of nodes) solids.take(node)
  return { frame: FRAME, texts: createOccupancy(), solids }
}
const region: fc.Arbitrary<RegionWish<string>> = fc
  .record({
    x: fc.integer({ min: -50, max: 900 }),
    y: fc.integer({ min: -50, max: 600 }),
    width: fc.integer({ min: 40, max: 300 }),
    height: fc.integer({ min: 40, max: 300 }),
  })
  .map((bounds) => ({ bounds, forms: [form('whole', 150, 50), form('theme', 120, 22)] }))

describe('placeRegions', () => {
  test('names keep apart and inside the frame', () => {
    fc.assert(
      fc.property(fc.array(region, { maxLength: 20 }), (wishes) => {
        const placed = placeRegions(wishes, spaceWith())
        for (const [at, { box }] of placed.entries()) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1000 && box.y + box.height <= 700).toBe(true)
          const around = { x: box.x - 9, y: box.y - 4, width: box.width + 18, height: box.height + 8 }
          for (const other of placed.slice(at + 1)) expect(overlaps(around, other.box)).toBe(false)
        }
      }),
      { seed: 3 },
    )
  })
  test.each<[string, Box[], string, 'above' | 'below']>([
    ['stands on the upper rim where that is free', [], 'whole', 'above'],
    ['goes below where nodes lie above', [{ x: 300, y: 220, width: 400, height: 200 }], 'whole', 'below'],
  ])('a name %s', (_, nodes, form_, side) => {
    const [first] = placeRegions([{ bounds: REGION, forms: [form('whole', 150, 50)] }], spaceWith(nodes))
    expect(first?.item).toBe(form_)
    expect(first!.box.y < REGION.y + REGION.height / 2 ? 'above' : 'below').toBe(side)
  })
  test('is cut to its theme where the whole name finds no room', () => {
    const space = spaceWith()
    for (let y = 200; y < 600; y += 70) space.texts.take({ x: 0, y, width: 1000, height: 12 })
    const wish = { bounds: REGION, forms: [form('whole', 150, 60), form('theme', 120, 20)] }
    expect(placeRegions([wish], space).map(({ item }) => item)).toEqual(['theme'])
  })
  test('the weaker of two regions in one place goes without', () => {
    const wish = (item: string) => ({ bounds: REGION, forms: [form(item, 190, 40)] })
    const space = { ...spaceWith(), frame: { ...FRAME, y: 270, height: 60 } }
    expect(placeRegions([wish('first'), wish('second')], space).map(({ item }) => item)).toEqual(['first'])
  })
})
