import type { GraphIndex } from '../data/graph-index.ts'
import type { Stage } from '../stage/stage.ts'
import { hullContour, type Ring } from './hull-contour.ts'
import type { OverlayState } from './overlay.ts'
import { patternColor, withAlpha } from './palette.ts'
import type { Box } from './place-labels.ts'
import type { Scene } from './scene.ts'

/** Hulls drawn at most; in very large graphs the strongest patterns only. */
const MOST_HULLS = 40
/** Members that an outline is drawn around, core first: it is a sign of where a pattern lies, not a fence. */
const MOST_POINTS = 160
/** In a graph of so many nodes fewer members speak for each pattern, so that the first frame does not wait. */
const LARGE = 3000
const MOST_POINTS_LARGE = 48

/** The soft outlines of the patterns, made once for a set of positions and drawn under the edges. */
export function createRegions(index: GraphIndex, stage: Stage) {
  /** What is drawn; null until all are made for the first time. */
  let outlines: Path2D[] | null = null
  let rings: Ring[][] = []
  /** What is being made, a few at a time; null where nothing has changed. */
  let making: Ring[][] | null = []
  let spacing = 0
  const count = Math.min(MOST_HULLS, index.graph.patterns.length)

  const makeOne = (scene: Scene, pattern: number): Ring[] => {
    const points: [number, number][] = []
    const most = index.nodeCount > LARGE ? MOST_POINTS_LARGE : MOST_POINTS
    for (const node of index.patternMembers[pattern]!.slice(0, most)) {
      if (scene.nodeHidden[node]) continue
      const { x, y } = stage.position(node)
      points.push([x, y])
    }
    return points.length < 2 ? [] : hullContour(points, spacing, spacing * 7)
  }

  return {
    count,
    /** Goes on making outlines for so many milliseconds; true when all are there. */
    make(scene: Scene, ms: number): boolean {
      if (making === null) return true
      const until = performance.now() + ms
      if (making.length === 0) spacing = typicalSpacing(index, stage)
      while (making.length < count) {
        making.push(makeOne(scene, making.length))
        if (performance.now() > until) return false
      }
      rings = making
      outlines = rings.map(pathOf)
      making = null
      return true
    },
    draw({ palette, emphasis }: OverlayState): void {
      const { under } = stage
      const { width, height } = stage.size()
      under.clearRect(0, 0, width, height)
      if (outlines === null) return
      const matrix = new DOMMatrix([...stage.transform()])
      outlines.forEach((outline, pattern) => {
        const color = patternColor(palette, index.patternSlot[pattern]!)
        const isChosen = emphasis?.pattern === pattern
        const strength = emphasis === null ? 1 : isChosen ? 1.8 : 0.3
        // The line's width must not scale with the graph: the path is transformed, the pen is not.
        const moved = new Path2D()
        moved.addPath(outline, matrix)
        // A chosen region fills the view: its line speaks, its ground stays quiet.
        under.fillStyle = withAlpha(color, isChosen ? 0.09 : 0.11 * strength)
        under.fill(moved)
        under.strokeStyle = withAlpha(color, Math.min(0.9, 0.3 * strength))
        under.lineWidth = isChosen ? 2 : 1
        under.stroke(moved)
      })
    },
    /** Whether outlines are there, and with them places for names. */
    isReady: () => outlines !== null,
    forget(): void {
      making = []
    },
    /** The outlines by pattern, in the graph's coordinates. */
    rings: (): readonly (readonly Ring[])[] => rings,
    /** The box of a pattern's largest outline in pixels, or null. */
    bounds(pattern: number): Box | null {
      return boundsOf(rings[pattern] ?? [], stage.transform())
    },
  }
}
export type Regions = ReturnType<typeof createRegions>

function pathOf(rings: readonly Ring[]): Path2D {
  const path = new Path2D()
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      if (at === 0) path.moveTo(ring[0]!, ring[1]!)
      else path.lineTo(ring[at]!, ring[at + 1]!)
    }
    path.closePath()
  }
  return path
}

function boundsOf(rings: readonly Ring[], [a, b, c, d, e, f]: ReturnType<Stage['transform']>): Box | null {
  let best: Box | null = null
  for (const ring of rings) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let at = 0; at < ring.length; at += 2) {
      const x = a * ring[at]! + c * ring[at + 1]! + e
      const y = b * ring[at]! + d * ring[at + 1]! + f
      minX = Math.min(minX, x)
      maxX = Math.max(maxX, x)
      minY = Math.min(minY, y)
      maxY = Math.max(maxY, y)
    }
    const box = { x: minX, y: minY, width: maxX - minX, height: maxY - minY }
    if (best === null || box.width * box.height > best.width * best.height) best = box
  }
  return best
}

/** A length that fits the drawing: about the distance between neighbours were the nodes spread evenly. */
function typicalSpacing(index: GraphIndex, stage: Stage): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  const members = index.patternMembers.flat()
  for (const node of members) {
    const { x, y } = stage.position(node)
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  const area = Math.max(1e-9, (maxX - minX) * (maxY - minY))
  return Math.sqrt(area / Math.max(12, Math.min(400, members.length))) * 0.75
}
