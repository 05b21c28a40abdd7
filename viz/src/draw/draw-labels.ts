import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import type { Stage } from '../stage/stage.ts'
import type { OverlayState } from './overlay.ts'
import { mix, type Palette, patternColor, withAlpha } from './palette.ts'
import { pixelPlaces } from './pixel-places.ts'
import { type Box, createOccupancy, type LabelSpace, type LabelWish, placeLabels } from './place-labels.ts'
import { placeRegions, type RegionWish } from './place-regions.ts'
import { type RegionName, regionName } from './region-name.ts'
import type { Regions } from './regions.ts'
import type { Scene } from './scene.ts'

export const NODE_FONT = '"Figtree Variable", system-ui, sans-serif'
export const REGION_FONT = '"Source Serif 4 Variable", Georgia, serif'
/** Most labels at once; more is noise, and each costs a text draw per frame. */
const MOST_LABELS = 110
/** Nodes looked at for a label per frame. */
const MOST_CANDIDATES = 1500
/** Labels that one region has in the opening view; closer by, more. */
const PER_REGION = 3
const LABEL_LETTERS = 34
/** A screen narrower than this has smaller and fewer labels. */
const COMPACT = 560
const LEADING = 1.16
/** The ring around what is chosen keeps its label away. */
const RING = 7
/** Labels of the emphasised that stand over another node rather than stay away. */
const INSISTING = 3

/** A text as it was written; `y` is its middle. */
export interface WrittenText {
  text: string
  x: number
  y: number
  width: number
  /** As CSS writes it. */
  font: string
  color: string
  halo: string
}

interface RegionLabel {
  pattern: number
  name: RegionName
  size: number
}

