import type { Candidate, Entry, LexiconEntity, Ontology } from '../../model/index.ts'
import { type DiscoveredName, discoverNames, nameOf } from './discover-names.ts'
import { createNameFinder, type ResolvedName, tokensOf } from './find-names.ts'
import { foldName, slugOf } from './fold-name.ts'
import { isNoName } from './not-names.ts'
import { ontologyEntities } from './ontology-entities.ts'
import { isPersonName } from './person-name.ts'

/** Below this probability a name is not worth a second look. */
const COLLECTED_FROM = 0.35

type Found = Pick<Candidate, 'field' | 'start' | 'end' | 'text' | 'type' | 'reason' | 'confidence'> &
  Partial<Pick<Candidate, 'owner' | 'aliasOf'>>

/** Pass (a): the names of an entry that the ontology does not hold, each with what spoke for it. */
export function createCandidateCollector(ontology: Ontology): (entry: Entry) => Candidate[] {
  const known = ontologyEntities(ontology)
  const find = createNameFinder(known, known)
  const stopNames = new Set(ontology.stopNames.map((name) => foldName(name)))
  return (entry) => {
    const tokens = tokensOf(entry)
    const names = find(entry, tokens)
    const byline = bylineNames(entry, names)
    const discovered = discoverNames(entry, tokens, names)
    const found = [
      ...byline,
      ...newVersions(entry, names),
      ...discovered.flatMap((name) => candidateOf(name, stopNames)),
    ]
    return found.map((each) => ({
      ...each,
      entry: entry.key,
      source: entry.source,
      index: entry.index,
      date: entry.date,
    }))
  }
}

/** "Grok 4.6", where the ontology ends at 4.5. */
function newVersions(entry: Entry, known: readonly ResolvedName[]): Found[] {
  return known.flatMap(({ field, start, end, entity, isNewVersion }) =>
    isNewVersion
      ? [
          {
            field,
            start,
            end,
            text: entry[field].slice(start, end),
            type: 'technology' as const,
            reason: 'version',
            confidence: 0.9,
            ...(entity.vendor === undefined ? {} : { owner: entity.vendor }),
          },
        ]
      : [],
  )
}

/** Companies that the byline names and no list holds; also a company of the same name as its product (LanceDB). */
function bylineNames(entry: Entry, known: readonly ResolvedName[]): Found[] {
  const found: Found[] = []
  let from = 0
  entry.byline.forEach((name, i) => {
    const role = entry.bylineRoles[i]
    const start = entry.bylineText.indexOf(name, from)
    if (start < 0 || role === 'none' || foldName(name) === '' || isPersonName(name)) return
    const end = start + name.length
    from = end
    const same = known.find((each) => each.field === 'bylineText' && each.start === start && each.end === end)
    if (same !== undefined && (same.entity.type === 'company' || role === 'project' || !isOwnVendor(same.entity)))
      return
    const type = role === 'project' ? 'technology' : 'company'
    found.push({ field: 'bylineText', start, end, text: name, type, reason: 'byline', confidence: 0.95 })
  })
  return found
}

/** The maker goes by the product's name. */
function isOwnVendor({ vendor, label }: LexiconEntity): boolean {
  return vendor !== undefined && vendor === `company:${slugOf(label)}`
}

function candidateOf(name: DiscoveredName, stopNames: ReadonlySet<string>): Found[] {
  const { odds, owner, aliasOf } = name
  const type = odds.technology >= odds.company ? 'technology' : 'company'
  const confidence = round(odds[type])
  const span = name.spans.find(({ field }) => field === 'body') ?? name.spans[0]!
  const { field, start } = span
  const text = nameOf(span)
  if (confidence < COLLECTED_FROM || stopNames.has(foldName(text)) || isNoName(text.toLowerCase())) return []
  return [
    {
      field,
      start,
      end: start + text.length,
      text,
      type,
      reason: name.reason,
      confidence,
      ...(owner === undefined ? {} : { owner }),
      ...(aliasOf === undefined ? {} : { aliasOf }),
    },
  ]
}

const round = (value: number) => Math.round(value * 1000) / 1000
