import { Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { smallGraph } from '../query/small-graph.ts'
import { exported, hostileGraph } from './hostile-graph.ts'

const TL = 'urn:throughline:vocabulary#'
const SCHEMA = 'https://schema.org/'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

const read = (text: string) => new Store(new Parser({ format: 'text/turtle' }).parse(text))
const iri = (kind: string, id: string) => `urn:throughline:${kind}:${encodeURIComponent(id)}`

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('Turtle of %s', (_, graph) => {
  const store = read(exported(graph, 'turtle'))

  it('is read back by N3 with every name', () => {
    graph.nodes.id.forEach((id, row) => {
      const names = store.getObjects(iri('entity', id), `${SCHEMA}name`, null).map(({ value }) => value)
      expect(names).toEqual([graph.nodes.label[row]?.toWellFormed()])
      const aliases = store.getObjects(iri('entity', id), 'http://www.w3.org/2004/02/skos/core#altLabel', null)
      expect(new Set(aliases.map(({ value }) => value))).toEqual(
        new Set(graph.nodes.aliases[row]?.map((alias) => alias.toWellFormed())),
      )
    })
  })

  it('states every edge, and what it was derived from', () => {
    const { edges, nodes, evidence, entries } = graph
    edges.from.forEach((from, row) => {
      const [a, b] = [nodes.id[from] ?? '', nodes.id[edges.to[row] ?? -1] ?? '']
      const edge = iri('edge', `${a}|${edges.kind[row]}|${b}`)
      expect(store.getObjects(edge, `${TL}from`, null).map(({ value }) => value)).toEqual([iri('entity', a)])
      expect(store.getObjects(edge, `${TL}to`, null).map(({ value }) => value)).toEqual([iri('entity', b)])
      expect(Number(store.getObjects(edge, `${TL}weight`, null)[0]?.value)).toBe(edges.weight[row])
      const sources = store.getObjects(edge, 'http://www.w3.org/ns/prov#wasDerivedFrom', null).map(({ value }) => value)
      const expected = edges.evidence[row]?.map((piece) => iri('entry', entries.id[evidence.entry[piece] ?? -1] ?? ''))
      expect(new Set(sources)).toEqual(new Set(expected))
    })
  })

  it('types its nodes by schema.org or by its own vocabulary', () => {
    const classes: Record<string, string> = {
      company: `${SCHEMA}Organization`,
      technology: `${SCHEMA}SoftwareApplication`,
      'failure-mode': `${TL}FailureMode`,
      lesson: `${TL}Lesson`,
    }
    graph.nodes.id.forEach((id, row) => {
      const types = store.getObjects(iri('entity', id), TYPE, null).map(({ value }) => value)
      expect(types).toContain(classes[graph.nodes.type[row] ?? ''])
    })
  })
})
