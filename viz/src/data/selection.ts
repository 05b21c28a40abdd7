import { edgeByKey, edgeKey, type GraphIndex } from './graph-index.ts'

/** What Details shows. Ids, not rows: they outlive a rebuilt graph and stand in the address. */
export type Selection =
  | { kind: 'node'; id: string }
  | { kind: 'edge'; key: string }
  | { kind: 'pattern'; id: string }
  | { kind: 'entry'; id: string }
  | { kind: 'compare'; ids: readonly string[] }
  | { kind: 'path'; from: string; to: string }

/** The selection if the graph holds what it names, else null. */
export function resolveSelection(index: GraphIndex, selection: Selection | null): Selection | null {
  if (selection === null) return null
  const has = (id: string) => index.nodeById.has(id)
  switch (selection.kind) {
    case 'node':
      return has(selection.id) ? selection : null
    case 'edge':
      return edgeByKey(index, selection.key) >= 0 ? selection : null
    case 'pattern':
      return index.patternById.has(selection.id) ? selection : null
    case 'entry':
      return index.entryById.has(selection.id) ? selection : null
    case 'compare': {
      const ids = selection.ids.filter(has)
      return ids.length >= 2 ? { kind: 'compare', ids } : ids[0] ? { kind: 'node', id: ids[0] } : null
    }
    case 'path':
      return has(selection.from) && has(selection.to) ? selection : null
  }
}

export const selectNode = (index: GraphIndex, node: number): Selection => ({
  kind: 'node',
  id: index.graph.nodes.id[node]!,
})

export const selectEdge = (index: GraphIndex, edge: number): Selection => ({ kind: 'edge', key: edgeKey(index, edge) })
