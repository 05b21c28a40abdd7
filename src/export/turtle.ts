import type { KnowledgeGraph } from '../model/index.ts'
import { PREFIXES, type RdfObject, type RdfResource, rdfResources } from './rdf-resources.ts'

/** RDF 1.1 Turtle, in chunks. */
export function* turtle(graph: KnowledgeGraph): Generator<string> {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${namespace}> .\n`
  yield '\n'
  for (const resource of rdfResources(graph)) yield block(resource)
}

function block({ subject, types, properties }: RdfResource): string {
  const predicates = properties.map(([property, object]) => `${property} ${term(object)}`)
  if (types.length > 0) predicates.unshift(`a ${types.join(', ')}`)
  return `${term(subject)} ${predicates.join(' ;\n  ')} .\n`
}

function term(object: RdfObject): string {
  if ('iri' in object) return `<${object.iri}>`
  if ('name' in object) return object.name
  if ('integer' in object) return String(object.integer)
  if ('double' in object) return `"${object.double}"^^xsd:double`
  if ('date' in object) return `"${object.date}"^^xsd:date`
  return quoted(object.text)
}

/** A Turtle string in double quotes; JSON's escapes are a subset of Turtle's, but for control characters JSON leaves. */
function quoted(value: string): string {
  return JSON.stringify(value.toWellFormed()).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  )
}
