import { useEffect, useRef } from 'preact/hooks'
import { findAll, wakeSearch } from '../search-access.ts'
import { select } from '../state.ts'
import { Combobox } from './combobox.tsx'
import { Icon } from './icon.tsx'

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
    const idle = setTimeout(wakeSearch, 1500)
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
        onFocus={wakeSearch}
        clearAfter
        inputRef={(input) => {
          box.current = input
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </div>
  )
}
