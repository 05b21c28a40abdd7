import type { EntityType } from '../../../src/model/index.ts'
import type { Visible } from '../data/filters.ts'
import { type GraphIndex, isUnlinked } from '../data/graph-index.ts'
import { mix, type Palette, patternColor, premultiplied } from './palette.ts'

export type ColorBy = 'type' | 'pattern'
export type SizeBy = 'mentions' | 'centrality'

/** Types differ in shape as well, so that colour is never the only sign. */
export const SHAPES: Record<EntityType, number> = { company: 0, technology: 1, 'failure-mode': 2, lesson: 3 }

/** How everything is drawn while nothing is emphasised; arrays by node and edge row. */
export interface Scene {
  nodeColor: string[]
  /** Radius in pixels at the camera's first position. */
  nodeSize: Float32Array
  nodeHidden: Uint8Array
  edgeColor: string[]
  edgeSize: Float32Array
  edgeHidden: Uint8Array
  /** 0 is straight; parallel edges are spread. */
  curvature: Float32Array
  /** Shown nodes, most telling first: the order in which labels are placed. Found out when it is first asked for. */
  readonly labelOrder: Uint32Array
  /** Curves, thickness and edge events are for graphs of this size only. */
  rich: boolean
}

export interface SceneOptions {
  palette: Palette
  colorBy: ColorBy
  sizeBy: SizeBy
  /** Whether nodes are drawn that no edge touches. */
  unlinked: boolean
  /** Radii are multiplied by it: a narrow screen takes smaller nodes. */
  scale: number
}

/** Above this many shown edges, or nodes, edges are straight, thin and hidden while the camera moves. */
export const RICH_EDGES = 5000
export const RICH_NODES = 5000
const SMALLEST = 2.4
const LARGEST = 19

/** Radius of a node by its share (0..1) of the largest; in large graphs all are smaller, or they cover each other and the frame rate. */
export function radiusOf(share: number, nodeCount: number): number {
  const crowd = Math.min(1, Math.sqrt(2000 / nodeCount))
  return (SMALLEST + (LARGEST - SMALLEST) * share) * Math.max(0.35, crowd)
}

/** Decides size, colour and order of everything that the filters leave. */
export function composeScene(index: GraphIndex, visible: Visible, options: SceneOptions): Scene {
  const { nodes, edges } = index.graph
  const { palette } = options
  const importance = measure(index, visible, options.sizeBy)
  const nodeSize = new Float32Array(index.nodeCount)
  const nodeColor = new Array<string>(index.nodeCount)
  const core = coreNodes(index)
  // One string for each colour: sigma looks its numbers up by it.
  const faded = remembered((color: string, tenths: number) => mix(color, palette.background, tenths / 10))
  let most = 0
  for (let node = 0; node < index.nodeCount; node++) if (visible.nodes[node]) most = Math.max(most, importance[node]!)
  for (let node = 0; node < index.nodeCount; node++) {
    const share = Math.sqrt(most === 0 ? 0 : importance[node]! / most)
    nodeSize[node] = radiusOf(share, index.nodeCount) * options.scale
    const color =
      options.colorBy === 'type'
        ? palette.types[nodes.type[node]!]
        : patternColor(palette, slotOf(index, nodes.pattern[node]!))
    // Five steps of opacity: the fringe fades with its stability, what stands apart is quiet.
    const firm = core.has(node) ? 1 : nodes.pattern[node]! >= 0 ? 0.5 + 0.5 * nodes.stability[node]! : 0.62
    const lonely = visible.degree[node] === 0 ? 0.55 : 1
    nodeColor[node] = faded(color, Math.round(firm * lonely * 10))
  }
  const rich = visible.edgeTotal <= RICH_EDGES && index.nodeCount <= RICH_NODES
  const edgeColor = new Array<string>(index.edgeCount).fill(palette.edge)
  const sheer = remembered((color: string, hundredths: number) => premultiplied(color, hundredths / 100))
  const edgeSize = new Float32Array(index.edgeCount)
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!visible.edges[edge]) continue
    const weight = edges.weight[edge]!
    const inside = nodes.pattern[edges.from[edge]!]
    const together = inside! >= 0 && inside === nodes.pattern[edges.to[edge]!]
    const tint =
      together && options.colorBy === 'pattern'
        ? mix(patternColor(palette, slotOf(index, inside!)), palette.edge, 0.6)
        : palette.edge
    // Many thin lines over each other grow dark by themselves.
    const alpha = ((together ? 0.2 : 0.11) + 0.22 * Math.round(weight * 5) * 0.2) * (rich ? 1 : 0.6)
    edgeColor[edge] = sheer(tint, Math.round(alpha * 100))
    edgeSize[edge] = rich ? 0.7 + 2.1 * weight : 0.6
  }
  const nodeHidden = visible.nodes.map((shown, node) =>
    shown && (options.unlinked || !isUnlinked(index, node)) ? 0 : 1,
  )
  let labelOrder: Uint32Array | null = null
  return {
    nodeColor,
    nodeSize,
    nodeHidden,
    edgeColor,
    edgeSize,
    edgeHidden: visible.edges.map((shown) => 1 - shown),
    curvature: rich ? spreadParallels(index, visible) : new Float32Array(index.edgeCount),
    get labelOrder() {
      labelOrder ??= orderLabels(index, visible, nodeHidden, importance)
      return labelOrder
    },
    rich,
  }
}

