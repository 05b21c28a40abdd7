import type { KnowledgeGraph } from '../model/index.ts'
import { pascalCase, upperCase } from './csv.ts'
import { type Column, graphTables, type Value } from './graph-tables.ts'

/** Rows of one `UNWIND`: large enough to be quick, small enough for one transaction. */
const BATCH = 500

/**
 * Cypher for Neo4j 5: a constraint, then batches of `UNWIND … MERGE`. Running it twice changes nothing. Every node has
 * the label `Entity` and that of its type; values are literals with everything escaped that could end them.
 */
export function* cypher(graph: KnowledgeGraph): Generator<string> {
  const { nodes, edges } = graphTables(graph)
  yield 'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n'
  for (const [type, rows] of groupRows(nodes.size, (row) => graph.nodes.type[row] ?? '')) {
    for (const batch of batches(rows)) {
      const maps = batch.map(
        (row) =>
          `{id: ${literal(nodes.id(row))}, properties: ${properties(nodes.columns, row, [['label', nodes.label(row)]])}}`,
      )
      yield `UNWIND [\n${maps.join(',\n')}\n] AS row\nMERGE (n:Entity {id: row.id})\nSET n:${pascalCase(type)}, n += row.properties;\n`
    }
  }
  for (const [kind, rows] of groupRows(edges.size, edges.kind)) {
    for (const batch of batches(rows)) {
      const maps = batch.map((row) => {
        const ends = `from: ${literal(edges.source(row))}, to: ${literal(edges.target(row))}`
        return `{${ends}, properties: ${properties(edges.columns, row, [['weight', edges.weight(row)]])}}`
      })
      yield `UNWIND [\n${maps.join(',\n')}\n] AS row\nMATCH (a:Entity {id: row.from})\nMATCH (b:Entity {id: row.to})\nMERGE (a)-[r:${upperCase(kind)}]->(b)\nSET r += row.properties;\n`
    }
  }
}

function groupRows(size: number, key: (row: number) => string): [string, number[]][] {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < size; row++) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function* batches(rows: number[]): Generator<number[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH)
}

function properties(columns: Column[], row: number, first: [string, Value][]): string {
  const cells = [...first, ...columns.map(({ id, value }): [string, Value] => [id, value(row)])]
  return `{${cells.flatMap(([id, value]) => (value === null ? [] : [`\`${id}\`: ${literal(value)}`])).join(', ')}}`
}

/** A Cypher literal. Backslash, quotes and control characters are written as escapes, so that no value can end its string. */
export function literal(value: Exclude<Value, null>): string {
  if (typeof value === 'object') return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'string') return String(value)
  const escaped = value
    .toWellFormed()
    .replace(/[\\'"`\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) =>
      character === '\\' || character === "'"
        ? `\\${character}`
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return `'${escaped}'`
}
