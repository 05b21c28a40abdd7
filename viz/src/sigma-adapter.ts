import EdgeCurveProgram from '@sigma/edge-curve'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram, NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { GraphIndex } from './data/graph-index.ts'
import { frameCamera } from './draw/frame-camera.ts'
import { rgbOf } from './draw/palette.ts'
import { type Scene, SHAPES } from './draw/scene.ts'
import { SHAPE_DEFINITION, writeShape } from './draw/shape-program.ts'
import type { Stage, StageEvents } from './stage.ts'

/** The rim takes the background's colour; one page has one stage and one background. */
let rim: readonly [number, number, number] = [1, 1, 1]

class ShapeProgram extends NodeProgram<string> {
  override getDefinition() {
    return SHAPE_DEFINITION
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData) {
    writeShape(this.array, start, data as NodeDisplayData & { shape: number }, floatColor(data.color), nodeIndex)
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: { gl: WebGLRenderingContext; uniformLocations: Record<string, WebGLUniformLocation> },
  ) {
    gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio)
    gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix)
    gl.uniform3f(uniformLocations.u_rim!, ...rim)
  }
}

/** Shared with the bench, so that bare sigma draws with the same programs. */
export function programs() {
  return {
    node: { shape: ShapeProgram },
    edge: { line: EdgeRectangleProgram, thin: EdgeLineProgram, curve: EdgeCurveProgram },
  }
}

/** Settings that the bench shares with the page. */
export function stageSettings(rich: boolean) {
  const { node, edge } = programs()
  return {
    allowInvalidContainer: true,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: node,
    edgeProgramClasses: edge,
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    hideEdgesOnMove: !rich,
    enableEdgeEvents: rich,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: 24,
    minEdgeThickness: 0.8,
    zIndex: false,
  } as const
}

interface Point {
  x: number
  y: number
}

/** Sigma's canvases for labels and hovering, which this page draws itself: an empty one still costs its compositing. */
const UNUSED_LAYERS = ['edgeLabels', 'labels', 'hovers', 'hoverNodes']

/** All nodes, and the edges that the scene shows: what is hidden need not be gone through at each change. */
function shownGraph(index: GraphIndex, scene: Scene, place: (node: number) => Point): MultiDirectedGraph {
  const { from, to } = index.graph.edges
  const graph = new MultiDirectedGraph()
  for (let node = 0; node < index.nodeCount; node++) {
    const { x, y } = place(node)
    graph.addNode(node, { x, y })
  }
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!scene.edgeHidden[edge]) graph.addDirectedEdgeWithKey(edge, from[edge], to[edge])
  }
  return graph
}

const holdsEdges = (graph: MultiDirectedGraph, { edgeHidden }: Scene): boolean =>
  edgeHidden.every((hidden, edge) => hidden === 1 || graph.hasEdge(edge))

/**
 * A 2D canvas among sigma's. Where GL itself is done in software the canvas is drawn by the processor at once: through
 * that GL a few large translucent outlines take seconds.
 */
function ownLayer(sigma: Sigma, id: string, beforeLayer: string): CanvasRenderingContext2D {
  const canvas = sigma.createCanvas(id, { beforeLayer, style: { pointerEvents: 'none' } })
  const context = canvas.getContext('2d', { willReadFrequently: drawsInSoftware(sigma.getCanvases().nodes!) })!
  const resize = () => {
    const { width, height } = sigma.getDimensions()
    const ratio = window.devicePixelRatio || 1
    canvas.width = width * ratio
    canvas.height = height * ratio
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    context.scale(ratio, ratio)
  }
  resize()
  sigma.on('resize', resize)
  return context
}

function drawsInSoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  const names = gl?.getExtension('WEBGL_debug_renderer_info')
  return /swiftshader|llvmpipe|software|basic render/i.test(
    String(gl?.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? 0)),
  )
}

/** Draws the graph into `container` and tells what the reader does there; null where the browser has no WebGL. */
export function createStage(
  container: HTMLElement,
  index: GraphIndex,
  first: Scene,
  events: StageEvents,
): Stage | null {
  // Asking beforehand with a canvas of one's own would start GL once more, which takes up to 0.4 s.
  try {
    return openStage(container, index, first, events)
  } catch (error) {
    container.replaceChildren()
    if (hasWebGL()) throw error
    return null
  }
}

function hasWebGL(): boolean {
  const canvas = document.createElement('canvas')
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
}

