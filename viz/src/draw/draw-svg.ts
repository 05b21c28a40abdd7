import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import type { Stage } from '../stage/stage.ts'
import { controlPoint } from './edge-curve.ts'
import { shapeCorners } from './node-outline.ts'
import type { Emphasis } from './overlay.ts'
import type { Palette } from './palette.ts'
import { pixelPlaces } from './pixel-places.ts'
import { type Scene, SHAPES } from './scene.ts'

const MOST_LABELS = 120

export interface SvgLook {
  scene: Scene
  palette: Palette
  emphasis: Emphasis | null
}

/** What stands on the stage now as an SVG document: edges, nodes in their shapes, the labels of the strongest. */
export function drawSvg(
  index: GraphIndex,
  stage: Pick<Stage, 'transform' | 'position' | 'radius' | 'size'>,
  { scene, palette, emphasis }: SvgLook,
): string {
  const { nodes, edges } = index.graph
  const { width, height } = stage.size()
  const place = pixelPlaces(stage)
  const at = (node: number) => {
    const { x, y } = place(node)
    return [round(x), round(y)] as const
  }
  const parts: string[] = []
  const lifted = new Set(emphasis?.edges)
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (scene.edgeHidden[edge]) continue
    const [x1, y1] = at(edges.from[edge]!)
    const [x2, y2] = at(edges.to[edge]!)
    const bend = controlPoint({ x: x1, y: y1 }, { x: x2, y: y2 }, scene.curvature[edge]!)
    const line = scene.curvature[edge] === 0 ? 'L' : `Q${round(bend.x)} ${round(bend.y)} `
    const share = emphasis === null ? 0.3 : lifted.has(edge) ? 0.7 : 0.06
    parts.push(
      `<path d="M${x1} ${y1}${line}${x2} ${y2}" stroke="${palette.edge}" stroke-opacity="${share}" stroke-width="${round(scene.edgeSize[edge]!)}"/>`,
    )
  }
  for (let node = 0; node < index.nodeCount; node++) {
    if (scene.nodeHidden[node]) continue
    const [x, y] = at(node)
    const r = stage.radius(scene.nodeSize[node]!)
    const faded = emphasis !== null && !emphasis.nodes.has(node) ? ' opacity="0.16"' : ''
    const corners = shapeCorners(SHAPES[nodes.type[node]!])
    const outline =
      corners === null
        ? `<circle cx="${x}" cy="${y}" r="${round(r * 0.9)}"`
        : `<polygon points="${corners.map(([cx, cy]) => `${round(x + cx * r)},${round(y + cy * r)}`).join(' ')}"`
    parts.push(
      `${outline} fill="${scene.nodeColor[node]}"${faded}><title>${escapeText(cleanLabel(nodes.label[node]!))}</title>${corners === null ? '</circle>' : '</polygon>'}`,
    )
  }
  let labels = 0
  for (const node of scene.labelOrder) {
    if (labels >= MOST_LABELS) break
    if (emphasis !== null && !emphasis.nodes.has(node)) continue
    const [x, y] = at(node)
    const r = stage.radius(scene.nodeSize[node]!)
    labels++
    parts.push(
      `<text x="${round(x + r + 3)}" y="${round(y + 4)}" fill="${palette.ink}" stroke="${palette.background}" stroke-width="3" paint-order="stroke">${escapeText(cleanLabel(nodes.label[node]!))}</text>`,
    )
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="Figtree, system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="${palette.background}"/>` +
    `${parts.join('\n')}</svg>\n`
  )
}

const round = (value: number) => Math.round(value * 100) / 100

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
