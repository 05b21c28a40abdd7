import type { EntityType } from '../../../src/model/index.ts'
import { type GraphIndex, itemsOf, otherEnd, TYPE_ORDER } from './graph-index.ts'

export interface Comparison {
  /** Neighbours of all, by type, strongest first. */
  shared: { type: EntityType; nodes: number[] }[]
  /** Neighbours of one alone. */
  only: { node: number; nodes: number[] }[]
}

/** What nodes have in common and what sets each apart; generics and publishers say nothing and stay out. */
export function compareNodes(index: GraphIndex, nodes: readonly number[]): Comparison {
  const { type, generic, publisher } = index.graph.nodes
  const own = nodes.map((node) => {
    const weights = new Map<number, number>()
    for (const edge of itemsOf(index.edgesOf, node)) {
      const other = otherEnd(index, edge, node)
      if (nodes.includes(other) || generic[other] || publisher[other]) continue
      weights.set(other, Math.max(weights.get(other) ?? 0, index.graph.edges.weight[edge]!))
    }
    return weights
  })
  const total = (node: number) => own.reduce((sum, weights) => sum + (weights.get(node) ?? 0), 0)
  const byWeight = (a: number, b: number) => total(b) - total(a) || a - b
  const shared = [...(own[0]?.keys() ?? [])].filter((node) => own.every((weights) => weights.has(node))).sort(byWeight)
  return {
    shared: TYPE_ORDER.map((kind) => ({ type: kind, nodes: shared.filter((node) => type[node] === kind) })).filter(
      (group) => group.nodes.length > 0,
    ),
    only: nodes.map((node, at) => ({
      node,
      nodes: [...own[at]!.keys()]
        .filter((other) => own.every((weights, place) => place === at || !weights.has(other)))
        .sort(byWeight),
    })),
  }
}
