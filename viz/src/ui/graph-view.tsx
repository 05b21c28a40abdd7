import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { cameraOrder } from '../address-sync.ts'
import { selectEdge, selectNode } from '../data/selection.ts'
import { edgeAt } from '../draw/edge-at.ts'
import { createOverlay } from '../draw/overlay.ts'
import { pixelPlaces } from '../draw/pixel-places.ts'
import type { Box } from '../draw/place-labels.ts'
import { RICH_NODES } from '../draw/scene.ts'
import { iconsFor, loadIcons } from '../icons.ts'
import { type LiveLayout, startLiveLayout } from '../layout/live-layout.ts'
import { createStage } from '../sigma-adapter.ts'
import type { Inset, Stage } from '../stage.ts'
import { setStage } from '../stage-access.ts'
import * as state from '../state.ts'

const CAMERA_MS = 450
const SETTLE_MS = 140
/** Below this width panels are sheets over the drawing, as in narrow.css. */
const SHEET_WIDTH = 860

/** The drawing: makes the stage for the present graph and keeps it in step with the state. */
export function GraphView() {
  const host = useRef<HTMLDivElement>(null)
  // Before the panels are painted: WebGL's contexts would wait behind them.
  useLayoutEffect(() => {
    let release = () => {}
    // A corrected or another graph has other rows: the stage is made anew, the camera stays where it can.
    const stop = effect(() => {
      const graph = state.index.value
      release()
      release = graph === null || host.current === null ? () => {} : mount(host.current, graph)
    })
    return () => {
      stop()
      release()
    }
  }, [])
  return <div class="stage" ref={host} aria-hidden="true" />
}

