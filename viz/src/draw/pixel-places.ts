import type { Stage } from '../stage/stage.ts'

/** Where nodes stand in pixels under the present camera; good for one frame. */
export function pixelPlaces(stage: Pick<Stage, 'transform' | 'position'>): (node: number) => { x: number; y: number } {
  const [a, b, c, d, e, f] = stage.transform()
  return (node) => {
    const { x, y } = stage.position(node)
    return { x: a * x + c * y + e, y: b * x + d * y + f }
  }
}
