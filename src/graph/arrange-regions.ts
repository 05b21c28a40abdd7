import type { Point } from './layout.ts'

/** A disc that holds the nodes of one community. */
export interface Region extends Point {
  radius: number
}

/** How much of a region's radius stays free around it, so that names find room between regions. */
const GAP = 0.16
const ROUNDS = 400
/** Screens are wider than high: what pulls regions together is stronger up and down. */
const ASPECT = 1.35
const PULL = 0.012

/**
 * Moves discs until none overlaps: each round pulls all towards the middle, then pushes apart those that touch, the
 * smaller one farther. Neighbours at the start stay neighbours. Without chance; O(rounds · regions²).
 */
export function arrangeRegions(start: readonly Region[]): Region[] {
  const regions = start.map((region) => ({ ...region }))
  for (let round = 0; round < ROUNDS; round++) {
    // The last quarter only separates, so that nothing overlaps at the end.
    const pull = round < ROUNDS * 0.75 ? PULL : 0
    for (const region of regions) {
      region.x -= region.x * pull
      region.y -= region.y * pull * ASPECT
    }
    if (!pushApart(regions) && pull === 0) break
  }
  return regions
}

function pushApart(regions: Region[]): boolean {
  let moved = false
  for (let i = 0; i < regions.length; i++) {
    for (let j = i + 1; j < regions.length; j++) {
      const a = regions[i] as Region
      const b = regions[j] as Region
      const wanted = (a.radius + b.radius) * (1 + GAP)
      let dx = b.x - a.x
      let dy = b.y - a.y
      let distance = Math.hypot(dx, dy)
      if (distance >= wanted - 1e-6) continue
      if (distance < 1e-9) {
        // Two discs on one spot part along a direction that depends on their order alone.
        dx = Math.cos(i * 2.4 + j)
        dy = Math.sin(i * 2.4 + j)
        distance = 1
      }
      const push = (wanted - Math.hypot(b.x - a.x, b.y - a.y)) / distance
      const share = b.radius / (a.radius + b.radius)
      a.x -= dx * push * share
      a.y -= dy * push * share
      b.x += dx * push * (1 - share)
      b.y += dy * push * (1 - share)
      moved = true
    }
  }
  return moved
}
