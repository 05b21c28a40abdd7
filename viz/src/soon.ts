/**
 * Runs `work` piece by piece, with room for frames between, so that nothing holds up the page for long; it returns
 * whether more is to be done. Returns a function that stops it.
 */
export function inPieces(work: () => boolean): () => void {
  let stopped = false
  const next = () => {
    if (!stopped && work()) setTimeout(next)
  }
  setTimeout(next)
  return () => {
    stopped = true
  }
}

/** Runs `work` when the frame that is being made has been handed over. Returns a function that stops it. */
export function afterFrame(work: () => void): () => void {
  let asked = requestAnimationFrame(() => {
    asked = requestAnimationFrame(work)
  })
  return () => cancelAnimationFrame(asked)
}
