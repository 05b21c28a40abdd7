import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { dateOf, dayOf, monthStarts, NO_DAY, sayRange } from '../data/day.ts'
import { histogramOf } from '../data/histogram.ts'
import { plural } from '../data/summarize.ts'
import { changeFilters, filters, index, reducedMotion, visible } from '../state.ts'
import { Icon } from './icon.tsx'

const BARS = 120
/** The whole time plays in about eight seconds; less restless where motion is not wanted. */
const PLAY_STEPS = 40
const STEP_MS = 200
const HEIGHT = 30

/** Entries over time: drag over the bars to choose a stretch, or play through it. From and To are its keyboard form. */
export function Timeline() {
  const graph = index.value
  const playing = useSignal(false)
  const start = useRef<number | null>(null)
  const isPlaying = playing.value
  useEffect(() => {
    if (!isPlaying || graph === null) return
    const span = graph.lastDay - graph.firstDay + 1
    const step = Math.max(1, Math.ceil(span / (reducedMotion.peek() ? PLAY_STEPS / 4 : PLAY_STEPS)))
    const reached = dayOf(filters.peek().to)
    let day = reached === NO_DAY || reached >= graph.lastDay ? graph.firstDay : reached
    const timer = setInterval(
      () => {
        day = Math.min(graph.lastDay, day + step)
        changeFilters({ to: day >= graph.lastDay ? '' : dateOf(day) })
        if (day >= graph.lastDay) playing.value = false
      },
      reducedMotion.peek() ? STEP_MS * 4 : STEP_MS,
    )
    return () => clearInterval(timer)
  }, [isPlaying, graph])
  if (graph === null || graph.firstDay === NO_DAY || graph.firstDay === graph.lastDay) return null
  const { counts, days } = histogramOf(graph, BARS)
  const most = Math.max(...counts)
  const from = filters.value.from === '' ? graph.firstDay : dayOf(filters.value.from)
  const to = filters.value.to === '' ? graph.lastDay : dayOf(filters.value.to)
  const span = graph.lastDay - graph.firstDay + 1
  const isCut = filters.value.from !== '' || filters.value.to !== ''
  const dayAt = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    const share = Math.min(0.9999, Math.max(0, (event.clientX - box.left) / box.width))
    return graph.firstDay + Math.floor(share * span)
  }
  const brush = (event: PointerEvent) => {
    if (start.current === null) return
    const here = dayAt(event)
    const [low, high] = [Math.min(start.current, here), Math.max(start.current, here)]
    if (high - low < 1) changeFilters({ from: '', to: '' })
    else changeFilters({ from: dateOf(low), to: dateOf(high) })
  }
  /** Bars in the units of the view box, which is one unit a bar wide. */
  const along = (day: number) => ((day - graph.firstDay) / span) * counts.length
  return (
    <div class="timeline">
      <button
        type="button"
        class="icon-button"
        aria-label={isPlaying ? 'Pause' : 'Play through time'}
        title={isPlaying ? 'Pause' : 'Play through time'}
        onClick={() => {
          playing.value = !isPlaying
        }}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <div class="brush">
        <svg
          viewBox={`0 0 ${counts.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            playing.value = false
            start.current = dayAt(event)
          }}
          onPointerMove={brush}
          onPointerUp={(event) => {
            brush(event)
            start.current = null
          }}
        >
          <rect x="0" y="0" width={counts.length} height={HEIGHT} class="ground" />
          {isCut && <rect class="window" x={along(from)} y="0" width={along(to + 1) - along(from)} height={HEIGHT} />}
          {counts.map((count, bar) => {
            const height = count === 0 ? 0 : 4 + ((HEIGHT - 5) * count) / most
            const first = days[bar]!
            const last = (days[bar + 1] ?? graph.lastDay + 1) - 1
            return (
              <rect
                key={first}
                class={last >= from && first <= to ? 'in' : ''}
                x={bar + 0.1}
                y={HEIGHT - height}
                width={0.8}
                height={height}
              />
            )
          })}
        </svg>
        <div class="months quiet" aria-hidden="true">
          {monthStarts(graph.firstDay, graph.lastDay).map(({ day, name }) => {
            const share = (day - graph.firstDay) / span
            return (
              <span key={day} class={share > 0.88 ? 'late' : ''} style={`left: ${share * 100}%`}>
                {name}
              </span>
            )
          })}
        </div>
      </div>
      <p class="brush-dates">
        {sayRange(dateOf(from), dateOf(to))}
        <span class="quiet">{plural(visible.value?.entryTotal ?? 0, 'entry', 'entries')}</span>
      </p>
    </div>
  )
}
