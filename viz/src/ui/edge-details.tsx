import { sayDate } from '../data/day.ts'
import { relationOf } from '../data/describe.ts'
import { edgeKey, type GraphIndex, itemsOf, otherEnd } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { selectEdge } from '../data/selection.ts'
import { plural } from '../data/summarize.ts'
import { select } from '../state.ts'
import { NodeLink } from './node-link.tsx'
import { Part } from './part.tsx'
import { Quotes } from './quotes.tsx'

/** One relation: its ends, its weight and the sentences that state it; other relations of the same two below. */
export function EdgeDetails({ index, edge }: { index: GraphIndex; edge: number }) {
  const { edges, nodes } = index.graph
  const from = edges.from[edge]!
  const to = edges.to[edge]!
  const parallel = [...itemsOf(index.edgesOf, from)].filter(
    (other) => other !== edge && otherEnd(index, other, from) === to,
  )
  const first = edges.firstDate[edge]
  const last = edges.lastDate[edge]
  return (
    <>
      <p class="kicker">Relation</p>
      <h2 class="relation-title">
        <bdi>{cleanLabel(nodes.label[from]!)}</bdi> <em>{relationOf(index, edge, from)}</em>{' '}
        <bdi>{cleanLabel(nodes.label[to]!)}</bdi>
      </h2>
      <p class="quiet">
        Weight {edges.weight[edge]!.toFixed(2)} · {plural(edges.stories[edge]!, 'story', 'stories')}
        {first && ` · ${first === last || !last ? sayDate(first) : `${sayDate(first)} to ${sayDate(last)}`}`}
      </p>
      <div class="ends">
        <NodeLink index={index} node={from} />
        <NodeLink index={index} node={to} />
      </div>
      <Part title="Evidence">
        <Quotes index={index} pieces={edges.evidence[edge]!} total={edges.count[edge]!} />
      </Part>
      {parallel.length > 0 && (
        <Part title="Also between the two">
          <ul class="entries">
            {parallel.map((other) => (
              <li key={edgeKey(index, other)}>
                <button type="button" class="plain" onClick={() => select(selectEdge(index, other))}>
                  {relationOf(index, other, from)}
                </button>
                <span class="quiet">{plural(edges.count[other]!, 'sentence')}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}
