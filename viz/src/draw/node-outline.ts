/** The four shapes of `shape-shaders.ts` for a 2D canvas or an SVG: corners of a unit shape, or null for a disc. */
export function shapeCorners(shape: number): readonly (readonly [number, number])[] | null {
  if (shape === 0) return null
  if (shape === 1) return SQUARE
  if (shape === 2) return DIAMOND
  return HEXAGON
}

const SQUARE = [
  [-0.78, -0.78],
  [0.78, -0.78],
  [0.78, 0.78],
  [-0.78, 0.78],
] as const
const DIAMOND = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const
const HEXAGON = Array.from({ length: 6 }, (_, at) => {
  const angle = (at * Math.PI) / 3
  return [Math.cos(angle) * 0.97, Math.sin(angle) * 0.97] as const
})

/** What a path is drawn on: a canvas context or a `Path2D`. */
type PathSink = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'arc' | 'closePath' | 'roundRect'>

/** Adds the outline of a shape of radius `r` to the current path. */
export function traceShape(path: PathSink, shape: number, x: number, y: number, r: number): void {
  const corners = shapeCorners(shape)
  if (corners === null) {
    path.moveTo(x + r * 0.9, y)
    path.arc(x, y, r * 0.9, 0, 2 * Math.PI)
  } else if (shape === 1) {
    path.roundRect(x - r * 0.78, y - r * 0.78, r * 1.56, r * 1.56, r * 0.24)
  } else {
    corners.forEach(([cx, cy], at) => {
      if (at === 0) path.moveTo(x + cx * r, y + cy * r)
      else path.lineTo(x + cx * r, y + cy * r)
    })
    path.closePath()
  }
}
