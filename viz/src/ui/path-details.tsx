import { relationOf } from '../data/describe.ts'
import { findPath } from '../data/find-path.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { plural } from '../data/summarize.ts'
import { visible } from '../state.ts'
import { NodeLink } from './node-link.tsx'
import { Quotes } from './quotes.tsx'

/** The way between two entities, hop by hop, each with its evidence. */
export function PathDetails({ index, from, to }: { index: GraphIndex; from: number; to: number }) {
  const { nodes, edges } = index.graph
  const path = visible.value === null ? null : findPath(index, visible.value, from, to)
  return (
    <>
      <p class="kicker">Path</p>
      <h2>
        <bdi>{cleanLabel(nodes.label[from]!)}</bdi> <em>to</em> <bdi>{cleanLabel(nodes.label[to]!)}</bdi>
      </h2>
      {path === null ? (
        <p>No way leads from one to the other through what is shown. Loosen the filters and try again.</p>
      ) : (
        <>
          <p class="quiet">{plural(path.edges.length, 'hop')}</p>
          <ol class="hops">
            {path.edges.map((edge, at) => (
              <li key={edge}>
                <p class="hop">
                  <NodeLink index={index} node={path.nodes[at]!} />
                  <em>{relationOf(index, edge, path.nodes[at]!)}</em>
                  <NodeLink index={index} node={path.nodes[at + 1]!} />
                </p>
                <Quotes index={index} pieces={edges.evidence[edge]!.slice(0, 2)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
