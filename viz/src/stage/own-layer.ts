/** Of sigma what a layer needs. */
interface Layered {
  createCanvas(id: string, options: { beforeLayer: string; style: object }): HTMLCanvasElement
  getDimensions(): { width: number; height: number }
  on(event: 'resize', listener: () => void): unknown
}

/**
 * A 2D canvas among sigma's. Where GL itself is done in software the canvas is drawn by the processor at once: through
 * that GL a few large translucent outlines take seconds.
 */
export function ownLayer(
  sigma: Layered,
  id: string,
  beforeLayer: string,
  bySoftware: boolean,
): CanvasRenderingContext2D {
  const canvas = sigma.createCanvas(id, { beforeLayer, style: { pointerEvents: 'none' } })
  const context = canvas.getContext('2d', { willReadFrequently: bySoftware })!
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

/** Whether WebGL on this canvas is drawn by the processor. */
export function drawsInSoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  const names = gl?.getExtension('WEBGL_debug_renderer_info')
  return /swiftshader|llvmpipe|software|basic render/i.test(
    String(gl?.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? 0)),
  )
}
