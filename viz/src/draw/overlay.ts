import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import type { Stage, Transform } from '../sigma-adapter.ts'
import { createGlyphs } from './glyphs.ts'
import { hullContour, type Ring } from './hull-contour.ts'
import { traceShape } from './node-outline.ts'
import { mix, type Palette, patternColor, withAlpha } from './palette.ts'
import { type Box, createOccupancy, type LabelWish, placeLabels } from './place-labels.ts'
import { type Scene, SHAPES } from './scene.ts'

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
  /** Pixels at each side that panels cover. */
  hulls: boolean
  /** Icon outlines by node row, on a 24 × 24 grid. */
  icons: ReadonlyMap<number, Path2D>
}

const NODE_FONT = '"Figtree Variable", system-ui, sans-serif'
const HULL_FONT = '"Source Serif 4 Variable", Georgia, serif'
/** Most labels at once; more is noise, and each costs a text draw per frame. */
const MOST_LABELS = 90
/** Nodes looked at for a label per frame. */
const MOST_CANDIDATES = 1500
/** Marks are drawn in nodes of this radius or more, and in so many at most. */
const LEAST_GLYPH = 6.5
const MOST_GLYPHS = 160
/** Hulls drawn at most; in very large graphs the strongest patterns only. */
const MOST_HULLS = 40

