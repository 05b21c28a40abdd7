import { foldWords } from '../model/index.ts'
import type { GraphIndex } from './graph-index.ts'

/** What a text may mean: `row` is -1 where no node is near enough. */
export interface FoundEntity {
  row: number
  /** Ids that come near, best first, when nothing fits exactly. */
  near: string[]
}

/** How many near names a did-you-mean gives. */
const NEAR = 5

/** The node that an id, label or alias names; else names that come near (a prefix, a part, few letters off). */
export function findEntity(index: GraphIndex, text: string): FoundEntity {
  const { graph, rowOfId, rowsOfName } = index
  const byId = rowOfId.get(text)
  if (byId !== undefined) return { row: byId, near: [] }
  const folded = foldWords(text)
  const exact = rowsOfName.get(folded)
  const best = exact === undefined ? undefined : mostNamed(index, exact)
  if (best !== undefined) return { row: best, near: [] }
  return { row: -1, near: nearNames(index, text).map((row) => graph.nodes.id[row] ?? '') }
}

/** The nearness of a name that differs by a letter or two. */
export const SLIP = 2

/** Nodes whose names come near a text, nearest first; `least` is how near at least. */
export function nearNames({ graph, rowsOfName }: GraphIndex, text: string, least = 0): number[] {
  const folded = foldWords(text)
  const scored: { row: number; score: number }[] = []
  for (const [name, rows] of rowsOfName) {
    const score = nearness(folded, name)
    if (score > 0 && score >= least) for (const row of rows) scored.push({ row, score })
  }
  scored.sort(
    (a, b) =>
      b.score - a.score || (graph.nodes.entries[b.row] ?? 0) - (graph.nodes.entries[a.row] ?? 0) || a.row - b.row,
  )
  return [...new Set(scored.map(({ row }) => row))].slice(0, NEAR)
}

/** Of several nodes with one name, the one that most entries name. */
export function mostNamed({ graph }: GraphIndex, rows: number[]): number | undefined {
  return [...rows].sort((a, b) => (graph.nodes.entries[b] ?? 0) - (graph.nodes.entries[a] ?? 0) || a - b)[0]
}

/**
 * 0 for far. A few letters off is a slip and comes first; then names that start with the text, and those that hold it or
 * a word of it. Parts of three letters or fewer say nothing.
 */
function nearness(wanted: string, name: string): number {
  if (wanted === '' || name === '') return 0
  // A distance is only told for names of like length: the rest is far by definition.
  if (Math.abs(name.length - wanted.length) <= 2 && wanted.length >= 4) {
    const distance = editDistance(wanted, name)
    if (distance <= (wanted.length < 8 ? 1 : 2)) return 4 - distance
  }
  if (wanted.length > 2 && name.startsWith(wanted)) return 1.5
  if (wanted.length < 4 || name.length < 4) return 0
  return ` ${name} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${name} `)
    ? 1.2
    : name.includes(wanted)
      ? 1
      : 0
}

/** Edits between two names, where two letters that changed places are one (Damerau; optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [older, before] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + change,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (older[column - 2] ?? 0) + 1)
      current[column] = least
    }
    older = before
    before = current
  }
  return before[b.length] ?? 0
}
