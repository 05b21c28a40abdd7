import type { GeneratedName, LexiconEntity, Ontology, Surface } from '../../model/index.ts'
import { isCommonWord } from './common-words.ts'
import { slugOf } from './fold-name.ts'
import { isNoName } from './not-names.ts'

type NamedRecord = Ontology['companies'][number] | Ontology['technologies'][number]

const made = new WeakMap<Ontology, readonly LexiconEntity[]>()

/**
 * The names that an ontology holds as entities: companies, technologies, then generated names that neither has. Made once
 * per ontology; not to be changed.
 */
export function ontologyEntities(ontology: Ontology): readonly LexiconEntity[] {
  if (ontology.entities !== undefined) return ontology.entities
  let entities = made.get(ontology)
  if (entities === undefined) {
    entities = makeEntities(ontology)
    made.set(ontology, entities)
  }
  return entities
}

function makeEntities(ontology: Ontology): LexiconEntity[] {
  const entities: LexiconEntity[] = []
  const taken = new Set<string>()
  for (const company of ontology.companies) {
    entities.push({
      id: `company:${company.id}`,
      type: 'company',
      label: company.name,
      surfaces: surfacesOf(company),
      origin: 'curated',
      confidence: 1,
      ...(company.context === undefined ? {} : { context: company.context }),
      ...(company.parent === undefined ? {} : { parent: `company:${company.parent}` }),
      ...(company.kind === undefined ? {} : { kind: company.kind }),
      ...(company.publisher === undefined ? {} : { publisher: company.publisher }),
      ...(company.domains === undefined ? {} : { domains: company.domains }),
    })
  }
  for (const technology of ontology.technologies) {
    entities.push({
      id: `technology:${technology.id}`,
      type: 'technology',
      label: technology.name,
      surfaces: surfacesOf(technology),
      origin: 'curated',
      confidence: 1,
      kind: technology.kind,
      ...(technology.context === undefined ? {} : { context: technology.context }),
      ...(technology.vendor === undefined ? {} : { vendor: `company:${technology.vendor}` }),
      ...(technology.partOf === undefined ? {} : { parent: `technology:${technology.partOf}` }),
      ...(technology.generic === undefined ? {} : { generic: technology.generic }),
    })
  }
  for (const { surfaces } of entities) for (const { text } of surfaces) taken.add(text.toLowerCase())
  const ids = new Set(entities.map(({ id }) => id))
  for (const name of ontology.names) {
    const entity = generatedEntity(name, taken)
    if (entity === null || ids.has(entity.id)) continue
    ids.add(entity.id)
    entities.push(entity)
  }
  return entities
}

function surfacesOf(record: NamedRecord): Surface[] {
  const { name, aliases = [], ambiguous = [], exact = [], kind } = record
  const ambiguousNames = new Set(ambiguous)
  const exactNames = new Set(exact)
  const isNoun = kind === 'technique' || ('generic' in record && record.generic === true)
  const hasAcronym = isNoun && /^\p{Lu}{2,}$/u.test(name) && !('generic' in record && record.generic === true)
  const surfaces: Surface[] = []
  for (const text of new Set([name, ...aliases, ...ambiguous, ...exact])) {
    const isListed = exactNames.has(text) || ambiguousNames.has(text)
    const form = isNoun && !isListed ? nounForm(text) : 'name'
    if (isNoName(text.toLowerCase()) && isNoun) continue
    if (form === 'small' && !hasAcronym) continue
    const match = exactNames.has(text) || (form !== 'small' && mustAgreeInCase(text)) ? 'exact' : 'fold'
    const isAmbiguous = ambiguousNames.has(text) || (form === 'capital' && !hasAcronym)
    surfaces.push({ text, match, ...(isAmbiguous ? { ambiguous: true } : {}) })
  }
  return surfaces
}

/**
 * A technique is a name where it has a fixed acronym or is written as one. "Vector search" and "serverless" are common nouns:
 * `small`; "Event Sourcing" may be a name or the start of a sentence: `capital`.
 */
function nounForm(text: string): 'small' | 'capital' | 'name' {
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')
  if (!words.every((word) => isCommonWord(word.toLowerCase()) && !/^.+\p{Lu}/u.test(word))) return 'name'
  if (words.slice(words.length > 1 ? 1 : 0).every((word) => !/^\p{Lu}/u.test(word))) return 'small'
  return 'capital'
}

function generatedEntity(name: GeneratedName, taken: Set<string>): LexiconEntity | null {
  const texts = [name.name, ...(name.aliases ?? [])].filter((text) => !taken.has(text.toLowerCase()))
  if (texts[0] !== name.name) return null
  for (const text of texts) taken.add(text.toLowerCase())
  const slug = slugOf(name.name)
  if (slug === '') return null
  return {
    id: `${name.type}:${slug}`,
    type: name.type,
    label: name.name,
    surfaces: texts.map((text) => ({
      text,
      match: mustAgreeInCase(text) || name.popularity === 'common' ? 'exact' : 'fold',
      ...(name.popularity === 'common' ? { ambiguous: true } : {}),
    })),
    origin: 'generated',
    confidence: Math.min(0.95, 0.6 + 0.1 * name.sources.length),
    ...(name.kind === undefined ? {} : { kind: name.kind }),
    ...(name.vendor === undefined ? {} : { vendor: `company:${slugOf(name.vendor)}` }),
    ...(name.domain === undefined ? {} : { domains: [name.domain] }),
  }
}

/** Letter case must agree in short names and in those that hold an everyday word: "to scale AI" is not Scale AI. */
function mustAgreeInCase(text: string): boolean {
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length <= 3) return true
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')
  return words.some((word) => isCommonWord(word.toLowerCase()))
}
