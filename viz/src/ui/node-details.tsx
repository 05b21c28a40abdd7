import { useSignal } from '@preact/signals'
import { sayRange } from '../data/day.ts'
import { entriesNaming, factsOf, neighboursOf, timelineOf } from '../data/describe.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel, hostOf, safeHref } from '../data/safe-text.ts'
import { selectEdge } from '../data/selection.ts'
import { plural, TYPE_NAMES } from '../data/summarize.ts'
import { patternColor } from '../draw/palette.ts'
import { depth, palette, select } from '../state.ts'
import { CompareWith } from './compare-details.tsx'
import { CorrectIt } from './correct-it.tsx'
import { Icon } from './icon.tsx'
import { NodeLink } from './node-link.tsx'
import { Part } from './part.tsx'
import { Quotes } from './quotes.tsx'
import { Sparkline } from './sparkline.tsx'
import { TypeMark } from './type-mark.tsx'

const FIRST_NEIGHBOURS = 8
const BINS = 24

/** Facts, timeline, neighbours and quoted evidence of one entity. */
export function NodeDetails({ index, node }: { index: GraphIndex; node: number }) {
  const { nodes, patterns } = index.graph
  const type = nodes.type[node]!
  const entries = entriesNaming(index, node)
  const pattern = nodes.pattern[node]!
  const facts = factsOf(index, node)
  const homepage = safeHref(nodes.facts[node]!.homepage ?? null)
  const definition = nodes.facts[node]!.definition
  return (
    <>
      <p class="kicker">
        <TypeMark type={type} /> {TYPE_NAMES[type].one}
        {nodes.publisher[node] ? ' · publisher' : ''}
      </p>
      <h2>
        <bdi>{cleanLabel(nodes.label[node]!, 160)}</bdi>
      </h2>
      {definition !== undefined && <p class="lead">{cleanLabel(definition, 400)}</p>}
      <p class="quiet">
        {plural(nodes.mentions[node]!, 'mention')} in {plural(nodes.entries[node]!, 'entry', 'entries')}
        {nodes.firstDate[node] !== null &&
          nodes.lastDate[node] !== null &&
          `, ${sayRange(nodes.firstDate[node]!, nodes.lastDate[node]!)}`}
      </p>
      <Sparkline counts={timelineOf(index, entries, BINS)} color={`var(--${type})`} />
      {pattern >= 0 && patterns[pattern] !== undefined && (
        <button
          type="button"
          class="pattern-chip"
          onClick={() => select({ kind: 'pattern', id: patterns[pattern]!.id })}
        >
          <span class="dot" style={`background: ${patternColor(palette.value, index.patternSlot[pattern]!)}`} />
          <span>
            Part of <bdi>{cleanLabel(patterns[pattern]!.name, 120)}</bdi>{' '}
            <span class="quiet">in {Math.round(nodes.stability[node]! * 100)} % of runs</span>
          </span>
        </button>
      )}
      {(facts.length > 0 || homepage !== null) && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
          {homepage !== null && (
            <div>
              <dt>Homepage</dt>
              <dd>
                <a href={homepage} target="_blank" rel="noopener noreferrer">
                  {hostOf(homepage)} <Icon name="out" />
                </a>
              </dd>
            </div>
          )}
        </dl>
      )}
      <FocusDepth />
      <Part title="Evidence">
        <Quotes index={index} pieces={nodes.evidence[node]!} total={nodes.mentions[node]!} />
      </Part>
      <Neighbours index={index} node={node} />
      <Part title="Entries" note={String(entries.length)}>
        <EntryList index={index} entries={entries} />
      </Part>
      <CompareWith index={index} node={node} />
      <CorrectIt index={index} node={node} />
    </>
  )
}

function FocusDepth() {
  return (
    <fieldset class="segments">
      <legend>Focus depth</legend>
      {[1, 2, 3].map((step) => (
        <label key={step}>
          <input
            type="radio"
            name="depth"
            value={step}
            checked={depth.value === step}
            onChange={() => {
              depth.value = step
            }}
          />
          <span>
            {step} {step === 1 ? 'hop' : 'hops'}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Neighbours({ index, node }: { index: GraphIndex; node: number }) {
  return (
    <>
      {neighboursOf(index, node).map(({ type, neighbours }) => (
        <NeighbourGroup
          key={`${node}${type}`}
          index={index}
          node={node}
          title={TYPE_NAMES[type].many}
          neighbours={neighbours}
        />
      ))}
    </>
  )
}

function NeighbourGroup({
  index,
  title,
  neighbours,
}: {
  index: GraphIndex
  node: number
  title: string
  neighbours: ReturnType<typeof neighboursOf>[number]['neighbours']
}) {
  const all = useSignal(false)
  const shown = all.value ? neighbours : neighbours.slice(0, FIRST_NEIGHBOURS)
  return (
    <Part title={title} note={String(neighbours.length)}>
      <ul class="neighbours">
        {shown.map(({ node: other, edges, weight, relation }) => (
          <li key={other}>
            <NodeLink index={index} node={other} />
            <span class="relation quiet">{relation}</span>
            <button
              type="button"
              class="weight"
              aria-label={`Evidence for the link to ${cleanLabel(index.graph.nodes.label[other]!)}`}
              title={`Weight ${weight.toFixed(2)}: show the evidence`}
              onClick={() => select(selectEdge(index, edges[0]!))}
            >
              <span style={`width: ${Math.round(8 + 92 * Math.min(1, weight))}%`} />
            </button>
          </li>
        ))}
      </ul>
      {neighbours.length > shown.length && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          Show {neighbours.length - shown.length} more
        </button>
      )}
    </Part>
  )
}

/** Titles that lead to their entries. */
export function EntryList({ index, entries }: { index: GraphIndex; entries: readonly number[] }) {
  const all = useSignal(false)
  const shown = all.value ? entries : entries.slice(0, 6)
  return (
    <>
      <ul class="entries">
        {shown.map((entry) => (
          <li key={entry}>
            <button
              type="button"
              class="plain"
              onClick={() => select({ kind: 'entry', id: index.graph.entries.id[entry]! })}
            >
              <bdi>{cleanLabel(index.graph.entries.title[entry]!, 160)}</bdi>
            </button>
            <span class="quiet">{index.graph.entries.date[entry] ?? 'undated'}</span>
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          Show {entries.length - shown.length} more
        </button>
      )}
    </>
  )
}
