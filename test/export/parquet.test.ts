import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { graphTables } from '../../src/export/graph-tables.ts'
import { exportGraph } from '../../src/export/index.ts'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { smallGraph } from '../query/small-graph.ts'
import { hostileGraph } from './hostile-graph.ts'

async function tables(graph: KnowledgeGraph): Promise<Record<string, Record<string, unknown>[]>> {
  const read: Record<string, Record<string, unknown>[]> = {}
  for (const { name, chunks } of exportGraph(graph, 'parquet')) {
    const bytes: Uint8Array[] = []
    for await (const chunk of chunks) bytes.push(chunk as Uint8Array)
    const file = await new Blob(bytes as Uint8Array<ArrayBuffer>[]).arrayBuffer()
    read[String(name)] = await parquetReadObjects({ file })
  }
  return read
}

/** Lists are JSON in a string column. */
const cell = (value: unknown) =>
  value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : typeof value === 'string'
        ? value.toWellFormed()
        : value

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('Parquet of %s', (_, graph) => {
  it('is read back by hyparquet with every value', async () => {
    const read = await tables(graph)
    expect(Object.keys(read)).toEqual(['nodes.parquet', 'edges.parquet', 'entries.parquet', 'mentions.parquet'])
    const { nodes, edges } = graphTables(graph)
    expect(read['nodes.parquet']).toEqual(
      Array.from({ length: nodes.size }, (_, row) => ({
        id: nodes.id(row),
        label: cell(nodes.label(row)),
        ...Object.fromEntries(nodes.columns.map(({ id, value }) => [id, cell(value(row))])),
        x: graph.nodes.x[row],
        y: graph.nodes.y[row],
      })),
    )
    expect(read['edges.parquet']).toEqual(
      Array.from({ length: edges.size }, (_, row) => ({
        source: edges.source(row),
        target: edges.target(row),
        kind: edges.kind(row),
        weight: edges.weight(row),
        ...Object.fromEntries(edges.columns.map(({ id, value }) => [id, cell(value(row))])),
      })),
    )
    expect(read['entries.parquet']?.map(({ title }) => title)).toEqual(graph.entries.title.map(cell))
    expect(read['mentions.parquet']?.length).toBe(graph.mentions.entry.length)
  })
})