/** Writes the names of regions and nodes so that none covers another. */
export function createLabels(index: GraphIndex, stage: Stage, regions: Regions) {
  const { label, community, pattern: patternOf } = index.graph.nodes
  const names = Array.from({ length: regions.count }, (_, pattern) => regionName(index, pattern))
  // Two themes that are called the same need what sets them apart.
  const heads = names.map(({ head }) => head.join(' '))
  const isAlone = heads.map((head) => heads.indexOf(head) === heads.lastIndexOf(head))
  const said = names.map(({ head, tail }) => {
    const rest = tail.join(' ').replace(/^(with|in|on|at) /, '')
    return new Set([head.join(' '), ...rest.split(/ and |, /)].map((part) => part.toLowerCase()))
  })
  const widths = new Map<string, number>()
  let boxes: { pattern: number; box: Box }[] = []
  let written: WrittenText[] = []
  const write = (text: WrittenText) => {
    written.push(text)
    paintText(stage.over, text)
  }

  /** Text widths in pixels, measured once. */
  const widthOf = (font: string, text: string) => {
    const key = `${font}|${text}`
    let width = widths.get(key)
    if (width === undefined) {
      stage.over.font = font
      width = stage.over.measureText(text).width
      widths.set(key, width)
    }
    return width
  }

  const nodeWishes = function* (
    nodes: Iterable<number>,
    scene: Scene,
    frame: Box,
    open: (node: number) => boolean,
    gap: number,
  ) {
    const at = pixelPlaces(stage)
    let seen = 0
    for (const node of nodes) {
      if (scene.nodeHidden[node]) continue
      const { x, y } = at(node)
      if (x < -40 || y < -20 || x > frame.width + 40 || y > frame.height + 20) continue
      if (++seen > MOST_CANDIDATES) return
      if (!open(node)) continue
      const size = fontSize(stage.radius(scene.nodeSize[node]!), frame.width < COMPACT)
      const r = stage.radius(scene.nodeSize[node]!) + gap
      const w = widthOf(nodeFont(size, true), cleanLabel(label[node]!, LABEL_LETTERS)) + 6
      const h = size + 4
      yield {
        item: { node, size },
        spots: [
          { x: x + r, y: y - h / 2, width: w, height: h },
          { x: x - r - w, y: y - h / 2, width: w, height: h },
          { x: x - w / 2, y: y + r, width: w, height: h },
          { x: x - w / 2, y: y - r - h, width: w, height: h },
          { x: x + r * 0.7, y: y + r * 0.5, width: w, height: h },
          { x: x + r * 0.7, y: y - r * 0.5 - h, width: w, height: h },
          { x: x - r * 0.7 - w, y: y + r * 0.5, width: w, height: h },
          { x: x - r * 0.7 - w, y: y - r * 0.5 - h, width: w, height: h },
        ],
      } satisfies LabelWish<{ node: number; size: number }>
    }
  }

  const writeNodes = (
    nodes: Iterable<number>,
    { scene, palette }: OverlayState,
    space: LabelSpace,
    limit: number,
    open: (node: number) => boolean,
    isStrong: (node: number) => boolean,
    onPlace?: (item: { node: number }) => void,
    gap = 0,
  ) => {
    const wishes = nodeWishes(nodes, scene, space.frame, open, gap)
    for (const { item, box } of placeLabels(wishes, space, limit, ({ node }) => isStrong(node), onPlace)) {
      const strong = isStrong(item.node)
      write({
        ...{ text: cleanLabel(label[item.node]!, LABEL_LETTERS), width: box.width - 6 },
        ...{ x: box.x + 3, y: box.y + box.height / 2 },
        font: nodeFont(item.size, strong),
        color: strong ? palette.ink : mix(palette.ink, palette.background, 0.82),
        halo: palette.background,
      })
    }
  }

  const writeRegions = (patterns: readonly number[], { palette }: OverlayState, space: LabelSpace) => {
    const compact = space.frame.width < COMPACT
    const wishes = patterns.flatMap((pattern): RegionWish<RegionLabel>[] => {
      const bounds = regions.bounds(pattern)
      if (bounds === null || bounds.width < 26) return []
      const full = names[pattern]!
      const size = compact ? 12.5 : Math.max(13.5, Math.min(18, 10 + bounds.width / 32))
      const whole = { item: { pattern, name: full, size }, ...measure(full, size, widthOf) }
      if (full.tail.length === 0 || !isAlone[pattern]) return [{ bounds, forms: [whole] }]
      const head = { head: full.head, tail: [] }
      const short = { item: { pattern, name: head, size }, ...measure(head, size, widthOf) }
      // The whole name where the region has room for it, else its theme alone.
      return [{ bounds, forms: compact || bounds.width < 110 ? [short] : [whole, short] }]
    })
    const placed = placeRegions(wishes, space)
    for (const { item, box } of placed) {
      boxes.push({ pattern: item.pattern, box })
      writeRegion(write, item, box, palette, patternColor(palette, index.patternSlot[item.pattern]!), widthOf)
    }
  }

  return {
    draw(current: OverlayState): void {
      const { scene, emphasis } = current
      const { width, height } = stage.size()
      const compact = width < COMPACT
      const space = {
        frame: { x: 0, y: 0, width, height },
        texts: createOccupancy(),
        solids: solidNodes(stage, scene, emphasis === null ? scene.labelOrder.subarray(0, 160) : emphasis.nodes),
      }
      for (const box of current.covered) space.texts.take(box)
      boxes = []
      written = []
      stage.over.lineJoin = 'round'
      if (emphasis !== null) {
        const chosen = new Set(emphasis.chosen)
        for (const box of ringBoxes(stage, scene, emphasis.chosen)) space.texts.take(box)
        writeNodes(
          emphasis.chosen,
          current,
          space,
          12,
          () => true,
          () => true,
          undefined,
          RING + 2,
        )
        if (emphasis.pattern >= 0) writeRegions([emphasis.pattern], current, space)
        const rest = scene.labelOrder.filter((node) => emphasis.nodes.has(node) && !chosen.has(node))
        const strongest = new Set(rest.subarray(0, INSISTING))
        writeNodes(
          rest,
          current,
          space,
          compact ? 24 : 70,
          () => true,
          (node) => strongest.has(node),
        )
        return
      }
      writeRegions(
        Array.from({ length: regions.count }, (_, pattern) => pattern),
        current,
        space,
      )
      const zoom = 1 / stage.camera().ratio
      const cap = Math.round((compact ? 1 : PER_REGION) * zoom ** 1.6)
      const counts = new Map<number, number>()
      const open = (node: number) => {
        if (stage.radius(scene.nodeSize[node]!) < 3) return false
        const pattern = patternOf[node]!
        // What the region's name says already need not be said again, until one looks closer.
        if (zoom < 1.8 && pattern >= 0 && said[pattern]?.has(label[node]!.toLowerCase())) return false
        if (zoom < 1.8 && community[node] === -1) return false
        return pattern < 0 || (counts.get(pattern) ?? 0) < cap
      }
      const onPlace = ({ node }: { node: number }) =>
        counts.set(patternOf[node]!, (counts.get(patternOf[node]!) ?? 0) + 1)
      const limit = Math.min(MOST_LABELS, Math.round((compact ? 16 : 64) * zoom ** 1.2))
      const strongest = new Set(scene.labelOrder.subarray(0, 14))
      writeNodes(scene.labelOrder, current, space, limit, open, (node) => strongest.has(node), onPlace)
    },
    /** All texts on the drawing, for a picture of another kind. */
    texts: (): readonly WrittenText[] => written,
    /** The pattern whose name stands at this place, or -1. */
    patternAt(x: number, y: number): number {
      const at = boxes.find(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
      return at?.pattern ?? -1
    },
  }
}

/** Boxes of the nodes large enough to be looked at, so that labels go around them. */
function solidNodes(stage: Stage, scene: Scene, nodes: Iterable<number>) {
  const solids = createOccupancy()
  for (const box of nodeBoxes(stage, scene, nodes, 5)) solids.take(box)
  return solids
}

/** The rings around what is chosen: no label crosses them. */
const ringBoxes = (stage: Stage, scene: Scene, nodes: Iterable<number>) =>
  [...nodeBoxes(stage, scene, nodes, 0)].map(({ x, y, width, height }) => ({
    ...{ x: x - RING, y: y - RING },
    ...{ width: width + 2 * RING, height: height + 2 * RING },
  }))

function* nodeBoxes(stage: Stage, scene: Scene, nodes: Iterable<number>, least: number): Generator<Box> {
  const at = pixelPlaces(stage)
  for (const node of nodes) {
    const r = stage.radius(scene.nodeSize[node]!) * 0.85
    if (r < least || scene.nodeHidden[node]) continue
    const { x, y } = at(node)
    yield { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
  }
}

const nodeFont = (size: number, strong: boolean) => `${strong ? 600 : 500} ${size}px ${NODE_FONT}`
const headFont = (size: number) => `600 ${size}px ${REGION_FONT}`
const tailFont = (size: number) => `400 ${size * 0.82}px ${REGION_FONT}`

function fontSize(radius: number, compact: boolean): number {
  const size = Math.round(Math.max(11, Math.min(15, 9 + radius * 0.38)))
  return compact ? Math.min(12, size) : size
}

function measure({ head, tail }: RegionName, size: number, widthOf: (font: string, text: string) => number) {
  const widths = [
    ...head.map((line) => widthOf(headFont(size), line)),
    ...tail.map((line) => widthOf(tailFont(size), line)),
  ]
  return { width: Math.max(...widths) + 10, height: (head.length + tail.length * 0.84) * size * LEADING + 6 }
}

function writeRegion(
  write: (text: WrittenText) => void,
  { name, size }: RegionLabel,
  box: Box,
  palette: Palette,
  color: string,
  widthOf: (font: string, text: string) => number,
): void {
  const ink = mix(color, palette.ink, 0.5)
  let y = box.y + 3
  const line = (text: string, font: string, step: number, shade: string) => {
    const width = widthOf(font, text)
    write({
      text,
      width,
      x: box.x + (box.width - width) / 2,
      y: y + step / 2,
      font,
      color: shade,
      halo: palette.background,
    })
    y += step
  }
  for (const text of name.head) line(text, headFont(size), size * LEADING, ink)
  for (const text of name.tail) line(text, tailFont(size), size * 0.84 * LEADING, mix(ink, palette.background, 0.85))
}

function paintText(context: CanvasRenderingContext2D, { text, x, y, font, color, halo }: WrittenText): void {
  context.font = font
  context.textBaseline = 'middle'
  context.lineWidth = 3.5
  context.strokeStyle = withAlpha(halo, 0.88)
  context.strokeText(text, x, y)
  context.fillStyle = color
  context.fillText(text, x, y)
}