/** A function of a colour and a small whole number that works out each pair once. */
function remembered(work: (color: string, step: number) => string): (color: string, step: number) => string {
  const known = new Map<string, string[]>()
  return (color, step) => {
    let steps = known.get(color)
    if (steps === undefined) {
      steps = []
      known.set(color, steps)
    }
    steps[step] ??= work(color, step)
    return steps[step]
  }
}

const slotOf = (index: GraphIndex, pattern: number) => index.patternSlot[pattern] ?? -1

function measure(index: GraphIndex, visible: Visible, sizeBy: SizeBy): Float64Array {
  const { betweenness, publisher, generic } = index.graph.nodes
  return Float64Array.from({ length: index.nodeCount }, (_, node) => {
    if (sizeBy === 'centrality') return betweenness[node]!
    // What is named everywhere, and outlets, say little: they are drawn smaller than their count.
    const said = visible.named[node]! || (visible.nodes[node] ? 1 : 0)
    return publisher[node] || generic[node] ? said * 0.25 : said
  })
}

function coreNodes(index: GraphIndex): Set<number> {
  return new Set(index.patternMembers.flatMap((members, pattern) => members.slice(0, index.patternCores[pattern])))
}

/** Names tell more than themes, of which a region's own name is one already. */
const LABEL_WORTH: Record<EntityType, number> = { company: 1.6, technology: 1.3, 'failure-mode': 1, lesson: 0.6 }

function orderLabels(index: GraphIndex, visible: Visible, hidden: Uint8Array, importance: Float64Array): Uint32Array {
  const { publisher, generic, type } = index.graph.nodes
  const shown: number[] = []
  for (let node = 0; node < index.nodeCount; node++) if (!hidden[node]) shown.push(node)
  const rank = (node: number) =>
    (publisher[node] || generic[node] ? 0.2 : LABEL_WORTH[type[node]!]) *
    (importance[node]! + 0.01) *
    (1 + Math.log1p(visible.degree[node]!))
  const ranks = new Float64Array(index.nodeCount)
  for (const node of shown) ranks[node] = rank(node)
  return Uint32Array.from(shown).sort((a, b) => ranks[b]! - ranks[a]! || a - b)
}

/** Edges between the same two nodes are spread over curvatures around 0; a lone edge stays straight. */
function spreadParallels(index: GraphIndex, visible: Visible): Float32Array {
  const { from, to } = index.graph.edges
  const curvature = new Float32Array(index.edgeCount)
  const pairs = new Map<number, number[]>()
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!visible.edges[edge]) continue
    const low = Math.min(from[edge]!, to[edge]!)
    const pair = low * index.nodeCount + Math.max(from[edge]!, to[edge]!)
    const list = pairs.get(pair)
    if (list === undefined) pairs.set(pair, [edge])
    else list.push(edge)
  }
  for (const list of pairs.values()) {
    if (list.length < 2) continue
    list.forEach((edge, at) => {
      const bend = (at - (list.length - 1) / 2) * 0.22
      // The sign is seen from the edge's own start; opposite edges bend to opposite sides of the same line.
      curvature[edge] = from[edge]! < to[edge]! ? bend : -bend
    })
  }
  return curvature
}
