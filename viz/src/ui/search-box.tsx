import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { createSearch, type Search, type SearchHit } from '../data/search.ts'
import { index, select } from '../state.ts'
import { Combobox } from './combobox.tsx'
import { Icon } from './icon.tsx'

let search: Search | null = null
let wanted = false

/** Indexing waits until someone is about to search. */
function wake(): void {
  wanted = true
  if (search === null && index.value !== null) search = createSearch(index.value)
}

effect(() => {
  // A corrected graph has other names: index it anew, but only if anyone has searched.
  const current = index.value
  search = wanted && current !== null ? createSearch(current) : null
})

export function findAll(text: string): SearchHit[] {
  wake()
  return search?.find(text) ?? []
}

/** Entities only, for the boxes of path, comparison and merging. */
export function findNodes(text: string): SearchHit[] {
  return findAll(text).filter(({ selection }) => selection.kind === 'node')
}

export function SearchBox() {
  const box = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', focus)
    const idle = setTimeout(wake, 1500)
    return () => {
      document.removeEventListener('keydown', focus)
      clearTimeout(idle)
    }
  }, [])
  return (
    <div class="search">
      <Icon name="search" />
      <Combobox
        name="Search"
        placeholder="Search companies, technologies, failures, entries"
        find={findAll}
        choose={({ selection }) => select(selection)}
        onFocus={wake}
        clearAfter
        inputRef={(input) => {
          box.current = input
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  )
}
