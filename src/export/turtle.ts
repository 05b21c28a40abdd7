import type { KnowledgeGraph } from '../model/index.ts'

const BASE = 'urn:throughline:'

const CLASSES: Record<string, string> = {
  company: 'schema:Organization',
  technology: 'schema:SoftwareApplication',
  'failure-mode': 'tl:FailureMode',
  lesson: 'tl:Lesson',
}

/**
 * RDF 1.1 Turtle: nodes as schema.org Organization and SoftwareApplication or our own classes, edges as
 * statements of their own with weight and dates, and PROV-O from each to the entries that are its evidence.
 */
export function* turtle(graph: KnowledgeGraph): Generator<string> {
  const { nodes, edges, entries, evidence } = graph
  yield [
    '@prefix schema: <https://schema.org/> .',
    '@prefix prov: <http://www.w3.org/ns/prov#> .',
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
    '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
    `@prefix tl: <${BASE}vocabulary#> .`,
    '',
    ...[...new Set(edges.kind)]
      .sort()
      .map((kind) => `tl:${camelCase(kind)} a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Property> .`),
    '',
  ].join('\n')
  for (let row = 0; row < entries.id.length; row++) {
    const url = entries.url[row]
    yield block(`<${iri('entry', entries.id[row] ?? '')}>`, [
      'a schema:Article, prov:Entity',
      `schema:headline ${text(entries.title[row] ?? '')}`,
      ...(url ? [`schema:url ${text(url)}`] : []),
      ...(entries.date[row] ? [`schema:datePublished "${entries.date[row]}"^^xsd:date`] : []),
    ])
  }
  for (let row = 0; row < nodes.id.length; row++) {
    yield block(`<${iri('entity', nodes.id[row] ?? '')}>`, [
      `a ${CLASSES[nodes.type[row] ?? ''] ?? 'schema:Thing'}, prov:Entity`,
      `schema:name ${text(nodes.label[row] ?? '')}`,
      ...(nodes.aliases[row] ?? []).map((alias) => `skos:altLabel ${text(alias)}`),
      `tl:entries ${nodes.entries[row] ?? 0}`,
      ...sourcesOf(nodes.evidence[row]),
    ])
  }
  for (let row = 0; row < edges.from.length; row++) {
    const from = iri('entity', nodes.id[edges.from[row] ?? -1] ?? '')
    const to = iri('entity', nodes.id[edges.to[row] ?? -1] ?? '')
    const kind = edges.kind[row] ?? 'associated'
    yield `<${from}> tl:${camelCase(kind)} <${to}> .\n`
    yield block(`<${iri('edge', `${nodes.id[edges.from[row] ?? -1]}|${kind}|${nodes.id[edges.to[row] ?? -1]}`)}>`, [
      'a tl:Relation, prov:Entity',
      `tl:from <${from}>`,
      `tl:kind tl:${camelCase(kind)}`,
      `tl:to <${to}>`,
      `tl:weight "${edges.weight[row] ?? 0}"^^xsd:double`,
      `tl:evidence ${edges.count[row] ?? 0}`,
      ...sourcesOf(edges.evidence[row]),
    ])
  }

  function sourcesOf(rows: number[] | undefined): string[] {
    const found = new Set((rows ?? []).map((each) => entries.id[evidence.entry[each] ?? -1] ?? ''))
    found.delete('')
    return [...found].map((id) => `prov:wasDerivedFrom <${iri('entry', id)}>`)
  }
}

function block(subject: string, predicates: string[]): string {
  return `${subject} ${predicates.join(' ;\n  ')} .\n`
}

/** Percent-encodes all that an IRI in angle brackets may not hold. */
function iri(kind: string, id: string): string {
  return `${BASE}${kind}:${encodeURIComponent(id.toWellFormed())}`
}

/** A Turtle string in double quotes; JSON's escapes are a subset of Turtle's, but for control characters JSON leaves. */
function text(value: string): string {
  return JSON.stringify(value.toWellFormed()).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  )
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
