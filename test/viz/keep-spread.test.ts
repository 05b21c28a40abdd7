import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSpread, spreadOf } from '../../viz/src/layout/keep-spread.ts'

const points = fc
  .array(fc.float({ min: -1000, max: 1000, noNaN: true }), { minLength: 6, maxLength: 60 })
  .map((values) => Float32Array.from(values.slice(0, values.length - (values.length % 2))))

test('a drawing that has grown and wandered comes back to its place and size', () => {
  fc.assert(
    fc.property(
      points,
      fc.integer({ min: 2, max: 500 }),
      fc.integer({ min: -900, max: 900 }),
      (before, scale, shift) => {
        const after = before.map((value) => value * scale + shift)
        const wanted = spreadOf(before)
        fc.pre(wanted.reach > 0.01)
        keepSpread(after, wanted)
        for (const [at, value] of after.entries()) expect(Math.abs(value - before[at]!)).toBeLessThan(1)
      },
    ),
    { seed: 4 },
  )
})

test('one that was flung away does not shrink the rest', () => {
  const before = Float32Array.of(0, 0, 2, 0, 0, 2, 2, 2)
  const after = Float32Array.of(0, 0, 20, 0, 0, 20, 9000, 9000)
  keepSpread(after, spreadOf(before))
  expect(Math.hypot(after[2]! - after[0]!, after[3]! - after[1]!)).toBeGreaterThan(0.5)
})

test('points in one place stay finite', () => {
  const after = Float32Array.of(5, 5, 5, 5)
  keepSpread(after, spreadOf(Float32Array.of(0, 0, 4, 4)))
  expect([...after].every(Number.isFinite)).toBe(true)
})
