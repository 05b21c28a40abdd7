import {
  EVIDENCE_KEPT,
  type ExtractedEntry,
  GRAPH_VERSION,
  type KnowledgeGraph,
  type Ontology,
  type Polarity,
} from '../model/index.ts'
import { associationStrength } from './associate.ts'
import { backbone } from './backbone.ts'
import { betweenness } from './betweenness.ts'
import { clusterNodes } from './cluster-nodes.ts'
import { EdgeCollector, type EdgeRow } from './collect-edges.ts'
import { collectMentions, type EntryNode, piecesOf } from './collect-mentions.ts'
import { comparePieces, EvidenceTable, type Piece } from './evidence-table.ts'
import { layoutNodes } from './layout.ts'
import { describeNodes, type NodeFacts } from './node-facts.ts'
import { type GraphOptions, resolveGraphOptions } from './options.ts'
import type { WeightedEdge } from './weighted-graph.ts'

/**
 * The knowledge graph of extracted entries, without patterns (src/patterns finds them). The same entries in any order
 * give the same graph.
 * @param stories story number of each entry (src/read groups them); default: one story per content key.
 */
export function buildGraph(
  entries: ExtractedEntry[],
  ontology: Ontology,
  options: Partial<GraphOptions> = {},
  stories?: number[],
): KnowledgeGraph {
  const settings = resolveGraphOptions(options)
  const { sorted, story } = sortEntries(entries, stories)
  const table = new EvidenceTable(sorted)
  const rows = collectMentions(sorted, story, ontology)
  const facts = describeNodes(rows, ontology)
  const silent = new Set([...facts].filter(([, fact]) => fact.publisher || fact.generic).map(([id]) => id))
  const collector = new EdgeCollector(table, ontology, settings, silent)
  const byEntry = groupBy(rows, (row) => row.entry)
  for (const [e, entry] of sorted.entries()) collector.take(entry, byEntry.get(e) ?? [])

  const ids = [...facts.keys()].sort()
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const byNode = groupBy(rows, (row) => numbers.get(row.id) as number)
  const dates = { from: sorted.map((entry) => entry.date), to: sorted.map((entry) => entry.dateEnd ?? entry.date) }
  const edgeRows = [...collector.rows.values()].sort(
    (a, b) => compare(a.from, b.from) || compare(a.kind, b.kind) || compare(a.to, b.to),
  )
  const nodes = nodeColumns(ids, facts, byNode, table, dates)
  const edges = edgeColumns(edgeRows, numbers, nodes.stories, new Set(story).size, table, dates, settings)
  const mentions = mentionColumns(rows, numbers, table)

  const links: WeightedEdge[] = []
  const slots: number[] = []
  edges.kind.forEach((kind, e) => {
    if (kind !== 'associated' || edges.weight[e] === 0) return
    links.push({ a: edges.from[e] as number, b: edges.to[e] as number, weight: edges.weight[e] as number })
    slots.push(e)
  })
  const silentNode = ids.map((id) => silent.has(id))
  const clustered = clusterNodes(nodes.stories, silentNode, links, settings)
  nodes.community = clustered.community
  nodes.stability = clustered.stability
  const kept = backbone(ids.length, links, settings.backboneAlpha)
  slots.forEach((e, i) => {
    edges.backbone[e] = kept[i] as boolean
  })
  edges.kind.forEach((kind, e) => {
    if (kind !== 'associated') edges.backbone[e] = true
  })
  const spine = links.filter((_, i) => kept[i])
  nodes.betweenness = betweenness(ids.length, spine)
  if (settings.layout) {
    const points = layoutNodes(
      nodes.community,
      nodes.stories.map((n) => 1 + Math.sqrt(n)),
      spine,
    )
    nodes.x = points.map(({ x }) => x)
    nodes.y = points.map(({ y }) => y)
  }
  const dated = sorted.flatMap(({ date }) => (date === null ? [] : [date])).sort()
  const ends = dates.to.flatMap((date) => (date === null ? [] : [date])).sort()
  return {
    format: 'throughline',
    version: GRAPH_VERSION,
    meta: {
      generator: 'throughline',
      seed: settings.seed,
      sources: [...new Set(sorted.map(({ source }) => source))].sort(),
      entries: sorted.length,
      stories: new Set(story).size,
      undated: sorted.length - dated.length,
      from: dated[0] ?? null,
      to: ends.at(-1) ?? null,
      options: { ...settings, resolutionChosen: clustered.resolution, runsMade: clustered.runs },
    },
    entries: {
      id: sorted.map(({ id }) => id),
      key: sorted.map(({ key }) => key),
      source: sorted.map(({ source }) => source),
      index: sorted.map(({ index }) => index),
      title: sorted.map(({ title }) => title),
      url: sorted.map(({ url }) => url),
      date: sorted.map(({ date }) => date),
      dateEnd: sorted.map(({ dateEnd }) => dateEnd ?? null),
      byline: sorted.map(({ byline }) => byline),
      bylineRoles: sorted.map(({ bylineRoles }) => bylineRoles),
      story,
    },
    sentences: table.sentences,
    nodes,
    edges,
    evidence: table.evidence,
    mentions,
    patterns: [],
  }
}

type Dates = { from: (string | null)[]; to: (string | null)[] }

/** By (source, index, id); story numbers are given anew in that order. */
function sortEntries(entries: ExtractedEntry[], stories: number[] | undefined) {
  const order = entries.map((_, i) => i)
  order.sort((i, j) => {
    const a = entries[i] as ExtractedEntry
    const b = entries[j] as ExtractedEntry
    return compare(a.source, b.source) || a.index - b.index || compare(a.id, b.id)
  })
  const numbers = new Map<string, number>()
  const story = order.map((i) => {
    const name = stories === undefined ? (entries[i]?.key ?? '') : `${stories[i]}`
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  })
  return { sorted: order.map((i) => entries[i] as ExtractedEntry), story }
}

