import type { KnowledgeGraph } from '../model/index.ts'
import { PREFIXES, type RdfObject, type RdfResource, rdfResources } from './rdf-resources.ts'

/**
 * JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), in chunks: the same statements as the Turtle. The context stands in the
 * file, so that a reader fetches nothing.
 */
export function* jsonLd(graph: KnowledgeGraph): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`
  let first = true
  for (const resource of rdfResources(graph)) {
    yield `${first ? '\n' : ',\n'}${inScript(JSON.stringify(nodeObject(resource)))}`
    first = false
  }
  yield '\n]}\n'
}

function nodeObject({ subject, types, properties }: RdfResource): Record<string, unknown> {
  const values: Record<string, unknown[]> = {}
  for (const [property, object] of properties) {
    values[property] ??= []
    values[property].push(value(object))
  }
  const compact = Object.entries(values).map(([property, all]) => [property, all.length === 1 ? all[0] : all])
  return { '@id': idOf(subject), ...(types.length > 0 && { '@type': types }), ...Object.fromEntries(compact) }
}

function value(object: RdfObject): unknown {
  if ('iri' in object || 'name' in object) return { '@id': idOf(object) }
  if ('integer' in object) return object.integer
  // A JSON number without a fraction would be read as an integer.
  if ('double' in object) return { '@value': String(object.double), '@type': 'xsd:double' }
  if ('date' in object) return { '@value': object.date, '@type': 'xsd:date' }
  return object.text.toWellFormed()
}

const idOf = (subject: RdfResource['subject']) => ('iri' in subject ? subject.iri : subject.name)

/** No text can end or open an element where the file is put into a page's `<script type="application/ld+json">`. */
function inScript(json: string): string {
  return json.replace(/</g, '\\u003c')
}
