import type { Signal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { TYPE_ORDER } from '../data/graph-index.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import type { ColorBy, SizeBy } from '../draw/scene.ts'
import { changeFilters, colorBy, filters, sizeBy } from '../state.ts'
import { Icon } from './icon.tsx'
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
            class="pill"
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
      <Display />
    </div>
  )
}

const COLORS: readonly [ColorBy, string][] = [
  ['type', 'Type'],
  ['pattern', 'Pattern'],
]
const SIZES: readonly [SizeBy, string][] = [
  ['mentions', 'Mentions'],
  ['centrality', 'Centrality'],
]

/** What colour and size stand for, behind one button. */
function Display() {
  const open = useSignal(false)
  const host = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || !host.current?.contains(event.target)) open.value = false
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the choices
    <div
      class="display"
      ref={host}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open.value) return
        open.value = false
        button.current?.focus()
        event.preventDefault()
      }}
    >
      <button
        ref={button}
        type="button"
        class="pill"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value
        }}
      >
        <Icon name="display" />
        Display
      </button>
      {open.value && (
        // biome-ignore lint/a11y/useSemanticElements: it floats over the drawing
        <div class="display-panel panel" role="group" aria-label="Display">
          <Choice name="Colour" setting={colorBy} options={COLORS} />
          <Choice name="Size" setting={sizeBy} options={SIZES} />
        </div>
      )}
    </div>
  )
}

interface ChoiceProps<T extends string> {
  name: string
  setting: Signal<T>
  options: readonly [T, string][]
}

/** One of few, all in sight. */
function Choice<T extends string>({ name, setting, options }: ChoiceProps<T>) {
  return (
    <fieldset class="segments choice">
      <legend>{name}</legend>
      {options.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={setting.value === value}
            onChange={() => {
              setting.value = value
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
