import type { GraphView, ViewEntry } from './graph-view.ts'

const THEMES_KEPT = 4

/**
 * Failure modes and lessons that entries are about, those first that are more frequent here than elsewhere (log-odds
 * with the whole as prior) and shown by more than one company. Members of the community count twice.
 */
export function rankThemes(view: GraphView, rows: ViewEntry[], inside: Set<number>): number[] {
  const here = new Map<number, { stories: Set<number>; companies: Set<number>; rank: number }>()
  for (const { labels, story, subjects } of rows) {
    for (const { node, rank } of labels) {
      const seen = here.get(node) ?? { stories: new Set(), companies: new Set(), rank: 0 }
      seen.stories.add(story)
      for (const subject of subjects) seen.companies.add(subject)
      seen.rank += 1 / (1 + rank)
      here.set(node, seen)
    }
  }
  const size = new Set(rows.map(({ story }) => story)).size
  const scored = [...here].map(([node, { stories, companies, rank }]) => {
    const all = view.graph.nodes.stories[node] ?? 1
    const odds = Math.log((stories.size + 0.5) / (size + 1)) - Math.log((all + 0.5) / (view.stories + 1))
    const support = Math.min(stories.size, companies.size + 1)
    const score = Math.max(0.1, odds + 0.5) * Math.sqrt(support) * Math.sqrt(rank) * (inside.has(node) ? 2 : 1)
    return { node, score, companies: companies.size }
  })
  const recurring = scored.filter(({ companies }) => companies >= 2)
  return (recurring.length > 0 ? recurring : scored)
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .slice(0, THEMES_KEPT)
    .map(({ node }) => node)
}
