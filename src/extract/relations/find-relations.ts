import type {
  Entry,
  Field,
  Lexicon,
  LexiconEntity,
  Mention,
  Ontology,
  Relation,
  RelationType,
} from '../../model/index.ts'
import { Actors } from './actors.ts'
import { before, isGoverned, isObject, leadsStraightTo, listGoesOn, namesInRow } from './clause.ts'
import { type MaskedSentence, maskSentence, type Place } from './mask-sentence.ts'
import {
  APPOSITION,
  AVAILABLE,
  BASIS,
  DEEDS,
  FRONTED,
  INTO,
  JOINT,
  MADE_BY,
  MIGRATIONS,
  NOT_USED,
  POSSESSED,
  RUN_BY_ITS_USER,
  USES,
} from './triggers.ts'

export type RelationFinder = (
  entry: Entry,
  mentions: readonly Mention[],
  sentences: Record<Field, readonly (readonly [number, number])[]>,
) => Relation[]

/** A sentence longer than this is no sentence but a table or a dump; it states nothing. */
const LONGEST_SENTENCE = 2000

/** Kinds of technology that a company extends or supports more often than it makes. */
const COMMON_KINDS = new Set(['language', 'protocol', 'standard', 'format', 'technique', 'operating-system'])

/**
 * Finds the relations that a sentence of an entry states between its companies and technologies. Who acts is the
 * subject of the clause, else what its pronoun stands for: the entry's company, or the product that it built.
 */
export function createRelationFinder(lexicon: Lexicon, _ontology: Ontology): RelationFinder {
  const known = new Map(lexicon.entities.map((entity) => [entity.id, entity]))
  return (entry, mentions, sentences) => {
    const names = mentions.filter(({ type }) => type === 'company' || type === 'technology')
    if (names.length < 2) return []
    const reader = new RelationReader(new Actors(entry, names, known), known)
    const masked = (['title', 'body'] as const).flatMap((field) =>
      sentences[field]
        .filter(([start, end]) => end - start <= LONGEST_SENTENCE)
        .map(([start, end], index) => ({
          sentence: maskSentence(field, entry[field], start, end, names),
          problem: field === 'body' && index === 0,
        }))
        // Every relation needs a name that the sentence holds.
        .filter(({ sentence }) => sentence.places.length > 0),
    )
    // What was built is known before who uses what is asked.
    for (const { sentence } of masked) reader.readDeeds(sentence)
    for (const { sentence } of masked) reader.readMakers(sentence)
    for (const { sentence } of masked) reader.readNouns(sentence)
    for (const { sentence } of masked) reader.readJointDeeds(sentence)
    for (const { sentence } of masked) reader.readParts(sentence)
    for (const { sentence } of masked) reader.readMigrations(sentence)
    for (const { sentence, problem } of masked) reader.readUses(sentence, problem)
    return reader.relations
  }
}

class RelationReader {
  private readonly found = new Map<string, Relation>()
  private readonly actors: Actors
  private readonly known: ReadonlyMap<string, LexiconEntity>

  constructor(actors: Actors, known: ReadonlyMap<string, LexiconEntity>) {
    this.actors = actors
    this.known = known
  }

  get relations(): Relation[] {
    return [...this.found.values()]
  }

