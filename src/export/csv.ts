import Papa from 'papaparse'
import type { KnowledgeGraph } from '../model/index.ts'
import { type Column, type ColumnType, graphTables, type Value } from './graph-tables.ts'

/** neo4j-admin's header types; Gephi's importer reads the names before the colon. */
const NEO4J_TYPES: Record<ColumnType, string> = {
  string: 'string',
  strings: 'string[]',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  date: 'date',
}

export type CsvDialect = 'gephi' | 'neo4j'

/** Rows that are joined into one chunk. */
const CHUNK = 500

/**
 * A cell that a spreadsheet would run gets an apostrophe before it (OWASP, "CSV injection"): one that starts with an
 * operator, its full-width form, or a tab or line break; also after blanks, which some programs strip.
 */
const FORMULA = /^\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** `nodes.csv`: `Id,Label,type,…` for Gephi, or `id:ID,label,…,:LABEL` for neo4j-admin. */
export function* nodesCsv(graph: KnowledgeGraph, dialect: CsvDialect): Generator<string> {
  const { nodes } = graphTables(graph)
  const columns: Column[] = [
    { id: dialect === 'gephi' ? 'Id' : 'id:ID', title: 'Id', type: 'string', value: nodes.id },
    { id: dialect === 'gephi' ? 'Label' : 'label', title: 'Label', type: 'string', value: nodes.label },
    ...typed(nodes.columns, dialect),
    { id: 'x', title: 'X', type: 'double', value: (row) => graph.nodes.x[row] ?? 0 },
    { id: 'y', title: 'Y', type: 'double', value: (row) => graph.nodes.y[row] ?? 0 },
  ]
  if (dialect === 'neo4j') {
    columns.push({
      id: ':LABEL',
      title: 'Label',
      type: 'string',
      value: (row) => pascalCase(graph.nodes.type[row] ?? ''),
    })
  }
  yield* csv(columns, nodes.size)
}

/** `edges.csv`: `Source,Target,Type,Kind,Weight,…` for Gephi, or `:START_ID,:END_ID,:TYPE,…` for neo4j-admin. */
export function* edgesCsv(graph: KnowledgeGraph, dialect: CsvDialect): Generator<string> {
  const { edges } = graphTables(graph)
  const gephi = dialect === 'gephi'
  const columns: Column[] = [
    { id: gephi ? 'Source' : ':START_ID', title: 'Source', type: 'string', value: edges.source },
    { id: gephi ? 'Target' : ':END_ID', title: 'Target', type: 'string', value: edges.target },
    gephi
      ? {
          id: 'Type',
          title: 'Type',
          type: 'string',
          value: (row) => (edges.kind(row) === 'associated' ? 'Undirected' : 'Directed'),
        }
      : { id: ':TYPE', title: 'Type', type: 'string', value: (row) => upperCase(edges.kind(row)) },
    ...(gephi ? [{ id: 'Kind', title: 'Kind', type: 'string' as const, value: edges.kind }] : []),
    { id: gephi ? 'Weight' : 'weight:double', title: 'Weight', type: 'double', value: edges.weight },
    ...typed(edges.columns, dialect),
  ]
  yield* csv(columns, edges.size)
}

function typed(columns: Column[], dialect: CsvDialect): Column[] {
  if (dialect === 'gephi') return columns
  return columns.map((column) => ({ ...column, id: `${column.id}:${NEO4J_TYPES[column.type]}` }))
}

function* csv(columns: Column[], size: number): Generator<string> {
  yield `${Papa.unparse([columns.map(({ id }) => id)], { newline: '\n' })}\n`
  for (let start = 0; start < size; start += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, size - start) }, (_, offset) =>
      columns.map(({ value }) => cellText(value(start + offset))),
    )
    yield `${Papa.unparse(rows, { newline: '\n', escapeFormulae: FORMULA })}\n`
  }
}

/** Lists are joined by `;`, neo4j-admin's separator; a `;` inside an item becomes a comma. */
function cellText(value: Value): string | number | boolean {
  if (value === null) return ''
  if (typeof value === 'object')
    return value.map((item) => item.toWellFormed().replaceAll('\0', '\ufffd').replaceAll(';', ',')).join(';')
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value
}

export function pascalCase(text: string): string {
  return text.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function upperCase(text: string): string {
  return text.toUpperCase().replaceAll('-', '_')
}
