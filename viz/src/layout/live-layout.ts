import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2/iterate.js'
import type { Visible } from '../data/filters.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { keepSpread, spreadOf } from './keep-spread.ts'
import type { LayoutOrder, LayoutStep } from './layout-worker.ts'
import LayoutWorker from './layout-worker.ts?worker&inline'

/** As `src/graph/layout.ts` sets them, so that a live layout continues what the build began. */
const SETTINGS: ForceAtlas2Settings = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 6,
  strongGravityMode: false,
  gravity: 0.6,
  slowDown: 6,
  barnesHutOptimize: false,
  barnesHutTheta: 0.5,
}
const PER_NODE = 10
const QUADRATIC_NODES = 1000

export interface LiveLayout {
  /** Rows whose positions are told, in order. */
  rows: readonly number[]
  stop(): void
}

/**
 * Lays out what is shown in a worker; `onStep` gets x and y of each row in turn, several times a second, and `onRest` is
 * called once, when the drawing has come to rest.
 */
export function startLiveLayout(
  index: GraphIndex,
  visible: Visible,
  position: (node: number) => { x: number; y: number },
  onStep: (rows: readonly number[], points: Float32Array) => void,
  onRest: () => void,
): LiveLayout {
  const { rows, order } = orderOf(index, visible, position)
  const worker = new LayoutWorker()
  const before = spreadOf(Float32Array.from(rows.flatMap((row) => [position(row).x, position(row).y])))
  worker.onmessage = ({ data }: MessageEvent<LayoutStep>) => {
    keepSpread(data.points, before)
    onStep(rows, data.points)
    if (!data.done) return
    worker.terminate()
    onRest()
  }
  worker.postMessage(order, [order.nodes.buffer, order.edges.buffer])
  return { rows, stop: () => worker.terminate() }
}

/** The matrices of what is shown and linked; links inside a pattern pull harder, so that regions stay regions. */
export function orderOf(
  index: GraphIndex,
  visible: Visible,
  position: (node: number) => { x: number; y: number },
): { rows: number[]; order: LayoutOrder } {
  const { nodes, edges } = index.graph
  const rows: number[] = []
  const at = new Map<number, number>()
  for (let node = 0; node < index.nodeCount; node++) {
    if (!visible.nodes[node] || visible.degree[node] === 0) continue
    at.set(node, rows.length * PER_NODE)
    rows.push(node)
  }
  const matrix = new Float32Array(rows.length * PER_NODE)
  rows.forEach((node, row) => {
    const { x, y } = position(node)
    // x, y, four speeds, mass, convergence, size, fixed.
    matrix.set([x, y, 0, 0, 0, 0, 1 + visible.degree[node]!, 1, 1, 0], row * PER_NODE)
  })
  const links: number[] = []
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!visible.edges[edge]) continue
    const [from, to] = [edges.from[edge]!, edges.to[edge]!]
    const inside = nodes.community[from] === nodes.community[to]
    links.push(at.get(from)!, at.get(to)!, edges.weight[edge]! * (inside ? 3 : 0.15) + (inside ? 0.2 : 0))
  }
  const settings = { ...SETTINGS, barnesHutOptimize: rows.length > QUADRATIC_NODES }
  return { rows, order: { nodes: matrix, edges: Float32Array.from(links), settings } }
}