/** Draws hulls under the graph, and labels and whatever is emphasised over it; one canvas each. */
export function createOverlay(index: GraphIndex, stage: Stage, state: () => OverlayState) {
  let outlines: Path2D[] | null = null
  let rings: Ring[][] = []
  let boxes: { pattern: number; box: Box }[] = []
  const widths = new Map<string, number>()
  const glyphs = createGlyphs(index, () => state().icons)

  /** Text widths in pixels, measured once. */
  const widthOf = (context: CanvasRenderingContext2D, font: string, text: string) => {
    const key = `${font}|${text}`
    let width = widths.get(key)
    if (width === undefined) {
      context.font = font
      width = context.measureText(text).width
      widths.set(key, width)
    }
    return width
  }

  const buildHulls = () => {
    const { scene } = state()
    const spacing = typicalSpacing(index, stage)
    rings = index.graph.patterns.slice(0, MOST_HULLS).map((_, pattern) => {
      const members = index.patternMembers[pattern]!.slice(0, Math.max(index.patternCores[pattern]!, 24))
      const points = members
        .filter((node) => !scene.nodeHidden[node])
        .map((node) => stage.position(node))
        .map(({ x, y }) => [x, y] as const)
      return points.length < 2 ? [] : hullContour(points, spacing, spacing * 7)
    })
    outlines = rings.map(pathOf)
  }

  const drawUnder = () => {
    const { under } = stage
    const { palette, emphasis, hulls } = state()
    const { width, height } = stage.size()
    under.clearRect(0, 0, width, height)
    if (!hulls) return
    if (outlines === null) buildHulls()
    const [a, b, c, d, e, f] = stage.transform()
    outlines!.forEach((outline, pattern) => {
      const color = patternColor(palette, pattern)
      const isChosen = emphasis?.pattern === pattern
      const strength = emphasis === null ? 1 : isChosen ? 1.8 : 0.3
      under.save()
      under.transform(a, b, c, d, e, f)
      under.fillStyle = withAlpha(color, 0.1 * strength)
      under.fill(outline)
      under.restore()
      under.save()
      // The line's width must not scale with the graph: the path is transformed, the pen is not.
      const moved = new Path2D()
      moved.addPath(outline, new DOMMatrix([a, b, c, d, e, f]))
      under.strokeStyle = withAlpha(color, Math.min(0.9, 0.34 * strength))
      under.lineWidth = isChosen ? 2 : 1.2
      under.stroke(moved)
      under.restore()
    })
  }

  const drawOver = () => {
    const { over } = stage
    const current = state()
    const { width, height } = stage.size()
    over.clearRect(0, 0, width, height)
    const transform = stage.transform()
    if (current.emphasis !== null) drawEmphasis(over, index, stage, current, transform, glyphs)
    else drawGlyphs(over, current, transform, width, height)
    drawTexts(over, current, transform, { x: 0, y: 0, width, height })
  }

  const drawGlyphs = (
    context: CanvasRenderingContext2D,
    { scene }: OverlayState,
    [a, b, c, d, e, f]: Transform,
    width: number,
    height: number,
  ) => {
    let drawn = 0
    let seen = 0
    for (const node of scene.labelOrder) {
      if (drawn >= MOST_GLYPHS || ++seen > MOST_CANDIDATES) return
      const r = stage.radius(scene.nodeSize[node]!)
      if (r < LEAST_GLYPH) continue
      const at = stage.position(node)
      const x = a * at.x + c * at.y + e
      const y = b * at.x + d * at.y + f
      if (x < -r || y < -r || x > width + r || y > height + r) continue
      glyphs.draw(context, node, x, y, r, scene.nodeColor[node]!)
      drawn++
    }
  }

  const drawTexts = (context: CanvasRenderingContext2D, current: OverlayState, transform: Transform, frame: Box) => {
    const { palette, scene, emphasis, hulls } = current
    const occupancy = createOccupancy()
    const compact = frame.width < 560
    context.lineJoin = 'round'
    boxes = []
    const nodeLabels = function* (nodes: Iterable<number>, forced: boolean): Generator<LabelWish<number>> {
      let seen = 0
      for (const node of nodes) {
        if (scene.nodeHidden[node] || written.has(node)) continue
        if (!forced && ++seen > MOST_CANDIDATES) return
        const at = stage.position(node)
        const x = transform[0] * at.x + transform[2] * at.y + transform[4]
        const y = transform[1] * at.x + transform[3] * at.y + transform[5]
        if (x < -40 || y < -20 || x > frame.width + 40 || y > frame.height + 20) continue
        const r = stage.radius(scene.nodeSize[node]!)
        if (!forced && r < 3.4) continue
        const size = fontSize(r, compact)
        const text = cleanLabel(index.graph.nodes.label[node]!, 34)
        const w = widthOf(context, `500 ${size}px ${NODE_FONT}`, text) + 6
        const h = size + 4
        yield {
          item: node,
          spots: [
            { x: x + r + 1, y: y - h / 2, width: w, height: h },
            { x: x - r - w - 1, y: y - h / 2, width: w, height: h },
            { x: x - w / 2, y: y + r + 1, width: w, height: h },
            { x: x - w / 2, y: y - r - h - 1, width: w, height: h },
          ],
        }
      }
    }
    const written = new Set<number>()
    const writeNodes = (nodes: Iterable<number>, forced: boolean, limit: number, strong: boolean) => {
      for (const { item, box } of placeLabels(nodeLabels(nodes, forced), frame, limit, occupancy)) {
        written.add(item)
        const size = box.height - 4
        const text = cleanLabel(index.graph.nodes.label[item]!, 34)
        write(context, text, box.x + 3, box.y + box.height / 2, {
          font: `${strong ? 600 : 500} ${size}px ${NODE_FONT}`,
          color: strong ? palette.ink : mix(palette.ink, palette.background, size >= 13 ? 0.95 : 0.78),
          halo: palette.background,
        })
      }
    }
    if (emphasis !== null) {
      writeNodes(emphasis.chosen, true, 12, true)
      if (hulls && emphasis.pattern >= 0) writeHulls(context, [emphasis.pattern], transform, frame, occupancy, current)
      const rest = [...scene.labelOrder].filter((node) => emphasis.nodes.has(node))
      writeNodes(rest, true, compact ? 24 : 60, false)
      return
    }
    if (hulls) {
      const all = index.graph.patterns.slice(0, MOST_HULLS).map((_, pattern) => pattern)
      // The few strongest entities come first, then the names of the regions, then all others.
      writeNodes(scene.labelOrder.subarray(0, compact ? 2 : 6), false, 6, true)
      writeHulls(context, all, transform, frame, occupancy, current)
    }
    writeNodes(scene.labelOrder, false, compact ? 26 : MOST_LABELS, false)
  }

  const writeHulls = (
    context: CanvasRenderingContext2D,
    patterns: readonly number[],
    transform: Transform,
    frame: Box,
    occupancy: ReturnType<typeof createOccupancy>,
    { palette }: OverlayState,
  ) => {
    const compact = frame.width < 560
    const wishes = patterns.flatMap((pattern): LabelWish<{ pattern: number; lines: string[]; size: number }>[] => {
      const bounds = boundsOf(rings[pattern] ?? [], transform)
      if (bounds === null || bounds.width < 26) return []
      const size = compact ? 13 : Math.max(14, Math.min(19, 11 + bounds.width / 40))
      const font = `600 ${size}px ${HULL_FONT}`
      const lines = wrap(cleanLabel(index.graph.patterns[pattern]!.name, 60), 24)
      const width = Math.max(...lines.map((line) => widthOf(context, font, line))) + 10
      const height = lines.length * size * 1.18 + 6
      const middle = bounds.x + bounds.width / 2
      const spot = (x: number, y: number): Box => ({ x: x - width / 2, y, width, height })
      const ys = [
        bounds.y - height * 0.55,
        bounds.y + bounds.height - height * 0.4,
        bounds.y + bounds.height / 2 - height / 2,
      ]
      return [
        {
          item: { pattern, lines, size },
          spots: ys.flatMap((y) => [
            spot(middle, y),
            spot(bounds.x + bounds.width * 0.25, y),
            spot(bounds.x + bounds.width * 0.75, y),
          ]),
        },
      ]
    })
    for (const { item, box } of placeLabels(wishes, frame, MOST_HULLS, occupancy)) {
      boxes.push({ pattern: item.pattern, box })
      const color = mix(patternColor(palette, item.pattern), palette.ink, 0.55)
      item.lines.forEach((line, at) => {
        const x = box.x + box.width / 2 - widthOf(context, `600 ${item.size}px ${HULL_FONT}`, line) / 2
        const font = `600 ${item.size}px ${HULL_FONT}`
        write(context, line, x, box.y + 3 + (at + 0.5) * item.size * 1.18, { font, color, halo: palette.background })
      })
    }
  }

  return {
    drawUnder,
    drawOver,
    /** Positions, filters or patterns changed: the outlines are made anew at the next frame. */
    forgetHulls() {
      outlines = null
    },
    /** Fonts have come: widths are measured anew. */
    forgetWidths: () => widths.clear(),
    /** Icons or fonts have come: marks are painted anew. */
    forgetGlyphs: () => glyphs.forget(),
    /** The pattern whose name stands at this place, or -1. */
    patternAt(x: number, y: number): number {
      return (
        boxes.find(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
          ?.pattern ?? -1
      )
    },
    rings: () => {
      if (outlines === null) buildHulls()
      return rings
    },
  }
}

function drawEmphasis(
  context: CanvasRenderingContext2D,
  index: GraphIndex,
  stage: Stage,
  { scene, palette, emphasis }: OverlayState,
  [a, b, c, d, e, f]: Transform,
  glyphs: ReturnType<typeof createGlyphs>,
): void {
  const { edges, nodes } = index.graph
  const at = (node: number) => {
    const { x, y } = stage.position(node)
    return { x: a * x + c * y + e, y: b * x + d * y + f }
  }
  context.lineCap = 'round'
  for (const edge of emphasis!.edges) {
    const from = at(edges.from[edge]!)
    const to = at(edges.to[edge]!)
    context.strokeStyle = withAlpha(palette.edge, 0.35 + 0.4 * edges.weight[edge]!)
    context.lineWidth = 1 + 2.2 * edges.weight[edge]!
    context.beginPath()
    context.moveTo(from.x, from.y)
    const bend = scene.curvature[edge]! * 1.0
    context.quadraticCurveTo(
      (from.x + to.x) / 2 + (to.y - from.y) * bend,
      (from.y + to.y) / 2 - (to.x - from.x) * bend,
      to.x,
      to.y,
    )
    context.stroke()
  }
  for (const node of emphasis!.nodes) {
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
  for (const node of emphasis!.chosen) {
    const { x, y } = at(node)
    const r = stage.radius(scene.nodeSize[node]!)
    context.beginPath()
    traceShape(context, SHAPES[nodes.type[node]!], x, y, r + 5)
    context.strokeStyle = palette.accent
    context.lineWidth = 2.5
    context.stroke()
  }
}

function fontSize(radius: number, compact: boolean): number {
  const size = Math.round(Math.max(11, Math.min(16, 9 + radius * 0.42)))
  return compact ? Math.min(13, size) : size
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { font, color, halo }: { font: string; color: string; halo: string },
): void {
  context.font = font
  context.textBaseline = 'middle'
  context.lineWidth = 3.5
  context.strokeStyle = withAlpha(halo, 0.88)
  context.strokeText(text, x, y)
  context.fillStyle = color
  context.fillText(text, x, y)
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + word.length + 1 > width && lines.length < 3) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

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

/** The largest ring's box in pixels. */
function boundsOf(rings: readonly Ring[], [a, b, c, d, e, f]: Transform): Box | null {
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
