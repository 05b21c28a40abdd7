import type { Entry, ExtractedEntry, Field, Lexicon, Mention, Ontology } from '../model/index.ts'
import { bylineRoles, isOutsideByline } from './names/byline-roles.ts'
import { createNameFinder, FIELDS, mentionsOf, tokensOf } from './names/find-names.ts'
import { ontologyEntities } from './names/ontology-entities.ts'
import { createRelationFinder } from './relations/find-relations.ts'
import { sentencesOf } from './sentence-spans.ts'
import { createThemeFinder } from './themes/index.ts'

/** Pass (c): the mentions, relations and labels of an entry, with the lexicon that the whole input taught. */
export function createExtractor(lexicon: Lexicon, ontology: Ontology): (entry: Entry) => ExtractedEntry {
  const findNames = createNameFinder(lexicon.entities, ontologyEntities(ontology))
  const findThemes = createThemeFinder(ontology)
  const findRelations = createRelationFinder(lexicon)
  return (entry) => {
    const sentences = sentencesOf(entry)
    const names = findNames(entry, tokensOf(entry)).filter((name) => !isOutsideByline(entry, name))
    const themes = findThemes(entry, sentences)
    const named = mentionsOf(names, entry, (field, at) => sentenceIndex(sentences[field], at))
    const mentions = [...named, ...themes.mentions]
    return {
      ...entry,
      bylineRoles: bylineRoles(entry, names),
      mentions: mentions.sort(byPlace),
      relations: findRelations(entry, named, sentences),
      failureModes: themes.failureModes,
      lessons: themes.lessons,
    }
  }
}

/** The sentence that holds `offset`, or the last one that starts before it. */
function sentenceIndex(spans: [number, number][], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]![0] <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const ORDER = new Map<Field, number>(FIELDS.map((field, index) => [field, index]))

function byPlace(a: Mention, b: Mention): number {
  return (
    (a.field === b.field ? 0 : ORDER.get(a.field)! - ORDER.get(b.field)!) ||
    a.start - b.start ||
    b.end - a.end ||
    (a.entity < b.entity ? -1 : a.entity > b.entity ? 1 : 0)
  )
}
