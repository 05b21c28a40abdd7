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
  let entities = made.get(ontology)
  if (entities === undefined) {
    entities = makeEntities(ontology, ontology.policies === undefined ? workOut : createReader(ontology.policies))
    made.set(ontology, entities)
  }
  return entities
}

/** The policies of an ontology's spellings, for the build to keep: working them out takes longer than a short text. */
export function surfacePolicies(ontology: Ontology): string {
  const policies: Policy[] = []
  makeEntities(ontology, (text, record, taken) => {
    const policy = workOut(text, record, taken)
    policies.push(policy)
    return policy
  })
  return policies.join('')
}

/** `f`: any letter case, `e`: exact, a capital: ambiguous too, `-`: not matched. */
type Policy = 'f' | 'e' | 'F' | 'E' | '-'
type PolicyOf = (text: string, record: NamedRecord | GeneratedName, taken: ReadonlySet<string>) => Policy

/** Spellings are asked for in the same order at every time. */
function createReader(policies: string): PolicyOf {
  let next = 0
  return () => (policies[next++] ?? '-') as Policy
}

function makeEntities(ontology: Ontology, policyOf: PolicyOf): LexiconEntity[] {
  const entities: LexiconEntity[] = []
  const taken = new Set<string>()
  const surfacesOf = (record: NamedRecord) => {
    const surfaces: Surface[] = []
    for (const text of spellingsOf(record)) {
      const policy = policyOf(text, record, taken)
      if (policy !== '-') surfaces.push(surfaceOf(text, policy))
    }
    return surfaces
  }
  // Thousands at every start: fields are set one by one, which is many times quicker than to spread objects.
  for (const company of ontology.companies) {
    const entity = curatedEntity(`company:${company.id}`, 'company', company.name, surfacesOf(company))
    if (company.context !== undefined) entity.context = company.context
    if (company.parent !== undefined) entity.parent = `company:${company.parent}`
    if (company.kind !== undefined) entity.kind = company.kind
    if (company.publisher !== undefined) entity.publisher = company.publisher
    if (company.domains !== undefined) entity.domains = company.domains
    entities.push(entity)
  }
  for (const technology of ontology.technologies) {
    const entity = curatedEntity(`technology:${technology.id}`, 'technology', technology.name, surfacesOf(technology))
    entity.kind = technology.kind
    if (technology.context !== undefined) entity.context = technology.context
    if (technology.vendor !== undefined) entity.vendor = `company:${technology.vendor}`
    if (technology.partOf !== undefined) entity.parent = `technology:${technology.partOf}`
    if (technology.generic !== undefined) entity.generic = technology.generic
    entities.push(entity)
  }
  if (ontology.policies === undefined) {
    for (const { surfaces } of entities) for (const { text } of surfaces) taken.add(text.toLowerCase())
  }
  const ids = new Set(entities.map(({ id }) => id))
  for (const name of ontology.names) {
    const surfaces: Surface[] = []
    for (const text of [name.name, ...(name.aliases ?? [])]) {
      const policy = policyOf(text, name, taken)
      if (policy === '-') continue
      taken.add(text.toLowerCase())
      surfaces.push(surfaceOf(text, policy))
    }
    // A name whose first spelling is another's is known already.
    if (surfaces[0]?.text !== name.name) continue
    const entity = generatedEntity(name, surfaces)
    if (ids.has(entity.id)) continue
    ids.add(entity.id)
    entities.push(entity)
  }
  return entities
}

function curatedEntity(id: string, type: LexiconEntity['type'], label: string, surfaces: Surface[]): LexiconEntity {
  return { id, type, label, surfaces, origin: 'curated', confidence: 1 }
}

function spellingsOf({ name, aliases, ambiguous, exact }: NamedRecord): Iterable<string> {
  if (aliases === undefined && ambiguous === undefined && exact === undefined) return [name]
  return new Set([name, ...(aliases ?? []), ...(ambiguous ?? []), ...(exact ?? [])])
}

function surfaceOf(text: string, policy: Policy): Surface {
  const match = policy === 'f' || policy === 'F' ? 'fold' : 'exact'
  return policy === 'F' || policy === 'E' ? { text, match, ambiguous: true } : { text, match }
}

function workOut(text: string, record: NamedRecord | GeneratedName, taken: ReadonlySet<string>): Policy {
  if (!('id' in record)) {
    if (taken.has(text.toLowerCase()) || slugOf(text) === '') return '-'
    return record.popularity === 'common' ? 'E' : mustAgreeInCase(text) ? 'e' : 'f'
  }
  const { name, ambiguous = [], exact = [], kind } = record
  const isGeneric = 'generic' in record && record.generic === true
  const isNoun = kind === 'technique' || isGeneric
  const hasAcronym = isNoun && /^\p{Lu}{2,}$/u.test(name) && !isGeneric
  const isListed = exact.includes(text) || ambiguous.includes(text)
  const form = isNoun && !isListed ? nounForm(text) : 'name'
  if ((isNoun && isNoName(text.toLowerCase())) || (form === 'small' && !hasAcronym)) return '-'
  // What an acronym stands for is known in small letters too.
  const isExpansion = hasAcronym && form !== 'name'
  const isExact = exact.includes(text) || (!isExpansion && mustAgreeInCase(text))
  const isAmbiguous = ambiguous.includes(text) || (form === 'capital' && !hasAcronym)
  return isExact ? (isAmbiguous ? 'E' : 'e') : isAmbiguous ? 'F' : 'f'
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

function generatedEntity(name: GeneratedName, surfaces: Surface[]): LexiconEntity {
  return {
    id: `${name.type}:${slugOf(name.name)}`,
    type: name.type,
    label: name.name,
    surfaces,
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
