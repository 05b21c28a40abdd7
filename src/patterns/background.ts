import type { KnowledgeGraph } from '../model/index.ts'
import { BACKGROUND } from './background-frequencies.ts'

/** What a label that no table knows is taken to occur in. */
const UNKNOWN = 0.02
/** Stories that the shipped frequencies count for beside an archive's own. */
const PRIOR = 20

/** Share of stories that are about a label: of the archive where one is given, smoothed by the shipped frequencies. */
export function backgroundShare(history: KnowledgeGraph | undefined): (id: string) => number {
  const shipped = (id: string) => BACKGROUND[id] ?? UNKNOWN
  if (history === undefined) return shipped
  const counts = new Map<string, Set<number>>()
  const { mentions, nodes, entries } = history
  mentions.role.forEach((role, m) => {
    if (role !== 'label') return
    const id = nodes.id[mentions.node[m] as number] as string
    const stories = counts.get(id) ?? new Set()
    stories.add(entries.story[mentions.entry[m] as number] as number)
    counts.set(id, stories)
  })
  const total = new Set(entries.story).size
  return (id) => ((counts.get(id)?.size ?? 0) + PRIOR * shipped(id)) / (total + PRIOR)
}
