import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { graphTables } from '../../src/export/graph-tables.ts'
import { smallGraph } from '../query/small-graph.ts'
import { pythonWith, runPython } from '../support/other-programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { exported, hostileGraph } from './hostile-graph.ts'

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('JSON of %s', (_, graph) => {
  const { nodes, edges } = graphTables(graph)

  it('is a graph to graphology, with every value', () => {
    const read = MultiDirectedGraph.from(JSON.parse(exported(graph, 'json')))
    expect([read.order, read.size]).toEqual([nodes.size, edges.size])
    for (let row = 0; row < nodes.size; row++) {
      const cells = nodes.columns.map(({ id, value }) => [id, value(row)]).filter(([, cell]) => cell !== null)
      expect(read.getNodeAttributes(nodes.id(row))).toMatchObject({
        label: nodes.label(row),
        ...Object.fromEntries(cells),
      })
    }
    for (let row = 0; row < edges.size; row++) {
      const edge = read.getEdgeAttributes(edges.id(row))
      expect(edge).toMatchObject({ kind: edges.kind(row), weight: edges.weight(row) })
      expect(read.extremities(edges.id(row))).toEqual([edges.source(row), edges.target(row)])
    }
  })

  it('as node-link is laid out by D3', () => {
    const read = JSON.parse(exported(graph, 'node-link')) as {
      nodes: (SimulationNodeDatum & { id: string; label: string })[]
      links: SimulationLinkDatum<SimulationNodeDatum & { id: string; label: string }>[]
    }
    const link = forceLink<(typeof read.nodes)[number], (typeof read.links)[number]>(read.links).id(({ id }) => id)
    forceSimulation(read.nodes).force('link', link).stop().tick(2)
    expect(read.nodes.map(({ label }) => label)).toEqual(graph.nodes.label)
    // D3 puts the node in place of its id: every link found both of its ends.
    expect(link.links().map(({ source, target }) => [source, target].map((end) => (end as { id: string }).id))).toEqual(
      Array.from({ length: edges.size }, (_, row) => [edges.source(row), edges.target(row)]),
    )
  })

  const python = pythonWith('networkx')
  it.skipIf(python === null)('as node-link is read by NetworkX', () => {
    const path = join(temporaryFolder(), 'graph.json')
    writeFileSync(path, exported(graph, 'node-link'))
    const program = `
import sys, json, inspect, networkx
read = networkx.node_link_graph
named = {"edges": "links"} if "edges" in inspect.signature(read).parameters else {}
g = read(json.load(open(sys.argv[1])), **named)
print(json.dumps([type(g).__name__, g.number_of_nodes(), g.number_of_edges()]))`
    expect(runPython(python as string, program, path)).toEqual(['MultiDiGraph', nodes.size, edges.size])
  })
})
