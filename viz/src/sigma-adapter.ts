import EdgeCurveProgram from '@sigma/edge-curve'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram, NodeProgram } from 'sigma/rendering'
import type { CameraState, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { GraphIndex } from './data/graph-index.ts'
import { rgbOf } from './draw/palette.ts'
import { type Scene, SHAPES } from './draw/scene.ts'
import { SHAPE_FRAGMENT_SHADER, SHAPE_VERTEX_SHADER } from './draw/shape-shaders.ts'

/** The only module that imports sigma: the rest of the page sees rows, pixels and this interface. */
export interface Stage {
  /** Shows another scene; a full pass over nodes and edges. */
  show(scene: Scene, background: string): void
  /** Draws again without looking at the data. */
  redraw(): void
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
  zoom(factor: number, ms: number): void
  /** Canvases from the bottom to the top, for a picture. Call right after `redraw`. */
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
/** `createCanvasContext` hands its options on to `createCanvas`, though its type does not say so. */
type LayerOptions = Parameters<Sigma['createCanvasContext']>[1]

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
  clickEdge(edge: number): void
  clickEmpty(x: number, y: number): void
  pointAt(x: number, y: number): void
  dragged(node: number): void
  cameraMoved(): void
  afterFrame(): void
}

/** Whether the browser can draw with WebGL; asked once, before sigma throws. */
export function hasWebGL(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

/** Of WebGL's constants; a browser without WebGL may lack the class that holds them. */
const FLOAT = 5126
const UNSIGNED_BYTE = 5121
const TRIANGLES = 4

/** What a shape is drawn from, besides sigma's own display data. */
interface ShapeData extends NodeDisplayData {
  shape: number
}

/** The rim takes the background's colour; one page has one stage and one background. */
let rim: readonly [number, number, number] = [1, 1, 1]

class ShapeProgram extends NodeProgram<string> {
  override getDefinition() {
    const attributes = [
      { name: 'a_position', size: 2, type: FLOAT },
      { name: 'a_size', size: 1, type: FLOAT },
      { name: 'a_shape', size: 1, type: FLOAT },
      { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
    ]
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: SHAPE_VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: SHAPE_FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS: ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_rim'],
      ATTRIBUTES: attributes,
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData) {
    const { array } = this
    array[start] = data.x
    array[start + 1] = data.y
    array[start + 2] = data.size
    array[start + 3] = (data as ShapeData).shape
    array[start + 4] = floatColor(data.color)
    array[start + 5] = nodeIndex
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

/** Draws the graph into `container` and tells what the reader does there. */
export function createStage(container: HTMLElement, index: GraphIndex, first: Scene, events: StageEvents): Stage {
  let scene = first
  const { nodes, edges } = index.graph
  const graph = new MultiDirectedGraph()
  // Drawings are wider than high; on an upright screen they are laid on their side.
  const upright = container.clientHeight > container.clientWidth * 1.15
  const [xs, ys] = upright ? [nodes.y, nodes.x] : [nodes.x, nodes.y]
  for (let node = 0; node < index.nodeCount; node++) graph.addNode(node, { x: xs[node], y: ys[node] })
  for (let edge = 0; edge < index.edgeCount; edge++)
    graph.addDirectedEdgeWithKey(edge, edges.from[edge], edges.to[edge])

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
  // Contexts that sigma knows are resized and scaled with its own.
  const layer = (id: string, beforeLayer: string) => {
    sigma.createCanvasContext(id, { beforeLayer, style: { pointerEvents: 'none' } } as LayerOptions)
    return sigma.getCanvases()[id]!.getContext('2d')!
  }
  const under = layer('hulls', 'edges')
  const over = layer('emphasis', 'mouse')
  sigma.resize(true)

  const release = bindEvents(sigma, container, events)
  const canvases = sigma.getCanvases()
  const camera = sigma.getCamera()

  const stage: Stage = {
    under,
    over,
    show(next, background) {
      scene = next
      const [r, g, b] = rgbOf(background)
      rim = [r / 255, g / 255, b / 255]
      sigma.setSettings({ hideEdgesOnMove: !next.rich, enableEdgeEvents: next.rich })
      sigma.refresh()
    },
    redraw: () => void sigma.refresh({ schedule: false, skipIndexation: true, partialGraph: { nodes: [], edges: [] } }),
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
    position: (node) => graph.getNodeAttributes(node) as { x: number; y: number },
    moveAll(rows, points) {
      rows.forEach((node, at) => {
        const attributes = graph.getNodeAttributes(node)
        attributes.x = points[at * 2]
        attributes.y = points[at * 2 + 1]
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
      const target = frame(sigma, rows, inset)
      if (target === null) return
      if (ms > 0) void camera.animate(target, { duration: ms })
      else camera.setState(target)
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

/** The camera that shows the rows as large as they fit; the outermost 0.4 % on each side may be cut. */
function frame(sigma: Sigma, rows: Iterable<number>, inset: Inset): Partial<CameraState> | null {
  const xs: number[] = []
  const ys: number[] = []
  for (const row of rows) {
    const data = sigma.getNodeDisplayData(String(row))
    if (data === undefined) continue
    xs.push(data.x)
    ys.push(data.y)
  }
  if (xs.length === 0) return null
  const [x1, x2] = extent(xs)
  const [y1, y2] = extent(ys)
  const { width, height } = sigma.getDimensions()
  const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
  const a = sigma.framedGraphToViewport({ x: x1, y: y2 }, { cameraState: whole })
  const b = sigma.framedGraphToViewport({ x: x2, y: y1 }, { cameraState: whole })
  const free = {
    width: Math.max(80, width - inset.left - inset.right),
    height: Math.max(80, height - inset.top - inset.bottom),
  }
  const ratio = Math.min(2, Math.max(0.08, Math.abs(b.x - a.x) / free.width, Math.abs(b.y - a.y) / free.height))
  const centre = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, ratio, angle: 0 }
  // Shift so that the centre of the rows stands in the middle of what the insets leave free.
  const dx = (inset.left - inset.right) / 2
  const dy = (inset.top - inset.bottom) / 2
  const moved = sigma.viewportToFramedGraph({ x: width / 2 - dx, y: height / 2 - dy }, { cameraState: centre })
  return { x: moved.x, y: moved.y, ratio }
}

function extent(values: number[]): [number, number] {
  const sorted = Float64Array.from(values).sort()
  const cut = Math.floor(sorted.length * 0.004)
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
}

function bindEvents(sigma: Sigma, container: HTMLElement, events: StageEvents): () => void {
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
  return () => {
    observer.disconnect()
    camera.removeListener('updated', events.cameraMoved)
  }
}
