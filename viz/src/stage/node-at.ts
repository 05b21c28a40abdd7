import type { Scene } from '../draw/scene.ts'
import type { Stage } from './stage.ts'

/** Pixels beside a node that still mean it: in large graphs nodes are smaller than a pointer's tip. */
const SLACK = 3

/** The shown node at a place in pixels, or beside it; the uppermost where several lie there; else -1. */
export function nodeAt(
  stage: Pick<Stage, 'transform' | 'position' | 'radius'>,
  { nodeHidden, nodeSize }: Pick<Scene, 'nodeHidden' | 'nodeSize'>,
  { x, y }: { x: number; y: number },
  slack = SLACK,
): number {
  const [a, b, c, d, e, f] = stage.transform()
  const scale = stage.radius(1)
  let best = -1
  let least = slack
  for (let node = 0; node < nodeHidden.length; node++) {
    if (nodeHidden[node]) continue
    const place = stage.position(node)
    const r = nodeSize[node]! * scale
    const dx = Math.abs(a * place.x + c * place.y + e - x)
    const dy = Math.abs(b * place.x + d * place.y + f - y)
    if (dx > r + slack || dy > r + slack) continue
    // Later nodes are drawn over earlier ones, so that a tie goes to them.
    const outside = Math.max(0, Math.hypot(dx, dy) - r)
    if (outside > least) continue
    best = node
    least = outside
  }
  return best
}
