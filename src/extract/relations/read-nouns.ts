import type { Mention } from '../../model/index.ts'
import { before, isGoverned, isObject } from './clause.ts'
import type { MaskedSentence, Place } from './mask-sentence.ts'
import type { RelationBook } from './relation-book.ts'
import { BASIS, IN_HOUSE_BEFORE, IN_HOUSE_BEHIND, NOT_USED, POSSESSED, RUN_BY_ITS_USER } from './triggers.ts'

/** What nouns say: "Uber's Michelangelo", "its Nova platform", "Kubernetes-based PinCompute", the vendor's own title. */
export function readNouns(book: RelationBook, sentence: MaskedSentence): void {
  const { text, places, field } = sentence
  for (const place of places) {
    const { entity: id, type } = place.mention
    const head = before(text, place.start)
    const possessed = POSSESSED.test(head)
    const [actor] = possessed ? owners(book, sentence, place.start) : []
    if (type === 'company') {
      if (actor !== undefined && isObject('', text.slice(place.end))) book.relate(actor, 'uses', id, sentence)
      continue
    }
    const vendor = book.actors.vendorOf(id)
    const owner = ownerBefore(head, places)
    if (owner !== undefined) book.buildOrUse(owner.entity, id, sentence)
    const basis = BASIS.exec(head)
    if (basis !== null) book.relateParts(id, places[Number(basis[1])], sentence)
    const isInHouse = IN_HOUSE_BEHIND.test(text.slice(place.end, place.end + 60)) || IN_HOUSE_BEFORE.test(head)
    const [maker] = isInHouse && actor === undefined ? owners(book, sentence, place.start) : []
    if (actor !== undefined) book.buildOrUse(actor, id, sentence)
    else if (maker !== undefined) book.buildOrUse(maker, id, sentence)
    else if (field === 'body' && RUN_BY_ITS_USER.test(text.slice(place.end, place.end + 40)) && !NOT_USED.test(head)) {
      for (const user of namedCompanies(book, sentence)) book.relate(user, 'uses', id, sentence)
    }
    const [subject, another] = book.actors.subjects
    if (
      field === 'title' &&
      subject !== undefined &&
      !book.has(subject, 'acquired', id) &&
      !/\b(?:welcom|acquir|join|adopt|migrat|support)\w*\b/i.test(text) &&
      vendor === subject &&
      another === undefined &&
      !isGoverned(text, place.start)
    )
      book.build(subject, id, sentence)
  }
}

/** Whom "its" and "their" mean: the entry's company, else the one that the sentence names. */
function owners(book: RelationBook, sentence: MaskedSentence, at: number): string[] {
  const [subject] = book.actors.subjects
  return subject?.startsWith('company:') ? [subject] : book.actors.companies(sentence, at)
}

/** The subject, where the sentence names it, or no company at all. */
function namedCompanies(book: RelationBook, { places }: MaskedSentence): string[] {
  const [subject] = book.actors.subjects
  if (subject === undefined) return []
  const isNamed = places.some(({ mention }) => mention.entity === subject)
  const isAlone = subject.startsWith('company:') && !places.some(({ mention }) => mention.type === 'company')
  return isNamed || isAlone ? [subject] : []
}

/** The company whose possessive a name follows: "Uber's (new internal) Michelangelo". */
function ownerBefore(head: string, places: readonly Place[]): Mention | undefined {
  const match =
    /⟦(\d+)⟧['’]s? (?:(?:new|own|internal|in-house|custom|open-source|proprietary|first-party) ){0,3}$/.exec(head)
  const owner = match === null ? undefined : places[Number(match[1])]?.mention
  return owner?.type === 'company' ? owner : undefined
}
