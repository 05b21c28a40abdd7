import { useSignal } from '@preact/signals'
import { grouped, plural } from '../data/summarize.ts'
import { type SortKey, sortRows, TABLE_COLUMNS, tableRows } from '../data/table-rows.ts'
import { index, visible } from '../state.ts'
import { NodeLink } from './node-link.tsx'

const STEP = 200

/** The nodes of the drawing as a table: sortable, filterable, for screen readers and for copying. */
export function TableView() {
  const sort = useSignal<{ key: SortKey; down: boolean }>({ key: 'entries', down: true })
  const text = useSignal('')
  const limit = useSignal(STEP)
  const graph = index.value
  const shown = visible.value
  if (graph === null || shown === null) return null
  const rows = sortRows(tableRows(graph, shown, text.value), sort.value.key, sort.value.down)
  return (
    <div class="table-view">
      <div class="table-tools">
        <input
          type="search"
          aria-label="Filter the table"
          placeholder="Filter by name, type or pattern"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
            limit.value = STEP
          }}
        />
        <span class="quiet" aria-live="polite">
          {plural(rows.length, 'entity', 'entities')}
        </span>
      </div>
      <div class="table-scroll">
        <table>
          <caption class="visually-hidden">Entities that the filters leave</caption>
          <thead>
            <tr>
              {TABLE_COLUMNS.map(({ key, name, number }) => {
                const own = sort.value.key === key
                return (
                  <th
                    key={key}
                    scope="col"
                    class={number ? 'number' : ''}
                    aria-sort={own ? (sort.value.down ? 'descending' : 'ascending') : 'none'}
                  >
                    <button
                      type="button"
                      onClick={() => {
                        sort.value = { key, down: own ? !sort.value.down : number }
                      }}
                    >
                      {name}
                      <span aria-hidden="true">{own ? (sort.value.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit.value).map((row) => (
              <tr key={row.node}>
                <th scope="row">
                  <NodeLink index={graph} node={row.node} />
                </th>
                <td class="whole">{row.type}</td>
                <td class="number">{row.entries}</td>
                <td class="number">{row.mentions}</td>
                <td class="number">{row.links}</td>
                <td class="long" title={row.pattern}>
                  <bdi>{row.pattern}</bdi>
                </td>
                <td class="whole">{row.first}</td>
                <td class="whole">{row.last}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > limit.value && (
          <button
            type="button"
            class="button more"
            onClick={() => {
              limit.value += STEP * 5
            }}
          >
            Show more of {grouped(rows.length)}
          </button>
        )}
      </div>
    </div>
  )
}
