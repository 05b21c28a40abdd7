import { GRAPH_VERSION, type KnowledgeGraph, KnowledgeGraphSchema, ThroughlineError } from '../model/index.ts'

/** Checks a parsed `graph.json`. @throws ThroughlineError: no graph, a later major version, or a broken table. */
export function parseGraph(json: unknown): KnowledgeGraph {
  const fail = (code: string, message: string, remedy: string): never => {
    throw new ThroughlineError({ code, severity: 'error', message, remedy })
  }
  const head = (typeof json === 'object' && json !== null ? json : {}) as { format?: unknown; version?: unknown }
  if (head.format !== 'throughline')
    fail('not-a-graph', 'not a graph of Throughline', 'give a graph.json that `throughline build` wrote')
  if (typeof head.version === 'number' && head.version > GRAPH_VERSION) {
    fail(
      'graph-version',
      `graph version ${head.version} is newer than version ${GRAPH_VERSION}, which this release reads`,
      'update throughline',
    )
  }
  const parsed = KnowledgeGraphSchema.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fail(
      'broken-graph',
      `the graph is broken at ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? ''}`,
      'build it again',
    )
  }
  const graph = parsed.data
  for (const name of ['entries', 'sentences', 'nodes', 'edges', 'evidence', 'mentions'] as const) {
    const lengths = new Set(Object.values(graph[name]).map((column) => column.length))
    if (lengths.size > 1) fail('broken-graph', `the columns of ${name} differ in length`, 'build it again')
  }
  checkReferences(graph, fail)
  return graph
}

function checkReferences(graph: KnowledgeGraph, fail: (code: string, message: string, remedy: string) => never): void {
  const { entries, sentences, nodes, edges, evidence, mentions } = graph
  const within = (what: string, column: number[], limit: number) => {
    for (const value of column)
      if (value >= limit) fail('broken-graph', `${what} points to row ${value}, which does not exist`, 'build it again')
  }
  within('sentences.entry', sentences.entry, entries.id.length)
  within('edges.from', edges.from, nodes.id.length)
  within('edges.to', edges.to, nodes.id.length)
  within('evidence.entry', evidence.entry, entries.id.length)
  within('evidence.sentence', evidence.sentence, sentences.text.length)
  within('evidence.sentence2', evidence.sentence2, sentences.text.length)
  within('mentions.entry', mentions.entry, entries.id.length)
  within('mentions.node', mentions.node, nodes.id.length)
  within('mentions.evidence', mentions.evidence, evidence.entry.length)
  for (const list of nodes.evidence) within('nodes.evidence', list, evidence.entry.length)
  for (const list of edges.evidence) within('edges.evidence', list, evidence.entry.length)
}
