import type { KnowledgeGraph } from '../model/index.ts'

export interface Change {
  id: string
  label: string
  before: number
  after: number
}

export interface GraphDiff {
  /** Counts are entries for entities, evidence for edges, stories for patterns. */
  entities: { came: Change[]; went: Change[]; changed: Change[] }
  edges: { came: Change[]; went: Change[]; changed: Change[] }
  patterns: { came: Change[]; went: Change[]; changed: Change[] }
}

type Item = { label: string; count: number }

/** What came, went and changed from one graph to another, each list sorted by the size of the change. */
export function diffGraphs(older: KnowledgeGraph, newer: KnowledgeGraph): GraphDiff {
  return {
    entities: diff(entities(older), entities(newer)),
    edges: diff(edges(older), edges(newer)),
    patterns: diff(patterns(older), patterns(newer)),
  }
}

function entities({ nodes }: KnowledgeGraph): Map<string, Item> {
  return new Map(nodes.id.map((id, row) => [id, { label: nodes.label[row] ?? '', count: nodes.entries[row] ?? 0 }]))
}

function edges({ nodes, edges }: KnowledgeGraph): Map<string, Item> {
  return new Map(
    edges.from.map((from, row) => {
      const to = edges.to[row] ?? -1
      const kind = edges.kind[row] ?? ''
      const label = `${nodes.label[from]} ${kind.replaceAll('-', ' ')} ${nodes.label[to]}`
      return [`${nodes.id[from]}|${kind}|${nodes.id[to]}`, { label, count: edges.count[row] ?? 0 }]
    }),
  )
}

function patterns({ patterns }: KnowledgeGraph): Map<string, Item> {
  return new Map(patterns.map(({ id, name, stories }) => [id, { label: name, count: stories }]))
}

function diff(older: Map<string, Item>, newer: Map<string, Item>): GraphDiff['entities'] {
  const came: Change[] = []
  const went: Change[] = []
  const changed: Change[] = []
  for (const [id, { label, count }] of newer) {
    const before = older.get(id)
    if (before === undefined) came.push({ id, label, before: 0, after: count })
    else if (before.count !== count) changed.push({ id, label, before: before.count, after: count })
  }
  for (const [id, { label, count }] of older) if (!newer.has(id)) went.push({ id, label, before: count, after: 0 })
  const bySize = (a: Change, b: Change) =>
    Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.id < b.id ? -1 : 1)
  return { came: came.sort(bySize), went: went.sort(bySize), changed: changed.sort(bySize) }
}
