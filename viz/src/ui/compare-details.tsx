import { compareNodes } from '../data/compare.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import { findNodes } from '../search-access.ts'
import { select } from '../state.ts'
import { Combobox } from './combobox.tsx'
import { NodeLink } from './node-link.tsx'
import { Part } from './part.tsx'

/** What the selected entities share, and what only one of them has. */
export function CompareDetails({ index, nodes }: { index: GraphIndex; nodes: readonly number[] }) {
  const { shared, only } = compareNodes(index, nodes)
  const label = (node: number) => cleanLabel(index.graph.nodes.label[node]!)
  const list = (rows: readonly number[]) => (
    <ul class="chips">
      {rows.slice(0, 40).map((node) => (
        <li key={node}>
          <NodeLink index={index} node={node} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <p class="kicker">Comparison</p>
      <h2>
        {nodes.map((node, at) => (
          <span key={node}>
            {at > 0 && <em> and </em>}
            <bdi>{label(node)}</bdi>
          </span>
        ))}
      </h2>
      {shared.length === 0 && <p class="quiet">They share no neighbour.</p>}
      {shared.map(({ type, nodes: rows }) => (
        <Part key={type} title={`Both: ${TYPE_NAMES[type].many.toLowerCase()}`} note={String(rows.length)}>
          {list(rows)}
        </Part>
      ))}
      {only.map(({ node, nodes: rows }) => (
        <Part key={node} title={`Only ${label(node)}`} note={String(rows.length)}>
          {list(rows)}
        </Part>
      ))}
    </>
  )
}

/** The way to a comparison for those who cannot shift-click. */
export function CompareWith({ index, node }: { index: GraphIndex; node: number }) {
  const { id } = index.graph.nodes
  return (
    <Part title="Compare">
      <Combobox
        name="Compare with"
        placeholder="Another entity …"
        find={(text) => findNodes(text)}
        choose={({ selection }) => {
          if (selection.kind === 'node') select({ kind: 'compare', ids: [id[node]!, selection.id] })
        }}
        clearAfter
      />
    </Part>
  )
}
