import type { EntityType } from '../../../src/model/index.ts'

export type Theme = 'light' | 'dark'

/** Colours of the drawing, as `#rrggbb`. The style sheet holds the same values for the panels. */
export interface Palette {
  background: string
  ink: string
  quiet: string
  edge: string
  accent: string
  types: Record<EntityType, string>
  patterns: readonly string[]
  /** What belongs to no pattern. */
  none: string
}

/**
 * Types: a blue, a teal, a vermilion and an ochre that differ in lightness too; `test/viz/palette.test.ts` measures
 * their distance under protanopia, deuteranopia and tritanopia. Patterns: Paul Tol's "muted" scheme, made for
 * colour-blind readers (personal.sron.nl/~pault), lightened for the dark theme.
 */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    background: '#fbfaf6',
    ink: '#1d2a33',
    quiet: '#66737c',
    edge: '#51616d',
    accent: '#1f5f8b',
    types: { company: '#275d8c', technology: '#4fa79b', 'failure-mode': '#b93f27', lesson: '#e0a93b' },
    patterns: [
      '#332288',
      '#44aa99',
      '#cc6677',
      '#117733',
      '#aa4499',
      '#88a0d8',
      '#999933',
      '#882255',
      '#d0a84a',
      '#5f9bbf',
    ],
    none: '#9aa4aa',
  },
  dark: {
    background: '#10171c',
    ink: '#e8ecee',
    quiet: '#98a5ae',
    edge: '#a9b7c0',
    accent: '#7db8e0',
    types: { company: '#4f8fd0', technology: '#6fd0c0', 'failure-mode': '#e0654a', lesson: '#f3d27c' },
    patterns: [
      '#8f82e0',
      '#57c4b1',
      '#e08592',
      '#4fae70',
      '#cf7cc0',
      '#9db5ee',
      '#c0c055',
      '#c76296',
      '#e6c778',
      '#7fb9dc',
    ],
    none: '#6b7780',
  },
}

export type Rgb = readonly [number, number, number]

const parsed = new Map<string, Rgb>()

/** `#rrggbb` as three numbers 0..255. */
export function rgbOf(hex: string): Rgb {
  let rgb = parsed.get(hex)
  if (rgb === undefined) {
    const value = Number.parseInt(hex.slice(1), 16)
    rgb = [(value >> 16) & 255, (value >> 8) & 255, value & 255]
    parsed.set(hex, rgb)
  }
  return rgb
}

/** The colour that `share` (0..1) of `over` on `under` gives. */
export function mix(over: string, under: string, share: number): string {
  const a = rgbOf(over)
  const b = rgbOf(under)
  const channel = (at: 0 | 1 | 2) => Math.round(a[at] * share + b[at] * (1 - share))
  return `#${((1 << 24) | (channel(0) << 16) | (channel(1) << 8) | channel(2)).toString(16).slice(1)}`
}

/** CSS colour with alpha. */
export function withAlpha(hex: string, alpha: number): string {
  const [r, g, b] = rgbOf(hex)
  return `rgba(${r},${g},${b},${alpha})`
}

/** Sigma blends with (ONE, ONE_MINUS_SRC_ALPHA): a see-through colour must come multiplied by its alpha. */
export function premultiplied(hex: string, alpha: number): string {
  const [r, g, b] = rgbOf(hex)
  return `rgba(${Math.round(r * alpha)},${Math.round(g * alpha)},${Math.round(b * alpha)},${alpha})`
}

/** Colour of a pattern by its slot (`GraphIndex.patternSlot`); -1 is no pattern. */
export function patternColor(palette: Palette, slot: number): string {
  return slot < 0 ? palette.none : palette.patterns[slot % palette.patterns.length]!
}
