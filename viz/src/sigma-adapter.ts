import EdgeCurveProgram from '@sigma/edge-curve'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, type EdgeProgramType, EdgeRectangleProgram, NodeProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { createNormalizationFunction, floatColor } from 'sigma/utils'
import { SHAPE_DEFINITION, writeShape } from './draw/shape-program.ts'

/** The rim takes the background's colour; one page has one stage and one background. */
let rim: readonly [number, number, number] = [1, 1, 1]

/** Three numbers 0..1. */
export function setRim(color: readonly [number, number, number]): void {
  rim = color
}

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

/** Edges have width and bend in a rich scene and are thin lines in others; what is not needed is not compiled. */
export function edgePrograms(rich: boolean): Record<string, EdgeProgramType> {
  return rich ? { line: EdgeRectangleProgram, curve: EdgeCurveProgram } : { thin: EdgeLineProgram }
}

/** Settings that the bench shares with the page, so that bare sigma draws the same. */
export function stageSettings(rich: boolean) {
  return {
    allowInvalidContainer: true,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: edgePrograms(rich),
    defaultNodeType: 'shape',
    defaultEdgeType: rich ? 'line' : 'thin',
    hideEdgesOnMove: !rich,
    enableEdgeEvents: rich,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    stagePadding: 24,
    minEdgeThickness: 0.8,
    zIndex: false,
  } as const
}

/** Stands for sigma's own programs, which it would compile although nothing is drawn by them. */
class NoProgram {
  kill() {}
  reallocate() {}
  process() {}
  render() {}
}
const NONE = NoProgram as never
const usedEdgePrograms = (rich: boolean) => ({ line: NONE, arrow: NONE, ...edgePrograms(rich) })

/**
 * Sigma draws nodes before edges, each on a canvas of their own. On one canvas the nodes are laid over what is there, and
 * the edges that follow under it.
 */
class ShapesOverEdges extends ShapeProgram {
  override render(params: RenderParams) {
    const { gl } = this.normalProgram
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    super.render(params)
    gl.blendFunc(gl.ONE_MINUS_DST_ALPHA, gl.ONE)
  }
}

/** As much of WebGL as sigma asks of the layer that it never draws on. */
const NO_CONTEXT = {
  ...{ COLOR_BUFFER_BIT: 0, clear() {}, viewport() {} },
  getExtension: () => null,
} as unknown as WebGLRenderingContext

export type NodeLook = Partial<NodeDisplayData> & { shape: number }
export type EdgeLook = Partial<EdgeDisplayData> & { curvature: number }

export interface Reducers {
  node(row: number, place: { x: number; y: number }): NodeLook
  edge(row: number): EdgeLook
}

/**
 * Sigma without its picking: that draws every node and edge a second time, for programs that must be compiled too, and
 * each movement of the mouse waits until the GPU has drawn all it was given. `nodeAt` answers in under a millisecond.
 * It begins empty, so that it can be made before there is a graph, and that camera and canvases are right before the first
 * frame is drawn.
 */
export class Drawing extends Sigma {
  constructor(container: HTMLElement) {
    super(new MultiDirectedGraph(), container, {
      ...stageSettings(false),
      enableEdgeEvents: false,
      nodeProgramClasses: { circle: NONE, shape: ShapesOverEdges },
      // What is hovered is drawn by the overlay.
      nodeHoverProgramClasses: { circle: NONE, shape: NONE },
      // Which of them are needed the graph will tell.
      edgeProgramClasses: { line: NONE, arrow: NONE },
    })
  }

  /** Tells how nodes and edges look, and which kinds of edges there are. */
  beginWith(rich: boolean, reducers: Reducers): void {
    this.setSettings({
      nodeReducer: (key, data) => reducers.node(Number(key), data as { x: number; y: number }),
      edgeReducer: (key) => reducers.edge(Number(key)),
    })
    this.setRich(rich)
  }

  /** Nodes and edges share a canvas, the lowest: another context takes the GPU some 50 ms more, and each frame a copy. */
  override createWebGLContext(id: string, options: object = {}): WebGLRenderingContext {
    const contexts = (this as unknown as { webGLContexts: Record<string, WebGLRenderingContext> }).webGLContexts
    // Asked for first.
    if (id === 'edges') {
      const context = super.createWebGLContext('nodes', { ...options, picking: false })
      // Unlisted: sigma would size and remove its canvas a second time.
      Object.defineProperty(contexts, 'edges', { value: context, configurable: true })
    }
    if (id !== 'hoverNodes') return contexts.nodes!
    this.createCanvas(id, options)
    contexts[id] = NO_CONTEXT
    return NO_CONTEXT
  }

  /** Sets who tells which node lies at a place in pixels; -1 for none. */
  findNodesBy(find: (x: number, y: number) => number): void {
    const key = (row: number) => (row < 0 ? null : String(row))
    Object.assign(this, { getNodeAtPosition: ({ x, y }: { x: number; y: number }) => key(find(x, y)) })
  }

  /** Keeps the box of all places, so that dragging one node does not rescale the rest; returns them in sigma's unit square. */
  keepBox(x: [number, number], y: [number, number]): (place: { x: number; y: number }) => { x: number; y: number } {
    this.setCustomBBox({ x, y })
    return createNormalizationFunction({ x, y })
  }

  /** Other kinds of edges need other programs. */
  setRich(rich: boolean): void {
    this.setSettings({
      hideEdgesOnMove: !rich,
      edgeProgramClasses: usedEdgePrograms(rich),
      defaultEdgeType: rich ? 'line' : 'thin',
    })
  }
}
