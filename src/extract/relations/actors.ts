import type { Entry, LexiconEntity, Mention } from '../../model/index.ts'
import { before, isGoverned, opensClause } from './clause.ts'
import type { MaskedSentence, Place } from './mask-sentence.ts'

/** A noun that stands for what the entry tells of. */
const THING =
  /\b(?:the|this|that|its|their|our) (?:[\w-]+ ){0,3}?(?:system|framework|platform|tool|toolkit|engine|library|service|model|architecture|pipeline|agent|application|app|product|feature|proxy|extension|protocol|runtime|design|solution|stack|cli|sdk|layer|database|implementation|project|plugin|server|gateway|assistant|release|update|language|compiler|format|standard|workflow|approach|technique|method)\b|\bit\b|^this\b/i

/** A noun that stands for those who made it. */
const MAKERS =
  /\b(?:they|the team|(?:the |its |their )?(?:[\w-]+ )?(?:engineers|developers|researchers|teams|team|company)|we|these|this)\b/i

/** "Migrated the state to …": in a terse sentence that begins with its verb, the subject of the entry acts. */
const TERSE = /^(?:\w+ly )?(?:[A-Z][a-z]+(?:ed|izes|ises)|Built|Wrote|Made|Ran|Split|Chose|Took|Put|Rebuilt)\b/

/** Leads to a product that is worked on, which then is what gains the new part. */
const IMPROVED =
  /^ (?:\w+ )?(?:enhanced|updated|extended|improved|upgraded|redesigned|overhauled|rebuilt|equipped|augmented|expanded)(?: (?:the|its|an?))?(?: [\w-]+){0,2} $/

/** Who does what the sentences of one entry say. */
export class Actors {
  /** The companies and projects of the byline that the entry is about. */
  readonly subjects: readonly string[]
  /** What the subject built, in order of appearance. */
  readonly products: string[] = []
  private readonly known: ReadonlyMap<string, LexiconEntity>

  constructor(entry: Entry, names: readonly Mention[], known: ReadonlyMap<string, LexiconEntity>) {
    this.known = known
    this.subjects = subjectsOf(entry, names, known)
  }

  /** Who acts at `at`, where only a company can: the nearest company before, with those in its row, else the subject. */
  companies({ text, places }: MaskedSentence, at: number): string[] {
    const candidates = places.filter(
      ({ mention, start, end }) => end <= at && mention.type === 'company' && !isGoverned(text, start),
    )
    let last = candidates.at(-1)
    if (last === undefined) return this.subjects.slice(0, 1).filter((id) => id.startsWith('company:'))
    const ids = [last.mention.entity]
    for (const place of candidates.slice(0, -1).reverse()) {
      if (!/^(?:,|,? (?:and|&|with|alongside)(?: the)?) ?$/.test(text.slice(place.end, last.start))) break
      ids.push(place.mention.entity)
      last = place
    }
    return ids.filter((id) => this.known.get(id)?.publisher !== true)
  }

  /**
   * Who acts at `at`: the technology that opens the clause, the company, the product that is worked on; where the
   * sentence has none of them, what its pronoun or noun stands for.
   * @param hanging the words hang on the noun before them ("a proxy built on X")
   */
  at(sentence: MaskedSentence, at: number, hanging: boolean, problem: boolean): string[] {
    const { text, places } = sentence
    const candidates = places.filter(
      ({ mention, start, end }) =>
        end <= at &&
        !isGoverned(text, start) &&
        !this.isGeneric(mention.entity) &&
        this.known.get(mention.entity)?.kind !== 'language' &&
        !isModifier(text, start, end),
    )
    const company = candidates.findLast(({ mention }) => mention.type === 'company')
    const technology = candidates.findLast(
      (place) =>
        place.mention.type === 'technology' &&
        (opensClause(text, place) ||
          this.products.includes(place.mention.entity) ||
          (hanging && /^,? (?:is |was |are |were )?$/.test(text.slice(place.end, at)))),
    )
    if (technology !== undefined && (company === undefined || technology.start > company.start))
      return [technology.mention.entity]
    if (company !== undefined) return this.companyOrProduct(sentence, at, company, candidates)
    const host = places.find(
      ({ mention, start, end }) =>
        end <= at && this.subjects[0] === mention.entity && /\bat (?:the )?$/.test(before(text, start)),
    )
    if (host !== undefined) return [host.mention.entity]
    // The first sentence states the problem; who meets it is not yet said.
    if (problem) return []
    const head = before(text, at)
    const [product] = this.products
    if (THING.test(head) && product !== undefined) return [product]
    return MAKERS.test(head) || THING.test(head) || TERSE.test(text) ? this.subjects.slice(0, 1) : []
  }

  isGeneric(id: string): boolean {
    return this.known.get(id)?.generic === true
  }

  vendorOf(technology: string): string | undefined {
    const vendor = this.known.get(technology)?.vendor
    if (vendor !== undefined) return vendor
    return technology.includes('@') ? `company:${technology.split('@')[1]}` : undefined
  }

  /** Where two companies tell an entry, the one that did not make a thing is the one that uses it. */
  otherThanVendor(actor: string, technology: string): string {
    if (actor !== this.vendorOf(technology)) return actor
    return this.subjects.find((subject) => subject !== actor) ?? actor
  }

  private companyOrProduct(sentence: MaskedSentence, at: number, company: Place, candidates: Place[]): string[] {
    const makers = this.companies(sentence, at)
    const improved = candidates.findLast(
      ({ mention, start, end }) =>
        start > company.start &&
        mention.type === 'technology' &&
        makers.includes(this.vendorOf(mention.entity) ?? '') &&
        IMPROVED.test(sentence.text.slice(company.end, start)) &&
        /^[^,;]{0,40}$/.test(sentence.text.slice(end, at)),
    )
    return improved === undefined ? makers : [improved.mention.entity]
  }
}

/** "a ⟦Go⟧ service that …": the name says what the noun behind it is, and does nothing itself. */
function isModifier(text: string, start: number, end: number): boolean {
  return /\ban? (?:(?!⟦)[\w-]+ )?$/.test(before(text, start)) && /^ [a-z]/.test(text.slice(end, end + 2))
}

/** The byline's companies and projects; first the one that the title begins with, then the one that acts first. */
function subjectsOf(entry: Entry, names: readonly Mention[], known: ReadonlyMap<string, LexiconEntity>): string[] {
  const ids = new Set<string>()
  for (const { field, text, entity } of names) {
    if (field !== 'bylineText' || known.get(entity)?.publisher === true) continue
    const part = entry.byline.findIndex((name) => name.includes(text) || text.includes(name))
    const role = entry.bylineRoles[part]
    if (role !== 'publisher' && role !== 'none') ids.add(entity)
  }
  if (ids.size < 2) return [...ids]
  const first = (id: string) => {
    const acting = names.find(
      ({ entity, field, start }) => entity === id && field !== 'bylineText' && !isGoverned(entry[field], start),
    )
    return acting === undefined ? Number.POSITIVE_INFINITY : acting.start + (acting.field === 'title' ? 0 : 1e6)
  }
  const order = new Map([...ids].map((id) => [id, first(id)]))
  return [...ids].sort((a, b) => (order.get(a) as number) - (order.get(b) as number) || 0)
}
