import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { smallGraph } from '../query/small-graph.ts'
import { exported, hostileGraph } from './hostile-graph.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const PROV = 'http://www.w3.org/ns/prov#'

type Triple = [subject: string, predicate: string, object: string, datatype: string | null]

const unique = (triples: Triple[]) => [...new Set(triples.map((triple) => JSON.stringify(triple)))].sort()

function ofTurtle(graph: KnowledgeGraph): Triple[] {
  const quads = new Parser({ format: 'text/turtle' }).parse(exported(graph, 'turtle'))
  return quads.map(({ subject, predicate, object }) => [
    subject.value,
    predicate.value,
    object.value,
    object.termType === 'Literal' ? object.datatype.value : null,
  ])
}

/** JSON-LD's deserialization to RDF, for documents with prefixes alone in their context. */
function ofJsonLd(text: string): Triple[] {
  const document = JSON.parse(text) as { '@context': Record<string, string>; '@graph': Record<string, unknown>[] }
  const full = (name: string) => {
    const [prefix = '', rest = ''] = name.split(/:(.*)/s)
    const namespace = Object.hasOwn(document['@context'], prefix) ? document['@context'][prefix] : undefined
    return namespace === undefined ? name : namespace + rest
  }
  const triples: Triple[] = []
  for (const { '@id': id, '@type': types, ...properties } of document['@graph']) {
    const subject = full(id as string)
    for (const type of (types ?? []) as string[]) triples.push([subject, TYPE, full(type), null])
    for (const [property, values] of Object.entries(properties)) {
      for (const value of [values].flat()) triples.push([subject, full(property), ...objectOf(value)])
    }
  }
  return triples

  function objectOf(value: unknown): [string, string | null] {
    if (typeof value === 'string') return [value, `${XSD}string`]
    if (typeof value === 'number' && Number.isInteger(value)) return [String(value), `${XSD}integer`]
    const object = value as Record<string, string>
    if (Object.keys(object).join() === '@id') return [full(object['@id'] ?? ''), null]
    expect(Object.keys(object).sort()).toEqual(['@type', '@value'])
    return [object['@value'] ?? '', full(object['@type'] ?? '')]
  }
}

describe.each([
  ['a plain graph', smallGraph()],
  ['a hostile graph', hostileGraph()],
  ['an empty graph', smallGraph([])],
])('JSON-LD of %s', (_, graph) => {
  const text = exported(graph, 'jsonld')
  const triples = ofJsonLd(text)

  it('states what the Turtle states, as N3 reads it, and nothing else', () => {
    const expected = unique(ofTurtle(graph))
    expect(unique(triples)).toEqual(expected)
    expect(expected.length).toBeGreaterThanOrEqual(graph.nodes.id.length * 4 + graph.edges.from.length * 8)
  })

  it('says of every edge which entries it was derived from', () => {
    const { edges, evidence } = graph
    edges.from.forEach((from, row) => {
      const ends = [graph.nodes.id[from], edges.kind[row], graph.nodes.id[edges.to[row] ?? -1]]
      const edge = `urn:throughline:edge:${encodeURIComponent(ends.join('|'))}`
      const found = triples.filter(([subject, predicate]) => subject === edge && predicate === `${PROV}wasDerivedFrom`)
      const entries = edges.evidence[row]?.map((piece) => graph.entries.id[evidence.entry[piece] ?? -1] ?? '')
      expect(new Set(found.map(([, , object]) => object))).toEqual(
        new Set(entries?.map((id) => `urn:throughline:entry:${encodeURIComponent(id)}`)),
      )
    })
  })

  it('can stand in a script element', () => {
    expect(text).not.toContain('<')
  })
})
