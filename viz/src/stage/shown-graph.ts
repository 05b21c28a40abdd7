import { MultiDirectedGraph } from 'graphology'
import type { GraphIndex } from '../data/graph-index.ts'
import type { Scene } from '../draw/scene.ts'

export interface Point {
  x: number
  y: number
}

/** What is drawn, as graphology holds it, and the place of each node in it: the graph's own objects. */
export interface ShownGraph {
  graph: MultiDirectedGraph
  /** Changed by dragging and layout; asking the graph for each by name costs a second for 50,000. */
  points: Point[]
}

/** All nodes, and the edges that the scene shows: what is hidden need not be gone through at each change. */
export function shownGraph(index: GraphIndex, scene: Scene, place: (node: number) => Point): ShownGraph {
  const { from, to } = index.graph.edges
  const graph = new MultiDirectedGraph()
  for (let node = 0; node < index.nodeCount; node++) {
    const { x, y } = place(node)
    graph.addNode(node, { x, y })
  }
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!scene.edgeHidden[edge]) graph.addDirectedEdgeWithKey(edge, from[edge], to[edge])
  }
  return { graph, points: graph.mapNodes((_, attributes) => attributes as Point) }
}

/** Whether the graph has every edge that the scene shows. */
export const holdsEdges = ({ graph }: ShownGraph, { edgeHidden }: Scene): boolean =>
  edgeHidden.every((hidden, edge) => hidden === 1 || graph.hasEdge(edge))

/** The smallest and the largest of the finite values; of none, 0 and 1. */
export function extentOf(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return low > high ? [0, 1] : [low, high]
}
