import { stage } from './stage/stage-access.ts'
import { pathOpen, select, selection, tab } from './state.ts'

const ZOOM = 1.5
/** Share of the drawing's width that an arrow key moves the camera by. */
const PAN = 0.12

/** Keys that work wherever nobody types: Escape, + and -, 0, and the arrows over the drawing. Returns the clean-up. */
export function bindShortcuts(target: Document, fit: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const element = event.target instanceof Element ? event.target : null
    if (event.key === 'Escape') {
      // A box that holds text, or a menu, has taken its own Escape before.
      if (pathOpen.peek()) pathOpen.value = false
      else if (selection.peek() !== null) select(null)
      return
    }
    const isElsewhere = element === null || element === target.body || element.closest('.view, .header .tabs') !== null
    if (!isElsewhere || tab.peek() !== 'graph' || element?.closest('input, [role=tab]')) return
    const drawing = stage()
    if (drawing === null) return
    const { x, y, ratio } = drawing.camera()
    const step = PAN * ratio
    const pan = (dx: number, dy: number) => drawing.setCamera({ x: x + dx, y: y + dy, ratio })
    if (event.key === '+' || event.key === '=') drawing.zoom(ZOOM, 0)
    else if (event.key === '-') drawing.zoom(1 / ZOOM, 0)
    else if (event.key === '0') fit()
    else if (event.key === 'ArrowLeft') pan(-step, 0)
    else if (event.key === 'ArrowRight') pan(step, 0)
    else if (event.key === 'ArrowUp') pan(0, step)
    else if (event.key === 'ArrowDown') pan(0, -step)
    else return
    event.preventDefault()
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}
