import { effect } from '@preact/signals'
import { cameraOrder } from '../address-sync.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { createOverlay, type Overlay } from '../draw/overlay.ts'
import { pixelPlaces } from '../draw/pixel-places.ts'
import type { Box } from '../draw/place-labels.ts'
import { RICH_NODES } from '../draw/scene.ts'
import { type LiveLayout, startLiveLayout } from '../layout/live-layout.ts'
import * as state from '../state.ts'
import { createStage } from './create-stage.ts'
import { type OverlayPainter, overlayPainter } from './overlay-painter.ts'
import { pointerActions } from './pointer-actions.ts'
import type { Inset, Stage } from './stage.ts'
import { setStage } from './stage-access.ts'
import { viewInset } from './view-inset.ts'
import { watchMotion } from './watch-motion.ts'

const CAMERA_MS = 450
/** Pixels left free around the whole, and around what is chosen. */
const AROUND_ALL = 48
const AROUND_CHOSEN = 84

let fitAll = () => {}
let toggleLayout = () => {}

/** Starts or stops the live layout. */
export const switchLayout = () => toggleLayout()

/** Shows everything that is visible. */
export const fitView = () => fitAll()

const duration = () => (state.reducedMotion.peek() ? 0 : CAMERA_MS)

/** Draws the graph in `host` and keeps the drawing in step with the state until the returned function is called. */
export function mountDrawing(host: HTMLDivElement, index: GraphIndex): () => void {
  const first = state.scene.peek()
  if (first === null) return () => {}
  let stage: Stage | null = null
  let overlay: Overlay | null = null
  let painter: OverlayPainter | null = null
  const motion = watchMotion(
    () => stage!,
    // In large graphs regions and labels wait until the camera rests, as thin edges do.
    index.nodeCount > RICH_NODES,
    () => painter!.soon(),
  )
  stage = createStage(host, index, first, {
    ...pointerActions(
      index,
      host,
      () => stage!,
      (x, y) => overlay!.patternAt(x, y),
    ),
    dragged: () => painter!.forgetHulls(),
    cameraMoved() {
      state.camera.value = stage!.camera()
      motion.moved()
    },
    // Sigma's matrix is that of the frame only once the frame is drawn; both canvases are composed with it.
    afterFrame() {
      motion.drawn()
      painter?.now()
    },
  })
  if (stage === null) {
    state.webgl.value = false
    return () => {}
  }
  const drawing = stage
  overlay = createOverlay(index, drawing, () => ({
    scene: state.scene.peek()!,
    palette: state.palette.peek(),
    emphasis: state.emphasis.peek(),
    covered: coveredBoxes(host),
  }))
  const painted = overlayPainter(index, overlay, motion.isMoving)
  painter = painted
  setStage({ stage: drawing, overlay })
  const fitEveryone = (ms: number) => {
    const { nodeHidden } = state.scene.peek()!
    const shown: number[] = []
    nodeHidden.forEach((hidden, node) => {
      if (!hidden) shown.push(node)
    })
    drawing.fit(shown, ms, viewInset(host, AROUND_ALL))
  }
  fitAll = () => fitEveryone(duration())
  const stopLayout = bindLayout(index, drawing, painted.forgetHulls, () => fitEveryone(duration()))

  // The camera stands before the first frame: drawn twice, it would take twice as long.
  const kept = cameraOrder.peek() ?? state.camera.peek()
  const chosen = state.selection.peek()
  if (kept !== null) drawing.setCamera(kept)
  else if (chosen === null || chosen.kind === 'node') {
    fitEveryone(0)
    // Where nobody has moved anything, the address need not say where the camera stands.
    state.camera.value = null
  }
  let started = false
  // What is chosen opens a panel: where it stands is known once the panel does.
  let awaited = 0
  const arrange = (act: (ms: number) => void) => {
    cancelAnimationFrame(awaited)
    if (started) awaited = requestAnimationFrame(() => act(duration()))
    else act(0)
  }
  const stops = [
    // A pattern, a path or an entry chosen is framed.
    effect(() => {
      const chosen = state.selection.value
      if (chosen === null || chosen.kind === 'node' || chosen.kind === 'edge') return
      if (cameraOrder.peek() !== null && !started) return
      arrange((ms) => {
        const lifted = state.emphasis.peek()
        if (lifted !== null && lifted.nodes.size > 0) drawing.fit(lifted.nodes, ms, viewInset(host, AROUND_CHOSEN))
      })
    }),
    effect(() => {
      drawing.show(state.scene.value!, state.palette.value.background)
      painted.forgetHulls()
    }),
    effect(() => {
      drawing.fade(state.emphasis.value === null ? 1 : 0.16)
      painted.soon()
    }),
    effect(() => {
      if (cameraOrder.value === null || !started) return
      cancelAnimationFrame(awaited)
      drawing.setCamera(cameraOrder.value)
    }),
    // A node is moved to only where it is out of sight.
    effect(() => {
      const chosen = state.selection.value
      if (chosen?.kind === 'node') {
        arrange((ms) => bringIntoSight(drawing, index.nodeById.get(chosen.id)!, ms, viewInset(host, EDGE)))
      }
    }),
  ]
  started = true
  return () => {
    motion.stop()
    painted.stop()
    cancelAnimationFrame(awaited)
    stopLayout()
    setStage(null)
    for (const stop of stops) stop()
    drawing.destroy()
  }
}

/** Makes the button for the live layout work; returns what stops a running one. */
function bindLayout(index: GraphIndex, stage: Stage, forgetHulls: () => void, fit: () => void): () => void {
  let live: LiveLayout | null = null
  const stop = () => {
    live?.stop()
    live = null
    state.layoutRunning.value = false
  }
  const onRest = () => {
    stop()
    fit()
    state.announce('The layout has come to rest')
  }
  toggleLayout = () => {
    if (live !== null) return stop()
    const step = (rows: readonly number[], points: Float32Array) => {
      forgetHulls()
      stage.moveAll(rows, points)
    }
    state.layoutRunning.value = true
    live = startLiveLayout(index, state.visible.peek()!, stage.position, step, onRest)
  }
  return stop
}

/** Boxes of the controls that lie over the drawing. */
function coveredBoxes(host: HTMLElement): Box[] {
  const own = host.getBoundingClientRect()
  const controls = host.parentElement?.querySelectorAll('.zoom, .legend .pill') ?? []
  return [...controls].map((control) => {
    const { x, y, width, height } = control.getBoundingClientRect()
    return { x: x - own.x - 4, y: y - own.y - 4, width: width + 8, height: height + 8 }
  })
}

/** So near to the edge of what is in sight, in pixels, a node counts as out of it. */
const EDGE = 16

function bringIntoSight(stage: Stage, node: number, ms: number, inset: Inset): void {
  const { x, y } = pixelPlaces(stage)(node)
  const { width, height } = stage.size()
  if (x > inset.left && y > inset.top && x < width - inset.right && y < height - inset.bottom) return
  stage.centre(node, ms, inset)
}
