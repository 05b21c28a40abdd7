import { useSignal } from '@preact/signals'
import type { GraphIndex } from '../data/graph-index.ts'
import { memberGroups } from '../data/pattern-members.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import { NodeLink } from './node-link.tsx'
import { Part } from './part.tsx'

const FIRST = 24

/** The members of a pattern by kind: the core in full ink, what is drawn in another region with a broken rim. */
export function MemberChips({ index, pattern }: { index: GraphIndex; pattern: number }) {
  const members = index.patternMembers[pattern]!
  const inside = new Set(members)
  const core = new Set(members.slice(0, index.patternCores[pattern]))
  const classOf = (node: number) => (core.has(node) ? 'core' : inside.has(node) ? '' : 'elsewhere')
  return (
    <>
      {memberGroups(index, pattern).map(({ kind, nodes }, _, groups) => {
        const isAlso = kind === 'company' && groups[0]!.kind === 'support'
        const title = kind === 'support' ? 'Companies' : isAlso ? 'Companies nearby' : TYPE_NAMES[kind].many
        return (
          <Part key={`${pattern}${kind}`} title={title} note={String(nodes.length)}>
            {isAlso && <p class="quiet">Drawn in this region, but the subject of none of its stories.</p>}
            <Chips index={index} nodes={nodes} classOf={classOf} />
          </Part>
        )
      })}
    </>
  )
}

interface ChipsProps {
  index: GraphIndex
  nodes: readonly number[]
  classOf(node: number): string
}

function Chips({ index, nodes, classOf }: ChipsProps) {
  const all = useSignal(false)
  const shown = all.value ? nodes : nodes.slice(0, FIRST)
  return (
    <>
      <ul class="chips">
        {shown.map((node) => {
          const look = classOf(node)
          return (
            <li key={node} class={look} title={look === 'elsewhere' ? 'Drawn in another region' : undefined}>
              <NodeLink index={index} node={node} />
            </li>
          )
        })}
      </ul>
      {nodes.length > shown.length && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          Show {nodes.length - shown.length} more
        </button>
      )}
    </>
  )
}
