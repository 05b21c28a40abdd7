import * as state from '../state.ts'
import type { Inset } from './stage.ts'

/** Below this width panels are sheets over the drawing, as in narrow.css. */
const SHEET_WIDTH = 860

/** Pixels to leave free around what is framed: legend and sheets cover the lower part of the drawing. */
export function viewInset(space: number): Inset {
  const covered = window.innerWidth > SHEET_WIDTH ? 40 : state.sheet.peek() === 'none' ? 30 : window.innerHeight * 0.5
  return { top: space, right: space, bottom: space + covered, left: space }
}

/** Around the whole graph. */
export const frameInset = (): Inset => viewInset(window.innerWidth < 760 ? 20 : 52)
