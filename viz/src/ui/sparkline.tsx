/** Counts over time as small bars; decoration beside a text that says the same. */
export function Sparkline({ counts, color }: { counts: readonly number[]; color?: string }) {
  const most = Math.max(1, ...counts)
  const width = 100 / counts.length
  return (
    <svg class="sparkline" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, at) => {
        const height = count === 0 ? 1 : 3 + (21 * count) / most
        return (
          <rect
            key={at}
            x={at * width + width * 0.12}
            y={24 - height}
            width={width * 0.76}
            height={height}
            class={count === 0 ? 'none' : ''}
            style={color === undefined || count === 0 ? undefined : `fill: ${color}`}
          />
        )
      })}
    </svg>
  )
}
