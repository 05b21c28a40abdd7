import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { rgbOf } from './palette.ts'

/** A brand's outline on a 24 × 24 grid. */
export type Outline = Path2D

const SPRITE = 64
/** Marks are drawn in nodes of this radius or more. */
export const LEAST_GLYPH = 6.5
const FONT = '"Figtree Variable", system-ui, sans-serif'

/**
 * Marks inside nodes: the brand's outline where one is known, else one or two initials. Each is drawn once to a small
 * canvas of its own and copied from there: a brand's path may hold hundreds of curves, and copying costs microseconds
 * (if both canvases are drawn by the same processor).
 */
export function createGlyphs(index: GraphIndex) {
  // Null until it is known which nodes have one: initials would be painted for all and be wrong for the best known.
  let outlines: ReadonlyMap<number, Outline> | null = null
  const sprites = new Map<string, HTMLCanvasElement>()
  const { label, type } = index.graph.nodes

  const spriteOf = (node: number, ink: string, like: CanvasRenderingContext2D): HTMLCanvasElement => {
    const key = `${node}${ink}`
    let sprite = sprites.get(key)
    if (sprite === undefined) {
      sprite = document.createElement('canvas')
      sprite.width = SPRITE
      sprite.height = SPRITE
      paint(sprite.getContext('2d', like.getContextAttributes())!, outlines?.get(node), initialsOf(label[node]!), ink)
      sprites.set(key, sprite)
    }
    return sprite
  }

  return {
    /** Draws the mark of a node of radius `r`; failure modes and lessons have their shape alone. */
    draw(context: CanvasRenderingContext2D, node: number, x: number, y: number, r: number, fill: string): void {
      if (outlines === null || (type[node] !== 'company' && type[node] !== 'technology')) return
      const size = r * 1.16
      const sprite = spriteOf(node, inkOn(fill), context)
      context.drawImage(sprite, x - size / 2, y - size / 2, size, size)
    },
    setOutlines(known: ReadonlyMap<number, Outline>): void {
      outlines = known
      sprites.clear()
    },
  }
}

export type Glyphs = ReturnType<typeof createGlyphs>

function paint(context: CanvasRenderingContext2D, outline: Outline | undefined, initials: string, ink: string): void {
  context.fillStyle = ink
  if (outline !== undefined) {
    context.scale(SPRITE / 24, SPRITE / 24)
    context.fill(outline)
    return
  }
  context.font = `650 ${initials.length > 1 ? 36 : 44}px ${FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(initials, SPRITE / 2, SPRITE / 2 + 2)
}

/** First letters of the first two words, or of the two humps of a CamelCase name. */
export function initialsOf(label: string): string {
  const words = cleanLabel(label)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join('')
}

/** White on dark fills, near black on light ones. */
function inkOn(fill: string): string {
  const [r, g, b] = rgbOf(fill)
  return 0.299 * r + 0.587 * g + 0.114 * b > 150 ? '#16242c' : '#ffffff'
}
