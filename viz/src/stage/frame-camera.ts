import type { Camera, Inset } from './stage.ts'

interface Point {
  x: number
  y: number
}
interface Under {
  cameraState: Camera & { angle: number }
}

/** Of sigma what framing needs: pixels of a place in its unit square under a camera. */
interface Framed {
  getDimensions(): { width: number; height: number }
  framedGraphToViewport(place: Point, under: Under): Point
  viewportToFramedGraph(place: Point, under: Under): Point
}

/**
 * The camera that shows the rows as large as they fit; the outermost 0.4 % on each side may be cut. `place` tells where
 * a row stands in the unit square.
 */
export function frameCamera(
  view: Framed,
  rows: Iterable<number>,
  place: (row: number) => Point,
  inset: Inset,
): Camera | null {
  const xs: number[] = []
  const ys: number[] = []
  for (const row of rows) {
    const { x, y } = place(row)
    xs.push(x)
    ys.push(y)
  }
  if (xs.length === 0) return null
  const [x1, x2] = extent(xs)
  const [y1, y2] = extent(ys)
  const { width, height } = view.getDimensions()
  const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
  const a = view.framedGraphToViewport({ x: x1, y: y2 }, { cameraState: whole })
  const b = view.framedGraphToViewport({ x: x2, y: y1 }, { cameraState: whole })
  const free = {
    width: Math.max(80, width - inset.left - inset.right),
    height: Math.max(80, height - inset.top - inset.bottom),
  }
  const ratio = Math.min(2, Math.max(0.08, Math.abs(b.x - a.x) / free.width, Math.abs(b.y - a.y) / free.height))
  return centreCamera(view, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, ratio, inset)
}

/** The camera under which a place of the unit square stands in the middle of what the inset leaves free. */
export function centreCamera(view: Framed, { x, y }: Point, ratio: number, inset: Inset): Camera {
  const { width, height } = view.getDimensions()
  const dx = (inset.left - inset.right) / 2
  const dy = (inset.top - inset.bottom) / 2
  const cameraState = { x, y, ratio, angle: 0 }
  const moved = view.viewportToFramedGraph({ x: width / 2 - dx, y: height / 2 - dy }, { cameraState })
  return { x: moved.x, y: moved.y, ratio }
}

function extent(values: number[]): [number, number] {
  const sorted = Float64Array.from(values).sort()
  const cut = Math.floor(sorted.length * 0.004)
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
}
