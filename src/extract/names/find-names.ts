import type { Entry, Field, LexiconEntity, Mention } from '../../model/index.ts'
import { type Token, tokenize } from '../tokenize.ts'
import { findKnownNames, type KnownName } from './find-known-names.ts'
import { createNameTrie, type NameTrie, type TrieEntry } from './name-trie.ts'

export type TokensOfEntry = Record<Field, Token[]>

/** A known name with the entity that it was decided to be. */
export interface ResolvedName extends KnownName {
  field: Field
  entity: LexiconEntity
  confidence: number
}

export const FIELDS: readonly Field[] = ['title', 'bylineText', 'body']

export function tokensOf(entry: Entry): TokensOfEntry {
  return { title: tokenize(entry.title), bylineText: tokenize(entry.bylineText), body: tokenize(entry.body) }
}

/** Finds the names of a fixed list of entities in entries. */
export function createNameFinder(
  entities: readonly LexiconEntity[],
): (entry: Entry, tokens: TokensOfEntry) => ResolvedName[] {
  const trie: NameTrie = createNameTrie(entities)
  return (entry, tokens) => {
    const found = FIELDS.flatMap((field) =>
      findKnownNames(entry[field], tokens[field], trie, entry.key).map((name) => ({ ...name, field })),
    )
    return decide(entry, tokens, found)
  }
}

interface Found extends KnownName {
  field: Field
}

/** Chooses one entity for each spelling and drops ambiguous spellings that nothing in the entry supports. */
function decide(entry: Entry, tokens: TokensOfEntry, found: Found[]): ResolvedName[] {
  const words = new Set<string>()
  for (const field of FIELDS) for (const { key, kind } of tokens[field]) if (kind === 'word') words.add(key)
  const supported = new Set<string>()
  for (const name of found) {
    for (const { entity, surface } of name.entries) {
      if (surface.ambiguous !== true || name.field === 'bylineText') {
        supported.add(entity.id)
        if (entity.parent !== undefined) supported.add(entity.parent)
      }
    }
  }
  const resolved: ResolvedName[] = []
  for (const name of found) {
    const candidates = name.entries.filter(
      ({ entity, surface }) =>
        surface.ambiguous !== true ||
        name.field === 'bylineText' ||
        isSupported(entity, entry.key, supported, words, name, tokens),
    )
    const best = chooseEntry(candidates, name, entry)
    if (best !== undefined) {
      resolved.push({
        ...name,
        entity: best.entity,
        confidence: best.surface.ambiguous === true ? 0.8 : best.entity.confidence,
      })
    }
  }
  return resolved
}

function isSupported(
  entity: LexiconEntity,
  entry: string,
  supported: Set<string>,
  words: Set<string>,
  name: Found,
  tokens: TokensOfEntry,
): boolean {
  if (supported.has(entity.id) || entity.confirmed?.includes(entry) === true) return true
  if (entity.vendor !== undefined && supported.has(entity.vendor)) return true
  if (entity.parent !== undefined && supported.has(entity.parent)) return true
  if (entity.context?.some((word) => words.has(word)) === true) return true
  const next = tokens[name.field][name.to]
  return next !== undefined && /^v?\d+$/.test(next.key) && entity.type === 'technology'
}

/** In the byline a spelling means a company where a company has it; elsewhere the first of the lexicon. */
function chooseEntry(candidates: TrieEntry[], name: Found, entry: Entry): TrieEntry | undefined {
  // A namesake that is known to be meant in this entry goes before the one that everybody knows.
  const own = candidates.find(({ entity }) => entity.only !== undefined)
  if (own !== undefined) return own
  const company = candidates.find(({ entity }) => entity.type === 'company')
  const technology = candidates.find(({ entity }) => entity.type === 'technology')
  if (company === undefined || technology === undefined) return company ?? technology
  if (name.field === 'bylineText') return company
  const folded = company.surface.text.toLowerCase()
  return entry.byline.some((each) => each.toLowerCase() === folded) ? company : technology
}

/** Mentions of resolved names. */
export function mentionsOf(
  names: ResolvedName[],
  entry: Entry,
  sentenceOf: (field: Field, offset: number) => number,
): Mention[] {
  return names.map(({ field, start, end, entity, confidence }) => ({
    entity: entity.id,
    type: entity.type,
    label: entity.label,
    text: entry[field].slice(start, end),
    field,
    start,
    end,
    sentence: sentenceOf(field, start),
    confidence,
  }))
}
