import type { KnowledgeGraph } from '../../../src/model/index.ts'
import type { Visible } from './filters.ts'
import type { GraphIndex } from './graph-index.ts'

/** The part of the graph that is shown, as a graph of its own: rows renumbered, evidence kept. */
export function cutGraph(index: GraphIndex, visible: Visible): KnowledgeGraph {
  const { graph } = index
  const nodes = rowsWhere(visible.nodes)
  const edges = rowsWhere(visible.edges)
  const newNode = new Map(nodes.map((row, at) => [row, at]))
  const mentions = graph.mentions.node.flatMap((node, row) =>
    newNode.has(node) && visible.entries[graph.mentions.entry[row]!] ? [row] : [],
  )
  const cutMentions = pick(graph.mentions, mentions)
  const cutEdges = pick(graph.edges, edges)
  const ids = new Set(nodes.map((row) => graph.nodes.id[row]!))
  return {
    ...graph,
    nodes: pick(graph.nodes, nodes),
    edges: {
      ...cutEdges,
      from: cutEdges.from.map((row) => newNode.get(row)!),
      to: cutEdges.to.map((row) => newNode.get(row)!),
    },
    mentions: { ...cutMentions, node: cutMentions.node.map((row) => newNode.get(row)!) },
    patterns: graph.patterns.map((pattern) => ({
      ...pattern,
      members: pattern.members.filter(({ node }) => ids.has(node)),
    })),
  }
}

function rowsWhere(flags: Uint8Array): number[] {
  const rows: number[] = []
  flags.forEach((flag, row) => {
    if (flag) rows.push(row)
  })
  return rows
}

function pick<T extends Record<string, readonly unknown[]>>(table: T, rows: readonly number[]): T {
  return Object.fromEntries(
    Object.entries(table).map(([column, cells]) => [column, rows.map((row) => cells[row])]),
  ) as unknown as T
}
