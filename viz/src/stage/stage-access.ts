import type { Overlay } from '../draw/overlay.ts'
import type { Stage } from './stage.ts'

let current: { stage: Stage; overlay: Overlay } | null = null

/** The stage on show, for buttons that zoom or take a picture; null without WebGL. */
export const stage = (): Stage | null => current?.stage ?? null

/** What is drawn over and under it. */
export const overlay = (): Overlay | null => current?.overlay ?? null

export function setStage(next: { stage: Stage; overlay: Overlay } | null): void {
  current = next
}
