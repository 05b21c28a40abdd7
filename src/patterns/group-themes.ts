import type { PatternDraft } from './find-patterns.ts'
import type { GraphView } from './graph-view.ts'

/**
 * The upper level: patterns that are about one field of failure or learning belong to one theme. Its id is the
 * ontology's group that most of the pattern's labelled stories fall under; ties go to the best label's group.
 */
export function groupThemes(view: GraphView, drafts: PatternDraft[]): string[] {
  const { nodes } = view.graph
  return drafts.map(({ themes }) => {
    const groups = new Map<string, number>()
    themes.forEach((node, rank) => {
      const group = nodes.facts[node]?.group ?? (nodes.id[node] as string).replace(/^[^:]+:/, '')
      groups.set(group, (groups.get(group) ?? 0) + 1 / (1 + rank))
    })
    const [best] = [...groups].sort((a, b) => b[1] - a[1])
    return best?.[0] ?? 'technologies'
  })
}
