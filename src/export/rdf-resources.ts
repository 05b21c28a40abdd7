import type { KnowledgeGraph } from '../model/index.ts'

const BASE = 'urn:throughline:'

/** Prefixes of the vocabularies; names of properties and classes are written with them. */
export const PREFIXES: Record<string, string> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  tl: `${BASE}vocabulary#`,
}

/** What a statement says of its subject: a resource by full IRI or by prefixed name, or a literal. */
export type RdfObject =
  | { iri: string }
  | { name: string }
  | { text: string }
  | { integer: number }
  | { double: number }
  | { date: string }

/** Statements with one subject: its classes and properties are prefixed names, its IRI is in full or prefixed. */
export interface RdfResource {
  subject: { iri: string } | { name: string }
  types: string[]
  properties: [property: string, object: RdfObject][]
}

const CLASSES: Record<string, string> = {
  company: 'schema:Organization',
  technology: 'schema:SoftwareApplication',
  'failure-mode': 'tl:FailureMode',
  lesson: 'tl:Lesson',
}

/**
 * The graph as RDF: nodes as schema.org Organization and SoftwareApplication or our own classes, edges as a plain
 * statement and as resources of their own with weight and count, and PROV-O from each to the entries that are its
 * evidence. Texts are as they stand in the graph; writers escape.
 */
export function* rdfResources({ nodes, edges, entries, evidence }: KnowledgeGraph): Generator<RdfResource> {
  for (const kind of [...new Set(edges.kind)].sort())
    yield { subject: { name: propertyOf(kind) }, types: ['rdf:Property'], properties: [] }
  for (let row = 0; row < entries.id.length; row++) {
    const [url, date] = [entries.url[row], entries.date[row]]
    yield {
      subject: entryIri(entries.id[row]),
      types: ['schema:Article', 'prov:Entity'],
      properties: [
        ['schema:headline', { text: entries.title[row] ?? '' }],
        ...(url ? [property('schema:url', { text: url })] : []),
        ...(date ? [property('schema:datePublished', { date })] : []),
      ],
    }
  }
  for (let row = 0; row < nodes.id.length; row++) {
    yield {
      subject: entityIri(nodes.id[row]),
      types: [CLASSES[nodes.type[row] ?? ''] ?? 'schema:Thing', 'prov:Entity'],
      properties: [
        ['schema:name', { text: nodes.label[row] ?? '' }],
        ...(nodes.aliases[row] ?? []).map((text) => property('skos:altLabel', { text })),
        ['tl:entries', { integer: nodes.entries[row] ?? 0 }],
        ...sourcesOf(nodes.evidence[row]),
      ],
    }
  }
  for (let row = 0; row < edges.from.length; row++) {
    const [from, to] = [nodes.id[edges.from[row] ?? -1], nodes.id[edges.to[row] ?? -1]]
    const kind = edges.kind[row] ?? 'associated'
    yield { subject: entityIri(from), types: [], properties: [[propertyOf(kind), entityIri(to)]] }
    yield {
      subject: iri('edge', `${from}|${kind}|${to}`),
      types: ['tl:Relation', 'prov:Entity'],
      properties: [
        ['tl:from', entityIri(from)],
        ['tl:kind', { name: propertyOf(kind) }],
        ['tl:to', entityIri(to)],
        ['tl:weight', { double: edges.weight[row] ?? 0 }],
        ['tl:evidence', { integer: edges.count[row] ?? 0 }],
        ...sourcesOf(edges.evidence[row]),
      ],
    }
  }

  function sourcesOf(rows: number[] | undefined): [string, RdfObject][] {
    const found = new Set((rows ?? []).map((each) => entries.id[evidence.entry[each] ?? -1] ?? ''))
    found.delete('')
    return [...found].map((id) => property('prov:wasDerivedFrom', entryIri(id)))
  }
}

/** Says to the compiler that a pair is one. */
function property(name: string, object: RdfObject): [string, RdfObject] {
  return [name, object]
}

const entryIri = (id: string | undefined) => iri('entry', id ?? '')
const entityIri = (id: string | undefined) => iri('entity', id ?? '')

/** Percent-encodes all that an IRI may not hold. */
function iri(kind: string, id: string): { iri: string } {
  return { iri: `${BASE}${kind}:${encodeURIComponent(id.toWellFormed())}` }
}

function propertyOf(kind: string): string {
  return `tl:${kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
}
