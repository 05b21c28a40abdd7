import type { Entry, Field, Lexicon, Mention, Relation } from '../../model/index.ts'
import { Actors } from './actors.ts'
import { type MaskedSentence, maskSentences } from './mask-sentence.ts'
import { readDeeds, readJointDeeds, readMakers } from './read-deeds.ts'
import { readMigrations } from './read-migrations.ts'
import { readNouns } from './read-nouns.ts'
import { readParts } from './read-parts.ts'
import { readUses } from './read-uses.ts'
import { RelationBook } from './relation-book.ts'

export type RelationFinder = (
  entry: Entry,
  mentions: readonly Mention[],
  sentences: Record<Field, readonly (readonly [number, number])[]>,
) => Relation[]

/** A sentence longer than this is no sentence but a table or a dump; it states nothing. */
const LONGEST_SENTENCE = 2000

/**
 * Finds the relations that a sentence of an entry states between its companies and technologies. Who acts is the
 * subject of the clause, else what its pronoun stands for: the entry's company, or the product that it built.
 */
export function createRelationFinder(lexicon: Lexicon): RelationFinder {
  const known = new Map(lexicon.entities.map((entity) => [entity.id, entity]))
  return (entry, mentions, sentences) => {
    const names = mentions.filter(({ type }) => type === 'company' || type === 'technology')
    if (names.length < 2) return []
    const book = new RelationBook(new Actors(entry, names, known), known)
    const stating = (field: 'title' | 'body') =>
      sentences[field].filter(([start, end]) => end - start <= LONGEST_SENTENCE)
    const body = stating('body')
    const masked = [
      ...maskSentences('title', entry.title, stating('title'), names),
      ...maskSentences('body', entry.body, body, names),
    ]
    const problem = (sentence: MaskedSentence) => sentence.field === 'body' && sentence.start === body[0]![0]
    // What was built is known before who uses what is asked.
    for (const sentence of masked) readDeeds(book, sentence)
    for (const sentence of masked) readMakers(book, sentence)
    for (const sentence of masked) readNouns(book, sentence)
    for (const sentence of masked) readJointDeeds(book, sentence)
    for (const sentence of masked) readParts(book, sentence)
    for (const sentence of masked) readMigrations(book, sentence)
    for (const sentence of masked) readUses(book, sentence, problem(sentence))
    return book.relations
  }
}
