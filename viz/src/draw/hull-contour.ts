/** A closed outline as `x0, y0, x1, y1, …` in the coordinates of its points. */
export type Ring = Float32Array

/** Grid cells along the longer side; 56 keeps an outline under 2 ms and its corners under a pixel after smoothing. */
const CELLS = 56
const THRESHOLD = 0.42
/** Radii at which a bump ends: (1 - d²)⁴ there looks like a Gaussian and costs no exponential. */
const REACH = 2.1

/**
 * A soft outline around points: bumps of `radius` on the points and along the branches of their minimum
 * spanning tree, cut at one height by marching squares. Points farther apart than `reach` are not joined, and lone ones
 * among many get no outline of their own. It hugs a scattered group where a convex hull would swallow its neighbours.
 */
export function hullContour(points: readonly (readonly [number, number])[], radius: number, reach: number): Ring[] {
  if (points.length === 0 || !(radius > 0)) return []
  const { bumps, kept } = placeBumps(points, radius, reach)
  if (kept === 0) return []
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of bumps) {
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  const margin = radius * 1.8
  const cell = (Math.max(maxX - minX, maxY - minY) + 2 * margin) / CELLS
  const columns = Math.ceil((maxX - minX + 2 * margin) / cell) + 1
  const rows = Math.ceil((maxY - minY + 2 * margin) / cell) + 1
  const field = new Float32Array(columns * rows)
  const span = Math.ceil((radius * REACH) / cell)
  for (const [x, y, weight] of bumps) {
    const column = Math.round((x - minX + margin) / cell)
    const row = Math.round((y - minY + margin) / cell)
    for (let r = Math.max(0, row - span); r <= Math.min(rows - 1, row + span); r++) {
      for (let c = Math.max(0, column - span); c <= Math.min(columns - 1, column + span); c++) {
        const dx = (minX - margin + c * cell - x) / (radius * REACH)
        const dy = (minY - margin + r * cell - y) / (radius * REACH)
        const rest = 1 - dx * dx - dy * dy
        if (rest > 0) field[r * columns + c]! += weight * rest * rest * rest * rest
      }
    }
  }
  return withoutHoles(traceRings(field, columns, rows)).map((ring) =>
    smooth(ring.map((value, at) => (at % 2 === 0 ? minX : minY) - margin + value * cell)),
  )
}

type Bump = readonly [x: number, y: number, weight: number]

function placeBumps(points: readonly (readonly [number, number])[], radius: number, reach: number) {
  const parent = spanningTree(points)
  const group = points.map((_, at) => at)
  const find = (at: number): number => (group[at] === at ? at : find(group[at]!))
  const size = points.map(() => 1)
  const branches: [number, number][] = []
  for (let at = 1; at < points.length; at++) {
    const to = parent[at]!
    if (distance(points[at]!, points[to]!) > reach) continue
    branches.push([at, to])
    const a = find(at)
    const b = find(to)
    group[a] = b
    size[b]! += size[a]!
  }
  const largest = Math.max(...size)
  const isKept = (at: number) => size[find(at)]! >= Math.min(3, largest)
  const bumps: Bump[] = []
  let kept = 0
  points.forEach(([x, y], at) => {
    if (!isKept(at)) return
    kept++
    bumps.push([x, y, 1])
  })
  for (const [a, b] of branches) {
    if (!isKept(a)) continue
    const [ax, ay] = points[a]!
    const [bx, by] = points[b]!
    const steps = Math.floor(distance(points[a]!, points[b]!) / (radius * 0.7))
    for (let step = 1; step < steps; step++) {
      const share = step / steps
      bumps.push([ax + (bx - ax) * share, ay + (by - ay) * share, 0.5])
    }
  }
  return { bumps, kept }
}

