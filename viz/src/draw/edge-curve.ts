interface Point {
  x: number
  y: number
}

/** Control point of the quadratic curve that an edge of this curvature follows; on the line itself where it is 0. */
export function controlPoint(from: Point, to: Point, curvature: number): Point {
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
    y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
  }
}

/** Steps in which the distance to a curve is measured. */
const STEPS = 12

/** How far a place lies from the curve between two points, about. */
export function distanceToCurve(at: Point, from: Point, to: Point, curvature: number): number {
  const bend = controlPoint(from, to, curvature)
  let nearest = Number.POSITIVE_INFINITY
  let before = from
  for (let step = 1; step <= STEPS; step++) {
    const t = step / STEPS
    const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
    const next = { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
    nearest = Math.min(nearest, distanceToLine(at, before, next))
    before = next
  }
  return nearest
}

function distanceToLine(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length))
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy)
}
