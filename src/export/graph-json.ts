import type { KnowledgeGraph } from '../model/index.ts'
import { type Column, graphTables } from './graph-tables.ts'

function attributes(columns: Column[], row: number): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const { id, value } of columns) {
    const cell = value(row)
    if (cell !== null) found[id] = cell
  }
  return found
}

/** Joins chunks with commas, so that an array can be streamed. */
function* joined(size: number, item: (row: number) => unknown): Generator<string> {
  for (let row = 0; row < size; row++) yield `${row === 0 ? '' : ',\n'}${JSON.stringify(item(row))}`
}

/** graphology's serialisation (`Graph.from`): a directed multigraph with positions. */
export function* graphologyJson(graph: KnowledgeGraph): Generator<string> {
  const { nodes, edges } = graphTables(graph)
  yield '{"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"attributes":{"name":"Throughline"},\n"nodes":[\n'
  yield* joined(nodes.size, (row) => ({
    key: nodes.id(row),
    attributes: {
      label: nodes.label(row),
      x: graph.nodes.x[row],
      y: graph.nodes.y[row],
      ...attributes(nodes.columns, row),
    },
  }))
  yield '\n],\n"edges":[\n'
  yield* joined(edges.size, (row) => ({
    key: edges.id(row),
    source: edges.source(row),
    target: edges.target(row),
    attributes: {
      kind: edges.kind(row),
      label: edges.label(row),
      weight: edges.weight(row),
      ...attributes(edges.columns, row),
    },
  }))
  yield '\n]}\n'
}

/** Node-link JSON, as D3's force layout and NetworkX's `node_link_graph` read it. */
export function* nodeLinkJson(graph: KnowledgeGraph): Generator<string> {
  const { nodes, edges } = graphTables(graph)
  yield '{"directed":true,"multigraph":true,"graph":{"name":"Throughline"},\n"nodes":[\n'
  yield* joined(nodes.size, (row) => ({
    id: nodes.id(row),
    label: nodes.label(row),
    x: graph.nodes.x[row],
    y: graph.nodes.y[row],
    ...attributes(nodes.columns, row),
  }))
  yield '\n],\n"links":[\n'
  yield* joined(edges.size, (row) => ({
    source: edges.source(row),
    target: edges.target(row),
    key: edges.kind(row),
    kind: edges.kind(row),
    weight: edges.weight(row),
    ...attributes(edges.columns, row),
  }))
  yield '\n]}\n'
}
