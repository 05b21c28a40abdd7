import { UndirectedGraph } from 'graphology'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import noverlapModule from 'graphology-layout-noverlap'
import { arrangeRegions, type Region } from './arrange-regions.ts'
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
const STEPS = (order: number) => (order > 5000 ? 40 : 80)
const ANGLES = 36
/** Room that a node's disc takes beside its size, in the units of sizes. */
const MARGIN = 1.6

/**
 * Positions rounded to 1e-3, in two levels, so that communities are regions to the eye: each community is laid out by
 * itself (ForceAtlas2, then noverlap), the communities are placed as discs by the links between them, and each disc is
 * turned until its links to others are short. Nodes outside any community stand around the rest. Without chance.
 */
export function layoutNodes(community: number[], sizes: number[], edges: WeightedEdge[]): Point[] {
  const points: Point[] = community.map(() => ({ x: 0, y: 0 }))
  const members = groupMembers(community)
  const inside: WeightedEdge[][] = members.map(() => [])
  const across: WeightedEdge[] = []
  const groupOf = community.map(() => -1)
  for (const [g, list] of members.entries()) for (const i of list) groupOf[i] = g
  for (const edge of edges) {
    const g = groupOf[edge.a] as number
    if (g >= 0 && g === groupOf[edge.b]) inside[g]?.push(edge)
    else if (g >= 0 && (groupOf[edge.b] as number) >= 0) across.push(edge)
  }
  const radii = members.map((list, g) => layoutRegion(list, sizes, inside[g] ?? [], points))
  const regions = placeRegions(members, radii, groupOf, across)
  turnRegions(members, regions, groupOf, across, points)
  for (const [g, list] of members.entries()) {
    const { x, y } = regions[g] as Region
    for (const i of list) points[i] = { x: (points[i] as Point).x + x, y: (points[i] as Point).y + y }
  }
  placeOutside(groupOf, regions, points)
  const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 + 0 : 0)
  return points.map(({ x, y }) => ({ x: round(x), y: round(y) }))
}

/** Node rows of each community, largest community first. */
function groupMembers(community: number[]): number[][] {
  const members = new Map<number, number[]>()
  for (const [i, c] of community.entries()) {
    if (c < 0) continue
    const list = members.get(c)
    if (list === undefined) members.set(c, [i])
    else list.push(i)
  }
  return [...members].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([, list]) => list)
}

/** Lays one community out around the origin and returns the radius of its disc. */
function layoutRegion(list: number[], sizes: number[], edges: WeightedEdge[], points: Point[]): number {
  const graph = new UndirectedGraph()
  for (const [k, i] of list.entries()) {
    const r = 2.2 * Math.sqrt(k)
    graph.addNode(i, { x: r * Math.cos(k * GOLDEN_ANGLE), y: r * Math.sin(k * GOLDEN_ANGLE), size: sizes[i] ?? 1 })
  }
  for (const { a, b, weight } of edges) graph.addEdge(a, b, { weight: weight + 0.1 })
  if (graph.order > 2) {
    const settings = {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 800,
      gravity: 1.6,
      scalingRatio: 4,
      slowDown: 4,
      edgeWeightInfluence: 1,
    }
    forceAtlas2.assign(graph, { iterations: STEPS(graph.order), getEdgeWeight: 'weight', settings })
  }
  if (graph.order > 1) noverlap.assign(graph, { maxIterations: 60, settings: { margin: MARGIN, ratio: 1.1 } })
  const at = (i: number): Point => ({
    x: graph.getNodeAttribute(i, 'x') as number,
    y: graph.getNodeAttribute(i, 'y') as number,
  })
  const centre = { x: 0, y: 0 }
  for (const i of list) {
    centre.x += at(i).x / list.length
    centre.y += at(i).y / list.length
  }
  let radius = 0
  for (const i of list) {
    const { x, y } = at(i)
    points[i] = { x: x - centre.x, y: y - centre.y }
    radius = Math.max(radius, Math.hypot(x - centre.x, y - centre.y) + (sizes[i] ?? 1))
  }
  return radius + MARGIN
}

