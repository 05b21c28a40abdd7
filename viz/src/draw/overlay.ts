import type { GraphIndex } from '../data/graph-index.ts'
import type { Stage } from '../stage/stage.ts'
import { drawEmphasis } from './draw-emphasis.ts'
import { createLabels } from './draw-labels.ts'
import { createGlyphs, LEAST_GLYPH } from './glyphs.ts'
import type { Palette } from './palette.ts'
import { pixelPlaces } from './pixel-places.ts'
import type { Box } from './place-labels.ts'
import { createRegions } from './regions.ts'
import type { Scene } from './scene.ts'

/** What stands out; everything else is faded. Node and edge rows. */
export interface Emphasis {
  nodes: ReadonlySet<number>
  edges: readonly number[]
  /** The one or few that the rest belongs to: ringed. */
  chosen: readonly number[]
  pattern: number
}

export interface OverlayState {
  scene: Scene
  palette: Palette
  emphasis: Emphasis | null
  /** What covers the drawing (buttons, the legend), in its pixels: no label goes there. */
  covered: readonly Box[]
}

/** Nodes in sight looked at for a mark per frame, and marks drawn at most. */
const MOST_CANDIDATES = 1500
const MOST_GLYPHS = 160
/** Time for making outlines in one piece of work. */
const HULL_MS = 24

/** Draws hulls under the graph, and marks, labels and whatever is emphasised over it; one canvas each. */
export function createOverlay(index: GraphIndex, stage: Stage, state: () => OverlayState) {
  const glyphs = createGlyphs(index)
  const regions = createRegions(index, stage)
  const labels = createLabels(index, stage, regions)

  const drawGlyphs = ({ scene }: OverlayState) => {
    const at = pixelPlaces(stage)
    const { width, height } = stage.size()
    let drawn = 0
    let seen = 0
    for (const node of scene.labelOrder) {
      const r = stage.radius(scene.nodeSize[node]!)
      if (r < LEAST_GLYPH) continue
      const { x, y } = at(node)
      if (x < -r || y < -r || x > width + r || y > height + r) continue
      if (drawn >= MOST_GLYPHS || ++seen > MOST_CANDIDATES) return
      glyphs.draw(stage.over, node, x, y, r, scene.nodeColor[node]!)
      drawn++
    }
  }

  return {
    /** Draws both canvases; false while the regions, and with them all names, are still to come. */
    draw(): boolean {
      const current = state()
      const { width, height } = stage.size()
      regions.draw(current)
      stage.over.clearRect(0, 0, width, height)
      // Labels give way to the regions' names: placed before those, they would jump.
      if (!regions.isReady()) return false
      if (current.emphasis === null) drawGlyphs(current)
      else drawEmphasis(index, stage, current.emphasis, current, glyphs)
      labels.draw(current)
      return true
    },
    /** Goes on making the outlines for some milliseconds; true while some are left. */
    makeHulls: () => !regions.make(state().scene, HULL_MS),
    /** Positions, filters or patterns changed: the outlines are to be made anew. */
    forgetHulls: () => regions.forget(),
    /** Icon outlines by node row, on a 24 × 24 grid; nodes have no marks before. */
    setIcons: (icons: ReadonlyMap<number, Path2D>) => glyphs.setOutlines(icons),
    /** What has been drawn, for a picture of another kind: texts in pixels, outlines in the graph's coordinates. */
    texts: labels.texts,
    rings: regions.rings,
    /** The pattern whose name stands at this place, or -1. */
    patternAt: (x: number, y: number) => labels.patternAt(x, y),
  }
}
export type Overlay = ReturnType<typeof createOverlay>
