import { UndirectedGraph } from 'graphology'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import noverlapModule from 'graphology-layout-noverlap'
import type { WeightedEdge } from './weighted-graph.ts'

// Both packages are CommonJS whose types speak of a default export that Node does not see.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
const noverlap = noverlapModule as unknown as typeof noverlapModule.default

export interface Point {
  x: number
  y: number
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
/** ForceAtlas2 is quadratic without, and slow with, Barnes–Hut; large graphs get fewer steps. */
const STEPS = (order: number) => (order > 5000 ? 30 : order > 1500 ? 80 : 120)

/**
 * Positions rounded to 1e-3. Communities start as discs on a spiral, largest in the middle, and links inside one pull harder,
 * so that they stay apart to the eye; ForceAtlas2 then noverlap, both without chance.
 */
export function layoutNodes(community: number[], sizes: number[], edges: WeightedEdge[]): Point[] {
  const graph = new UndirectedGraph()
  const members = new Map<number, number[]>()
  community.forEach((c, i) => {
    const list = members.get(c)
    if (list === undefined) members.set(c, [i])
    else list.push(i)
  })
  const groups = [...members].filter(([c]) => c >= 0).sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
  const outside = members.get(-1)
  if (outside !== undefined) groups.push([-1, outside])
  const points: Point[] = community.map(() => ({ x: 0, y: 0 }))
  const spread = Math.sqrt(community.length) * 6
  let placed = 0
  groups.forEach(([, list], g) => {
    const radius = spread * Math.sqrt((placed + list.length / 2) / community.length) * (g === 0 ? 0 : 1)
    const centre = { x: radius * Math.cos(g * GOLDEN_ANGLE), y: radius * Math.sin(g * GOLDEN_ANGLE) }
    placed += list.length
    list.forEach((i, k) => {
      const r = 2.2 * Math.sqrt(k)
      points[i] = { x: centre.x + r * Math.cos(k * GOLDEN_ANGLE), y: centre.y + r * Math.sin(k * GOLDEN_ANGLE) }
    })
  })
  points.forEach((point, i) => graph.addNode(i, { ...point, size: sizes[i] ?? 1 }))
  for (const { a, b, weight } of edges) {
    const inside = community[a] === community[b]
    graph.addEdge(a, b, { weight: inside ? weight * 3 + 0.2 : weight * 0.15 })
  }
  if (graph.order > 1) {
    const settings = {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 1000,
      linLogMode: false,
      gravity: 0.6,
      scalingRatio: 6,
      slowDown: 6,
      adjustSizes: false,
      edgeWeightInfluence: 1,
    }
    forceAtlas2.assign(graph, { iterations: STEPS(graph.order), getEdgeWeight: 'weight', settings })
    noverlap.assign(graph, { maxIterations: 40, settings: { margin: 1, ratio: 1.1 } })
  }
  const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 + 0 : 0)
  return points.map((_, i) => ({
    x: round(graph.getNodeAttribute(i, 'x') as number),
    y: round(graph.getNodeAttribute(i, 'y') as number),
  }))
}
