import { edgeByKey } from '../data/graph-index.ts'
import { index, select, selection } from '../state.ts'
import { CompareDetails } from './compare-details.tsx'
import { EdgeDetails } from './edge-details.tsx'
import { EntryDetails } from './entry-details.tsx'
import { Icon } from './icon.tsx'
import { NodeDetails } from './node-details.tsx'
import { PathDetails } from './path-details.tsx'
import { PatternDetails } from './pattern-details.tsx'

/** The right panel: whatever is selected, with the sentences behind it. */
export function Details() {
  const graph = index.value
  const chosen = selection.value
  if (graph === null || chosen === null) return null
  return (
    <section class="details panel" aria-label="Details" data-sheet="details">
      <button type="button" class="icon-button close" aria-label="Close details" onClick={() => select(null)}>
        <Icon name="close" />
      </button>
      <div class="scroll" key={JSON.stringify(chosen)} tabIndex={-1}>
        {chosen.kind === 'node' && <NodeDetails index={graph} node={graph.nodeById.get(chosen.id)!} />}
        {chosen.kind === 'edge' && <EdgeDetails index={graph} edge={edgeByKey(graph, chosen.key)} />}
        {chosen.kind === 'pattern' && <PatternDetails index={graph} pattern={graph.patternById.get(chosen.id)!} />}
        {chosen.kind === 'entry' && <EntryDetails index={graph} entry={graph.entryById.get(chosen.id)!} />}
        {chosen.kind === 'compare' && (
          <CompareDetails index={graph} nodes={chosen.ids.map((id) => graph.nodeById.get(id)!)} />
        )}
        {chosen.kind === 'path' && (
          <PathDetails index={graph} from={graph.nodeById.get(chosen.from)!} to={graph.nodeById.get(chosen.to)!} />
        )}
      </div>
    </section>
  )
}
