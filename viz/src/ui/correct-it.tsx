import { useSignal } from '@preact/signals'
import { toRules } from '../data/corrections.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { plural } from '../data/summarize.ts'
import { findNodes } from '../search-access.ts'
import { announce, correct, corrections, select } from '../state.ts'
import { Combobox } from './combobox.tsx'
import { copyText } from './copy-text.ts'

/** Hide, merge, rename or retype an entity; the graph follows at once and the rules can be copied. */
export function CorrectIt({ index, node }: { index: GraphIndex; node: number }) {
  const { nodes } = index.graph
  const id = nodes.id[node]!
  const type = nodes.type[node]!
  const label = useSignal(nodes.label[node]!)
  const retyped = type === 'company' ? 'technology' : 'company'
  return (
    <details class="correct-it">
      <summary>Correct it</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const next = label.value.trim()
          if (next === '' || next === nodes.label[node]) return
          correct({ kind: 'rename', id, label: next })
          announce(`Renamed to ${next}`)
        }}
      >
        <label>
          Name
          <input
            type="text"
            value={label.value}
            maxLength={200}
            onInput={(event) => {
              label.value = event.currentTarget.value
            }}
          />
        </label>
        <button type="submit" class="button">
          Rename
        </button>
      </form>
      <Combobox
        name="Merge into"
        placeholder="Merge into another entity …"
        find={findNodes}
        choose={({ selection, label: into }) => {
          if (selection.kind !== 'node' || selection.id === id) return
          correct({ kind: 'merge', id, into: selection.id })
          select(selection)
          announce(`Merged into ${into}`)
        }}
        clearAfter
      />
      <div class="row">
        {(type === 'company' || type === 'technology') && (
          <button
            type="button"
            class="button"
            onClick={() => {
              correct({ kind: 'retype', id, type: retyped })
              announce(`Now a ${retyped}`)
            }}
          >
            It is a {retyped}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            correct({ kind: 'hide', id })
            select(null)
            announce('Hidden')
          }}
        >
          Hide
        </button>
      </div>
      <CorrectionList />
    </details>
  )
}

/** The rules so far, ready for a `rules.yaml` of the reader's own ontology folder. */
export function CorrectionList() {
  if (corrections.value.length === 0) return null
  const rules = toRules(corrections.value)
  return (
    <div class="rules">
      <p class="quiet">
        Put these lines into <code>rules.yaml</code> of your own folder and build with <code>--ontology</code>.
      </p>
      <pre>{rules}</pre>
      <RulesButtons />
    </div>
  )
}

function RulesButtons() {
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => void copyText(toRules(corrections.value), 'Rules copied')}>
        Copy rules
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          corrections.value = corrections.value.slice(0, -1)
        }}
      >
        Undo the last
      </button>
    </div>
  )
}

/** That something was set right, in sight whatever is chosen: what is not copied is lost on reload. */
export function CorrectionNote() {
  const count = corrections.value.length
  if (count === 0) return null
  return (
    <section class="correction-note" aria-label="Corrections">
      <p>
        {plural(count, 'correction')} <span class="quiet">kept until this page is closed</span>
      </p>
      <RulesButtons />
    </section>
  )
}
