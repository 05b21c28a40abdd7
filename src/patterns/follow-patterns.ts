import type { Pattern } from '../model/index.ts'

export interface PatternChange {
  kind: 'born' | 'kept' | 'grown' | 'shrunk' | 'split' | 'merged' | 'gone'
  id: string
  name: string
  /** Members that came and went, in words; empty where nothing did. */
  detail: string
  joined: string[]
  left: string[]
}

/** Two patterns are one when they share this much of their core (Jaccard), the cut used for tracking dynamic communities by Greene, Doyle and Cunningham (2010). */
const SAME = 0.3
/** A pattern that holds this much of an older one's core has taken it in, or came out of it. */
const TAKEN_IN = 0.5
const NAMED = 4

/**
 * Carries ids over from an earlier build and tells what became of each pattern. Pairs are matched best first, each
 * pattern once; ties by id. Changes come in the order of `patterns`, then the gone by id.
 */
export function followPatterns(
  previous: Pattern[],
  patterns: Pattern[],
): { patterns: Pattern[]; changes: PatternChange[] } {
  const before = previous.map(coreOf)
  const after = patterns.map(coreOf)
  const pairs = after.flatMap((core, i) =>
    before.map((old, j) => ({ i, j, shared: sharedCount(core, old), same: jaccard(core, old) })),
  )
  pairs.sort(
    (a, b) =>
      b.same - a.same || compare(patterns[a.i]?.id, patterns[b.i]?.id) || compare(previous[a.j]?.id, previous[b.j]?.id),
  )
  const from = new Map<number, number>()
  const to = new Map<number, number>()
  for (const { i, j, same } of pairs) {
    if (same < SAME || from.has(i) || to.has(j)) continue
    from.set(i, j)
    to.set(j, i)
  }
  const taken = new Set([...from.values()].map((j) => previous[j]?.id as string))
  const changes: PatternChange[] = []
  const followed = patterns.map((pattern, i): Pattern => {
    const j = from.get(i)
    const own = after[i] as Set<string>
    if (j === undefined) {
      // Most of its core stood in one older pattern that lives on elsewhere: it split off.
      const source = pairs.find((pair) => pair.i === i && pair.shared / Math.max(1, own.size) >= TAKEN_IN)
      const id = freeId(pattern.id, taken)
      const change = source === undefined ? 'born' : 'split'
      const detail = source === undefined ? '' : `from ${previous[source.j]?.name}`
      changes.push({ kind: change, id, name: pattern.name, detail, joined: [], left: [] })
      return { ...pattern, id, change }
    }
    const old = before[j] as Set<string>
    const absorbed = previous.filter(
      (_, k) =>
        k !== j &&
        !to.has(k) &&
        sharedCount(own, before[k] as Set<string>) / Math.max(1, before[k]?.size ?? 1) >= TAKEN_IN,
    )
    const joined = [...own].filter((node) => !old.has(node)).sort()
    const left = [...old].filter((node) => !own.has(node)).sort()
    const change =
      absorbed.length > 0
        ? 'merged'
        : joined.length > left.length
          ? 'grown'
          : left.length > joined.length
            ? 'shrunk'
            : 'kept'
    const id = previous[j]?.id as string
    const moved = [
      ...(absorbed.length > 0 ? [`took in ${absorbed.map(({ name }) => name).join(', ')}`] : []),
      ...moves(joined, left),
    ]
    changes.push({ kind: change, id, name: pattern.name, detail: moved.join('; '), joined, left })
    return { ...pattern, id, change }
  })
  const gone = previous.filter((_, j) => !to.has(j)).sort((a, b) => compare(a.id, b.id))
  for (const { id, name } of gone) changes.push({ kind: 'gone', id, name, detail: '', joined: [], left: [] })
  return { patterns: followed, changes }
}

function coreOf({ members }: Pattern): Set<string> {
  const core = members.filter((member) => member.core)
  return new Set((core.length > 0 ? core : members).map(({ node }) => node))
}

function moves(joined: string[], left: string[]): string[] {
  const list = (nodes: string[]) =>
    `${nodes.slice(0, NAMED).map(plain).join(', ')}${nodes.length > NAMED ? ` and ${nodes.length - NAMED} more` : ''}`
  return [
    ...(joined.length > 0 ? [`joined: ${list(joined)}`] : []),
    ...(left.length > 0 ? [`left: ${list(left)}`] : []),
  ]
}

function plain(node: string): string {
  return node.replace(/^[^:]+:/, '')
}

function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(free); n++) free = `${id}~${n}`
  taken.add(free)
  return free
}

function sharedCount(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const node of a) if (b.has(node)) shared++
  return shared
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = sharedCount(a, b)
  const union = a.size + b.size - shared
  return union === 0 ? 0 : shared / union
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