/** Centres of the communities' discs: those that are linked lie near each other, none overlaps. */
function placeRegions(members: number[][], radii: number[], groupOf: number[], across: WeightedEdge[]): Region[] {
  const graph = new UndirectedGraph()
  const spread = Math.max(1, ...radii)
  for (const [g] of members.entries()) {
    const r = spread * 1.6 * Math.sqrt(g)
    graph.addNode(g, { x: r * Math.cos(g * GOLDEN_ANGLE), y: r * Math.sin(g * GOLDEN_ANGLE) })
  }
  for (const { a, b, weight } of across) {
    const from = groupOf[a] as number
    const to = groupOf[b] as number
    if (graph.hasEdge(from, to))
      graph.updateEdgeAttribute(from, to, 'weight', (old: number | undefined) => (old ?? 0) + weight)
    else graph.addEdge(from, to, { weight })
  }
  if (graph.order > 2) {
    const settings = { gravity: 0.4, scalingRatio: spread * 2, slowDown: 8, barnesHutOptimize: graph.order > 800 }
    forceAtlas2.assign(graph, { iterations: 120, getEdgeWeight: 'weight', settings })
  }
  return arrangeRegions(
    members.map((_, g) => ({
      x: graph.getNodeAttribute(g, 'x') as number,
      y: graph.getNodeAttribute(g, 'y') as number,
      radius: radii[g] as number,
    })),
  )
}

/** Turns each disc to the angle at which its links to other discs are shortest; two rounds, as all of them turn. */
function turnRegions(
  members: number[][],
  regions: Region[],
  groupOf: number[],
  across: WeightedEdge[],
  points: Point[],
): void {
  const own: WeightedEdge[][] = members.map(() => [])
  for (const edge of across) {
    own[groupOf[edge.a] as number]?.push(edge)
    own[groupOf[edge.b] as number]?.push({ a: edge.b, b: edge.a, weight: edge.weight })
  }
  for (let round = 0; round < 2; round++) {
    for (const [g, list] of members.entries()) {
      const edges = own[g] as WeightedEdge[]
      if (edges.length === 0 || list.length < 2) continue
      const here = regions[g] as Region
      let best = 0
      let least = Number.POSITIVE_INFINITY
      for (let step = 0; step < ANGLES; step++) {
        const angle = (step * 2 * Math.PI) / ANGLES
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
        let total = 0
        for (const { a, b, weight } of edges) {
          const p = points[a] as Point
          const q = points[b] as Point
          const there = regions[groupOf[b] as number] as Region
          const dx = here.x + p.x * cos - p.y * sin - there.x - q.x
          const dy = here.y + p.x * sin + p.y * cos - there.y - q.y
          total += weight * Math.hypot(dx, dy)
        }
        if (total < least - 1e-9) {
          least = total
          best = angle
        }
      }
      const [cos, sin] = [Math.cos(best), Math.sin(best)]
      for (const i of list) {
        const { x, y } = points[i] as Point
        points[i] = { x: x * cos - y * sin, y: x * sin + y * cos }
      }
    }
  }
}

/** Nodes of no community stand on rings around everything, evenly. */
function placeOutside(groupOf: number[], regions: Region[], points: Point[]): void {
  const outside = groupOf.flatMap((g, i) => (g === -1 ? [i] : []))
  const reach = (axis: 'x' | 'y') => Math.max(0, ...regions.map((region) => Math.abs(region[axis]) + region.radius))
  const [rx, ry] = [reach('x') + 4 * MARGIN, reach('y') + 4 * MARGIN]
  const perRing = Math.max(12, Math.floor((Math.PI * (rx + ry)) / (6 * MARGIN)))
  for (const [k, i] of outside.entries()) {
    const ring = Math.floor(k / perRing)
    const count = Math.min(perRing, outside.length - ring * perRing)
    const angle = ((k % perRing) / count) * 2 * Math.PI + ring * 0.5
    const out = ring * 4 * MARGIN
    points[i] = { x: (rx + out) * Math.cos(angle), y: (ry + out) * Math.sin(angle) }
  }
}
