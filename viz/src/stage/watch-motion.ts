import type { Stage } from './stage.ts'

/** Least time without a movement, in milliseconds, after which the camera counts as resting. */
const SETTLE_MS = 140

export interface Motion {
  /** The camera has moved. */
  moved(): void
  /** A frame has been drawn. */
  drawn(): void
  isMoving(): boolean
  stop(): void
}

/** Tells whether the camera is moving, where that matters; the two own canvases are away meanwhile. */
export function watchMotion(stage: () => Stage, matters: boolean, onRest: () => void): Motion {
  let moving = false
  let settled: ReturnType<typeof setTimeout> | undefined
  let lastFrame = 0
  let frameMs = 0
  const rest = () => {
    if (stage().isHeld()) return settle()
    moving = false
    stage().showOwn(true)
    onRest()
  }
  // Slow frames must not be taken for rest: the overlay would be drawn between any two of them.
  const settle = () => {
    clearTimeout(settled)
    settled = setTimeout(rest, Math.min(1000, Math.max(SETTLE_MS, frameMs * 2.5)))
  }
  return {
    moved() {
      if (!matters) return
      if (!moving) stage().showOwn(false)
      moving = true
      settle()
    },
    drawn() {
      const now = performance.now()
      frameMs = now - lastFrame
      lastFrame = now
    },
    isMoving: () => moving,
    stop: () => clearTimeout(settled),
  }
}
