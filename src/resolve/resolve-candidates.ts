import { isCommonWord, ontologyEntities, slugOf } from '../extract/index.ts'
import type { Candidate, Lexicon, LexiconEntity, NameType, Ontology, Resolution, Surface } from '../model/index.ts'
import { applyRules } from './apply-rules.ts'
import { shortForms, withoutLegalForm, withoutUnit } from './company-forms.ts'
import { groupCandidates, type NameGroup, withoutArticle } from './group-candidates.ts'
import { createNameIndex, type NameIndex } from './name-index.ts'

/** A learned name must be at least this likely: of those a little below, six of seven were none. */
const ACCEPTED_FROM = 0.53

interface State {
  entities: LexiconEntity[]
  /** Those that are this run's: the others are the ontology's, and must not be changed. */
  own: Set<LexiconEntity>
  index: NameIndex
  ids: Set<string>
  log: Resolution[]
}

/**
 * One lexicon for a run: the ontology's names and those that the candidates teach, each merge and each dropped name with
 * its reason. The candidates may come in any order: the result does not depend on the number of workers.
 */
export function resolveCandidates(candidates: readonly Candidate[], ontology: Ontology): Lexicon {
  const entities = [...ontologyEntities(ontology)]
  const state: State = {
    entities,
    own: new Set(),
    index: createNameIndex(entities),
    ids: new Set(entities.map(({ id }) => id)),
    log: [],
  }
  const groups = groupCandidates(candidates)
  const aliases: NameGroup[] = []
  for (const group of groups) {
    if (group.candidates.some(({ aliasOf }) => aliasOf !== undefined)) aliases.push(group)
    else resolveGroup(group, state)
  }
  // Other spellings come last: the name that they stand for may be learned in this run.
  for (const group of aliases) if (!resolveAlias(group, state)) resolveGroup(group, state)
  return applyRules({ entities: state.entities, log: state.log }, ontology.rules)
}

function resolveGroup(group: NameGroup, state: State): void {
  const name = withoutArticle(group.candidates[0]!.text)
  const same = state.index.find(name, group.type)
  const other = same === undefined && !isFirmOfProduct(group) ? state.index.find(name) : undefined
  if (same !== undefined && isHomonym(group, same)) learn(group, state, { owner: ownerSlug(group), weak: true })
  else if (same !== undefined) keepKnown(group, same, state)
  else if (other !== undefined && !isAmbiguous(other, name)) keepKnown(group, other, state)
  else if (other?.type === 'company' && ownerSlug(group) === undefined) meanHere(group, other, state)
  else if (group.confidence < ACCEPTED_FROM) {
    state.log.push({ from: name, to: null, reason: `likely no name (${group.confidence})` })
  } else {
    const near = nearEntity(name, group.type, state.index)
    if (near === undefined) learn(group, state, { weak: other !== undefined })
    else addSpellings(group, near.entity, near.reason, state)
  }
}

/** Exact spellings had their turn; what is left is cautious: no letter is ever guessed. */
function nearEntity(
  name: string,
  type: NameType,
  index: NameIndex,
): { entity: LexiconEntity; reason: string } | undefined {
  const squashed = index.findSquashed(name, type)
  if (squashed !== undefined) return { entity: squashed, reason: 'the same letters' }
  if (type !== 'company') return undefined
  const short = withoutLegalForm(name)
  const parent = short === undefined ? undefined : index.find(short, 'company')
  if (parent !== undefined) return { entity: parent, reason: 'the same name with its legal form' }
  const whole = withoutUnit(name)
  const owner = whole === undefined ? undefined : index.find(whole, 'company')
  return owner === undefined ? undefined : { entity: owner, reason: 'a unit of the company' }
}

/**
 * The ontology holds the name. Its own spellings were sought already, and where they are ambiguous and were not taken,
 * what stands around them spoke against it: only another spelling is news.
 */
function keepKnown(group: NameGroup, entity: LexiconEntity, state: State): void {
  if (group.confidence >= ACCEPTED_FROM) addSpellings(group, entity, 'another spelling', state)
}

/** A firm and its product of one name are the firm: in these entries the ambiguous spelling means it. */
function meanHere(group: NameGroup, entity: LexiconEntity, state: State): void {
  const sure = group.candidates.filter(({ confidence }) => confidence >= ACCEPTED_FROM)
  if (sure.length === 0) return
  const surfaces = spellingsOf(group).map((text): Surface => ({ text, match: 'exact' }))
  state.entities.push({ ...entity, surfaces, only: unique(sure.map(({ entry }) => entry)) })
  state.log.push({
    from: group.candidates[0]!.text,
    to: entity.id,
    reason: 'its name, in the entries where it stands as one',
  })
}

