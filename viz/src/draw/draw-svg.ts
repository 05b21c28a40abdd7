import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import type { Stage } from '../stage/stage.ts'
import type { WrittenText } from './draw-labels.ts'
import { controlPoint } from './edge-curve.ts'
import type { Ring } from './hull-contour.ts'
import { shapeCorners } from './node-outline.ts'
import type { Emphasis } from './overlay.ts'
import { type Palette, patternColor } from './palette.ts'
import { pixelPlaces } from './pixel-places.ts'
import { type Scene, SHAPES } from './scene.ts'

export interface SvgLook {
  scene: Scene
  palette: Palette
  emphasis: Emphasis | null
  /** What the overlay has written and outlined; see `createOverlay`. */
  texts: readonly WrittenText[]
  rings: readonly (readonly Ring[])[]
}

/** What stands on the stage now as an SVG document: regions, edges, nodes in their shapes, and the names as they are placed. */
export function drawSvg(
  index: GraphIndex,
  stage: Pick<Stage, 'transform' | 'position' | 'radius' | 'size'>,
  { scene, palette, emphasis, texts, rings }: SvgLook,
): string {
  const { nodes, edges } = index.graph
  const { width, height } = stage.size()
  const place = pixelPlaces(stage)
  const at = (node: number) => {
    const { x, y } = place(node)
    return [round(x), round(y)] as const
  }
  const parts = rings.map((own, pattern) => {
    const color = patternColor(palette, index.patternSlot[pattern]!)
    const strength = emphasis === null ? 1 : emphasis.pattern === pattern ? 1.8 : 0.3
    const path = own.map((ring) => outlineOf(ring, stage.transform())).join('')
    return `<path d="${path}" fill="${color}" fill-opacity="${round(0.11 * strength)}" stroke="${color}" stroke-opacity="${round(0.3 * strength)}"/>`
  })
  const lifted = new Set(emphasis?.edges)
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (scene.edgeHidden[edge]) continue
    const [x1, y1] = at(edges.from[edge]!)
    const [x2, y2] = at(edges.to[edge]!)
    const bend = controlPoint({ x: x1, y: y1 }, { x: x2, y: y2 }, scene.curvature[edge]!)
    const line = scene.curvature[edge] === 0 ? 'L' : `Q${round(bend.x)} ${round(bend.y)} `
    const own = Number(/([\d.]+)\)$/.exec(scene.edgeColor[edge]!)?.[1] ?? 0.3)
    const share = round(emphasis === null ? own : lifted.has(edge) ? 0.7 : own * 0.16)
    parts.push(
      `<path d="M${x1} ${y1}${line}${x2} ${y2}" fill="none" stroke="${palette.edge}" stroke-opacity="${share}" stroke-width="${round(stage.radius(scene.edgeSize[edge]!))}"/>`,
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
  for (const { text, x, y, width: wide, font, color, halo } of texts) {
    // Where the font is missing another one, wider or narrower, is fitted to the place. The middle of capitals lies about a third of the type's size above its base line.
    const base = y + 0.35 * Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
    parts.push(
      `<text x="${round(x)}" y="${round(base)}" textLength="${round(wide)}" lengthAdjust="spacingAndGlyphs" style="font:${escapeText(font)}" fill="${color}" stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escapeText(text)}</text>`,
    )
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="${palette.background}"/>` +
    `${parts.join('\n')}</svg>\n`
  )
}

function outlineOf(ring: Ring, [a, b, c, d, e, f]: ReturnType<Stage['transform']>): string {
  let path = ''
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at]!, ring[at + 1]!]
    path += `${at === 0 ? 'M' : 'L'}${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`
  }
  return `${path}Z`
}

const round = (value: number) => Math.round(value * 100) / 100

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