function openStage(container: HTMLElement, index: GraphIndex, first: Scene, events: StageEvents): Stage {
  let scene = first
  const { nodes } = index.graph
  // Drawings are wider than high; on an upright screen they are laid on their side.
  const upright = container.clientHeight > container.clientWidth * 1.15
  const [xs, ys] = upright ? [nodes.y, nodes.x] : [nodes.x, nodes.y]
  let graph = shownGraph(index, first, (node) => ({ x: xs[node]!, y: ys[node]! }))
  // The graph's own objects, which dragging changes: asking it for each by name costs a second for 50,000.
  let points = graph.mapNodes((_, attributes) => attributes as Point)

  const sigma = new Sigma(graph, container, {
    ...stageSettings(first.rich),
    nodeReducer: (key, data) => {
      const node = Number(key)
      return {
        x: data.x,
        y: data.y,
        size: scene.nodeSize[node]!,
        color: scene.nodeColor[node]!,
        hidden: scene.nodeHidden[node] === 1,
        shape: SHAPES[nodes.type[node]!],
        label: null,
      }
    },
    edgeReducer: (key) => {
      const edge = Number(key)
      const curvature = scene.curvature[edge]!
      return {
        size: scene.edgeSize[edge]!,
        color: scene.edgeColor[edge]!,
        hidden: scene.edgeHidden[edge] === 1,
        type: scene.rich ? (curvature === 0 ? 'line' : 'curve') : 'thin',
        curvature,
      }
    },
  })
  // The box of the data is kept, so that dragging one node does not rescale the rest.
  sigma.setCustomBBox(sigma.getBBox())
  const canvases = sigma.getCanvases()
  for (const name of UNUSED_LAYERS) canvases[name]!.style.display = 'none'
  const own = [ownLayer(sigma, 'hulls', 'edges'), ownLayer(sigma, 'emphasis', 'mouse')] as const
  const [under, over] = own

  const { isHeld, release } = bindEvents(sigma, container, events)
  const camera = sigma.getCamera()

  const stage: Stage = {
    under,
    over,
    show(next, background) {
      const [r, g, b] = rgbOf(background)
      rim = [r / 255, g / 255, b / 255]
      if (next === scene) return sigma.scheduleRender()
      scene = next
      sigma.setSetting('hideEdgesOnMove', !next.rich)
      sigma.setSetting('enableEdgeEvents', next.rich)
      if (holdsEdges(graph, next)) sigma.refresh({ schedule: true })
      else {
        graph = shownGraph(index, next, (node) => points[node]!)
        points = graph.mapNodes((_, attributes) => attributes as Point)
        sigma.setGraph(graph)
      }
    },
    redraw: () => void sigma.scheduleRender(),
    drawNow: () => void sigma.refresh({ skipIndexation: true, partialGraph: {} }),
    isHeld,
    showOwn(shown) {
      for (const { canvas } of own) canvas.style.display = shown ? '' : 'none'
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
    position: (node) => points[node]!,
    moveAll(rows, moved) {
      rows.forEach((node, at) => {
        points[node]!.x = moved[at * 2]!
        points[node]!.y = moved[at * 2 + 1]!
      })
      // The cells above are sigma's own objects: one refresh tells it of all of them.
      sigma.refresh()
    },
    radius: (size) => sigma.scaleSize(size),
    size: () => sigma.getDimensions(),
    camera() {
      const { x, y, ratio } = camera.getState()
      return { x, y, ratio }
    },
    setCamera(next, ms = 0) {
      if (ms > 0) void camera.animate(next, { duration: ms })
      else camera.setState(next)
    },
    fit(rows, ms, inset) {
      const target = frameCamera(sigma, rows, inset)
      if (target === null) return
      if (ms > 0) void camera.animate(target, { duration: ms })
      else camera.setState(target)
    },
    centre(node, ms) {
      const { x, y } = sigma.getNodeDisplayData(String(node))!
      if (ms > 0) void camera.animate({ x, y }, { duration: ms })
      else camera.setState({ x, y })
    },
    zoom(factor, ms) {
      const ratio = camera.getBoundedRatio(camera.ratio / factor)
      if (ms > 0) void camera.animate({ ratio }, { duration: ms })
      else camera.setState({ ratio })
    },
    canvases: () =>
      ['hulls', 'edges', 'nodes', 'emphasis'].flatMap((name) => canvases[name] ?? sigma.getCanvases()[name] ?? []),
    fade(share) {
      for (const name of ['edges', 'nodes', 'hoverNodes']) {
        const canvas = canvases[name]
        if (canvas) canvas.style.opacity = String(share)
      }
    },
    destroy() {
      release()
      sigma.kill()
    },
  }
  return stage
}

function bindEvents(sigma: Sigma, container: HTMLElement, events: StageEvents): { isHeld(): boolean; release(): void } {
  let dragged: string | null = null
  let moved = false
  const camera = sigma.getCamera()
  const isAdditive = (event: MouseEvent | TouchEvent) => event.shiftKey || event.ctrlKey || event.metaKey

  // What passes under the pointer while it drags is not looked at: each change would draw everything once more.
  let pressed = false
  sigma.on('enterNode', ({ node }) => {
    if (!pressed) events.hoverNode(Number(node))
  })
  sigma.on('leaveNode', () => {
    if (!pressed) events.hoverNode(-1)
  })
  sigma.on('clickNode', ({ node, event }) => {
    if (!moved) events.clickNode(Number(node), isAdditive(event.original))
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.openNode(Number(node))
  })
  sigma.on('clickEdge', ({ edge }) => events.clickEdge(Number(edge)))
  sigma.on('clickStage', ({ event }) => {
    if (!moved) events.clickEmpty(event.x, event.y)
  })
  sigma.on('downNode', ({ node, preventSigmaDefault }) => {
    dragged = node
    moved = false
    pressed = true
    preventSigmaDefault()
  })
  sigma.on('downStage', () => {
    moved = false
    pressed = true
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!pressed) events.pointAt(event.x, event.y)
    if (dragged === null) return
    preventSigmaDefault()
    event.original.preventDefault()
    moved = true
    const { x, y } = sigma.viewportToGraph(event)
    sigma.getGraph().mergeNodeAttributes(dragged, { x, y })
  })
  const drop = () => {
    if (dragged !== null && moved) events.dragged(Number(dragged))
    dragged = null
    pressed = false
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('afterRender', events.afterFrame)
  camera.on('updated', events.cameraMoved)

  const observer = new ResizeObserver(() => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    sigma.resize()
    sigma.refresh({ skipIndexation: true })
  })
  observer.observe(container)
  return {
    isHeld: () => pressed,
    release() {
      observer.disconnect()
      camera.removeListener('updated', events.cameraMoved)
    },
  }
}
