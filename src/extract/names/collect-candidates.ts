import type { Candidate, Entry, Ontology } from '../../model/index.ts'
import { createNameFinder, tokensOf } from './find-names.ts'
import { foldName } from './fold-name.ts'
import { ontologyEntities } from './ontology-entities.ts'

/** Pass (a): the names of an entry that the ontology does not hold, each with what spoke for it. */
export function createCandidateCollector(ontology: Ontology): (entry: Entry) => Candidate[] {
  const find = createNameFinder(ontologyEntities(ontology))
  return (entry) => {
    const tokens = tokensOf(entry)
    const known = find(entry, tokens)
    const candidates: Candidate[] = []
    const add = (candidate: Pick<Candidate, 'field' | 'start' | 'end' | 'text' | 'type' | 'reason' | 'confidence'>) =>
      candidates.push({ ...candidate, entry: entry.key, source: entry.source, index: entry.index, date: entry.date })
    let from = 0
    entry.byline.forEach((name, i) => {
      const role = entry.bylineRoles[i]
      const start = entry.bylineText.indexOf(name, from)
      if (start < 0 || role === 'none' || foldName(name) === '') return
      from = start + name.length
      const isKnown = known.some(({ field, start: s, end: e }) => field === 'bylineText' && s === start && e === from)
      if (isKnown) return
      const type = role === 'project' ? 'technology' : 'company'
      add({ field: 'bylineText', start, end: from, text: name, type, reason: 'byline', confidence: 0.95 })
    })
    return candidates
  }
}