/** The ontology itself warns that the spelling means other things too. */
function isAmbiguous(entity: LexiconEntity, name: string): boolean {
  return entity.surfaces.some(({ text, ambiguous }) => text === name && ambiguous === true)
}

/** The text says who made it, and the name that the ontology holds is another's. */
function isHomonym(group: NameGroup, known: LexiconEntity): boolean {
  if (known.type !== 'technology' || group.type !== 'technology' || group.confidence < ACCEPTED_FROM) return false
  const owner = ownerSlug(group)
  return owner !== undefined && known.vendor !== `company:${owner}` && known.id !== `technology:${owner}`
}

function ownerSlug(group: NameGroup): string | undefined {
  const owner = group.candidates.find((candidate) => candidate.owner !== undefined)?.owner
  return owner === undefined ? undefined : slugOf(owner.replace(/^company:/, ''))
}

/** A byline names a company that goes by the name of a technology. */
function isFirmOfProduct(group: NameGroup): boolean {
  return group.type === 'company' && group.candidates.some(({ reason }) => reason === 'byline')
}

function addSpellings(group: NameGroup, known: LexiconEntity, reason: string, state: State): void {
  for (const text of spellingsOf(group)) {
    const position = state.entities.indexOf(known)
    let entity = state.entities[position] as LexiconEntity
    if (entity.surfaces.some((surface) => surface.text === text)) continue
    if (!state.own.has(entity)) {
      entity = { ...entity, surfaces: [...entity.surfaces] }
      state.own.add(entity)
      state.entities[position] = entity
    }
    entity.surfaces.push({ text, match: 'exact', ...(isWeak(text) ? { ambiguous: true } : {}) })
    state.index.add(position, text)
    state.log.push({ from: text, to: entity.id, reason })
    known = entity
  }
}

function resolveAlias(group: NameGroup, state: State): boolean {
  const target = group.candidates.find(({ aliasOf }) => aliasOf !== undefined)?.aliasOf
  const entity = target === undefined ? undefined : state.index.find(target, 'technology')
  if (entity === undefined) return false
  addSpellings(group, entity, `the text gives both names: ${target}`, state)
  return true
}

function learn(group: NameGroup, state: State, { owner, weak }: { owner?: string | undefined; weak: boolean }): void {
  const first = group.candidates[0]!
  const label = withoutArticle(first.text)
  const slug = slugOf(label)
  if (slug === '') return
  let id = `${group.type}:${slug}${owner === undefined ? '' : `@${owner}`}`
  // Two different names may share a slug ("C" and "C++" do not, "A.B" and "A B" might).
  for (let n = 2; state.ids.has(id); n++) id = `${group.type}:${slug}-${n}`
  const spellings = spellingsOf(group)
  const surfaces: Surface[] = spellings.map((text) => ({ text, match: 'exact' }))
  if (group.type === 'company') {
    for (const text of shortForms(label)) {
      if (!spellings.includes(text) && state.index.find(text) === undefined)
        surfaces.push({ text, match: 'exact', ambiguous: true })
    }
  }
  const isTrusted = !weak && !spellings.some(isWeak)
  const entries = group.candidates.filter(({ confidence }) => confidence >= ACCEPTED_FROM).map(({ entry }) => entry)
  const entity: LexiconEntity = {
    id,
    type: group.type,
    label,
    surfaces,
    origin: 'learned',
    confidence: group.confidence,
    ...(isTrusted ? {} : { only: unique(entries) }),
    ...(owner === undefined ? {} : { vendor: `company:${owner}` }),
  }
  state.ids.add(id)
  state.own.add(entity)
  const position = state.entities.push(entity) - 1
  for (const { text } of surfaces) state.index.add(position, text)
  const reasons = unique(group.candidates.map(({ reason }) => reason)).join(', ')
  state.log.push({ from: label, to: id, reason: `learned: ${reasons} (${group.confidence})` })
}

/** An everyday word is a name only where something said so. */
function isWeak(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')
  return words.length === 1 && (isCommonWord(text.toLowerCase()) || text.length < 3)
}

function spellingsOf(group: NameGroup): string[] {
  return unique(group.candidates.map(({ text }) => withoutArticle(text)))
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
