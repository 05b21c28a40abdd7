import type { GraphIndex } from '../data/graph-index.ts'
import type { Overlay } from '../draw/overlay.ts'
import { iconsFor, loadIcons } from '../icons.ts'
import { afterFrame, inPieces } from '../soon.ts'

/** Set once regions and names stand as well; the bench reads it. */
const VIEW_MARK = 'throughline:view'

export interface OverlayPainter {
  /** Draws both canvases in the next frame. */
  soon(): void
  /** Draws them at once: sigma has just drawn, and they are composed with it. */
  now(): void
  /** Positions, filters or patterns changed: the outlines are made anew. */
  forgetHulls(): void
  stop(): void
}

/**
 * Keeps regions, names and marks in step with the graph; they stand on canvases of their own, so that a change of them
 * costs WebGL nothing. The first frame has none of them and is not kept waiting: the processor that would outline regions
 * may be the one that draws.
 */
export function overlayPainter(index: GraphIndex, overlay: Overlay, isMoving: () => boolean): OverlayPainter {
  let isBegun = false
  let isWhole = false
  let asked = 0
  let stopPieces = () => {}
  const now = () => {
    cancelAnimationFrame(asked)
    asked = 0
    if (!isBegun || isMoving() || !overlay.draw() || isWhole) return
    isWhole = true
    performance.mark(VIEW_MARK)
  }
  const soon = () => {
    if (isBegun) asked ||= requestAnimationFrame(now)
  }
  const outline = () => {
    stopPieces()
    stopPieces = inPieces(() => {
      if (overlay.makeHulls()) return true
      soon()
      return false
    })
  }
  const stopWaiting = afterFrame(() => {
    isBegun = true
    outline()
    void loadIcons().then((known) => {
      const found = iconsFor(index, known)
      overlay.setIcons(new Map([...found].map(([node, { path }]) => [node, new Path2D(path)])))
      soon()
    })
  })
  return {
    soon,
    now,
    forgetHulls() {
      overlay.forgetHulls()
      if (isBegun) outline()
    },
    stop() {
      isBegun = false
      stopWaiting()
      stopPieces()
      cancelAnimationFrame(asked)
    },
  }
}
