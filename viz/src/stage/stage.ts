import type { Scene } from '../draw/scene.ts'

/** The drawing as the rest of the page sees it: rows, pixels and no sigma. */
export interface Stage {
  /** Shows another scene; a full pass over nodes and edges. The first one is drawn at once. */
  show(scene: Scene, background: string): void
  /** Draws at once without looking at the data, for a picture. */
  drawNow(): void
  /** Whether a pointer is down on the drawing. */
  isHeld(): boolean
  /** Shows or hides the two own canvases; hidden ones cost nothing. */
  showOwn(shown: boolean): void
  /** Graph coordinates to pixels as the six numbers of `setTransform`. */
  transform(): Transform
  position(node: number): { x: number; y: number }
  /** Moves nodes to new places: x and y of each row in turn. */
  moveAll(rows: readonly number[], points: Float32Array): void
  /** Radius in pixels that a size has under the present camera. */
  radius(size: number): number
  size(): { width: number; height: number }
  camera(): Camera
  setCamera(camera: Camera, ms?: number): void
  /** Frames the nodes, leaving the given pixels free on each side. */
  fit(nodes: Iterable<number>, ms: number, inset: Inset): void
  /** Moves the node to the middle of what the inset leaves free, without zooming. */
  centre(node: number, ms: number, inset: Inset): void
  zoom(factor: number, ms: number): void
  /** Canvases from the bottom to the top, for a picture. Call right after `drawNow`. */
  canvases(): HTMLCanvasElement[]
  under: CanvasRenderingContext2D
  over: CanvasRenderingContext2D
  /** Fades everything but the two own canvases. */
  fade(share: number): void
  destroy(): void
}

export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
export interface Camera {
  x: number
  y: number
  ratio: number
}
export interface Inset {
  top: number
  right: number
  bottom: number
  left: number
}

/** What the reader does on the stage; positions in pixels. */
export interface StageEvents {
  hoverNode(node: number): void
  clickNode(node: number, additive: boolean): void
  openNode(node: number): void
  clickEmpty(x: number, y: number): void
  pointAt(x: number, y: number): void
  dragged(node: number): void
  cameraMoved(): void
  afterFrame(): void
}
