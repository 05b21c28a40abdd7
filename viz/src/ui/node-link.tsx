import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { selectNode } from '../data/selection.ts'
import { select } from '../state.ts'
import { TypeMark } from './type-mark.tsx'

/** A button that goes to an entity. */
export function NodeLink({ index, node }: { index: GraphIndex; node: number }) {
  const { nodes } = index.graph
  return (
    <button type="button" class="node-link" onClick={() => select(selectNode(index, node))}>
      <TypeMark type={nodes.type[node]!} />
      <bdi>{cleanLabel(nodes.label[node]!)}</bdi>
    </button>
  )
}
