import type { GraphIndex } from '../data/graph-index.ts'
import type { Stage } from '../stage/stage.ts'
import { controlPoint } from './edge-curve.ts'
import { type Glyphs, LEAST_GLYPH } from './glyphs.ts'
import { traceShape } from './node-outline.ts'
import type { Emphasis, OverlayState } from './overlay.ts'
import { withAlpha } from './palette.ts'
import { pixelPlaces } from './pixel-places.ts'
import { SHAPES } from './scene.ts'

/** Draws what is emphasised over the faded rest: its edges, its nodes with their marks, a ring around the chosen. */
export function drawEmphasis(
  index: GraphIndex,
  stage: Stage,
  emphasis: Emphasis,
  { scene, palette }: OverlayState,
  glyphs: Glyphs,
): void {
  const context = stage.over
  const { edges, nodes } = index.graph
  const at = pixelPlaces(stage)
  context.lineCap = 'round'
  for (const edge of emphasis.edges) {
    const from = at(edges.from[edge]!)
    const to = at(edges.to[edge]!)
    context.strokeStyle = withAlpha(palette.edge, 0.3 + 0.4 * edges.weight[edge]!)
    context.lineWidth = 0.8 + 2.2 * edges.weight[edge]!
    context.beginPath()
    context.moveTo(from.x, from.y)
    const bend = controlPoint(from, to, scene.curvature[edge]!)
    context.quadraticCurveTo(bend.x, bend.y, to.x, to.y)
    context.stroke()
  }
  for (const node of emphasis.nodes) {
    if (scene.nodeHidden[node]) continue
    const { x, y } = at(node)
    const r = stage.radius(scene.nodeSize[node]!)
    context.beginPath()
    traceShape(context, SHAPES[nodes.type[node]!], x, y, r)
    context.fillStyle = scene.nodeColor[node]!
    context.fill()
    context.strokeStyle = palette.background
    context.lineWidth = 1.2
    context.stroke()
    if (r >= LEAST_GLYPH) glyphs.draw(context, node, x, y, r, scene.nodeColor[node]!)
  }
  for (const node of emphasis.chosen) {
    const { x, y } = at(node)
    const r = stage.radius(scene.nodeSize[node]!)
    context.beginPath()
    traceShape(context, SHAPES[nodes.type[node]!], x, y, r + 5)
    context.strokeStyle = palette.accent
    context.lineWidth = 2.5
    context.stroke()
  }
}
