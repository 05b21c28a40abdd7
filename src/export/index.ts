import type { KnowledgeGraph } from '../model/index.ts'
import { gexf } from './gexf.ts'
import { graphologyJson, nodeLinkJson } from './graph-json.ts'

export { escapeXml } from './escape-xml.ts'
export { gexf, TYPE_COLOURS } from './gexf.ts'
export { graphologyJson, nodeLinkJson } from './graph-json.ts'

/** One file of an export: `name` is null where the export is a single file. */
export interface ExportFile {
  name: string | null
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

type Exporter = (graph: KnowledgeGraph) => ExportFile[]

const one =
  (write: (graph: KnowledgeGraph) => Iterable<string>): Exporter =>
  (graph) => [{ name: null, chunks: write(graph) }]

const EXPORTERS = {
  gexf: one(gexf),
  json: one(graphologyJson),
  'node-link': one(nodeLinkJson),
} satisfies Record<string, Exporter>

export type ExportFormat = keyof typeof EXPORTERS
export const EXPORT_FORMATS = Object.keys(EXPORTERS) as ExportFormat[]

/** The files of an export, as streams of chunks; nothing is computed until they are read. */
export function exportGraph(graph: KnowledgeGraph, format: ExportFormat): ExportFile[] {
  return EXPORTERS[format](graph)
}
