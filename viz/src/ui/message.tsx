import { useSignal } from '@preact/signals'
import type { LoadProblem } from '../data/check-graph.ts'
import { openText } from '../open-file.ts'

/** What stands in the way and what to do about it; also the place to open a file. */
export function Message({ problem }: { problem: LoadProblem }) {
  const over = useSignal(false)
  return (
    <main class="message">
      <div class={`drop ${over.value ? 'over' : ''}`}>
        <svg class="drop-mark" viewBox="0 0 64 40" aria-hidden="true">
          <path d="M4 30c14 0 14-20 28-20s14 20 28 20" />
          <circle cx="32" cy="10" r="6" />
          <circle cx="7" cy="30" r="4" />
          <circle cx="57" cy="30" r="4" />
        </svg>
        <h2>{problem.title}</h2>
        <p role={problem.code === 'missing' ? undefined : 'alert'}>
          {problem.text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
        </p>
        <label class="button primary">
          Open a graph.json
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file) void file.text().then(openText)
            }}
          />
        </label>
        <p class="quiet">or drop the file anywhere on this page</p>
      </div>
    </main>
  )
}
