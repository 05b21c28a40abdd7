interface Spread {
  x: number
  y: number
  /** Median distance from the middle: a few that were flung far away do not count. */
  reach: number
}

/** Where points (x and y in turn) lie and how far they spread. */
export function spreadOf(points: Float32Array): Spread {
  const count = points.length / 2
  const column = (first: number) => points.filter((_, at) => at % 2 === first)
  const [x, y] = [median(column(0)), median(column(1))]
  const far = new Float32Array(count)
  for (let at = 0; at < count; at++) far[at] = Math.hypot(points[at * 2]! - x, points[at * 2 + 1]! - y)
  return { x, y, reach: median(far) }
}

/**
 * Moves and scales points to where others lay. ForceAtlas2 has a size of its own, which depends on what it lays out: without
 * this the drawing grows out of its frame, and its regions and nodes stay as large as they were.
 */
export function keepSpread(points: Float32Array, wanted: Spread): void {
  const now = spreadOf(points)
  const scale = now.reach > 0 && wanted.reach > 0 ? wanted.reach / now.reach : 1
  for (let at = 0; at < points.length; at += 2) {
    points[at] = wanted.x + (points[at]! - now.x) * scale
    points[at + 1] = wanted.y + (points[at + 1]! - now.y) * scale
  }
}

function median(values: Float32Array): number {
  return values.length === 0 ? 0 : values.slice().sort()[Math.floor(values.length / 2)]!
}
