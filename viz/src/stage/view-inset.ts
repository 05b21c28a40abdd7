import type { Inset } from './stage.ts'

/** What may lie over the drawing: the legend, the boxes of a path, and on narrow screens the panels. */
const COVERS = '.legend, .path-panel, .side, .details'
/** Largest share of the drawing's width that is left free on each side. */
const MOST_SHARE = 0.14

/** Pixels to leave free around what is framed: `space` on each side of what nothing covers. */
export function viewInset(host: HTMLElement, space: number): Inset {
  const own = host.getBoundingClientRect()
  const free = Math.min(space, own.width * MOST_SHARE)
  let [top, bottom] = [0, 0]
  for (const cover of host.closest('.app')?.querySelectorAll(COVERS) ?? []) {
    const box = cover.getBoundingClientRect()
    const apart = box.right <= own.left || box.left >= own.right || box.bottom <= own.top || box.top >= own.bottom
    if (apart || box.height === 0) continue
    if (box.top - own.top > own.bottom - box.bottom) bottom = Math.max(bottom, own.bottom - box.top)
    else top = Math.max(top, box.bottom - own.top)
  }
  return { top: free + top, right: free, bottom: free + bottom, left: free }
}
