import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { literal } from '../../src/export/cypher.ts'
import { smallGraph } from '../query/small-graph.ts'
import { exported, HOSTILE, hostileGraph } from './hostile-graph.ts'

interface ParseError {
  line: number
  col: number
  msg: string
}
/** Neo4j's own grammar, as its editors use it. It is published as CommonJS without types. */
const { CypherEditorSupport } = createRequire(import.meta.url)('@neo4j-cypher/editor-support') as {
  CypherEditorSupport: new (text: string) => { parseErrors: ParseError[] }
}
const errorsOf = (statement: string) => new CypherEditorSupport(statement).parseErrors

/** The statements of a script: each ends with a semicolon at the end of a line. */
const statementsOf = (script: string) => script.split(/(?<=;)\n/).filter((statement) => statement !== '')

describe('Cypher', () => {
  it('is understood by Neo4j’s grammar, statement by statement', () => {
    const [constraint, ...statements] = statementsOf(exported(smallGraph(), 'cypher'))
    // The grammar is Neo4j 4's, which wrote constraints otherwise.
    expect(constraint).toBe('CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;')
    expect(statements.length).toBeGreaterThan(4)
    for (const statement of statements) expect(errorsOf(statement)).toEqual([])
  })

  it('keeps hostile texts inside their literals', () => {
    const graph = hostileGraph()
    // The parser needs minutes for a megabyte.
    graph.nodes.label = graph.nodes.label.map((label) => label.slice(0, 200))
    graph.sentences.text = graph.sentences.text.map((text) => text.slice(0, 200))
    graph.nodes.facts = graph.nodes.facts.map(() => ({}))
    const statements = statementsOf(exported(graph, 'cypher'))
    const plain = statementsOf(exported(smallGraph(), 'cypher'))
    expect(statements.length).toBe(plain.length)
    for (const statement of statements.slice(1)) expect(errorsOf(statement)).toEqual([])
  })

  it('sees a statement that is broken', () => {
    expect(errorsOf("MERGE (n:Entity {id: 'it's'})")).not.toEqual([])
  })

  it.each(HOSTILE.filter(([, text]) => text.length < 1000))('writes %s so that it reads back', (_, text) => {
    const written = literal(text)
    expect(written).toMatch(/^'(?:[^'\\]|\\.)*'$/s)
    // Cypher's escapes of a single-quoted string: \\ \' and \uXXXX, which JSON shares but for the apostrophe.
    const read = JSON.parse(`"${written.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`)
    expect(read).toBe(text.toWellFormed())
  })

  it('merges, so that running it twice changes nothing', () => {
    const script = exported(smallGraph(), 'cypher')
    expect(script).not.toMatch(/^CREATE (?!CONSTRAINT)/m)
    expect(script.match(/^MERGE /gm)?.length).toBe(statementsOf(script).length - 1)
  })

  it('writes statements of at most 500 rows', () => {
    const graph = structuredClone(smallGraph())
    for (let row = 0; row < 1200; row++) {
      for (const [key, column] of Object.entries(graph.nodes) as [string, unknown[]][])
        column.push(key === 'id' ? `technology:t${row}` : key === 'type' ? 'technology' : column[0])
    }
    const rows = statementsOf(exported(graph, 'cypher')).map((statement) => statement.match(/^\{id:/gm)?.length ?? 0)
    expect(Math.max(...rows)).toBe(500)
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(graph.nodes.id.length)
  })
})
