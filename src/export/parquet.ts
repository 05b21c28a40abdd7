import type { ColumnSource } from 'hyparquet-writer'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { KnowledgeGraph } from '../model/index.ts'
import { type Column, type ColumnType, graphTables, type Value } from './graph-tables.ts'

const PARQUET_TYPES = {
  string: 'STRING',
  strings: 'STRING',
  integer: 'INT32',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'STRING',
} as const satisfies Record<ColumnType, string>

/** Parquet's footer needs the whole table, so each of the four is made when it is written, one after the other. */
export function parquetTables(graph: KnowledgeGraph): { name: string; bytes: () => Uint8Array }[] {
  const { nodes, edges } = graphTables(graph)
  const { entries, mentions } = graph
  const column = (id: string, type: ColumnType, value: (row: number) => Value): Column => ({
    id,
    title: id,
    type,
    value,
  })
  return [
    table('nodes', nodes.size, [
      column('id', 'string', nodes.id),
      column('label', 'string', nodes.label),
      ...nodes.columns,
      column('x', 'double', (row) => graph.nodes.x[row] ?? 0),
      column('y', 'double', (row) => graph.nodes.y[row] ?? 0),
    ]),
    table('edges', edges.size, [
      column('source', 'string', edges.source),
      column('target', 'string', edges.target),
      column('kind', 'string', edges.kind),
      column('weight', 'double', edges.weight),
      ...edges.columns,
    ]),
    table('entries', entries.id.length, [
      column('id', 'string', (row) => entries.id[row] ?? null),
      column('title', 'string', (row) => entries.title[row] ?? null),
      column('url', 'string', (row) => entries.url[row] ?? null),
      column('date', 'date', (row) => entries.date[row] ?? null),
      column('source', 'string', (row) => entries.source[row] ?? null),
      column('index', 'integer', (row) => entries.index[row] ?? null),
      column('byline', 'strings', (row) => entries.byline[row] ?? []),
      column('story', 'integer', (row) => entries.story[row] ?? null),
    ]),
    table('mentions', mentions.entry.length, [
      column('entry', 'string', (row) => entries.id[mentions.entry[row] ?? -1] ?? null),
      column('node', 'string', (row) => graph.nodes.id[mentions.node[row] ?? -1] ?? null),
      column('count', 'integer', (row) => mentions.count[row] ?? null),
      column('role', 'string', (row) => mentions.role[row] ?? null),
      column('rank', 'integer', (row) => mentions.rank[row] ?? null),
      column('polarity', 'string', (row) => mentions.polarity[row] ?? null),
    ]),
  ]
}

function table(name: string, size: number, columns: Column[]): { name: string; bytes: () => Uint8Array } {
  const columnData = (): ColumnSource[] =>
    columns.map(({ id, type, value }) => ({
      name: id,
      type: PARQUET_TYPES[type],
      nullable: true,
      data: Array.from({ length: size }, (_, row) => cell(value(row))),
    }))
  return { name: `${name}.parquet`, bytes: () => new Uint8Array(parquetWriteBuffer({ columnData: columnData() })) }
}

/** Lists are JSON in a string column, which DuckDB and pandas parse alike. */
function cell(value: Value): string | number | boolean | null {
  if (value === null) return null
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'string' ? value.toWellFormed() : value
}