function nodeColumns(
  ids: string[],
  facts: Map<string, NodeFacts>,
  byNode: Map<number, EntryNode[]>,
  table: EvidenceTable,
  dates: Dates,
): KnowledgeGraph['nodes'] {
  const of = ids.map((id) => facts.get(id) as NodeFacts)
  const rowsOf = ids.map((_, i) => byNode.get(i) ?? [])
  const range = rowsOf.map((rows) =>
    dateRange(
      rows.map((row) => row.entry),
      dates,
    ),
  )
  return {
    id: ids,
    type: of.map(({ type }) => type),
    label: of.map(({ label }) => label),
    aliases: of.map(({ aliases }) => aliases),
    entries: rowsOf.map((rows) => rows.length),
    stories: rowsOf.map((rows) => new Set(rows.map((row) => row.story)).size),
    mentions: rowsOf.map((rows) => rows.reduce((sum, row) => sum + row.count, 0)),
    firstDate: range.map(([first]) => first),
    lastDate: range.map(([, last]) => last),
    publisher: of.map(({ publisher }) => publisher),
    generic: of.map(({ generic }) => generic),
    facts: of.map((fact) => fact.facts),
    x: ids.map(() => 0),
    y: ids.map(() => 0),
    community: ids.map(() => -1),
    stability: ids.map(() => 0),
    pattern: ids.map(() => -1),
    betweenness: ids.map(() => 0),
    evidence: rowsOf.map((rows) => keepBest(rows.flatMap(piecesOf), table)),
  }
}

function edgeColumns(
  rows: EdgeRow[],
  numbers: Map<string, number>,
  nodeStories: number[],
  total: number,
  table: EvidenceTable,
  dates: Dates,
  { shrinkage }: GraphOptions,
): KnowledgeGraph['edges'] {
  const most = new Map<string, number>()
  for (const { kind, stories } of rows) most.set(kind, Math.max(most.get(kind) ?? 1, stories.size))
  const range = rows.map((row) =>
    dateRange(
      row.pieces.map((piece) => piece.entry),
      dates,
    ),
  )
  const from = rows.map((row) => numbers.get(row.from) as number)
  const to = rows.map((row) => numbers.get(row.to) as number)
  const weight = rows.map((row, e) => {
    if (row.kind !== 'associated') return round(row.stories.size / (most.get(row.kind) as number))
    let pair = 0
    for (const value of row.stories.values()) pair += value
    const a = nodeStories[from[e] as number] as number
    const b = nodeStories[to[e] as number] as number
    return round(associationStrength(pair, row.stories.size, a, b, total, shrinkage))
  })
  return {
    from,
    kind: rows.map(({ kind }) => kind),
    to,
    weight,
    count: rows.map((row) => row.pieces.length),
    stories: rows.map((row) => row.stories.size),
    firstDate: range.map(([first]) => first),
    lastDate: range.map(([, last]) => last),
    backbone: rows.map(() => false),
    polarity: rows.map((row) => (row.kind === 'hit' ? mostFrequent(row.polarities) : null)),
    evidence: rows.map((row) => keepBest(row.pieces, table)),
  }
}

function mentionColumns(
  rows: EntryNode[],
  numbers: Map<string, number>,
  table: EvidenceTable,
): KnowledgeGraph['mentions'] {
  const sorted = [...rows].sort(
    (a, b) => a.entry - b.entry || (numbers.get(a.id) as number) - (numbers.get(b.id) as number),
  )
  return {
    entry: sorted.map(({ entry }) => entry),
    node: sorted.map(({ id }) => numbers.get(id) as number),
    count: sorted.map(({ count }) => count),
    role: sorted.map(({ role }) => role),
    rank: sorted.map(({ rank }) => rank),
    polarity: sorted.map(({ polarity }) => polarity),
    evidence: sorted.map((row) => keepBest(piecesOf(row), table)[0] ?? -1),
  }
}

/** The best pieces, first one of each entry so that twenty pieces do not all come from one. */
function keepBest(pieces: Piece[], table: EvidenceTable): number[] {
  const sorted = [...pieces].sort(comparePieces)
  const seen = new Set<number>()
  const first: Piece[] = []
  const rest: Piece[] = []
  for (const piece of sorted) {
    if (seen.has(piece.entry)) rest.push(piece)
    else first.push(piece)
    seen.add(piece.entry)
  }
  return [...new Set([...first, ...rest].slice(0, EVIDENCE_KEPT).map((piece) => table.add(piece)))]
}

function dateRange(entries: number[], { from, to }: Dates): [string | null, string | null] {
  let first: string | null = null
  let last: string | null = null
  for (const e of entries) {
    const start = from[e] ?? null
    const end = to[e] ?? null
    if (start !== null && (first === null || start < first)) first = start
    if (end !== null && (last === null || end > last)) last = end
  }
  return [first, last]
}

function mostFrequent(counts: Map<Polarity, number>): Polarity | null {
  let best: Polarity | null = null
  for (const polarity of ['occurred', 'risk', 'denied'] as const) {
    if ((counts.get(polarity) ?? 0) > (best === null ? 0 : (counts.get(best) ?? 0))) best = polarity
  }
  return best
}

function groupBy<T>(items: T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const list = groups.get(key(item))
    if (list === undefined) groups.set(key(item), [item])
    else list.push(item)
  }
  return groups
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
