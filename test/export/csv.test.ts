import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { edgesCsv, nodesCsv } from '../../src/export/csv.ts'
import { exportGraph } from '../../src/export/index.ts'
import { smallGraph } from '../query/small-graph.ts'
import { pythonWith, runPython } from '../support/other-programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { HOSTILE, hostileGraph } from './hostile-graph.ts'

const join2 = (chunks: Iterable<string>) => [...chunks].join('')

/** How a text comes back: guarded where a spreadsheet would run it, and without what no text may hold. */
function guarded(text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '\ufffd')
  return /^\s*[=+\-@|]/.test(clean) ? `'${clean}` : clean
}

describe.each(['gephi', 'neo4j'] as const)('CSV for %s', (dialect) => {
  it('is read back with every label', () => {
    const graph = hostileGraph()
    const { data, errors } = Papa.parse<Record<string, string>>(join2(nodesCsv(graph, dialect)).trimEnd(), {
      header: true,
    })
    expect(errors).toEqual([])
    const labels = data.map((row) => row[dialect === 'gephi' ? 'Label' : 'label'])
    expect(labels).toEqual(graph.nodes.label.map(guarded))
    const edges = Papa.parse<string[]>(join2(edgesCsv(graph, dialect)).trimEnd())
    expect(edges.errors).toEqual([])
    expect(edges.data).toHaveLength(graph.edges.from.length + 1)
  })

  it('holds no cell that a spreadsheet would run', () => {
    for (const write of [nodesCsv, edgesCsv]) {
      const { data } = Papa.parse<string[]>(join2(write(hostileGraph(), dialect)))
      const cells = data.slice(1).flat()
      expect(cells.length).toBeGreaterThan(100)
      for (const cell of cells) if (!/^-?[\d.e-]+$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@|]|^[\t\r\n]/)
    }
  })

  const python = pythonWith('pandas')
  it.skipIf(python === null)('is read by pandas', () => {
    const graph = hostileGraph()
    const path = join(temporaryFolder(), 'nodes.csv')
    writeFileSync(path, join2(nodesCsv(graph, dialect)))
    const label = dialect === 'gephi' ? 'Label' : 'label'
    const program = `
import sys, json, pandas
frame = pandas.read_csv(sys.argv[1], keep_default_na=False, lineterminator="\\n")
print(json.dumps({"rows": len(frame), "labels": [len(each) for each in frame["${label}"]]}))`
    // Python counts characters, not UTF-16 units.
    const read = runPython(python as string, program, path)
    expect(read).toEqual({
      rows: graph.nodes.id.length,
      labels: graph.nodes.label.map((each) => [...guarded(each)].length),
    })
  })
})

describe('headers', () => {
  const header = (chunks: Iterable<string>) => join2(chunks).split('\n')[0]

  it.each([
    ['nodes for Gephi', header(nodesCsv(smallGraph(), 'gephi')), /^Id,Label,type,aliases,/],
    ['edges for Gephi', header(edgesCsv(smallGraph(), 'gephi')), /^Source,Target,Type,Kind,Weight,/],
    [
      'nodes for neo4j-admin',
      header(nodesCsv(smallGraph(), 'neo4j')),
      /^id:ID,label,type:string,aliases:string\[\],.*,:LABEL$/,
    ],
    ['edges for neo4j-admin', header(edgesCsv(smallGraph(), 'neo4j')), /^:START_ID,:END_ID,:TYPE,weight:double,/],
  ])('%s', (_, line, form) => {
    expect(line).toMatch(form)
  })

  it('writes four files', () => {
    expect(exportGraph(smallGraph(), 'csv').map(({ name }) => name)).toEqual([
      'nodes.csv',
      'edges.csv',
      'neo4j-nodes.csv',
      'neo4j-edges.csv',
    ])
  })

  it('has a hostile text for every kind of trouble', () => {
    expect(HOSTILE.filter(([, text]) => guarded(text) !== text.toWellFormed().replaceAll('\0', '\ufffd')).length).toBe(
      2,
    )
  })
})
