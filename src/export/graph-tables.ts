import type { KnowledgeGraph } from '../model/index.ts'

export type Value = string | number | boolean | readonly string[] | null
export type ColumnType = 'string' | 'strings' | 'integer' | 'double' | 'boolean' | 'date'

/** One attribute of all nodes or edges. Every export declares its columns from these, so that no two disagree. */
export interface Column {
  id: string
  /** For people. */
  title: string
  type: ColumnType
  value: (row: number) => Value
}

export interface NodeTable {
  size: number
  id: (row: number) => string
  label: (row: number) => string
  columns: Column[]
}

export interface EdgeTable {
  size: number
  id: (row: number) => string
  source: (row: number) => string
  target: (row: number) => string
  label: (row: number) => string
  kind: (row: number) => string
  weight: (row: number) => number
  columns: Column[]
}

/** The columns that all exports share, in the order in which they are written. */
export function graphTables(graph: KnowledgeGraph): { nodes: NodeTable; edges: EdgeTable } {
  const { nodes, edges, patterns } = graph
  const nodeId = (row: number) => nodes.id[row] ?? ''
  const best = (rows: number[] | undefined) => quote(graph, rows?.[0])
  const nodeColumns: Column[] = [
    { id: 'type', title: 'Type', type: 'string', value: (row) => nodes.type[row] ?? null },
    { id: 'aliases', title: 'Aliases', type: 'strings', value: (row) => nodes.aliases[row] ?? [] },
    { id: 'entries', title: 'Entries', type: 'integer', value: (row) => nodes.entries[row] ?? null },
    { id: 'stories', title: 'Stories', type: 'integer', value: (row) => nodes.stories[row] ?? null },
    { id: 'mentions', title: 'Mentions', type: 'integer', value: (row) => nodes.mentions[row] ?? null },
    { id: 'first_date', title: 'First date', type: 'date', value: (row) => nodes.firstDate[row] ?? null },
    { id: 'last_date', title: 'Last date', type: 'date', value: (row) => nodes.lastDate[row] ?? null },
    { id: 'community', title: 'Community', type: 'integer', value: (row) => nonNegative(nodes.community[row]) },
    {
      id: 'pattern',
      title: 'Pattern',
      type: 'string',
      value: (row) => patterns[nodes.pattern[row] ?? -1]?.name ?? null,
    },
    { id: 'stability', title: 'Stability', type: 'double', value: (row) => nodes.stability[row] ?? null },
    { id: 'betweenness', title: 'Betweenness', type: 'double', value: (row) => nodes.betweenness[row] ?? null },
    { id: 'publisher', title: 'Publisher', type: 'boolean', value: (row) => nodes.publisher[row] ?? null },
    { id: 'generic', title: 'Generic', type: 'boolean', value: (row) => nodes.generic[row] ?? null },
    ...factColumns(graph),
    { id: 'quote', title: 'Quote', type: 'string', value: (row) => best(nodes.evidence[row])?.text ?? null },
    { id: 'quote_url', title: 'Quote from', type: 'string', value: (row) => best(nodes.evidence[row])?.url ?? null },
  ]
  const edgeColumns: Column[] = [
    { id: 'evidence', title: 'Evidence', type: 'integer', value: (row) => edges.count[row] ?? null },
    { id: 'stories', title: 'Stories', type: 'integer', value: (row) => edges.stories[row] ?? null },
    { id: 'first_date', title: 'First date', type: 'date', value: (row) => edges.firstDate[row] ?? null },
    { id: 'last_date', title: 'Last date', type: 'date', value: (row) => edges.lastDate[row] ?? null },
    { id: 'backbone', title: 'Backbone', type: 'boolean', value: (row) => edges.backbone[row] ?? null },
    { id: 'polarity', title: 'Polarity', type: 'string', value: (row) => edges.polarity[row] ?? null },
    { id: 'quote', title: 'Quote', type: 'string', value: (row) => best(edges.evidence[row])?.text ?? null },
    { id: 'quote_url', title: 'Quote from', type: 'string', value: (row) => best(edges.evidence[row])?.url ?? null },
  ]
  const kind = (row: number) => edges.kind[row] ?? 'associated'
  const source = (row: number) => nodeId(edges.from[row] ?? -1)
  const target = (row: number) => nodeId(edges.to[row] ?? -1)
  return {
    nodes: { size: nodes.id.length, id: nodeId, label: (row) => nodes.label[row] ?? '', columns: nodeColumns },
    edges: {
      size: edges.from.length,
      id: (row) => `${source(row)}|${kind(row)}|${target(row)}`,
      source,
      target,
      label: (row) => kind(row).replaceAll('-', ' '),
      kind,
      weight: (row) => edges.weight[row] ?? 0,
      columns: edgeColumns,
    },
  }
}

/** A column for each fact that some node has (`kind`, `vendor`, `homepage` …), sorted by name. */
function factColumns({ nodes }: KnowledgeGraph): Column[] {
  const names = new Set<string>()
  for (const facts of nodes.facts) for (const name of Object.keys(facts)) names.add(name)
  return [...names].sort().map((name) => ({
    id: `fact_${name.replace(/[^a-z0-9]+/gi, '_')}`,
    title: name.charAt(0).toUpperCase() + name.slice(1),
    type: 'string',
    value: (row) => nodes.facts[row]?.[name] ?? null,
  }))
}

/** The sentence of a piece of evidence, and where its entry came from. */
export function quote(
  graph: KnowledgeGraph,
  evidence: number | undefined,
): { text: string; title: string; url: string | null } | null {
  if (evidence === undefined || evidence < 0) return null
  const sentence = graph.evidence.sentence[evidence]
  const entry = graph.evidence.entry[evidence]
  if (sentence === undefined || entry === undefined) return null
  return {
    text: graph.sentences.text[sentence] ?? '',
    title: graph.entries.title[entry] ?? '',
    url: graph.entries.url[entry] ?? null,
  }
}

function nonNegative(value: number | undefined): number | null {
  return value === undefined || value < 0 ? null : value
}
