import type { GraphIndex } from '../data/graph-index.ts'
import { selectEdge, selectNode } from '../data/selection.ts'
import { edgeAt } from '../draw/edge-at.ts'
import * as state from '../state.ts'
import type { Stage, StageEvents } from './stage.ts'

/** Most entities that are compared. */
const MOST_COMPARED = 4

/** What a click, a double click or the resting pointer means for the state. */
export function pointerActions(
  index: GraphIndex,
  host: HTMLElement,
  stage: () => Stage,
  patternAt: (x: number, y: number) => number,
): Pick<StageEvents, 'hoverNode' | 'clickNode' | 'openNode' | 'clickEmpty' | 'pointAt'> {
  const add = (node: number) => {
    const id = index.graph.nodes.id[node]!
    const chosen = state.selection.peek()
    const ids = chosen?.kind === 'node' ? [chosen.id] : chosen?.kind === 'compare' ? chosen.ids : []
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(-MOST_COMPARED)
    state.select(next.length >= 2 ? { kind: 'compare', ids: next } : next[0] ? { kind: 'node', id: next[0] } : null)
  }
  return {
    hoverNode(node) {
      state.hovered.value = node
      host.style.cursor = node >= 0 ? 'pointer' : ''
    },
    clickNode: (node, more) => (more ? add(node) : state.select(selectNode(index, node))),
    openNode(node) {
      state.select(selectNode(index, node))
      state.depth.value = Math.min(3, state.depth.peek() + 1)
    },
    clickEmpty(x, y) {
      const pattern = patternAt(x, y)
      const edge = pattern >= 0 ? -1 : edgeAt(index, stage(), state.scene.peek()!, { x, y })
      if (edge >= 0) return state.select(selectEdge(index, edge))
      state.select(pattern >= 0 ? { kind: 'pattern', id: index.graph.patterns[pattern]!.id } : null)
    },
    pointAt(x, y) {
      if (state.hovered.peek() < 0) host.style.cursor = patternAt(x, y) >= 0 ? 'pointer' : ''
    },
  }
}
