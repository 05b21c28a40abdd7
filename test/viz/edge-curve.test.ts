import { describe, expect, test } from 'vitest'
import { controlPoint, distanceToCurve } from '../../viz/src/draw/edge-curve.ts'

const from = { x: 0, y: 0 }
const to = { x: 100, y: 0 }

describe('an edge', () => {
  test.each([
    [0, { x: 50, y: 0 }],
    [0.2, { x: 50, y: -20 }],
    [-0.2, { x: 50, y: 20 }],
  ])('of curvature %d bends towards %o', (curvature, bend) => {
    expect(controlPoint(from, to, curvature)).toEqual(bend)
  })
  test.each([
    ['on the straight line', { x: 30, y: 0 }, 0, 0],
    ['beside it', { x: 30, y: 4 }, 0, 4],
    ['past its end', { x: 103, y: 4 }, 0, 5],
    ['on top of the curve', { x: 50, y: -10 }, 0.2, 0],
    ['where the curve left the line', { x: 50, y: 0 }, 0.2, 10],
  ])('%s', (_, at, curvature, far) => {
    expect(distanceToCurve(at, from, to, curvature)).toBeCloseTo(far, 0)
  })
})
