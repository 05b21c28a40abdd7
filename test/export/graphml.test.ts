import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-graphml'
import { describe, expect, it } from 'vitest'
import { type Column, graphTables } from '../../src/export/graph-tables.ts'
import { smallGraph } from '../query/small-graph.ts'
import { pythonWith, runPython } from '../support/other-programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { exported, hostileGraph, inXml } from './hostile-graph.ts'

function expectedCells(columns: Column[], row: number): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  for (const { id, value } of columns) {
    const cell = value(row)
    if (cell === null || (typeof cell === 'object' && cell.length === 0)) continue
    // GraphML has no lists: they are JSON.
    cells[id] = typeof cell === 'object' ? inXml(JSON.stringify(cell)) : typeof cell === 'string' ? inXml(cell) : cell
  }
  return cells
}

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('GraphML of %s', (_, graph) => {
  const text = exported(graph, 'graphml')
  const { nodes, edges } = graphTables(graph)

  it('is read back by graphology-graphml with every value', () => {
    const read = parse(MultiDirectedGraph, text)
    expect([read.order, read.size]).toEqual([nodes.size, edges.size])
    for (let row = 0; row < nodes.size; row++) {
      expect(read.getNodeAttributes(nodes.id(row))).toMatchObject({
        ...expectedCells(nodes.columns, row),
        label: inXml(nodes.label(row)),
        x: graph.nodes.x[row],
      })
    }
    for (let row = 0; row < edges.size; row++) {
      expect(read.getEdgeAttributes(edges.id(row))).toMatchObject({
        ...expectedCells(edges.columns, row),
        kind: edges.kind(row),
        weight: edges.weight(row),
      })
    }
  })

  const networkx = pythonWith('networkx')
  it.skipIf(networkx === null)('is read by NetworkX with every value', () => {
    const path = join(temporaryFolder(), 'graph.graphml')
    writeFileSync(path, text)
    const program = `
import sys, json, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
print(json.dumps({"nodes": dict(g.nodes(data=True)), "edges": g.number_of_edges()}))`
    const read = runPython(networkx as string, program, path) as { nodes: Record<string, unknown>; edges: number }
    expect(read.edges).toBe(edges.size)
    expect(Object.keys(read.nodes)).toHaveLength(nodes.size)
    for (let row = 0; row < nodes.size; row++)
      expect(read.nodes[nodes.id(row)]).toMatchObject({
        ...expectedCells(nodes.columns, row),
        label: inXml(nodes.label(row)),
      })
  })

  const igraph = pythonWith('igraph')
  it.skipIf(igraph === null)('is read by igraph', () => {
    const path = join(temporaryFolder(), 'graph.graphml')
    writeFileSync(path, text)
    const program = `
import sys, json, igraph
g = igraph.Graph.Read_GraphML(sys.argv[1])
print(json.dumps({"nodes": g.vcount(), "edges": g.ecount(), "labels": g.vs["label"] if g.vcount() > 0 else []}))`
    const read = runPython(igraph as string, program, path)
    expect(read).toEqual({
      nodes: nodes.size,
      edges: edges.size,
      labels: Array.from({ length: nodes.size }, (_, row) => inXml(nodes.label(row))),
    })
  })
})
