import type { EntityType, Polarity } from '../../../src/model/index.ts'
import { dateOf, NO_DAY } from '../data/day.ts'
import { POLARITIES } from '../data/filters.ts'
import { TYPE_ORDER } from '../data/graph-index.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import { changeFilters, filters, index, isFiltered, resetFilters, visible } from '../state.ts'

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
        {shown.nodeTotal.toLocaleString('en')} of {graph.nodeCount.toLocaleString('en')} entities,{' '}
        {shown.edgeTotal.toLocaleString('en')} links
      </p>
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
              {shown.byType[type].toLocaleString('en')}
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
            {graph.graph.meta.undated.toLocaleString('en')}
          </span>
        </label>
      </div>
      <label class="slider">
        <span>
          Minimum weight <output aria-hidden="true">{minWeight.toFixed(2)}</output>
        </span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={minWeight}
          aria-label="Minimum weight"
          onInput={(event) => changeFilters({ minWeight: Number(event.currentTarget.value) })}
        />
      </label>
      <div class="dates">
        <label>
          <span>From</span>
          <input
            type="date"
            value={from}
            min={first}
            max={last}
            onChange={(event) => changeFilters({ from: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>To</span>
          <input
            type="date"
            value={to}
            min={first}
            max={last}
            onChange={(event) => changeFilters({ to: event.currentTarget.value })}
          />
        </label>
      </div>
      <details class="more-filters">
        <summary>More filters</summary>
        <label class="slider">
          <span>
            Minimum links <output aria-hidden="true">{minDegree}</output>
          </span>
          <input
            type="range"
            min={0}
            max={10}
            step={1}
            value={minDegree}
            aria-label="Minimum links"
            onInput={(event) => changeFilters({ minDegree: Number(event.currentTarget.value) })}
          />
        </label>
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
