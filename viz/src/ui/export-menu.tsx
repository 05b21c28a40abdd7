import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { EXPORTS, type ExportFormat, runExport } from '../export-view.ts'
import { announce } from '../state.ts'
import { Icon } from './icon.tsx'

/** A button with a menu of formats; arrows move, Escape closes. */
export function ExportMenu({ canPicture }: { canPicture: boolean }) {
  const open = useSignal(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || !menu.current?.parentElement?.contains(event.target)) open.value = false
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [])
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]:not([disabled])') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open.value) return
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') {
      open.value = false
      button.current?.focus()
    } else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus()
    else if (event.key === 'Tab') open.value = false
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  const run = async (format: ExportFormat) => {
    open.value = false
    button.current?.focus()
    try {
      announce(`Saved ${await runExport(format)}`)
    } catch (error) {
      announce(`Could not be saved: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the button and the menu's items
    <div class="menu-host" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="action"
        aria-haspopup="menu"
        aria-expanded={open.value}
        title="Save what is shown"
        onClick={() => {
          open.value = !open.value
          if (open.value) requestAnimationFrame(() => items()[0]?.focus())
        }}
      >
        <Icon name="export" />
        <span class="action-text">Export</span>
      </button>
      <div class="menu" role="menu" aria-label="Export" ref={menu} hidden={!open.value}>
        {EXPORTS.map(({ format, name, note, picture }) => (
          <button
            key={format}
            type="button"
            role="menuitem"
            aria-label={name}
            tabIndex={-1}
            disabled={picture && !canPicture}
            onClick={() => void run(format)}
          >
            {name} <span class="quiet">{note}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