function mount(host: HTMLDivElement, index: NonNullable<typeof state.index.value>): () => void {
  const first = state.scene.peek()
  if (first === null) return () => {}
  let icons: ReadonlyMap<number, Path2D> = new Map()
  let stage: Stage | null = null
  // In large graphs regions and labels wait until the camera rests, as thin edges do.
  const isLarge = index.nodeCount > RICH_NODES
  let moving = false
  let settled: ReturnType<typeof setTimeout> | undefined
  let lastFrame = 0
  let frameMs = 0
  const rest = () => {
    if (stage?.isHeld()) return settle()
    moving = false
    stage?.showOwn(true)
    stage?.redraw()
  }
  // Slow frames must not be taken for rest: the overlay would be drawn between any two of them.
  const settle = () => {
    clearTimeout(settled)
    settled = setTimeout(rest, Math.min(1000, Math.max(SETTLE_MS, frameMs * 2.5)))
  }
  const ms = () => (state.reducedMotion.peek() ? 0 : CAMERA_MS)
  const additive = (node: number) => {
    const id = index.graph.nodes.id[node]!
    const chosen = state.selection.peek()
    const ids = chosen?.kind === 'node' ? [chosen.id] : chosen?.kind === 'compare' ? chosen.ids : []
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(-4)
    state.select(next.length >= 2 ? { kind: 'compare', ids: next } : next[0] ? { kind: 'node', id: next[0] } : null)
  }
  stage = createStage(host, index, first, {
    hoverNode(node) {
      state.hovered.value = node
      host.style.cursor = node >= 0 ? 'pointer' : ''
    },
    clickNode: (node, more) => (more ? additive(node) : state.select(selectNode(index, node))),
    openNode(node) {
      state.select(selectNode(index, node))
      state.depth.value = Math.min(3, state.depth.peek() + 1)
    },
    clickEdge: (edge) => state.select(selectEdge(index, edge)),
    clickEmpty(x, y) {
      const pattern = overlay.patternAt(x, y)
      const edge = pattern >= 0 ? -1 : edgeAt(index, stage!, state.scene.peek()!, { x, y })
      if (edge >= 0) return state.select(selectEdge(index, edge))
      state.select(pattern >= 0 ? { kind: 'pattern', id: index.graph.patterns[pattern]!.id } : null)
    },
    pointAt(x, y) {
      if (state.hovered.peek() < 0) host.style.cursor = overlay.patternAt(x, y) >= 0 ? 'pointer' : ''
    },
    dragged: () => overlay.forgetHulls(),
    cameraMoved() {
      state.camera.value = stage!.camera()
      if (!isLarge) return
      if (!moving) stage!.showOwn(false)
      moving = true
      settle()
    },
    // Sigma's matrix is that of the frame only once the frame is drawn; both canvases are composed with it.
    afterFrame() {
      if (moving) {
        const now = performance.now()
        frameMs = now - lastFrame
        lastFrame = now
        return
      }
      overlay?.drawUnder()
      overlay?.drawOver()
    },
  })
  if (stage === null) {
    state.webgl.value = false
    return () => {}
  }
  const drawing = stage
  const overlay = createOverlay(index, drawing, () => ({
    scene: state.scene.peek()!,
    palette: state.palette.peek(),
    emphasis: state.emphasis.peek(),
    icons,
    covered: coveredBoxes(host),
  }))
  setStage(drawing)
  const everyone = () => {
    const shown: number[] = []
    for (let node = 0; node < index.nodeCount; node++) {
      if (!state.scene.peek()!.nodeHidden[node]) shown.push(node)
    }
    return shown
  }
  let live: LiveLayout | null = null
  const stopLayout = () => {
    live?.stop()
    live = null
    state.layoutRunning.value = false
  }
  const onRest = () => {
    stopLayout()
    drawing.fit(everyone(), ms(), frameInset())
    state.announce('The layout has come to rest')
  }
  toggleLayout = () => {
    if (live !== null) return stopLayout()
    const step = (rows: readonly number[], points: Float32Array) => {
      overlay.forgetHulls()
      drawing.moveAll(rows, points)
    }
    state.layoutRunning.value = true
    live = startLiveLayout(index, state.visible.peek()!, drawing.position, step, onRest)
  }
  let started = false
  const stops = [
    effect(() => {
      drawing.show(state.scene.value!, state.palette.value.background)
      overlay.forgetHulls()
    }),
    effect(() => {
      const lifted = state.emphasis.value
      drawing.fade(lifted === null ? 1 : 0.16)
      drawing.redraw()
    }),
    effect(() => {
      if (cameraOrder.value !== null) drawing.setCamera(cameraOrder.value)
    }),
    // A pattern, a path or an entry chosen is framed; a node only where it is out of sight.
    effect(() => {
      const chosen = state.selection.value
      if (chosen === null || chosen.kind === 'node' || chosen.kind === 'edge') return
      if (cameraOrder.peek() !== null && !started) return
      const lifted = state.emphasis.peek()
      if (lifted !== null && lifted.nodes.size > 0) drawing.fit(lifted.nodes, ms(), inset(84))
    }),
    effect(() => {
      const chosen = state.selection.value
      if (chosen?.kind !== 'node') return
      bringIntoSight(drawing, index.nodeById.get(chosen.id)!, ms())
    }),
  ]
  started = true
  const kept = cameraOrder.peek() ?? state.camera.peek()
  if (kept !== null) drawing.setCamera(kept)
  else if (state.selection.peek() === null || state.selection.peek()?.kind === 'node') {
    drawing.fit(everyone(), 0, frameInset())
    // Where nobody has moved anything, the address need not say where the camera stands.
    state.camera.value = null
  }
  void loadIcons().then((known) => {
    const found = iconsFor(index, known)
    icons = new Map([...found].map(([node, { path }]) => [node, new Path2D(path)]))
    overlay.forgetGlyphs()
    drawing.redraw()
  })
  fitAll = () => drawing.fit(everyone(), ms(), frameInset())
  return () => {
    clearTimeout(settled)
    stopLayout()
    setStage(null)
    for (const stop of stops) stop()
    drawing.destroy()
  }
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

let fitAll = () => {}
let toggleLayout = () => {}

/** Starts or stops the live layout. */
export const switchLayout = () => toggleLayout()

/** Shows everything that is visible. */
export const fitView = () => fitAll()

const frameInset = () => inset(window.innerWidth < 760 ? 20 : 52)

/** Legend and sheets cover the lower part of the drawing. */
function inset(space: number): Inset {
  const covered = window.innerWidth > SHEET_WIDTH ? 40 : state.sheet.peek() === 'none' ? 30 : window.innerHeight * 0.5
  return { top: space, right: space, bottom: space + covered, left: space }
}

/** So near to the edge of the drawing, in pixels, a node counts as out of sight. */
const EDGE = 16

function bringIntoSight(stage: Stage, node: number, ms: number): void {
  const { x, y } = pixelPlaces(stage)(node)
  const { width, height } = stage.size()
  if (x > EDGE && y > EDGE && x < width - EDGE && y < height - EDGE) return
  stage.centre(node, ms)
}