  /** Built, acquired, partnered with: a verb that leads straight to its object. */
  readDeeds(sentence: MaskedSentence): void {
    const { text, places, field } = sentence
    for (const { type, pattern } of DEEDS) {
      const target = type === 'built' ? 'technology' : 'company'
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length
        const first = places.find(({ start, mention }) => start >= end && mention.type === target)
        if (first === undefined) continue
        const between = text.slice(end, first.start)
        if (!leadsStraightTo(between)) continue
        for (const actor of this.actors.companies(sentence, match.index)) {
          for (const object of namesInRow(text, places, first)) {
            const to = object.mention.entity
            if (type !== 'built') this.relate(actor, type, to, sentence)
            // "built a Trino lakehouse": the article belongs to another noun.
            else if (!this.mayHaveBuilt(actor, to, /(?:^|\s)an? $/.test(between))) {
              if (field === 'body' && /^ ?(?:an?|its|their|the) /.test(between))
                this.relate(actor, 'uses', to, sentence)
            } else this.build(actor, to, sentence)
          }
          // "a scanner (Skimmer)": a name of its own in brackets, later in a sentence that says who built what.
          if (type === 'built') this.readBracketed(sentence, end, actor)
        }
      }
    }
  }

  /** What nouns say: "Uber's Michelangelo", "its Nova platform", "Kubernetes-based PinCompute", the vendor's own title. */
  readNouns(sentence: MaskedSentence): void {
    const { text, places, field } = sentence
    for (const place of places) {
      const { entity: id, type } = place.mention
      const head = before(text, place.start)
      const possessed = POSSESSED.test(head)
      const [actor] = possessed ? this.owners(sentence, place.start) : []
      if (type === 'company') {
        if (actor !== undefined && isObject('', text.slice(place.end))) this.relate(actor, 'uses', id, sentence)
        continue
      }
      const vendor = this.actors.vendorOf(id)
      const owner = ownerBefore(head, places)
      if (owner !== undefined) this.buildOrUse(owner.entity, id, sentence)
      const basis = BASIS.exec(head)
      if (basis !== null) this.relateParts(id, places[Number(basis[1])], sentence)
      if (actor !== undefined) this.buildOrUse(actor, id, sentence)
      else if (
        field === 'body' &&
        RUN_BY_ITS_USER.test(text.slice(place.end, place.end + 40)) &&
        !NOT_USED.test(head)
      ) {
        for (const user of this.namedCompanies(sentence)) this.relate(user, 'uses', id, sentence)
      }
      const [subject, another] = this.actors.subjects
      if (
        field === 'title' &&
        subject !== undefined &&
        vendor === subject &&
        another === undefined &&
        !isGoverned(text, place.start)
      )
        this.build(subject, id, sentence)
    }
  }

  /** "Loom from AWS", "Sites, an OpenAI product". */
  readMakers(sentence: MaskedSentence): void {
    const { text, places } = sentence
    for (const { groups } of text.matchAll(MADE_BY)) {
      const product = places[Number(groups?.product)]?.mention
      const maker = places[Number(groups?.maker)]?.mention
      if (product?.type !== 'technology' || maker?.type !== 'company') continue
      if (this.mayHaveBuilt(maker.entity, product.entity, false)) this.build(maker.entity, product.entity, sentence)
    }
  }

  /** "Acme and Globex launched a joint …": who acts in one row works together. */
  readJointDeeds(sentence: MaskedSentence): void {
    const { text, places } = sentence
    const [subject] = this.actors.subjects
    for (const first of places) {
      if (first.mention.type !== 'company' || isGoverned(text, first.start)) continue
      const row = namesInRow(text, places, first)
      const last = row.at(-1) as Place
      if (row.length < 2 || !JOINT.test(text.slice(last.end, last.end + 60))) continue
      for (const { mention } of row) {
        if (subject !== undefined && row.some(({ mention: { entity } }) => entity === subject))
          this.relate(subject, 'partnered-with', mention.entity, sentence)
      }
    }
  }

  /** "integrated X into its Y", "Y, an X-based distribution". */
  readParts(sentence: MaskedSentence): void {
    const { text, places } = sentence
    for (const { groups } of text.matchAll(INTO)) {
      const part = places[Number(groups?.part)]
      const whole = places[Number(groups?.whole)]
      if (part === undefined || whole === undefined) continue
      const [user, used] = groups?.link === 'with' ? [part, whole] : [whole, part]
      if (whole.mention.type === 'technology' && part.mention.type !== 'technology') continue
      if (user.mention.type === 'technology') this.relateParts(user.mention.entity, used, sentence)
    }
    for (const { groups } of text.matchAll(AVAILABLE)) {
      const part = places[Number(groups?.part)]
      const whole = places[Number(groups?.whole)]
      if (whole?.mention.type === 'technology') this.relateParts(whole.mention.entity, part, sentence)
    }
    for (const { groups } of text.matchAll(APPOSITION)) {
      const product = places[Number(groups?.product)]
      if (product?.mention.type === 'technology')
        this.relateParts(product.mention.entity, places[Number(groups?.basis)], sentence)
    }
  }

  /** Who left what for what; what was left for what. */
  readMigrations(sentence: MaskedSentence): void {
    for (const pattern of MIGRATIONS) {
      for (const { index, groups } of sentence.text.matchAll(pattern)) {
        const from = technologyIn(groups?.from, sentence)
        const to = technologyIn(groups?.to, sentence)
        for (const actor of this.actors.companies(sentence, index)) {
          if (from !== undefined) this.relate(actor, 'migrated-from', from, sentence)
          if (to !== undefined) this.relate(actor, 'migrated-to', to, sentence)
        }
        if (from !== undefined && to !== undefined) this.relate(from, 'replaced-by', to, sentence)
      }
    }
  }

  /** @param problem the sentence states the problem, before anybody acts */
  readUses(sentence: MaskedSentence, problem: boolean): void {
    const { text, places, field } = sentence
    if (field === 'title') return
    const fronted = places[Number(FRONTED.exec(text)?.groups?.used)]
    if (fronted?.mention.type === 'technology') {
      for (const actor of this.actors
        .at(sentence, text.length, false, problem)
        .filter((id) => id !== fronted.mention.entity))
        this.relate(
          this.actors.otherThanVendor(actor, fronted.mention.entity),
          'uses',
          fronted.mention.entity,
          sentence,
        )
    }
    for (const { pattern, hanging } of USES) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length
        const actors = this.actors.at(sentence, match.index, hanging, problem)
        if (actors.length === 0) continue
        for (const { mention, start, end: after } of places) {
          if (start < end) continue
          const between = text.slice(end, start)
          if (!listGoesOn(between)) break
          // A firm is used where its name is the object itself: "relying on Vercel", "moved onto Snowflake".
          if (mention.type === 'company' && !isObject(between, text.slice(after))) continue
          if (NOT_USED.test(before(text, start))) continue
          for (const actor of actors)
            this.relate(this.actors.otherThanVendor(actor, mention.entity), 'uses', mention.entity, sentence)
        }
      }
    }
  }

  private readBracketed({ text, places, ...rest }: MaskedSentence, from: number, actor: string): void {
    for (const { mention, start, end } of places) {
      if (start < from || mention.type !== 'technology' || this.known.get(mention.entity)?.origin !== 'learned')
        continue
      if (/[a-z] \([“"]?$/.test(before(text, start)) && /^[”"]?\)/.test(text.slice(end, end + 2)))
        this.build(actor, mention.entity, { text, places, ...rest })
    }
  }

  private relateParts(whole: string, part: Place | undefined, sentence: MaskedSentence): void {
    if (part?.mention.type === 'technology') this.relate(whole, 'uses', part.mention.entity, sentence)
  }

  /** What the ontology knows to be another's, or nobody's, was not built by the company, whatever the verb. */
  private mayHaveBuilt(company: string, technology: string, articled: boolean): boolean {
    const entity = this.known.get(technology)
    if (entity === undefined || entity.origin === 'learned') return true
    if (entity.vendor !== undefined) return company === entity.vendor
    return !articled && !COMMON_KINDS.has(entity.kind ?? '')
  }

  /** What a company calls its own is its product, unless somebody else is known to make it. */
  private buildOrUse(company: string, technology: string, sentence: MaskedSentence): void {
    const vendor = this.actors.vendorOf(technology)
    const learned = this.known.get(technology)?.origin === 'learned'
    if (vendor === company || (vendor === undefined && learned)) this.build(company, technology, sentence)
    else this.relate(company, 'uses', technology, sentence)
  }

  /** Whom "its" and "their" mean: the entry's company, else the one that the sentence names. */
  private owners(sentence: MaskedSentence, at: number): string[] {
    const [subject] = this.actors.subjects
    return subject?.startsWith('company:') ? [subject] : this.actors.companies(sentence, at)
  }

  /** The subject, where the sentence names it. */
  private namedCompanies({ places }: MaskedSentence): string[] {
    const [subject] = this.actors.subjects
    return places.some(({ mention }) => mention.entity === subject) ? [subject as string] : []
  }

  private build(company: string, technology: string, sentence: MaskedSentence): void {
    this.relate(company, 'built', technology, sentence)
    const { products } = this.actors
    if (!products.includes(technology) && !this.actors.isGeneric(technology)) products.push(technology)
  }

  private relate(from: string, type: RelationType, to: string, { field, start, end }: MaskedSentence): void {
    if (from === to || this.actors.isGeneric(from) || this.actors.isGeneric(to)) return
    const key = `${from}|${type}|${to}`
    if (!this.found.has(key)) this.found.set(key, { from, type, to, field, start, end })
  }
}

/** The company whose possessive a name follows: "Uber's (new internal) Michelangelo". */
function ownerBefore(head: string, places: readonly Place[]): Mention | undefined {
  const match =
    /⟦(\d+)⟧['’]s? (?:(?:new|own|internal|in-house|custom|open-source|proprietary|first-party) ){0,3}$/.exec(head)
  const owner = match === null ? undefined : places[Number(match[1])]?.mention
  return owner?.type === 'company' ? owner : undefined
}

function technologyIn(group: string | undefined, { places }: MaskedSentence): string | undefined {
  const slot = /⟦(\d+)⟧/.exec(group ?? '')?.[1]
  const mention = slot === undefined ? undefined : places[Number(slot)]?.mention
  return mention?.type === 'technology' ? mention.entity : undefined
}
