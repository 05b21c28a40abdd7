import type { Entry, Field, LexiconEntity } from '../../model/index.ts'
import { isTitleCase, startsSentence } from './entry-text.ts'
import type { KnownName } from './find-known-names.ts'
import type { ResolvedName, TokensOfEntry } from './find-names.ts'
import { featuresOf } from './name-features.ts'
import type { NameSpan } from './name-spans.ts'
import type { TrieEntry } from './name-trie.ts'
import { logOdds } from './name-weights.ts'
import { shapeOf } from './word-shape.ts'

/** In log odds. An ambiguous name that a list holds is likelier than an unknown word of the same form. */
const LISTED = { technology: 1.2, company: 0.6 }
/** Its full name, or another name of it, stands in the entry. */
const SAME_ENTITY = 4
/** Its vendor or the product that it belongs to stands in the entry. */
const VENDOR = 1.6
/** A word that goes with it stands in the entry. */
const CONTEXT = 1.6

interface Support {
  ids: Set<string>
  hasWord(word: string): boolean
}

/**
 * Chooses one entity for each spelling of an entry, and drops ambiguous spellings that nothing around them supports.
 * All places of a spelling mean the same.
 */
export function decideNames(entry: Entry, tokens: TokensOfEntry, found: KnownName[]): ResolvedName[] {
  const support = supportOf(tokens, found)
  const places = placesOf(found)
  const groups = new Map<string, KnownName[]>()
  for (const name of found) {
    const key = name.spelling
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  const resolved: ResolvedName[] = []
  for (const group of groups.values()) {
    const chosen = chooseEntry(group, entry, tokens, places, support)
    if (chosen === undefined) continue
    const { entity, surface } = chosen
    const confidence = surface.ambiguous === true ? Math.min(0.8, entity.confidence) : entity.confidence
    for (const { field, from, to, start, end, spelling, entries, isNewVersion } of group) {
      // A byline names companies and projects outright, the text may use the same word for another thing.
      resolved.push({ field, from, to, start, end, spelling, entries, isNewVersion, entity, confidence })
    }
  }
  return resolved
}

function chooseEntry(
  group: KnownName[],
  entry: Entry,
  tokens: TokensOfEntry,
  places: NamePlaces,
  support: Support,
): TrieEntry | undefined {
  const entries = group[0]!.entries
  const own = entries.find(({ entity }) => entity.only !== undefined)
  if (own !== undefined) return own
  const [first] = entries
  if (entries.length === 1 && first!.surface.ambiguous !== true) return first
  const inByline = group.some(({ field }) => field === 'bylineText')
  if (inByline) return entries.find(({ entity }) => entity.type === 'company') ?? first
  const isPart = group.every((name) => isPartOfName(name, entry, tokens, places))
  if (isPart && entries.every(({ surface }) => surface.ambiguous === true)) return undefined
  const features = new Set<string>()
  for (const name of group) for (const feature of featuresAt(name, entry, tokens, places)) features.add(feature)
  const odds = logOdds(features)
  // "an assistant dubbed “Cortex”" introduces a name: it is not the one that everybody knows.
  const isNewlyNamed =
    features.has('called') || features.has('own') || (features.has('made') && features.has('is a technology'))
  let best: TrieEntry | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of entries) {
    const { entity, surface } = candidate
    if (surface.ambiguous === true && isPart) continue
    if (surface.ambiguous === true && isNewlyNamed && supportFor(entity, support) === 0) continue
    const score = odds[entity.type] - odds.neither + LISTED[entity.type] + supportFor(entity, support)
    if (surface.ambiguous === true && score < 0) continue
    const certain = surface.ambiguous === true ? 0 : 2
    if (score + certain <= bestScore) continue
    best = candidate
    bestScore = score + certain
  }
  return best
}

/** "Muse Spark", "Quick Look": beside another capitalised word that no list holds, the word is a part of a longer name. */
function isPartOfName(name: KnownName, entry: Entry, tokens: TokensOfEntry, places: NamePlaces): boolean {
  const own = tokens[name.field]
  const text = entry[name.field]
  if (name.field === 'title' && isTitleCase(text, own)) return false
  const isCapital = (at: number) => {
    const token = own[at]
    if (token === undefined || token.kind !== 'word' || startsSentence(own, at)) return false
    const shape = shapeOf(text.slice(token.start, token.end))
    if (shape !== 'capital' && shape !== 'camel') return false
    return !places[name.field].has(at)
  }
  return (
    (own[name.from]!.before === 'blank' && isCapital(name.from - 1)) ||
    (own[name.to]?.before === 'blank' && isCapital(name.to))
  )
}

function supportFor(entity: LexiconEntity, { ids, hasWord }: Support): number {
  let sum = 0
  if (ids.has(entity.id)) sum += SAME_ENTITY
  if (isIn(entity.vendor, ids) || isIn(entity.parent, ids)) sum += VENDOR
  if (entity.context?.some(hasWord) === true) sum += CONTEXT
  return sum
}

const isIn = (id: string | undefined, ids: Set<string>) => id !== undefined && ids.has(id)

function supportOf(tokens: TokensOfEntry, found: KnownName[]): Support {
  const ids = new Set<string>()
  for (const { entries, field } of found) {
    for (const { entity, surface } of entries) {
      if (surface.ambiguous === true && field !== 'bylineText') continue
      ids.add(entity.id)
      if (entity.parent !== undefined) ids.add(entity.parent)
      if (entity.vendor !== undefined && entity.label.includes(' ')) ids.add(entity.vendor)
    }
  }
  let words: Set<string> | undefined
  return {
    ids,
    hasWord(word) {
      words ??= wordsOf(tokens)
      return words.has(word)
    },
  }
}

function wordsOf(tokens: TokensOfEntry): Set<string> {
  const words = new Set<string>()
  for (const field of ['title', 'bylineText', 'body'] as const) {
    for (const token of tokens[field]) if (token.kind === 'word') words.add(token.key)
  }
  return words
}

function featuresAt(name: KnownName, entry: Entry, tokens: TokensOfEntry, places: NamePlaces): Set<string> {
  const text = entry[name.field]
  const own = tokens[name.field]
  const parts = own.slice(name.from, name.to).filter(({ kind }) => kind === 'word')
  const span: NameSpan = {
    field: name.field,
    from: name.from,
    to: name.to,
    start: name.start,
    end: name.end,
    text: text.slice(name.start, name.end),
    words: parts.map(({ key }) => key),
    shapes: parts.map(({ start, end }) => shapeOf(text.slice(start, end))),
    initial: startsSentence(own, name.from),
    heading: name.field === 'title' && isTitleCase(text, own),
    quoted: /["“‘']/.test(text[name.start - 1] ?? '') && /["”’']/.test(text[name.end] ?? ''),
    versioned: /^v?\d+$/.test(own[name.to]?.key ?? '') && own[name.to]?.before === 'blank',
  }
  return featuresOf(span, { text, tokens: own, knownAt: (token) => certainAt(places[name.field].get(token)) })
}

/** The name at a token, where it is beyond doubt. */
function certainAt(name: KnownName | undefined): { entity: LexiconEntity } | undefined {
  return name?.entries.find(({ surface }) => surface.ambiguous !== true)
}

/** By field, the name that each token is a part of. */
type NamePlaces = Record<Field, Map<number, KnownName>>

function placesOf(found: KnownName[]): NamePlaces {
  const places: NamePlaces = { title: new Map(), bylineText: new Map(), body: new Map() }
  for (const name of found) for (let token = name.from; token < name.to; token++) places[name.field].set(token, name)
  return places
}
