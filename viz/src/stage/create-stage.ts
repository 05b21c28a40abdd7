import type { GraphIndex } from '../data/graph-index.ts'
import { rgbOf } from '../draw/palette.ts'
import { type Scene, SHAPES } from '../draw/scene.ts'
import { setRim } from '../sigma-adapter.ts'
import { bindPointer } from './bind-pointer.ts'
import { centreCamera, frameCamera } from './frame-camera.ts'
import { nodeAt } from './node-at.ts'
import { ownLayer } from './own-layer.ts'
import { takeDrawing } from './prepared-drawing.ts'
import { extentOf, holdsEdges, type ShownGraph, shownGraph } from './shown-graph.ts'
import type { Camera, Stage, StageEvents } from './stage.ts'

/** Sigma's canvases for labels and hovering, which this page draws itself: an empty one still costs its compositing. */
const UNUSED_LAYERS = ['edgeLabels', 'labels', 'hovers', 'hoverNodes']

/**
 * Makes the stage in `host`, which stays empty until a scene is shown, and tells what the reader does there; null
 * where the browser has no WebGL.
 */
export function createStage(host: HTMLElement, index: GraphIndex, first: Scene, events: StageEvents): Stage | null {
  // Asking beforehand with a canvas of one's own would start GL once more, which takes up to 0.4 s.
  try {
    return openStage(host, index, first, events)
  } catch (error) {
    host.replaceChildren()
    if (hasWebGL()) throw error
    return null
  }
}

function hasWebGL(): boolean {
  const canvas = document.createElement('canvas')
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
}

function openStage(host: HTMLElement, index: GraphIndex, first: Scene, events: StageEvents): Stage {
  // Put in before anyone asks for a size: the page is laid out once.
  const { sigma, bySoftware } = takeDrawing(host)
  let scene = first
  let shown: ShownGraph | null = null
  const { nodes } = index.graph
  // Drawings are wider than high; on an upright screen they are laid on their side.
  const upright = host.clientHeight > host.clientWidth * 1.15
  const [xs, ys] = upright ? [nodes.y, nodes.x] : [nodes.x, nodes.y]
  const position = (node: number) => shown?.points[node] ?? { x: xs[node]!, y: ys[node]! }

  sigma.beginWith(first.rich, {
    node: (node, { x, y }) => ({
      ...{ x, y, label: null },
      size: scene.nodeSize[node]!,
      color: scene.nodeColor[node]!,
      hidden: scene.nodeHidden[node] === 1,
      shape: SHAPES[nodes.type[node]!],
    }),
    edge: (edge) => ({
      size: scene.edgeSize[edge]!,
      color: scene.edgeColor[edge]!,
      hidden: scene.edgeHidden[edge] === 1,
      type: scene.rich ? (scene.curvature[edge] === 0 ? 'line' : 'curve') : 'thin',
      curvature: scene.curvature[edge]!,
    }),
  })
  const toUnits = sigma.keepBox(extentOf(xs), extentOf(ys))
  const canvases = sigma.getCanvases()
  for (const name of UNUSED_LAYERS) canvases[name]!.style.display = 'none'
  // Made when they are first drawn on: the first frame has nothing on them.
  let own: readonly [under: CanvasRenderingContext2D, over: CanvasRenderingContext2D] | null = null
  const ownLayers = () => {
    own ??= [ownLayer(sigma, 'hulls', 'nodes', bySoftware), ownLayer(sigma, 'emphasis', 'mouse', bySoftware)]
    return own
  }
  const { isHeld, release } = bindPointer(sigma, host, events, (x, y) => nodeAt(stage, scene, { x, y }, 0) >= 0)
  const camera = sigma.getCamera()
  const move = (to: Partial<Camera>, ms: number) => {
    if (ms > 0) void camera.animate(to, { duration: ms })
    else camera.setState(to)
  }

  const redraw = () => void sigma.refresh({ skipIndexation: true, partialGraph: {} })
  /** A panel may just have changed the container's size; canvases of another size are empty until they are drawn. */
  const takeSize = () => {
    const { width, height } = sigma.getDimensions()
    sigma.resize()
    const now = sigma.getDimensions()
    return () => {
      if (shown !== null && (now.width !== width || now.height !== height)) redraw()
    }
  }

  const stage: Stage = {
    get under() {
      return ownLayers()[0]
    },
    get over() {
      return ownLayers()[1]
    },
    show(next, background) {
      const [r, g, b] = rgbOf(background)
      setRim([r / 255, g / 255, b / 255])
      const before = scene
      scene = next
      if (next.rich !== before.rich) sigma.setRich(next.rich)
      if (shown !== null && next === before) return void sigma.scheduleRender()
      if (shown !== null && holdsEdges(shown, next)) return void sigma.refresh({ schedule: true })
      shown = shownGraph(index, next, position)
      sigma.setGraph(shown.graph)
    },
    drawNow: redraw,
    isHeld,
    showOwn(visible) {
      for (const { canvas } of own ?? []) canvas.style.display = visible ? '' : 'none'
    },
    transform() {
      const origin = sigma.graphToViewport({ x: 0, y: 0 })
      const right = sigma.graphToViewport({ x: 1000, y: 0 })
      const up = sigma.graphToViewport({ x: 0, y: 1000 })
      return [
        (right.x - origin.x) / 1000,
        (right.y - origin.y) / 1000,
        (up.x - origin.x) / 1000,
        (up.y - origin.y) / 1000,
        origin.x,
        origin.y,
      ]
    },
    position,
    moveAll(rows, moved) {
      rows.forEach((node, at) => {
        Object.assign(position(node), { x: moved[at * 2]!, y: moved[at * 2 + 1]! })
      })
      // These are sigma's own objects: one refresh tells it of all of them.
      sigma.refresh()
    },
    radius: (size) => sigma.scaleSize(size),
    size: () => sigma.getDimensions(),
    camera() {
      const { x, y, ratio } = camera.getState()
      return { x, y, ratio }
    },
    setCamera: (next, ms = 0) => move(next, ms),
    fit(rows, ms, inset) {
      const settle = takeSize()
      const target = frameCamera(sigma, rows, (row) => toUnits(position(row)), inset)
      if (target !== null) move(target, ms)
      settle()
    },
    centre(node, ms, inset) {
      const settle = takeSize()
      move(centreCamera(sigma, toUnits(position(node)), camera.ratio, inset), ms)
      settle()
    },
    zoom: (factor, ms) => move({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, ms),
    canvases() {
      ownLayers()
      const all = sigma.getCanvases()
      return ['hulls', 'nodes', 'emphasis'].map((name) => all[name]!)
    },
    fade(share) {
      canvases.nodes!.style.opacity = String(share)
    },
    destroy() {
      release()
      sigma.kill()
      sigma.getContainer().remove()
    },
  }
  sigma.findNodesBy((x, y) => nodeAt(stage, scene, { x, y }))
  return stage
}
