import { before, isGoverned, leadsStraightTo, namesInRow } from './clause.ts'
import type { MaskedSentence, Place } from './mask-sentence.ts'
import { matchesOf } from './matches-of.ts'
import type { RelationBook } from './relation-book.ts'
import { ARE_PARTNERS, BORN_AT, DEEDS, JOINT, MADE_BY, MAKER_OF } from './triggers.ts'

/** Built, acquired, partnered with: a verb that leads straight to its object. */
export function readDeeds(book: RelationBook, sentence: MaskedSentence): void {
  const { text, places, field } = sentence
  for (const { type, pattern } of DEEDS) {
    const isTarget = ({ mention }: Place) =>
      type === 'acquired' || mention.type === (type === 'built' ? 'technology' : 'company')
    const last = places.findLast(isTarget)
    if (last === undefined) continue
    for (const match of matchesOf(text.slice(0, last.start), pattern)) {
      const end = match.index + match[0].length
      const first = places.find((place) => place.start >= end && isTarget(place))
      if (first === undefined) continue
      const between = text.slice(end, first.start)
      if (!leadsStraightTo(between)) continue
      for (const actor of book.actors.companies(sentence, match.index)) {
        for (const object of namesInRow(text, places, first)) {
          const to = object.mention.entity
          if (type !== 'built') book.relate(actor, type, to, sentence)
          // "built a Trino lakehouse": the article belongs to another noun.
          else if (!book.mayHaveBuilt(actor, to, /(?:^|\s)an? $/.test(between))) {
            if (field === 'body' && /^ ?(?:an?|its|their|the) /.test(between)) book.relate(actor, 'uses', to, sentence)
          } else book.build(actor, to, sentence)
        }
        // "a scanner (Skimmer)": a name of its own in brackets, later in a sentence that says who built what.
        if (type === 'built') readBracketed(book, sentence, end, actor)
      }
    }
  }
}

/** "Loom from AWS", "Sites, an OpenAI product". */
export function readMakers(book: RelationBook, sentence: MaskedSentence): void {
  const { text, places } = sentence
  if (places.length < 2) return
  for (const { groups } of [MADE_BY, BORN_AT, MAKER_OF].flatMap((pattern) => matchesOf(text, pattern))) {
    const product = places[Number(groups?.product)]?.mention
    const maker = places[Number(groups?.maker)]?.mention
    if (product?.type !== 'technology' || maker?.type !== 'company') continue
    if (book.mayHaveBuilt(maker.entity, product.entity, false)) book.build(maker.entity, product.entity, sentence)
  }
}

/** "Acme and Globex launched a joint …": who acts in one row works together. */
export function readJointDeeds(book: RelationBook, sentence: MaskedSentence): void {
  const { text, places } = sentence
  const [subject] = book.actors.subjects
  for (const first of places) {
    if (first.mention.type !== 'company' || isGoverned(text, first.start)) continue
    const row = namesInRow(text, places, first)
    const last = row.at(-1) as Place
    if (subject !== undefined && ARE_PARTNERS.test(text.slice(last.end, last.end + 60)))
      for (const { mention } of row) book.relate(subject, 'partnered-with', mention.entity, sentence)
    if (row.length < 2 || !JOINT.test(text.slice(last.end, last.end + 60))) continue
    for (const { mention } of row) {
      if (subject !== undefined && row.some(({ mention: { entity } }) => entity === subject))
        book.relate(subject, 'partnered-with', mention.entity, sentence)
    }
  }
}

function readBracketed(
  book: RelationBook,
  { text, places, ...rest }: MaskedSentence,
  from: number,
  actor: string,
): void {
  for (const { mention, start, end } of places) {
    if (start < from || mention.type !== 'technology' || book.known.get(mention.entity)?.origin !== 'learned') continue
    if (/[a-z] \([“"]?$/.test(before(text, start)) && /^[”"]?\)/.test(text.slice(end, end + 2)))
      book.build(actor, mention.entity, { text, places, ...rest })
  }
}
