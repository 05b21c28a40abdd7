import type { EdgeKind, KnowledgeGraph } from '../model/index.ts'
import { graphIndex, type Quote } from './graph-index.ts'
import { type Neighbour, neighboursOf } from './show-entity.ts'

export interface SharedNeighbour {
  id: string
  label: string
  type: string
  /** How each of the two is tied to it. */
  kindA: EdgeKind
  kindB: EdgeKind
  /** Of failures: whether they happened to each. */
  polarities: (string | null)[]
  /** Product of both weights: high where both are closely tied to it. */
  weight: number
  a: Quote[]
  b: Quote[]
}

export interface Comparison {
  a: string
  b: string
  shared: SharedNeighbour[]
  onlyA: Neighbour[]
  onlyB: Neighbour[]
}

export interface CompareOptions {
  limit: number
}

export const DEFAULT_COMPARE_OPTIONS: CompareOptions = { limit: 12 }

/** What two nodes share, and what only one of them has; generics (AI, API) are left out on both sides. */
export function compareEntities(
  graph: KnowledgeGraph,
  a: number,
  b: number,
  options: Partial<CompareOptions> = {},
): Comparison {
  const { limit } = { ...DEFAULT_COMPARE_OPTIONS, ...options }
  const index = graphIndex(graph)
  const strongest = (row: number, other: number) => {
    const found = new Map<string, Neighbour>()
    for (const neighbour of neighboursOf(index, row)) {
      const at = index.rowOfId.get(neighbour.id) ?? -1
      if (at === other || at === row || graph.nodes.generic[at] === true) continue
      const known = found.get(neighbour.id)
      // What a text states says more than what stands together, however heavy.
      if (known === undefined || (known.kind === 'associated' && neighbour.kind !== 'associated'))
        found.set(neighbour.id, neighbour)
    }
    return found
  }
  const ofA = strongest(a, b)
  const ofB = strongest(b, a)
  const shared: SharedNeighbour[] = []
  for (const [id, left] of ofA) {
    const right = ofB.get(id)
    if (right === undefined) continue
    shared.push({
      id,
      label: left.label,
      type: left.type,
      kindA: left.kind,
      kindB: right.kind,
      polarities: [left.polarity, right.polarity],
      weight: left.weight * right.weight,
      a: left.quotes,
      b: right.quotes,
    })
  }
  shared.sort((x, y) => y.weight - x.weight || (x.id < y.id ? -1 : 1))
  return {
    a: graph.nodes.id[a] ?? '',
    b: graph.nodes.id[b] ?? '',
    shared: shared.slice(0, limit),
    onlyA: [...ofA.values()].filter(({ id }) => !ofB.has(id)).slice(0, limit),
    onlyB: [...ofB.values()].filter(({ id }) => !ofA.has(id)).slice(0, limit),
  }
}
