import type { Emphasis } from '../draw/overlay.ts'
import type { Visible } from './filters.ts'
import { findPath } from './find-path.ts'
import { edgeByKey, type GraphIndex, itemsOf } from './graph-index.ts'
import { edgesAmong, neighbourhood } from './neighbourhood.ts'
import type { Selection } from './selection.ts'

/** What the selection, or what the pointer rests on, lifts out of the picture. Null: nothing is faded. */
export function emphasize(
  index: GraphIndex,
  visible: Visible,
  selection: Selection | null,
  depth: number,
  hovered: number,
): Emphasis | null {
  const shown = (edge: number) => visible.edges[edge] === 1
  if (hovered >= 0 && (selection === null || selection.kind !== 'path')) {
    return { ...around(index, [hovered], 1, shown), chosen: [hovered], pattern: -1 }
  }
  if (selection === null) return null
  switch (selection.kind) {
    case 'node': {
      const node = index.nodeById.get(selection.id)!
      return { ...around(index, [node], Math.max(1, depth), shown), chosen: [node], pattern: -1 }
    }
    case 'edge': {
      const edge = edgeByKey(index, selection.key)
      const ends = [index.graph.edges.from[edge]!, index.graph.edges.to[edge]!]
      return { nodes: new Set(ends), edges: [edge], chosen: ends, pattern: -1 }
    }
    case 'pattern': {
      const pattern = index.patternById.get(selection.id)!
      const nodes = new Set(index.patternMembers[pattern])
      return { nodes, edges: edgesAmong(index, nodes, shown), chosen: [], pattern }
    }
    case 'entry': {
      const rows = itemsOf(index.mentionsIn, index.entryById.get(selection.id)!)
      const nodes = new Set([...rows].map((row) => index.graph.mentions.node[row]!))
      return { nodes, edges: edgesAmong(index, nodes, shown), chosen: [], pattern: -1 }
    }
    case 'compare': {
      const chosen = selection.ids.map((id) => index.nodeById.get(id)!)
      return { ...around(index, chosen, 1, shown), chosen, pattern: -1 }
    }
    case 'path': {
      const path = findPath(index, visible, index.nodeById.get(selection.from)!, index.nodeById.get(selection.to)!)
      if (path === null) return null
      return {
        nodes: new Set(path.nodes),
        edges: path.edges,
        chosen: [path.nodes[0]!, path.nodes.at(-1)!],
        pattern: -1,
      }
    }
  }
}

/** Edges that reach out of the depth are left away; at depth 1 only the spokes are kept, or a hub is a hairball. */
function around(index: GraphIndex, starts: readonly number[], depth: number, shown: (edge: number) => boolean) {
  const found = neighbourhood(index, starts, depth, shown)
  if (depth > 1) return found
  const { from, to } = index.graph.edges
  const centre = new Set(starts)
  return { nodes: found.nodes, edges: found.edges.filter((edge) => centre.has(from[edge]!) || centre.has(to[edge]!)) }
}
