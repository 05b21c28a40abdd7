import { effect, signal } from '@preact/signals'
import { readAddress, type View, writeAddress } from './address.ts'
import * as state from './state.ts'

/** Raised when the address sets the camera, so that the stage moves there. */
export const cameraOrder = signal<View['camera']>(null)

const CAMERA_PAUSE_MS = 300

/** Takes over what the address says; called once a graph is there, and on back and forward. */
function apply(): void {
  const view = readAddress(location.hash, state.startFilters.peek())
  state.tab.value = view.tab
  state.wanted.value = view.selection
  state.sheet.value = view.selection === null ? 'none' : 'details'
  state.depth.value = view.depth
  state.filters.value = view.filters
  state.colorBy.value = view.colorBy
  state.sizeBy.value = view.sizeBy
  state.drawUnlinked.value = view.drawUnlinked
  if (view.camera !== null) {
    state.camera.value = view.camera
    cameraOrder.value = view.camera
  }
}

let writeNow = () => {}

/** The address of the view as it is at this moment, even if it was about to be written only after a pause. */
export function currentLink(): string {
  writeNow()
  return location.href
}

/**
 * Keeps address and state the same. A new selection or tab is a step in the history; filters and camera change the
 * present step.
 */
export function syncAddress(): void {
  apply()
  let steps = stepOf()
  let written = location.hash.replace(/^#/, '')
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    const next = writeAddress(present(), state.startFilters.peek())
    const step = stepOf()
    if (next !== written) {
      const address = next === '' ? location.pathname + location.search : `#${next}`
      if (step !== steps) history.pushState(null, '', address)
      else history.replaceState(null, '', address)
    }
    written = next
    steps = step
  }
  writeNow = write
  effect(() => {
    // Read everything that the address holds, so that the effect follows it.
    present()
    state.startFilters.value
    if (stepOf() !== steps) write()
    else {
      clearTimeout(timer)
      timer = setTimeout(write, CAMERA_PAUSE_MS)
    }
  })
  window.addEventListener('popstate', () => {
    clearTimeout(timer)
    written = location.hash.replace(/^#/, '')
    const view = readAddress(location.hash, state.startFilters.peek())
    steps = JSON.stringify([view.tab, view.selection])
    apply()
  })
}

const stepOf = () => JSON.stringify([state.tab.value, state.wanted.value])

function present(): View {
  return {
    tab: state.tab.value,
    selection: state.wanted.value,
    depth: state.depth.value,
    filters: state.filters.value,
    colorBy: state.colorBy.value,
    sizeBy: state.sizeBy.value,
    drawUnlinked: state.drawUnlinked.value,
    camera: state.camera.value,
  }
}
