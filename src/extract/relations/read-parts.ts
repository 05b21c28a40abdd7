import type { MaskedSentence } from './mask-sentence.ts'
import { matchesOf } from './matches-of.ts'
import type { RelationBook } from './relation-book.ts'
import { APPOSITION, AVAILABLE, INTO, MADE_IN } from './triggers.ts'

/** "integrated X into its Y", "Y, an X-based distribution". */
export function readParts(book: RelationBook, sentence: MaskedSentence): void {
  const { text, places } = sentence
  if (places.length < 2) return
  for (const { groups } of matchesOf(text, INTO)) {
    const part = places[Number(groups?.part)]
    const whole = places[Number(groups?.whole)]
    if (part === undefined || whole === undefined) continue
    const [user, used] = groups?.link === 'with' ? [part, whole] : [whole, part]
    if (whole.mention.type === 'technology' && part.mention.type !== 'technology') continue
    if (user.mention.type === 'technology') book.relateParts(user.mention.entity, used, sentence)
  }
  for (const { groups } of matchesOf(text, AVAILABLE)) {
    const part = places[Number(groups?.part)]
    const whole = places[Number(groups?.whole)]
    if (whole?.mention.type === 'technology') book.relateParts(whole.mention.entity, part, sentence)
  }
  for (const { groups } of matchesOf(text, MADE_IN)) {
    const product = places[Number(groups?.product)]
    const basis = places[Number(groups?.basis)]
    if (product?.mention.type !== 'technology' || book.known.get(basis?.mention.entity ?? '')?.kind !== 'language')
      continue
    book.relateParts(product.mention.entity, basis, sentence)
  }
  for (const { groups } of matchesOf(text, APPOSITION)) {
    const product = places[Number(groups?.product)]
    if (product?.mention.type === 'technology')
      book.relateParts(product.mention.entity, places[Number(groups?.basis)], sentence)
  }
}
