import type { Entry, Field, LexiconEntity, Mention } from '../../model/index.ts'
import { type Token, tokenize } from '../tokenize.ts'
import { decideNames } from './decide-names.ts'
import { findKnownNames, type KnownName } from './find-known-names.ts'
import { createNameTrie, type NameTrie } from './name-trie.ts'

export type TokensOfEntry = Record<Field, Token[]>

/** A known name with the entity that it was decided to be. */
export interface ResolvedName extends KnownName {
  entity: LexiconEntity
  confidence: number
}

export const FIELDS: readonly Field[] = ['title', 'bylineText', 'body']

export function tokensOf(entry: Entry): TokensOfEntry {
  return { title: tokenize(entry.title), bylineText: tokenize(entry.bylineText), body: tokenize(entry.body) }
}

export type NameFinder = (entry: Entry, tokens: TokensOfEntry) => ResolvedName[]

/** Finds the names of a fixed list of entities in entries; `known` as for `createNameTrie`. */
export function createNameFinder(entities: readonly LexiconEntity[], known: readonly LexiconEntity[]): NameFinder {
  const trie: NameTrie = createNameTrie(entities, known)
  return (entry, tokens) => {
    const found = FIELDS.flatMap((field) => findKnownNames(entry, field, tokens[field], trie))
    return decideNames(entry, tokens, found)
  }
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
