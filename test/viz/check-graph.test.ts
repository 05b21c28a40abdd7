import { describe, expect, test } from 'vitest'
import { KnowledgeGraphSchema } from '../../src/model/index.ts'
import { checkGraph } from '../../viz/src/data/check-graph.ts'
import { readGraphText } from '../../viz/src/data/load-graph.ts'
import { syntheticGraph } from '../e2e/fixtures/synthetic-graph.ts'

const graph = syntheticGraph({ nodes: 30, edges: 40, entries: 10, patterns: 2 })
/** A graph whose columns may be broken in any way. */
type Table = Record<string, unknown[]>
interface Loose {
  format?: unknown
  version?: unknown
  patterns?: unknown
  nodes: { label?: unknown[]; x: unknown[] } & Table
  edges: { to: unknown[] } & Table
  mentions: Table
}
const changed = (change: (copy: Loose) => void) => {
  const copy = structuredClone(graph) as unknown as Loose
  change(copy)
  return copy
}

test('the graphs of these tests keep to the schema', () => {
  expect(KnowledgeGraphSchema.safeParse(graph).error?.issues ?? []).toEqual([])
})

describe('checkGraph', () => {
  test('takes a whole graph', () => {
    expect(checkGraph(graph)).toEqual({ graph })
  })
  test.each<[string, (copy: Loose) => void]>([
    [
      'foreign',
      (copy) => {
        copy.format = 'gexf'
      },
    ],
    [
      'older',
      (copy) => {
        copy.version = 0
      },
    ],
    [
      'older',
      (copy) => {
        delete copy.version
      },
    ],
    [
      'newer',
      (copy) => {
        copy.version = 2
      },
    ],
    [
      'broken',
      (copy) => {
        copy.nodes.label = undefined as never
      },
    ],
    [
      'broken',
      (copy) => {
        copy.nodes.label?.pop()
      },
    ],
    [
      'broken',
      (copy) => {
        copy.edges.to[0] = 30
      },
    ],
    [
      'broken',
      (copy) => {
        copy.nodes.x[3] = null
      },
    ],
    [
      'broken',
      (copy) => {
        copy.patterns = {}
      },
    ],
    [
      'empty',
      (copy) => {
        for (const table of ['nodes', 'edges', 'mentions'] as const)
          for (const column of Object.keys(copy[table])) copy[table][column] = []
      },
    ],
  ])('%s', (code, change) => {
    expect(checkGraph(changed(change))).toMatchObject({ problem: { code } })
  })
  test.each([null, 7, 'text', [], {}])('%j is no graph', (value) => {
    expect(checkGraph(value)).toMatchObject({ problem: { code: 'foreign' } })
  })
})

test('a text cut short says that it is not whole', () => {
  expect(readGraphText(JSON.stringify(graph).slice(0, 500))).toMatchObject({ problem: { code: 'broken' } })
})
