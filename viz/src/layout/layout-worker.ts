import iterate, { type ForceAtlas2Settings } from 'graphology-layout-forceatlas2/iterate.js'

/** What the worker is sent: ForceAtlas2's own matrices, ten numbers a node and three an edge. */
export interface LayoutOrder {
  nodes: Float32Array
  edges: Float32Array
  settings: ForceAtlas2Settings
}

/** What it sends back: x and y of each node, and whether it has come to rest. */
export interface LayoutStep {
  points: Float32Array
  done: boolean
}

const PER_NODE = 10
const BATCH_MS = 45
/** At rest when the nodes of one batch move less than this share of the drawing's width on average. */
const REST = 0.0006
const MOST_STEPS = 900

self.addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  const { nodes, edges, settings } = data
  const order = nodes.length / PER_NODE
  let steps = 0
  let before = pointsOf(nodes, order)
  const run = () => {
    const start = performance.now()
    let own = 0
    while (performance.now() - start < BATCH_MS && steps < MOST_STEPS) {
      iterate(settings, nodes, edges)
      steps++
      own++
    }
    const points = pointsOf(nodes, order)
    const moved = own === 0 ? 0 : meanMove(before, points) / own / widthOf(points)
    before = points.slice()
    const done = steps >= MOST_STEPS || moved < REST / 10 || (steps > 60 && moved < REST)
    postMessage({ points, done } satisfies LayoutStep, { transfer: [points.buffer] })
    if (!done) setTimeout(run)
  }
  run()
})

function pointsOf(nodes: Float32Array, order: number): Float32Array<ArrayBuffer> {
  const points = new Float32Array(order * 2)
  for (let at = 0; at < order; at++) {
    points[at * 2] = nodes[at * PER_NODE]!
    points[at * 2 + 1] = nodes[at * PER_NODE + 1]!
  }
  return points
}

function meanMove(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 2) sum += Math.hypot(a[at]! - b[at]!, a[at + 1]! - b[at + 1]!)
  return sum / Math.max(1, a.length / 2)
}

function widthOf(points: Float32Array): number {
  let [least, most] = [Infinity, -Infinity]
  for (let at = 0; at < points.length; at += 2) {
    least = Math.min(least, points[at]!)
    most = Math.max(most, points[at]!)
  }
  return Math.max(1e-9, most - least)
}
