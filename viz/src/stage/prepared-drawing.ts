import { Drawing } from '../sigma-adapter.ts'
import { drawsInSoftware } from './own-layer.ts'

interface Prepared {
  sigma: Drawing
  /** Whether WebGL is drawn by the processor; asked once GL has drawn, the answer would wait for the picture. */
  bySoftware: boolean
}

let prepared: Prepared | { error: unknown } | null = null

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
export function takeDrawing(host: HTMLElement): Prepared {
  const taken = prepared ?? openDrawing()
  prepared = null
  if ('error' in taken) throw taken.error
  host.append(taken.sigma.getContainer())
  return taken
}

function openDrawing(): Prepared {
  const place = document.createElement('div')
  place.className = 'drawing'
  const sigma = new Drawing(place)
  return { sigma, bySoftware: drawsInSoftware(sigma.getCanvases().nodes!) }
}
