import { NO_DAY } from './day.ts'
import type { GraphIndex } from './graph-index.ts'

/** Entries per equal stretch of time; `days[i]` is the first day of bar i. */
export interface Histogram {
  counts: number[]
  days: number[]
}

/** At most `most` bars of whole days over the dated entries; none where nothing is dated. */
export function histogramOf(index: GraphIndex, most: number): Histogram {
  if (index.firstDay === NO_DAY) return { counts: [], days: [] }
  const span = index.lastDay - index.firstDay + 1
  const width = Math.max(1, Math.ceil(span / most))
  const bars = Math.ceil(span / width)
  const counts = new Array<number>(bars).fill(0)
  for (const day of index.entryFrom) if (day !== NO_DAY) counts[Math.floor((day - index.firstDay) / width)]!++
  return { counts, days: counts.map((_, bar) => index.firstDay + bar * width) }
}
