import { Drawing } from '../sigma-adapter.ts'

let prepared: Drawing | { error: unknown } | null = null

/**
 * Starts WebGL and compiles the nodes' program, which no graph is needed for, while the data is on its way. Where there is
 * no WebGL, whoever takes the drawing is told.
 */
export function prepareDrawing(): void {
  try {
    prepared = openDrawing()
  } catch (error) {
    prepared = { error }
  }
}

/** An empty drawing in `host`: the prepared one, if nobody has taken it. Throws where there is no WebGL. */
export function takeDrawing(host: HTMLElement): Drawing {
  const taken = prepared ?? openDrawing()
  prepared = null
  if (!(taken instanceof Drawing)) throw taken.error
  host.append(taken.getContainer())
  return taken
}

function openDrawing(): Drawing {
  const place = document.createElement('div')
  place.className = 'drawing'
  return new Drawing(place)
}
