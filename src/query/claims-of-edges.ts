import type { EdgeKind, KnowledgeGraph } from '../model/index.ts'
import { type Claim, labelInClaim, VERBS } from './claim.ts'
import { quotesOfEdge } from './entry-quotes.ts'
import type { GraphIndex } from './graph-index.ts'
import { contentStems } from './question-words.ts'
import type { Group } from './recognise.ts'

export interface EdgeQuestion {
  /** What is asked for most comes first. */
  kinds: EdgeKind[]
  /** What the edge starts at, or ends at; undefined asks for it. */
  from?: Group | undefined
  to?: Group | undefined
  /** Further things that an edge's entries must name. */
  also: Group[]
  /** Stems that the evidence must hold: words of the question that are no entity. */
  stems: string[]
  allowed: (entry: number) => boolean
}

/** What texts state: edges of some kinds with given ends: companies first, then by kind, then most told. */
export function edgeClaims(index: GraphIndex, { kinds, from, to, also, stems, allowed }: EdgeQuestion): Claim[] {
  const { graph } = index
  const { edges, evidence, nodes } = graph
  const rowsOf = (group: Group | undefined) => group && new Set(group.options.map(({ row }) => row))
  const [starts, ends] = [rowsOf(from), rowsOf(to)]
  const needed = also.map((group) => new Set(group.options.map(({ row }) => row)))
  const found: { edge: number; pieces: number[]; date: string }[] = []
  for (const edge of candidates(index, starts, ends)) {
    const [a, b] = [edges.from[edge] ?? -1, edges.to[edge] ?? -1]
    if (!kinds.includes(edges.kind[edge] ?? 'associated')) continue
    if ((starts && !starts.has(a)) || (ends && !ends.has(b))) continue
    const pieces = (edges.evidence[edge] ?? []).filter((piece) => {
      const entry = evidence.entry[piece] ?? -1
      return allowed(entry) && needed.every((rows) => [...rows].some((row) => index.nodesOfEntry[entry]?.has(row)))
    })
    if (pieces.length === 0 || !holdsAll(graph, pieces, stems)) continue
    found.push({ edge, pieces, date: edges.lastDate[edge] ?? '' })
  }
  const isCompany = (edge: number) => Number(nodes.type[edges.from[edge] ?? -1] === 'company')
  const rank = (edge: number) => kinds.indexOf(edges.kind[edge] ?? 'associated')
  found.sort(
    (a, b) =>
      isCompany(b.edge) - isCompany(a.edge) ||
      rank(a.edge) - rank(b.edge) ||
      (edges.stories[b.edge] ?? 0) - (edges.stories[a.edge] ?? 0) ||
      (edges.weight[b.edge] ?? 0) - (edges.weight[a.edge] ?? 0) ||
      (a.date < b.date ? 1 : a.date > b.date ? -1 : a.edge - b.edge),
  )
  return found.map(({ edge, pieces }) => ({
    text: `${edgeText(graph, edge)}${companion(index, edge)}`,
    kind: edges.kind[edge] ?? 'associated',
    entities: [nodes.id[edges.from[edge] ?? -1] ?? '', nodes.id[edges.to[edge] ?? -1] ?? ''],
    quotes: quotesOfEdge(index, edge, 2, pieces),
    stories: edges.stories[edge] ?? 1,
  }))
}

function holdsAll({ sentences, evidence }: KnowledgeGraph, pieces: number[], stems: string[]): boolean {
  if (stems.length === 0) return true
  const text = pieces.map((piece) => sentences.text[evidence.sentence[piece] ?? -1] ?? '').join(' ')
  const held = new Set(contentStems(text))
  return stems.every((each) => held.has(each))
}

function candidates(index: GraphIndex, starts: Set<number> | undefined, ends: Set<number> | undefined): number[] {
  const given = starts ?? ends
  if (given === undefined) return index.graph.edges.from.map((_, edge) => edge)
  return [...new Set([...given].flatMap((row) => index.edgesOfNode[row] ?? []))].sort((a, b) => a - b)
}

/** An edge in words. */
export function edgeText(graph: KnowledgeGraph, edge: number): string {
  const { edges } = graph
  const kind = edges.kind[edge] ?? 'associated'
  return `${labelInClaim(graph, edges.from[edge] ?? -1)} ${VERBS[kind]} ${labelInClaim(graph, edges.to[edge] ?? -1)}`
}

/** Who left something often moved to something else in the same story: " to React". */
function companion(index: GraphIndex, edge: number): string {
  const { edges, evidence } = index.graph
  const kind = edges.kind[edge]
  if (kind !== 'migrated-from' && kind !== 'migrated-to') return ''
  const other = kind === 'migrated-from' ? 'migrated-to' : 'migrated-from'
  const entries = new Set((edges.evidence[edge] ?? []).map((piece) => evidence.entry[piece]))
  const from = edges.from[edge] ?? -1
  const match = (index.edgesOfNode[from] ?? []).find(
    (each) =>
      edges.from[each] === from &&
      edges.kind[each] === other &&
      edges.evidence[each]?.some((piece) => entries.has(evidence.entry[piece])),
  )
  if (match === undefined) return ''
  return `${kind === 'migrated-from' ? ' to ' : ' from '}${labelInClaim(index.graph, edges.to[match] ?? -1)}`
}
