import type { KnowledgeGraph } from '../model/index.ts'
import { edgesCsv, nodesCsv } from './csv.ts'
import { cypher } from './cypher.ts'
import { type GexfOptions, gexf } from './gexf.ts'
import { graphologyJson, nodeLinkJson } from './graph-json.ts'
import { graphml } from './graphml.ts'
import { jsonLd } from './json-ld.ts'
import { parquetTables } from './parquet.ts'
import { turtle } from './turtle.ts'

export { escapeXml } from './escape-xml.ts'
export { type GexfOptions, gexf, TYPE_COLOURS } from './gexf.ts'
export { graphologyJson, nodeLinkJson } from './graph-json.ts'

/** One file of an export: `name` is null where the export is a single file. */
export interface ExportFile {
  name: string | null
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

/** Choices of single formats; the others have none. */
export interface ExportOptions {
  gexf?: GexfOptions
}

type Exporter = (graph: KnowledgeGraph, options: ExportOptions) => ExportFile[]

const one =
  (write: (graph: KnowledgeGraph, options: ExportOptions) => Iterable<string>): Exporter =>
  (graph, options) => [{ name: null, chunks: joined(write(graph, options)) }]

/** Characters of a chunk: a system call for each node would cost more than the node. */
const CHUNK = 1 << 16

function* joined(chunks: Iterable<string>): Generator<string> {
  let text = ''
  for (const chunk of chunks) {
    text += chunk
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

const EXPORTERS = {
  gexf: one((graph, options) => gexf(graph, options.gexf)),
  graphml: one(graphml),
  json: one(graphologyJson),
  'node-link': one(nodeLinkJson),
  cypher: one(cypher),
  turtle: one(turtle),
  jsonld: one(jsonLd),
  csv: (graph) => [
    { name: 'nodes.csv', chunks: nodesCsv(graph, 'gephi') },
    { name: 'edges.csv', chunks: edgesCsv(graph, 'gephi') },
    { name: 'neo4j-nodes.csv', chunks: nodesCsv(graph, 'neo4j') },
    { name: 'neo4j-edges.csv', chunks: edgesCsv(graph, 'neo4j') },
  ],
  parquet: (graph) => parquetTables(graph).map(({ name, bytes }) => ({ name, chunks: lazily(bytes) })),
} satisfies Record<string, Exporter>

export type ExportFormat = keyof typeof EXPORTERS
export const EXPORT_FORMATS = Object.keys(EXPORTERS) as ExportFormat[]

function* lazily(bytes: () => Uint8Array): Generator<Uint8Array> {
  yield bytes()
}

/** The files of an export, as streams of chunks; nothing is computed until they are read. */
export function exportGraph(graph: KnowledgeGraph, format: ExportFormat, options: ExportOptions = {}): ExportFile[] {
  return EXPORTERS[format](graph, options)
}
