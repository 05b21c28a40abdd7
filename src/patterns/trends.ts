import type { KnowledgeGraph, Pattern } from '../model/index.ts'

export interface Trend {
  /** Entity or pattern id. */
  id: string
  label: string
  kind: 'rising' | 'fading'
  /** Stories in the later and in the earlier half of the time span. */
  late: number
  early: number
  /** z of the two shares; its sign is the direction. */
  z: number
}

export interface TrendOptions {
  /** Fewer stories than this are no trend. */
  leastStories: number
  /** |z| from which a difference counts (1.645: one in twenty by chance, one-sided). */
  leastZ: number
}

const DEFAULT_TREND_OPTIONS: TrendOptions = { leastStories: 4, leastZ: 1.645 }

/**
 * Entities and patterns whose share of stories differs between the later and the earlier half of all dated stories (two
 * proportions, pooled z). Halves are by stories, not by days, so that a busy month decides nothing. Strongest first.
 */
export function findTrends(graph: KnowledgeGraph, options: Partial<TrendOptions> = {}): Trend[] {
  const { leastStories, leastZ } = { ...DEFAULT_TREND_OPTIONS, ...options }
  const { entries, mentions, nodes, patterns } = graph
  const dates = new Map<number, string>()
  entries.story.forEach((story, row) => {
    const date = entries.date[row]
    const known = dates.get(story)
    if (date !== null && date !== undefined && (known === undefined || date < known)) dates.set(story, date)
  })
  const sorted = [...dates.values()].sort()
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined || middle === sorted[0]) return []
  const isLate = (story: number) => (dates.get(story) as string) >= middle
  const lateTotal = [...dates.keys()].filter(isLate).length
  const earlyTotal = dates.size - lateTotal
  const trend = (id: string, label: string, stories: Set<number>): Trend[] => {
    const dated = [...stories].filter((story) => dates.has(story))
    const late = dated.filter(isLate).length
    const early = dated.length - late
    if (dated.length < leastStories) return []
    const pooled = dated.length / dates.size
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / lateTotal + 1 / earlyTotal))
    const z = error === 0 ? 0 : (late / lateTotal - early / earlyTotal) / error
    if (Math.abs(z) < leastZ) return []
    return [{ id, label, kind: z > 0 ? 'rising' : 'fading', late, early, z: Math.round(z * 100) / 100 }]
  }
  const byNode = nodes.id.map(() => new Set<number>())
  mentions.node.forEach((node, m) => {
    if (nodes.publisher[node] !== true && nodes.generic[node] !== true)
      byNode[node]?.add(entries.story[mentions.entry[m] as number] as number)
  })
  const rows = new Map(entries.id.map((id, row) => [id, row]))
  const storiesOf = (pattern: Pattern) =>
    new Set(pattern.entries.flatMap((id) => (rows.has(id) ? [entries.story[rows.get(id) as number] as number] : [])))
  return [
    ...nodes.id.flatMap((id, node) => trend(id, nodes.label[node] as string, byNode[node] as Set<number>)),
    ...patterns.flatMap((pattern) => trend(pattern.id, pattern.name, storiesOf(pattern))),
  ].sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.id < b.id ? -1 : 1))
}
