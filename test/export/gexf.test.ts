import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MultiGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { type Column, graphTables } from '../../src/export/graph-tables.ts'
import { smallGraph } from '../query/small-graph.ts'
import { gexfSchema, hasCommand, pythonWith, runPython } from '../support/other-programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { exported, hostileGraph, inXml } from './hostile-graph.ts'

/** What a reader should find of one row, by id or title of the columns. */
function expectedCells(by: 'id' | 'title', columns: Column[], row: number): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  for (const column of columns) {
    const { value } = column
    const cell = value(row)
    if (cell === null || (typeof cell === 'object' && cell.length === 0)) continue
    cells[column[by]] = typeof cell === 'object' ? cell.map(inXml) : typeof cell === 'string' ? inXml(cell) : cell
  }
  return cells
}

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('GEXF of %s', (_, graph) => {
  const text = exported(graph, 'gexf')
  const { nodes, edges } = graphTables(graph)

  it('is read back by graphology-gexf with every value', () => {
    const read = parse(MultiGraph, text)
    expect(read.order).toBe(nodes.size)
    expect(read.size).toBe(edges.size)
    for (let row = 0; row < nodes.size; row++) {
      const found = read.getNodeAttributes(inXml(nodes.id(row)))
      expect(found).toMatchObject({
        ...expectedCells('id', nodes.columns, row),
        label: inXml(nodes.label(row)),
        x: graph.nodes.x[row],
        y: graph.nodes.y[row],
      })
      expect(found.color).toMatch(/^rgba\(\d+,\d+,\d+,[\d.]+\)$/)
      expect(found.size).toBeGreaterThan(0)
    }
    for (let row = 0; row < edges.size; row++) {
      expect(read.getEdgeAttributes(inXml(edges.id(row)))).toMatchObject({
        ...expectedCells('id', edges.columns, row),
        kind: edges.kind(row),
        label: inXml(edges.label(row)),
        weight: edges.weight(row),
      })
    }
  })

  it.skipIf(!hasCommand('xmllint'))('is well-formed, and valid against the schema of GEXF 1.3', () => {
    const path = join(temporaryFolder(), 'graph.gexf')
    writeFileSync(path, text)
    const schema = gexfSchema()
    execFileSync('xmllint', ['--huge', '--noout', ...(schema === null ? [] : ['--relaxng', schema]), path], {
      stdio: 'pipe',
    })
  })

  const python = pythonWith('networkx')
  it.skipIf(python === null)('is read by NetworkX with every value', () => {
    const path = join(temporaryFolder(), 'graph.gexf')
    // NetworkX before 3.5 knows no GEXF 1.3, whose core it reads as 1.2.
    const old = text
      .replaceAll('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft')
      .replace('version="1.3"', 'version="1.2"')
    writeFileSync(path, nodes.size === 0 ? text : old)
    const program = `
import sys, json, networkx
g = networkx.read_gexf(sys.argv[1]) if ${nodes.size === 0 ? 'False' : 'True'} else networkx.MultiDiGraph()
print(json.dumps({"kind": type(g).__name__, "nodes": dict(g.nodes(data=True)), "edges": [[a, b, d] for a, b, d in g.edges(data=True)]}))`
    const read = runPython(python as string, program, path) as {
      kind: string
      nodes: Record<string, Record<string, unknown>>
      edges: [string, string, Record<string, unknown>][]
    }
    expect(Object.keys(read.nodes)).toHaveLength(nodes.size)
    expect(read.edges).toHaveLength(edges.size)
    for (let row = 0; row < nodes.size; row++) {
      const lists = nodes.columns.filter(({ type }) => type === 'strings')
      const cells = expectedCells(
        'title',
        nodes.columns.filter((column) => !lists.includes(column)),
        row,
      )
      expect(read.nodes[inXml(nodes.id(row))]).toMatchObject({ ...cells, label: inXml(nodes.label(row)) })
    }
  })
})

