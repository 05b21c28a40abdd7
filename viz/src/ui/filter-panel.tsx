import type { EntityType, Polarity } from '../../../src/model/index.ts'
import { dateOf, NO_DAY } from '../data/day.ts'
import { POLARITIES, type Visible } from '../data/filters.ts'
import { type GraphIndex, isUnlinked, TYPE_ORDER } from '../data/graph-index.ts'
import { grouped, plural, TYPE_NAMES } from '../data/summarize.ts'
import { fitView } from '../stage/mount-drawing.ts'
import { changeFilters, drawUnlinked, filters, index, isFiltered, resetFilters, visible } from '../state.ts'

const POLARITY_NAMES: Record<Polarity, string> = { occurred: 'Occurred', risk: 'Risk', denied: 'Denied' }

/** What is shown; counts follow each change. */
export function FilterPanel() {
  const graph = index.value
  const shown = visible.value
  if (graph === null || shown === null) return null
  const { types, undated, minWeight, minDegree, polarity, from, to, backbone } = filters.value
  const first = graph.firstDay === NO_DAY ? undefined : dateOf(graph.firstDay)
  const last = graph.lastDay === NO_DAY ? undefined : dateOf(graph.lastDay)
  const toggled = <T,>(list: readonly T[], item: T, on: boolean, order: readonly T[]) =>
    order.filter((other) => (other === item ? on : list.includes(other)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a panel in every browser
    <div role="group" aria-label="Filters" class="filters">
      <div class="panel-title">
        <h2>Filters</h2>
        {isFiltered.value && (
          <button type="button" class="plain" onClick={resetFilters}>
            Reset filters
          </button>
        )}
      </div>
      <p class="counts quiet" aria-live="polite">
        {grouped(shown.nodeTotal)} of {grouped(graph.nodeCount)} entities, {grouped(shown.edgeTotal)} links
      </p>
      <Unlinked index={graph} shown={shown} />
      <div class="checks">
        {TYPE_ORDER.map((type: EntityType) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={(event) =>
                changeFilters({ types: toggled(types, type, event.currentTarget.checked, TYPE_ORDER) })
              }
            />
            <span>{TYPE_NAMES[type].many}</span>
            <span class="count" aria-hidden="true">
              {grouped(shown.byType[type])}
            </span>
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={undated}
            onChange={(event) => changeFilters({ undated: event.currentTarget.checked })}
          />
          <span>Undated</span>
          <span class="count" aria-hidden="true">
            {grouped(graph.graph.meta.undated)}
          </span>
        </label>
      </div>
      <Slider
        name="Minimum weight"
        value={minWeight}
        most={1}
        step={0.05}
        said={minWeight.toFixed(2)}
        change={(value) => changeFilters({ minWeight: value })}
      />
      <div class="dates">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{end === 'from' ? 'From' : 'To'}</span>
            <input
              type="date"
              value={end === 'from' ? from : to}
              min={first}
              max={last}
              onChange={(event) => changeFilters({ [end]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <details class="more-filters">
        <summary>More filters</summary>
        <Slider
          name="Minimum links"
          value={minDegree}
          most={10}
          step={1}
          said={String(minDegree)}
          change={(value) => changeFilters({ minDegree: value })}
        />
        <div class="checks pair">
          <label>
            <input
              type="checkbox"
              checked={backbone}
              onChange={(event) => changeFilters({ backbone: event.currentTarget.checked })}
            />
            <span>Backbone only</span>
          </label>
        </div>
        <fieldset class="checks pair polarity">
          <legend>Failures that</legend>
          {POLARITIES.map((sign) => (
            <label key={sign}>
              <input
                type="checkbox"
                checked={polarity.includes(sign)}
                onChange={(event) =>
                  changeFilters({ polarity: toggled(polarity, sign, event.currentTarget.checked, POLARITIES) })
                }
              />
              <span>{POLARITY_NAMES[sign]}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  )
}

interface SliderProps {
  name: string
  value: number
  most: number
  step: number
  said: string
  change(value: number): void
}

function Slider({ name, value, most, step, said, change }: SliderProps) {
  return (
    <label class="slider">
      <span>
        {name} <output aria-hidden="true">{said}</output>
      </span>
      <input
        type="range"
        min={0}
        max={most}
        step={step}
        value={value}
        aria-label={name}
        onInput={(event) => change(Number(event.currentTarget.value))}
      />
    </label>
  )
}

/** How many entities have no link at all, and whether they are drawn. */
function Unlinked({ index, shown }: { index: GraphIndex; shown: Visible }) {
  const count = shown.nodes.reduce((sum, is, node) => sum + (is && isUnlinked(index, node) ? 1 : 0), 0)
  if (count === 0 || index.edgeCount === 0) return null
  const on = drawUnlinked.value
  return (
    <p class="unlinked quiet">
      {plural(count, 'entity', 'entities')} without links {on ? 'are drawn' : 'are in the table'}.{' '}
      <button
        type="button"
        class="plain"
        onClick={() => {
          drawUnlinked.value = !on
          fitView()
        }}
      >
        {on ? 'Leave them out' : 'Draw them'}
      </button>
    </p>
  )
}
