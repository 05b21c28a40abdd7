import { before, isObject, listGoesOn } from './clause.ts'
import type { MaskedSentence } from './mask-sentence.ts'
import { matchesOf } from './matches-of.ts'
import type { RelationBook } from './relation-book.ts'
import { FRONTED, NOT_USED, USES } from './triggers.ts'

/** @param problem the sentence states the problem, before anybody acts */
export function readUses(book: RelationBook, sentence: MaskedSentence, problem: boolean): void {
  const { text, places, field } = sentence
  if (field === 'title') return
  const fronted = places[Number(FRONTED.exec(text)?.groups?.used)]
  if (fronted?.mention.type === 'technology') {
    for (const actor of book.actors
      .at(sentence, text.length, false, problem)
      .filter((id) => id !== fronted.mention.entity))
      book.relate(book.actors.otherThanVendor(actor, fronted.mention.entity), 'uses', fronted.mention.entity, sentence)
  }
  const last = places.at(-1)!
  for (const { pattern, hanging } of USES) {
    for (const match of matchesOf(text.slice(0, last.start), pattern)) {
      const end = match.index + match[0].length
      const actors = book.actors.at(sentence, match.index, hanging, problem)
      if (actors.length === 0) continue
      for (const { mention, start, end: after } of places) {
        if (start < end) continue
        const between = text.slice(end, start)
        if (!listGoesOn(between)) break
        // A firm is used where its name is the object itself: "relying on Vercel", "moved onto Snowflake".
        if (mention.type === 'company' && !isObject(between, text.slice(after))) continue
        if (NOT_USED.test(before(text, start))) continue
        for (const actor of actors)
          book.relate(book.actors.otherThanVendor(actor, mention.entity), 'uses', mention.entity, sentence)
      }
    }
  }
}
