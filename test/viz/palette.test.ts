import { describe, expect, test } from 'vitest'
import { PALETTES, type Rgb, rgbOf } from '../../viz/src/draw/palette.ts'

/** Linear RGB to what a dichromat sees: Machado, Oliveira and Fernandes 2009, severity 1. */
const VISION = {
  'full colour vision': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

const linear = (value: number) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4

function seen(hex: string, matrix: readonly number[]): Rgb {
  const rgb = rgbOf(hex).map(linear)
  const row = (at: number) =>
    Math.min(1, Math.max(0, matrix[at]! * rgb[0]! + matrix[at + 1]! * rgb[1]! + matrix[at + 2]! * rgb[2]!))
  return [row(0), row(3), row(6)]
}

/** CIE L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const luminance = (hex: string) => {
  const [r, g, b] = rgbOf(hex).map(linear) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

/** A difference that is told at a glance between marks of a few pixels; 2.3 is just noticeable on large fields. */
const CLEAR = 18

describe.each(Object.entries(PALETTES))('the %s theme', (_, palette) => {
  test.each(Object.entries(VISION))('tells the four types apart with %s', (__, matrix) => {
    const colors = Object.values(palette.types)
    for (const [at, a] of colors.entries()) {
      for (const b of colors.slice(at + 1)) {
        const [la, lb] = [lab(seen(a, matrix)), lab(seen(b, matrix))]
        expect(Math.hypot(la[0] - lb[0], la[1] - lb[1], la[2] - lb[2]), `${a} and ${b}`).toBeGreaterThan(CLEAR)
      }
    }
  })
  test('has text of AA contrast and marks of 2:1 or more', () => {
    expect(contrast(palette.ink, palette.background)).toBeGreaterThan(7)
    expect(contrast(palette.quiet, palette.background)).toBeGreaterThan(4.5)
    for (const color of Object.values(palette.types)) expect(contrast(color, palette.background)).toBeGreaterThan(1.9)
  })
})
