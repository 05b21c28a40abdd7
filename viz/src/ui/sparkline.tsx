/** Counts over time as small bars; decoration beside a text that says the same. */
export function Sparkline({ counts, color }: { counts: readonly number[]; color?: string }) {
  const most = Math.max(1, ...counts)
  const width = 100 / counts.length
  const bar = (at: number, height: number) =>
    `M${round(at * width + width * 0.12)} 24v${-round(height)}h${round(width * 0.76)}v${round(height)}z`
  // Two paths rather than an element for each bar: a list of patterns holds hundreds of bars.
  const bars = counts.map((count, at) => (count === 0 ? '' : bar(at, 3 + (21 * count) / most))).join('')
  const gaps = counts.map((count, at) => (count === 0 ? bar(at, 1) : '')).join('')
  return (
    <svg class="sparkline" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <path class="none" d={gaps} />
      <path d={bars} style={color === undefined ? undefined : `fill: ${color}`} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 100) / 100
