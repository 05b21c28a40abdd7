import type { LexiconEntity, Relation, RelationType } from '../../model/index.ts'
import type { Actors } from './actors.ts'
import type { MaskedSentence, Place } from './mask-sentence.ts'

/** Kinds of technology that a company extends or supports more often than it makes. */
const COMMON_KINDS = new Set(['language', 'protocol', 'standard', 'format', 'technique', 'operating-system'])

/** The relations that the sentences of one entry were found to state, each once, with the sentence that stated it first. */
export class RelationBook {
  private readonly found = new Map<string, Relation>()
  readonly actors: Actors
  readonly known: ReadonlyMap<string, LexiconEntity>

  constructor(actors: Actors, known: ReadonlyMap<string, LexiconEntity>) {
    this.actors = actors
    this.known = known
  }

  get relations(): Relation[] {
    return [...this.found.values()]
  }

  has(from: string, type: RelationType, to: string): boolean {
    return this.found.has(`${from}|${type}|${to}`)
  }

  relate(from: string, type: RelationType, to: string, { field, start, end }: MaskedSentence): void {
    if (from === to || this.actors.isGeneric(from) || this.actors.isGeneric(to)) return
    const key = `${from}|${type}|${to}`
    if (!this.found.has(key)) this.found.set(key, { from, type, to, field, start, end })
  }

  build(company: string, technology: string, sentence: MaskedSentence): void {
    this.relate(company, 'built', technology, sentence)
    const { products } = this.actors
    if (!products.includes(technology) && !this.actors.isGeneric(technology)) products.push(technology)
  }

  /** What a company calls its own is its product, unless somebody else is known to make it. */
  buildOrUse(company: string, technology: string, sentence: MaskedSentence): void {
    const vendor = this.actors.vendorOf(technology)
    const learned = this.known.get(technology)?.origin === 'learned'
    if (vendor === company || (vendor === undefined && learned)) this.build(company, technology, sentence)
    else this.relate(company, 'uses', technology, sentence)
  }

  /** What the ontology knows to be another's, or nobody's, was not built by the company, whatever the verb. */
  mayHaveBuilt(company: string, technology: string, articled: boolean): boolean {
    const entity = this.known.get(technology)
    if (entity === undefined || entity.origin === 'learned') return true
    if (entity.vendor !== undefined) return company === entity.vendor
    return !articled && !COMMON_KINDS.has(entity.kind ?? '')
  }

  relateParts(whole: string, part: Place | undefined, sentence: MaskedSentence): void {
    if (part?.mention.type === 'technology') this.relate(whole, 'uses', part.mention.entity, sentence)
  }
}
