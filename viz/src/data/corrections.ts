import type { EntityType, KnowledgeGraph } from '../../../src/model/index.ts'

/** What a reader sets right; ids are those of the graph as it was loaded. */
export type Correction =
  | { kind: 'hide'; id: string }
  | { kind: 'merge'; id: string; into: string }
  | { kind: 'rename'; id: string; label: string }
  | { kind: 'retype'; id: string; type: 'company' | 'technology' }

/** The graph with the corrections applied one after the other; the graph itself where there are none. */
export function applyCorrections(graph: KnowledgeGraph, corrections: readonly Correction[]): KnowledgeGraph {
  return corrections.reduce(applyOne, graph)
}

function applyOne(graph: KnowledgeGraph, correction: Correction): KnowledgeGraph {
  const row = graph.nodes.id.indexOf(correction.id)
  if (row === -1) return graph
  switch (correction.kind) {
    case 'rename':
      return { ...graph, nodes: { ...graph.nodes, label: replaced(graph.nodes.label, row, correction.label) } }
    case 'retype':
      return { ...graph, nodes: { ...graph.nodes, type: replaced<EntityType>(graph.nodes.type, row, correction.type) } }
    case 'hide':
      return redirect(graph, row, -1)
    case 'merge': {
      const into = graph.nodes.id.indexOf(correction.into)
      return into === -1 || into === row ? graph : redirect(graph, row, into)
    }
  }
}

const replaced = <T>(cells: readonly T[], row: number, value: T): T[] =>
  cells.map((cell, at) => (at === row ? value : cell))

/** Takes one node out; what pointed to it points to `into`, or goes too where that is -1. */
function redirect(graph: KnowledgeGraph, row: number, into: number): KnowledgeGraph {
  const { nodes, edges, mentions } = graph
  const newRow = (node: number) => {
    const target = node === row ? into : node
    return target === -1 ? -1 : target > row ? target - 1 : target
  }
  const keptEdges: number[] = []
  const seen = new Set<string>()
  for (let edge = 0; edge < edges.from.length; edge++) {
    const from = newRow(edges.from[edge]!)
    const to = newRow(edges.to[edge]!)
    const key = `${from}|${edges.kind[edge]}|${to}`
    if (from === -1 || to === -1 || from === to || seen.has(key)) continue
    seen.add(key)
    keptEdges.push(edge)
  }
  const keptMentions: number[] = []
  const named = new Set<string>()
  for (let at = 0; at < mentions.node.length; at++) {
    const node = newRow(mentions.node[at]!)
    const key = `${mentions.entry[at]}|${node}`
    if (node === -1 || named.has(key)) continue
    named.add(key)
    keptMentions.push(at)
  }
  const id = nodes.id[row]!
  const target = into === -1 ? null : nodes.id[into]!
  const rename = (ids: readonly string[]) =>
    [...new Set(ids.map((other) => (other === id ? target : other)))].filter((other) => other !== null)
  const allNodes = pickRows(
    nodes,
    nodes.id.map((_, at) => at).filter((at) => at !== row),
  )
  if (into !== -1) absorb(graph, allNodes, row, into, newRow(into))
  const allEdges = pickRows(edges, keptEdges)
  const allMentions = pickRows(mentions, keptMentions)
  return {
    ...graph,
    nodes: allNodes,
    edges: { ...allEdges, from: allEdges.from.map(newRow), to: allEdges.to.map(newRow) },
    mentions: { ...allMentions, node: allMentions.node.map(newRow) },
    patterns: graph.patterns.map((pattern) => ({
      ...pattern,
      themes: rename(pattern.themes),
      companies: rename(pattern.companies),
      members: pattern.members.flatMap((member) => {
        if (member.node !== id) return [member]
        const known = pattern.members.some(({ node }) => node === target)
        return target === null || known ? [] : [{ ...member, node: target }]
      }),
    })),
  }
}

/** The merged node takes over the other's names, counts and evidence. */
function absorb(graph: KnowledgeGraph, result: KnowledgeGraph['nodes'], row: number, into: number, at: number): void {
  const { nodes, mentions } = graph
  const entries = new Set<number>()
  for (let mention = 0; mention < mentions.node.length; mention++) {
    if (mentions.node[mention] === row || mentions.node[mention] === into) entries.add(mentions.entry[mention]!)
  }
  result.aliases[at] = [...new Set([...nodes.aliases[into]!, nodes.label[row]!, ...nodes.aliases[row]!])]
  result.entries[at] = entries.size
  result.stories[at] = new Set([...entries].map((entry) => graph.entries.story[entry]!)).size
  result.mentions[at] = nodes.mentions[into]! + nodes.mentions[row]!
  result.evidence[at] = [...new Set([...nodes.evidence[into]!, ...nodes.evidence[row]!])].slice(0, 20)
}

/** The rows of every column of a table, in the order given. */
function pickRows<T extends Record<string, readonly unknown[]>>(table: T, rows: readonly number[]): T {
  return Object.fromEntries(
    Object.entries(table).map(([column, cells]) => [column, rows.map((row) => cells[row])]),
  ) as unknown as T
}

/** The corrections as the lines of a `rules.yaml` for `--ontology`. JSON strings are YAML strings. */
export function toRules(corrections: readonly Correction[]): string {
  const quoted = (text: string) => JSON.stringify(text)
  const lines = (kind: Correction['kind'], write: (correction: never) => string) => {
    const own = corrections.filter((correction) => correction.kind === kind)
    return own.length === 0 ? [] : [`${kind}:`, ...own.map((correction) => write(correction as never))]
  }
  return [
    ...lines('merge', ({ id, into }: { id: string; into: string }) => `  - [${quoted(id)}, ${quoted(into)}]`),
    ...lines('hide', ({ id }: { id: string }) => `  - ${quoted(id)}`),
    ...lines('rename', ({ id, label }: { id: string; label: string }) => `  ${quoted(id)}: ${quoted(label)}`),
    ...lines('retype', ({ id, type }: { id: string; type: string }) => `  ${quoted(id)}: ${type}`),
    '',
  ].join('\n')
}
