import { ontologyEntities } from '../extract/index.ts'
import type { Lexicon, LexiconEntity, Ontology } from '../model/index.ts'

/** A lexicon without what the ontology holds: `[from, to)` are entities of the ontology, in its order. Plain data: it crosses threads. */
export interface PackedLexicon {
  parts: ([from: number, to: number] | LexiconEntity)[]
}

/** Of some 13,000 entities a run changes and adds a few hundred: only these are worth sending. */
export function packLexicon({ entities }: Lexicon, ontology: Ontology): PackedLexicon {
  const positions = new Map(ontologyEntities(ontology).map((entity, position) => [entity, position]))
  const parts: PackedLexicon['parts'] = []
  for (const entity of entities) {
    const position = positions.get(entity)
    const last = parts.at(-1)
    if (position === undefined) parts.push(entity)
    else if (Array.isArray(last) && last[1] === position) last[1]++
    else parts.push([position, position + 1])
  }
  return { parts }
}

/** The lexicon, without its log: `ontology` is the one that it was packed with. */
export function unpackLexicon({ parts }: PackedLexicon, ontology: Ontology): Lexicon {
  const known = ontologyEntities(ontology)
  return { entities: parts.flatMap((part) => (Array.isArray(part) ? known.slice(part[0], part[1]) : [part])), log: [] }
}