describe('GEXF for Gephi', () => {
  const text = exported(smallGraph(), 'gexf')

  it('declares attributes before nodes, which Gephi wants', () => {
    const places = ['<meta', '<graph ', '<attributes class="node"', '<attributes class="edge"', '<nodes', '<edges']
    const found = places.map((tag) => text.indexOf(tag))
    expect(found.every((at) => at > 0)).toBe(true)
    expect([...found].sort((a, b) => a - b)).toEqual(found)
  })

  it('is dynamic by date, from the oldest to the newest entry, whatever the clock says', () => {
    expect(text).toContain('mode="dynamic" timeformat="date"')
    expect(text).toContain('start="2026-05-14" end="2026-06-02"')
    expect(text).toContain('lastmodifieddate="2026-06-02"')
    expect(text).toBe(exported(smallGraph(), 'gexf'))
  })

  it('writes colours as r, g, b and a, and a size as value', () => {
    expect(text).toMatch(/<viz:color r="0" g="114" b="178" a="[\d.]+"\/>/)
    expect(text).toMatch(/<viz:size value="[\d.]+"\/>/)
    expect(text).not.toMatch(/hex=|anyURI/)
  })

  it('shows when a node and an edge were seen', () => {
    const birch = /<node id="company:birch"[\s\S]*?<\/node>/.exec(text)?.[0]
    expect(birch).toContain(
      '<spells><spell start="2026-05-20" end="2026-05-20"/><spell start="2026-06-02" end="2026-06-02"/></spells>',
    )
    const undated = /<node id="technology:queenql"[\s\S]*?<\/node>/.exec(text)?.[0]
    expect(undated).not.toContain('spell')
  })

  it('keeps parallel edges apart by kind', () => {
    const between = [
      ...text.matchAll(/<edge id="[^"]*" source="company:acorn" target="technology:rookdb" kind="([^"]*)"/g),
    ]
    expect(new Set(between.map(([, kind]) => kind)).size).toBe(between.length)
    expect(between.length).toBeGreaterThan(1)
  })
})

describe('GEXF with dynamic weights', () => {
  const graph = smallGraph()
  const text = exported(graph, 'gexf', { gexf: { dynamicWeight: true } })
  const weights = (edge: string) =>
    [...edge.matchAll(/<attvalue for="weight" value="(\d+)" start="([^"]*)" end="([^"]*)"\/>/g)].map(
      ([, value, start, end]) => [Number(value), start, end],
    )
  const edgesOf = (gexf: string) => [...gexf.matchAll(/<edge id="([^"]*)"[\s\S]*?<\/edge>/g)]

  it('adds nothing but a declaration and a count of stories for each spell', () => {
    const without = text
      .replace(/<attributes class="edge" mode="dynamic">[\s\S]*?<\/attributes>\n/, '')
      .replace(/<attvalue for="weight"[^>]*\/>/g, '')
    expect(without).toBe(exported(graph, 'gexf'))
    expect(text).toContain('mode="dynamic">\n<attribute id="weight" title="Weight over time" type="double"/>')
    for (const [edge] of edgesOf(text)) {
      const spells = [...edge.matchAll(/<spell start="([^"]*)" end="([^"]*)"\/>/g)].map(([, start, end]) => [
        start,
        end,
      ])
      expect(weights(edge).map(([, ...days]) => days)).toEqual(spells)
    }
  })

  it('counts each story once in a spell, and again in the next', () => {
    const told = smallGraph()
    const edge = told.edges.evidence.findIndex((rows) => rows.length > 0)
    const first = told.evidence.entry[told.edges.evidence[edge]?.[0] ?? -1] ?? -1
    // Four more entries: two of one story and one of another on neighbouring days, and the first story once more later.
    const more: [story: number, date: string][] = [
      [101, '2026-07-01'],
      [101, '2026-07-02'],
      [102, '2026-07-02'],
      [told.entries.story[first] ?? -1, '2026-08-09'],
    ]
    for (const [story, date] of more) {
      for (const column of Object.values(told.entries) as unknown[][]) column.push(column[first])
      told.entries.story[told.entries.story.length - 1] = story
      told.entries.date[told.entries.date.length - 1] = date
      told.entries.dateEnd[told.entries.dateEnd.length - 1] = null
      for (const column of Object.values(told.evidence) as unknown[][]) column.push(column[0])
      told.evidence.entry[told.evidence.entry.length - 1] = told.entries.id.length - 1
      told.edges.evidence[edge]?.push(told.evidence.entry.length - 1)
    }
    const written = edgesOf(exported(told, 'gexf', { gexf: { dynamicWeight: true } }))[edge]?.[0] ?? ''
    expect(weights(written).slice(-2)).toEqual([
      [2, '2026-07-01', '2026-07-02'],
      [1, '2026-08-09', '2026-08-09'],
    ])
  })

  it.skipIf(!hasCommand('xmllint'))('is valid against the schema of GEXF 1.3', () => {
    const path = join(temporaryFolder(), 'graph.gexf')
    writeFileSync(path, text)
    const schema = gexfSchema()
    execFileSync('xmllint', ['--noout', ...(schema === null ? [] : ['--relaxng', schema]), path], { stdio: 'pipe' })
  })

  const python = pythonWith('networkx')
  // NetworkX takes any edge attribute with the id `weight` for a static one, and then the edge's own weight over it.
  it.skipIf(python === null)('is read by NetworkX as without', () => {
    const folder = temporaryFolder()
    const program = `
import sys, json, networkx
print(json.dumps([[[a, b, d] for a, b, d in networkx.read_gexf(path).edges(data=True)] for path in sys.argv[1:]]))`
    const paths = [text, exported(graph, 'gexf')].map((gexf, at) => {
      const path = join(folder, `${at}.gexf`)
      // NetworkX before 3.5 knows no GEXF 1.3, whose core it reads as 1.2.
      writeFileSync(
        path,
        gexf.replaceAll('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft').replace('"1.3"', '"1.2"'),
      )
      return path
    })
    const [dynamic, plain] = runPython(python as string, program, ...paths) as unknown[][]
    expect(plain).toHaveLength(graphTables(graph).edges.size)
    expect(dynamic).toEqual(plain)
  })
})

/** So that the helper above can be trusted. */
it('replaces by rule what XML cannot hold', () => {
  expect(inXml('a\u0000b\ud800c\ufffed\te')).toBe('a\ufffdb\ufffdc\ufffdd\te')
})
