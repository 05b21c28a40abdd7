import { useSignal, useSignalEffect } from '@preact/signals'
import { cleanLabel } from '../data/safe-text.ts'
import { findNodes } from '../search-access.ts'
import { index, pathOpen, select, selection } from '../state.ts'
import { Combobox } from './combobox.tsx'
import { Icon } from './icon.tsx'

/** Two boxes for the ends of a path; the way appears in Details as soon as both are chosen. */
export function PathPanel() {
  const from = useSignal<string | null>(null)
  const to = useSignal<string | null>(null)
  useSignalEffect(() => {
    const chosen = selection.value
    if (chosen?.kind === 'path') {
      from.value = chosen.from
      to.value = chosen.to
    } else if (chosen?.kind === 'node' && from.peek() === null) from.value = chosen.id
  })
  const graph = index.value
  if (!pathOpen.value || graph === null) return null
  const labelOf = (id: string | null) => {
    const row = id === null ? undefined : graph.nodeById.get(id)
    return row === undefined ? '' : cleanLabel(graph.graph.nodes.label[row]!)
  }
  const go = () => {
    if (from.value !== null && to.value !== null) select({ kind: 'path', from: from.value, to: to.value })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it floats over the drawing
    <div class="path-panel panel" role="group" aria-label="Path between two entities">
      <Combobox
        name="From entity"
        placeholder="From …"
        value={labelOf(from.value)}
        find={findNodes}
        choose={({ selection: hit }) => {
          if (hit.kind === 'node') from.value = hit.id
          go()
        }}
      />
      <Icon name="path" />
      <Combobox
        name="To entity"
        placeholder="To …"
        value={labelOf(to.value)}
        find={findNodes}
        choose={({ selection: hit }) => {
          if (hit.kind === 'node') to.value = hit.id
          go()
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label="Close path"
        onClick={() => {
          pathOpen.value = false
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
