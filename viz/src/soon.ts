/**
 * Runs `work` piece by piece after the next frame has been drawn, so that no piece holds up the page for long; it
 * returns whether more is to be done. Returns a function that stops it.
 */
export function inPieces(work: () => boolean): () => void {
  let stopped = false
  const next = () => {
    if (!stopped && work()) setTimeout(next)
  }
  requestAnimationFrame(() => setTimeout(next))
  return () => {
    stopped = true
  }
}
