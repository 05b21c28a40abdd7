import { TYPE_ORDER } from '../data/graph-index.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import type { ColorBy, SizeBy } from '../draw/scene.ts'
import { changeFilters, colorBy, filters, sizeBy } from '../state.ts'
import { TypeMark } from './type-mark.tsx'

/** What shapes and colours mean; a type pressed is shown, released it is hidden. */
export function Legend() {
  const { types } = filters.value
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, it is laid out as one line
    <div class="legend" role="group" aria-label="Legend">
      {TYPE_ORDER.map((type) => {
        const on = types.includes(type)
        return (
          <button
            key={type}
            type="button"
            aria-pressed={on}
            title={`${on ? 'Hide' : 'Show'} ${TYPE_NAMES[type].many.toLowerCase()}`}
            onClick={() =>
              changeFilters({ types: TYPE_ORDER.filter((other) => (other === type ? !on : types.includes(other))) })
            }
          >
            <TypeMark type={type} color={colorBy.value === 'pattern' ? 'var(--ink-quiet)' : undefined} />
            {TYPE_NAMES[type].many}
          </button>
        )
      })}
      <label class="select">
        <span class="visually-hidden">Colour by</span>
        <select
          value={colorBy.value}
          onChange={(event) => {
            colorBy.value = event.currentTarget.value as ColorBy
          }}
        >
          <option value="type">Colour by type</option>
          <option value="pattern">Colour by pattern</option>
        </select>
      </label>
      <label class="select">
        <span class="visually-hidden">Size by</span>
        <select
          value={sizeBy.value}
          onChange={(event) => {
            sizeBy.value = event.currentTarget.value as SizeBy
          }}
        >
          <option value="mentions">Size by mentions</option>
          <option value="centrality">Size by centrality</option>
        </select>
      </label>
    </div>
  )
}
