import type { Stage } from './stage.ts'

let current: Stage | null = null

/** The stage on show, for buttons that zoom or take a picture; null without WebGL. */
export const stage = (): Stage | null => current

export function setStage(next: Stage | null): void {
  current = next
}