/** Prim's algorithm; `parent[i]` is the point that point i hangs on. O(n²), n is a pattern's members. */
function spanningTree(points: readonly (readonly [number, number])[]): number[] {
  const parent = points.map(() => 0)
  const best = points.map((point) => distance(point, points[0]!))
  const done = points.map((_, at) => at === 0)
  for (let round = 1; round < points.length; round++) {
    let next = -1
    for (let at = 0; at < points.length; at++) if (!done[at] && (next === -1 || best[at]! < best[next]!)) next = at
    done[next] = true
    for (let at = 0; at < points.length; at++) {
      const far = distance(points[at]!, points[next]!)
      if (!done[at] && far < best[at]!) {
        best[at] = far
        parent[at] = next
      }
    }
  }
  return parent
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Marching squares: joins the crossings of each cell's sides into closed rings, in grid coordinates. */
function traceRings(field: Float32Array, columns: number, rows: number): number[][] {
  const at = (c: number, r: number) => field[r * columns + c]! - THRESHOLD
  // A crossing lies on the side between two grid points: horizontal sides get even keys, vertical ones odd.
  const key = (c: number, r: number, vertical: boolean) => (r * columns + c) * 2 + (vertical ? 1 : 0)
  const spot = new Map<number, [number, number]>()
  const links = new Map<number, number[]>()
  const crossing = (c: number, r: number, vertical: boolean) => {
    const id = key(c, r, vertical)
    if (!spot.has(id)) {
      const a = at(c, r)
      const b = vertical ? at(c, r + 1) : at(c + 1, r)
      const share = a / (a - b)
      spot.set(id, vertical ? [c, r + share] : [c + share, r])
    }
    return id
  }
  const join = (a: number, b: number) => {
    links.set(a, [...(links.get(a) ?? []), b])
    links.set(b, [...(links.get(b) ?? []), a])
  }
  for (let r = 0; r < rows - 1; r++) {
    for (let c = 0; c < columns - 1; c++) {
      const code =
        (at(c, r) > 0 ? 1 : 0) |
        (at(c + 1, r) > 0 ? 2 : 0) |
        (at(c + 1, r + 1) > 0 ? 4 : 0) |
        (at(c, r + 1) > 0 ? 8 : 0)
      if (code === 0 || code === 15) continue
      const top = () => crossing(c, r, false)
      const bottom = () => crossing(c, r + 1, false)
      const left = () => crossing(c, r, true)
      const right = () => crossing(c + 1, r, true)
      if (code === 1 || code === 14) join(left(), top())
      else if (code === 2 || code === 13) join(top(), right())
      else if (code === 4 || code === 11) join(right(), bottom())
      else if (code === 8 || code === 7) join(bottom(), left())
      else if (code === 3 || code === 12) join(left(), right())
      else if (code === 6 || code === 9) join(top(), bottom())
      else if (code === 5) {
        join(left(), top())
        join(right(), bottom())
      } else {
        join(top(), right())
        join(bottom(), left())
      }
    }
  }
  const rings: number[][] = []
  const used = new Set<number>()
  for (const start of links.keys()) {
    if (used.has(start)) continue
    const ring: number[] = []
    let here: number | undefined = start
    while (here !== undefined && !used.has(here)) {
      used.add(here)
      ring.push(...spot.get(here)!)
      here = links.get(here)!.find((next) => !used.has(next))
    }
    if (ring.length >= 6) rings.push(ring)
  }
  return rings
}

/** A ring inside another is a hole: the region is drawn whole. */
function withoutHoles(rings: readonly number[][]): number[][] {
  return rings.filter((ring) => !rings.some((other) => other !== ring && isWithin(other, ring[0]!, ring[1]!)))
}

function isWithin(ring: readonly number[], x: number, y: number): boolean {
  let within = false
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length
    const [x1, y1, x2, y2] = [ring[at]!, ring[at + 1]!, ring[next]!, ring[next + 1]!]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within
  }
  return within
}

/** One round of Chaikin's corner cutting. */
function smooth(ring: readonly number[]): Ring {
  const result = new Float32Array(ring.length * 2)
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length
    result[at * 2] = ring[at]! * 0.75 + ring[next]! * 0.25
    result[at * 2 + 1] = ring[at + 1]! * 0.75 + ring[next + 1]! * 0.25
    result[at * 2 + 2] = ring[at]! * 0.25 + ring[next]! * 0.75
    result[at * 2 + 3] = ring[at + 1]! * 0.25 + ring[next + 1]! * 0.75
  }
  return result
}
