import type { KnowledgeGraph } from '../model/index.ts'
import { escapeXml } from './escape-xml.ts'
import { type Column, type ColumnType, graphTables, type Value } from './graph-tables.ts'

const GRAPHML_TYPES: Record<ColumnType, string> = {
  string: 'string',
  strings: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  date: 'string',
}

/** GraphML (http://graphml.graphdrawing.org), as yEd, igraph and NetworkX read it, in chunks. */
export function* graphml(graph: KnowledgeGraph): Generator<string> {
  const { nodes, edges } = graphTables(graph)
  const nodeColumns: Column[] = [
    { id: 'label', title: 'Label', type: 'string', value: nodes.label },
    { id: 'x', title: 'X', type: 'double', value: (row) => graph.nodes.x[row] ?? 0 },
    { id: 'y', title: 'Y', type: 'double', value: (row) => graph.nodes.y[row] ?? 0 },
    ...nodes.columns,
  ]
  const edgeColumns: Column[] = [
    { id: 'kind', title: 'Kind', type: 'string', value: edges.kind },
    { id: 'weight', title: 'Weight', type: 'double', value: edges.weight },
    ...edges.columns,
  ]
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield keys('node', nodeColumns) + keys('edge', edgeColumns)
  yield '<graph id="throughline" edgedefault="directed">\n'
  for (let row = 0; row < nodes.size; row++) {
    yield `<node id="${escapeXml(nodes.id(row))}">${data('n', nodeColumns, row)}</node>\n`
  }
  for (let row = 0; row < edges.size; row++) {
    const ends = `source="${escapeXml(edges.source(row))}" target="${escapeXml(edges.target(row))}"`
    yield `<edge id="${escapeXml(edges.id(row))}" ${ends}>${data('e', edgeColumns, row)}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

/** Ids of keys are unique over nodes and edges, hence the prefix. */
function keys(of: 'node' | 'edge', columns: Column[]): string {
  return columns
    .map(
      ({ id, type }) =>
        `<key id="${of[0]}_${escapeXml(id)}" for="${of}" attr.name="${escapeXml(id)}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
    )
    .join('')
}

function data(prefix: string, columns: Column[], row: number): string {
  let text = ''
  for (const { id, value } of columns) {
    const cell = value(row)
    if (cell === null || (Array.isArray(cell) && cell.length === 0)) continue
    text += `<data key="${prefix}_${escapeXml(id)}">${escapeXml(cellText(cell))}</data>`
  }
  return text
}

/** GraphML has no lists: JSON can be read back whatever the items hold. */
function cellText(cell: Exclude<Value, null>): string {
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}
