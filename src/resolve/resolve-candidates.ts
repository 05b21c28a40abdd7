import { foldName, ontologyEntities, slugOf } from '../extract/index.ts'
import type { Candidate, Lexicon, LexiconEntity, Ontology } from '../model/index.ts'

/**
 * One lexicon for a run: the ontology's names and those that the candidates teach. The candidates may come in any order:
 * they are sorted by (date, source, index, place) first, so that the result does not depend on the number of workers.
 */
export function resolveCandidates(candidates: readonly Candidate[], ontology: Ontology): Lexicon {
  const entities = ontologyEntities(ontology)
  const ids = new Set(entities.map(({ id }) => id))
  const byFold = new Map<string, Candidate[]>()
  for (const candidate of [...candidates].sort(byAttestation)) {
    const key = foldName(candidate.text)
    const group = byFold.get(key)
    if (group === undefined) byFold.set(key, [candidate])
    else group.push(candidate)
  }
  for (const group of byFold.values()) {
    const first = group[0]!
    const id = `${first.type}:${slugOf(first.text)}`
    if (ids.has(id)) continue
    ids.add(id)
    entities.push(learnedEntity(id, first, group))
  }
  return { entities, log: [] }
}

function learnedEntity(id: string, first: Candidate, group: Candidate[]): LexiconEntity {
  const spellings = [...new Set(group.map(({ text }) => text))]
  return {
    id,
    type: first.type,
    label: first.text,
    surfaces: spellings.map((text) => ({ text, match: 'exact' })),
    origin: 'learned',
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
  }
}

function byAttestation(a: Candidate, b: Candidate): number {
  return (
    compare(a.date ?? '9999', b.date ?? '9999') ||
    compare(a.source, b.source) ||
    a.index - b.index ||
    compare(a.field, b.field) ||
    a.start - b.start ||
    a.end - b.end ||
    compare(a.type, b.type)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
