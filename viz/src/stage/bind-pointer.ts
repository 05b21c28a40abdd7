import type { Drawing } from '../sigma-adapter.ts'
import type { StageEvents } from './stage.ts'

/** Tells what the pointer does on the drawing, moves a node that is dragged, and follows the container's size. */
export function bindPointer(
  sigma: Drawing,
  container: HTMLElement,
  events: StageEvents,
  isOnNode: (x: number, y: number) => boolean,
): { isHeld(): boolean; release(): void } {
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
  sigma.on('clickStage', ({ event }) => {
    if (!moved) events.clickEmpty(event.x, event.y)
  })
  sigma.on('downNode', ({ node, event, preventSigmaDefault }) => {
    moved = false
    pressed = true
    // Beside a node it is meant when clicked; but where nodes are dense the drawing must still be moved by dragging.
    if (!isOnNode(event.x, event.y)) return
    dragged = node
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
    const { clientWidth, clientHeight } = container
    const { width, height } = sigma.getDimensions()
    if (clientWidth === 0 || clientHeight === 0 || (clientWidth === width && clientHeight === height)) return
    // A canvas of another size is empty: it is drawn in the same frame.
    sigma.refresh({ skipIndexation: true, partialGraph: {} })
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
