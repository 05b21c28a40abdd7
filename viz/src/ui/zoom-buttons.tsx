import { fitView, switchLayout } from '../stage/mount-drawing.ts'
import { stage } from '../stage/stage-access.ts'
import { layoutRunning, reducedMotion } from '../state.ts'
import { Icon } from './icon.tsx'

const STEP = 1.5

export function ZoomButtons() {
  const zoom = (factor: number) => stage()?.zoom(factor, reducedMotion.peek() ? 0 : 200)
  return (
    <div class="zoom panel">
      <button type="button" class="icon-button" aria-label="Zoom in" title="Zoom in" onClick={() => zoom(STEP)}>
        <Icon name="plus" />
      </button>
      <button type="button" class="icon-button" aria-label="Zoom out" title="Zoom out" onClick={() => zoom(1 / STEP)}>
        <Icon name="minus" />
      </button>
      <button type="button" class="icon-button" aria-label="Fit" title="Show everything" onClick={fitView}>
        <Icon name="fit" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Live layout"
        aria-pressed={layoutRunning.value}
        title={layoutRunning.value ? 'Stop the layout' : 'Lay out what is shown; stops by itself'}
        onClick={switchLayout}
      >
        <Icon name={layoutRunning.value ? 'pause' : 'layout'} />
      </button>
    </div>
  )
}
