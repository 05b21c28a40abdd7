import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { mountDrawing } from '../stage/mount-drawing.ts'
import * as state from '../state.ts'

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
      release = graph === null || host.current === null ? () => {} : mountDrawing(host.current, graph)
    })
    return () => {
      stop()
      release()
    }
  }, [])
  return <div class="stage" ref={host} aria-hidden="true" />
}
