import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { SearchHit } from '../data/search.ts'
import { searchReady } from '../search-access.ts'

export interface ComboboxProps {
  name: string
  placeholder?: string
  /** Text shown while nobody types. */
  value?: string
  find(text: string): SearchHit[]
  choose(hit: SearchHit): void
  onFocus?(): void
  clearAfter?: boolean
  inputRef?(input: HTMLInputElement | null): void
}

/** A text box with a list of suggestions, after the ARIA combobox pattern: arrows, Enter, Escape, Home and End. */
export function Combobox({
  name,
  placeholder,
  value = '',
  find,
  choose,
  onFocus,
  clearAfter,
  inputRef,
}: ComboboxProps) {
  const id = useId()
  const text = useSignal<string | null>(null)
  const hits = useSignal<SearchHit[]>([])
  const active = useSignal(0)
  const open = useSignal(false)
  const input = useRef<HTMLInputElement | null>(null)

  const look = (next: string) => {
    text.value = next
    hits.value = find(next)
    active.value = 0
    open.value = next.trim() !== ''
  }
  const take = (hit: SearchHit | undefined) => {
    if (hit === undefined) return
    open.value = false
    text.value = clearAfter ? '' : null
    choose(hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.value.length - 1
    if (event.key === 'ArrowDown') {
      if (!open.value && text.value !== null) look(text.value)
      else active.value = Math.min(last, active.value + 1)
    } else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1)
    else if (event.key === 'Enter') take(open.value ? hits.value[active.value] : undefined)
    else if (event.key === 'Escape') {
      if (!open.value && !text.value) return
      open.value = false
      text.value = clearAfter ? '' : null
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  const isOpen = open.value
  // Names are indexed in small steps: what was typed before the end is looked up again.
  const isReady = searchReady.value
  useEffect(() => {
    if (isReady && open.peek() && text.peek() !== null) hits.value = find(text.peek()!)
  }, [isReady])
  return (
    <div class="combobox">
      <input
        ref={(element) => {
          input.current = element
          inputRef?.(element)
        }}
        type="text"
        role="combobox"
        aria-label={name}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits.value.length > 0 ? `${id}-${active.value}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text.value ?? value}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => {
          onFocus?.()
          input.current?.select()
        }}
        onBlur={() => {
          open.value = false
          if (!clearAfter) text.value = null
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={`${name} results`}
        tabIndex={-1}
        class="options"
        hidden={!isOpen || hits.value.length === 0}
      >
        {isOpen &&
          hits.value.map((hit, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box holds the focus and handles the keys
            <div
              key={`${hit.kind}${at}${hit.label}`}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active.value}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(hit)}
              onPointerMove={() => {
                active.value = at
              }}
            >
              <bdi class="option-label">{hit.label}</bdi>
              <span class="option-kind">
                {hit.kind} · {hit.detail}
              </span>
            </div>
          ))}
      </div>
      <p class="options nothing" role="status" hidden={!isOpen || hits.value.length > 0}>
        {isOpen && hits.value.length === 0 ? (searchReady.value ? 'Nothing found' : 'Searching …') : ''}
      </p>
    </div>
  )
}
