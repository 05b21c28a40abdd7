import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangeRegions } from '../../src/graph/arrange-regions.ts'
import { layoutNodes } from '../../src/graph/layout.ts'

const region = fc.record({
  x: fc.double({ min: -50, max: 50, noNaN: true }),
  y: fc.double({ min: -50, max: 50, noNaN: true }),
  radius: fc.double({ min: 1, max: 20, noNaN: true }),
})

describe('arrangeRegions', () => {
  test('keeps the discs apart, wherever they start', () => {
    fc.assert(
      fc.property(fc.array(region, { minLength: 2, maxLength: 12 }), (start) => {
        const placed = arrangeRegions(start)
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.radius + b.radius) * 0.98)
          }
        }
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})

describe('layoutNodes', () => {
  const community = [0, 0, 0, 1, 1, 1, -1]
  const edges = [
    { a: 0, b: 1, weight: 1 },
    { a: 1, b: 2, weight: 1 },
    { a: 3, b: 4, weight: 1 },
    { a: 4, b: 5, weight: 1 },
    { a: 2, b: 3, weight: 0.2 },
  ]
  const sizes = community.map(() => 2)
  const points = layoutNodes(community, sizes, edges)
  const far = (i: number, j: number) => Math.hypot(points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y)

  test('is the same each time', () => {
    expect(layoutNodes(community, sizes, edges)).toEqual(points)
  })
  test('sets communities apart', () => {
    expect(Math.max(far(0, 1), far(1, 2), far(0, 2))).toBeLessThan(Math.min(far(0, 4), far(1, 5), far(0, 5)))
  })
  test('turns a community so that its link to another is short', () => {
    expect(far(2, 3)).toBeLessThan(far(0, 3))
    expect(far(2, 3)).toBeLessThan(far(2, 5))
  })
  test('lays out nothing, one node, and nodes of no community', () => {
    expect(layoutNodes([], [], [])).toEqual([])
    expect(layoutNodes([0], [1], [])).toEqual([{ x: 0, y: 0 }])
    expect(new Set(layoutNodes([-1, -1, -1], [1, 1, 1], []).map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
  })
})
