import type { GraphIndex } from '../data/graph-index.ts'
import type { Stage } from '../stage/stage.ts'
import { distanceToCurve } from './edge-curve.ts'
import { pixelPlaces } from './pixel-places.ts'
import type { Scene } from './scene.ts'

/** Pixels beside an edge that still mean it: the line itself is one pixel wide, which nobody hits. */
const REACH = 6

/** The shown edge nearest to a place in pixels, or -1 where none is near; edges too thin to be told apart do not count. */
export function edgeAt(
  { graph: { edges }, edgeCount }: GraphIndex,
  stage: Pick<Stage, 'transform' | 'position'>,
  scene: Scene,
  place: { x: number; y: number },
): number {
  if (!scene.rich) return -1
  const at = pixelPlaces(stage)
  let best = -1
  let least = REACH
  for (let edge = 0; edge < edgeCount; edge++) {
    if (scene.edgeHidden[edge]) continue
    const far = distanceToCurve(place, at(edges.from[edge]!), at(edges.to[edge]!), scene.curvature[edge]!)
    if (far < least) {
      least = far
      best = edge
    }
  }
  return best
}
