import type { EdgeKind, EntityType, KnowledgeGraph } from '../../../src/model/index.ts'
import { dayOf, NO_DAY } from './day.ts'

/** Rows grouped by a key: the rows of `key` are `items[offsets[key] .. offsets[key + 1])`. */
export interface Groups {
  offsets: Uint32Array
  items: Uint32Array
}

/** The graph and what is looked up in it often. Node, edge and entry are numbers: rows of their tables. */
export interface GraphIndex {
  graph: KnowledgeGraph
  nodeCount: number
  edgeCount: number
  nodeById: Map<string, number>
  entryById: Map<string, number>
  patternById: Map<string, number>
  /** Edge rows by either end. */
  edgesOf: Groups
  /** Rows of `mentions` by node, and by entry. */
  mentionsOf: Groups
  mentionsIn: Groups
  /** First and last day of each entry; `NO_DAY` where undated. */
  entryFrom: Int32Array
  entryTo: Int32Array
  /** First and last dated day of all; `NO_DAY` where nothing is dated. */
  firstDay: number
  lastDay: number
  /** Node rows of each pattern's members, core first, and how many are core. */
  patternMembers: number[][]
  patternCores: number[]
  /** Which of the PATTERN_COLORS colours each pattern has. */
  patternSlot: number[]
}

/** Builds the lookups in O(nodes + edges + mentions). */
export function indexGraph(graph: KnowledgeGraph): GraphIndex {
  const nodeCount = graph.nodes.id.length
  const edgeCount = graph.edges.from.length
  const entryCount = graph.entries.id.length
  const nodeById = numbered(graph.nodes.id)
  const entryFrom = Int32Array.from(graph.entries.date, dayOf)
  const entryTo = Int32Array.from(graph.entries.dateEnd, (date, row) => Math.max(dayOf(date), entryFrom[row]!))
  let firstDay = NO_DAY
  let lastDay = NO_DAY
  for (let entry = 0; entry < entryCount; entry++) {
    const from = entryFrom[entry]!
    if (from === NO_DAY) continue
    if (firstDay === NO_DAY || from < firstDay) firstDay = from
    if (entryTo[entry]! > lastDay) lastDay = entryTo[entry]!
  }
  const patternMembers = graph.patterns.map(({ members }) => {
    const rows = (core: boolean) =>
      members.filter((member) => member.core === core).flatMap(({ node }) => nodeById.get(node) ?? [])
    return [...rows(true), ...rows(false)]
  })
  return {
    graph,
    nodeCount,
    edgeCount,
    nodeById,
    entryById: numbered(graph.entries.id),
    patternById: numbered(graph.patterns.map(({ id }) => id)),
    edgesOf: groupEnds(graph.edges.from, graph.edges.to, nodeCount),
    mentionsOf: groupBy(graph.mentions.node, nodeCount),
    mentionsIn: groupBy(graph.mentions.entry, entryCount),
    entryFrom,
    entryTo,
    firstDay,
    lastDay,
    patternMembers,
    patternSlot: spreadColors(graph, patternMembers),
    patternCores: graph.patterns.map(
      ({ members }) => members.filter(({ core, node }) => core && nodeById.has(node)).length,
    ),
  }
}

/** Colours that tell patterns apart; more patterns than that share them. */
export const PATTERN_COLORS = 10

/** Gives patterns colours so that those that share one lie far apart; the first ones keep the order of the scheme. */
function spreadColors({ nodes }: KnowledgeGraph, members: readonly number[][]): number[] {
  const centres = members.map((rows) => {
    const sum = (cells: readonly number[]) => rows.reduce((total, row) => total + cells[row]!, 0) / (rows.length || 1)
    return [sum(nodes.x), sum(nodes.y)] as const
  })
  const slots: number[] = []
  for (const [pattern, [x, y]] of centres.entries()) {
    const nearest = new Array<number>(PATTERN_COLORS).fill(Number.POSITIVE_INFINITY)
    for (let other = 0; other < pattern; other++) {
      const far = Math.hypot(centres[other]![0] - x, centres[other]![1] - y)
      nearest[slots[other]!] = Math.min(nearest[slots[other]!]!, far)
    }
    slots.push(nearest.indexOf(Math.max(...nearest)))
  }
  return slots
}

/** The items of one key. */
export function itemsOf(groups: Groups, key: number): Uint32Array {
  return groups.items.subarray(groups.offsets[key]!, groups.offsets[key + 1]!)
}

/** Whether no edge of the graph touches the node, whatever the filters. */
export function isUnlinked({ edgesOf }: GraphIndex, node: number): boolean {
  return edgesOf.offsets[node] === edgesOf.offsets[node + 1]
}

/** The end of the edge that is not `node`. */
export function otherEnd(index: GraphIndex, edge: number, node: number): number {
  const { from, to } = index.graph.edges
  return from[edge] === node ? to[edge]! : from[edge]!
}

/** `from|kind|to`: the same in every build that has the edge. */
export function edgeKey(index: GraphIndex, edge: number): string {
  const { edges, nodes } = index.graph
  return `${nodes.id[edges.from[edge]!]}|${edges.kind[edge]}|${nodes.id[edges.to[edge]!]}`
}

/** The row of the edge with this key, or -1. */
export function edgeByKey(index: GraphIndex, key: string): number {
  const [from, kind, to] = key.split('|')
  const fromRow = index.nodeById.get(from ?? '')
  const toRow = index.nodeById.get(to ?? '')
  if (fromRow === undefined || toRow === undefined) return -1
  const { edges } = index.graph
  for (const edge of itemsOf(index.edgesOf, fromRow)) {
    if (edges.from[edge] === fromRow && edges.to[edge] === toRow && edges.kind[edge] === kind) return edge
  }
  return -1
}

/** Kinds that have a direction a reader cares about. */
export const DIRECTED: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  ...(['built', 'uses', 'migrated-from', 'migrated-to', 'replaced-by', 'acquired'] as const),
  ...(['hit', 'learned', 'counters'] as const),
])

export const TYPE_ORDER: readonly EntityType[] = ['company', 'technology', 'failure-mode', 'lesson']

function numbered(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, row) => [id, row]))
}

function groupBy(keys: readonly number[], count: number): Groups {
  const offsets = new Uint32Array(count + 1)
  for (const key of keys) offsets[key + 1]!++
  for (let key = 0; key < count; key++) offsets[key + 1]! += offsets[key]!
  const items = new Uint32Array(keys.length)
  const next = offsets.slice()
  for (let row = 0; row < keys.length; row++) items[next[keys[row]!]!++] = row
  return { offsets, items }
}

function groupEnds(from: readonly number[], to: readonly number[], count: number): Groups {
  const offsets = new Uint32Array(count + 1)
  for (let row = 0; row < from.length; row++) {
    offsets[from[row]! + 1]!++
    if (to[row] !== from[row]) offsets[to[row]! + 1]!++
  }
  for (let key = 0; key < count; key++) offsets[key + 1]! += offsets[key]!
  const items = new Uint32Array(offsets[count]!)
  const next = offsets.slice()
  for (let row = 0; row < from.length; row++) {
    items[next[from[row]!]!++] = row
    if (to[row] !== from[row]) items[next[to[row]!]!++] = row
  }
  return { offsets, items }
}
