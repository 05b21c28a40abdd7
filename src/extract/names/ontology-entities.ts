import type { GeneratedName, LexiconEntity, Ontology, Surface } from '../../model/index.ts'
import { isCommonWord } from './common-words.ts'
import { slugOf } from './fold-name.ts'

type NamedRecord = Ontology['companies'][number] | Ontology['technologies'][number]

/** The names that an ontology holds as entities: companies, technologies, then generated names that neither has. */
export function ontologyEntities(ontology: Ontology): LexiconEntity[] {
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

function surfacesOf({ name, aliases = [], ambiguous = [], exact = [], kind }: NamedRecord): Surface[] {
  const ambiguousNames = new Set(ambiguous)
  const exactNames = new Set(exact)
  return [...new Set([name, ...aliases, ...ambiguous, ...exact])].map((text) => ({
    text,
    match: exactNames.has(text) || mustAgreeInCase(text, kind) ? 'exact' : 'fold',
    ...(ambiguousNames.has(text) ? { ambiguous: true } : {}),
  }))
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
      match: mustAgreeInCase(text, name.kind) || name.popularity === 'common' ? 'exact' : 'fold',
      ...(name.popularity === 'common' ? { ambiguous: true } : {}),
    })),
    origin: 'generated',
    confidence: Math.min(0.95, 0.6 + 0.1 * name.sources.length),
    ...(name.kind === undefined ? {} : { kind: name.kind }),
    ...(name.vendor === undefined ? {} : { vendor: `company:${slugOf(name.vendor)}` }),
    ...(name.domain === undefined ? {} : { domains: [name.domain] }),
  }
}

/**
 * Letter case must agree in short names and in those that hold an everyday word: "to scale AI" is not Scale AI. A technique
 * of three words or more is known in small letters too ("change data capture").
 */
function mustAgreeInCase(text: string, kind?: string): boolean {
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length <= 3) return true
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')
  if (kind === 'technique' && words.length >= 3) return false
  return words.some((word) => isCommonWord(word.toLowerCase()))
}
