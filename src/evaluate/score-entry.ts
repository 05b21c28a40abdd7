import { type ExtractedEntry, foldWords } from '../model/index.ts'
import type { GoldEntry, GoldName } from './gold.ts'

export const SCORED_TYPES = ['company', 'technology', 'failure-mode', 'lesson', 'relation'] as const
export type ScoredType = (typeof SCORED_TYPES)[number]

/** True positives, false positives, false negatives. */
export interface Counts {
  tp: number
  fp: number
  fn: number
}

export interface ScoringError {
  type: ScoredType
  kind: 'missed' | 'spurious' | 'wrong-type' | 'wrong-polarity'
  file: string
  index: number
  what: string
}

export interface EntryScore {
  counts: Record<ScoredType, Counts>
  polarity: { right: number; wrong: number }
  titleRight: boolean
  bylineRight: boolean
  errors: ScoringError[]
}

/** The spellings that a prediction or a gold item goes by, folded. */
type Forms = Set<string>

/**
 * Scores one entry by sets, as the guidelines say: a predicted name is right when one of its spellings is one of the
 * gold item's; optional gold items count neither way. Without a prediction everything required is missed.
 */
export function scoreEntry(gold: GoldEntry, predicted: ExtractedEntry | undefined): EntryScore {
  const none = (): Counts => ({ tp: 0, fp: 0, fn: 0 })
  const score: EntryScore = {
    counts: { company: none(), technology: none(), 'failure-mode': none(), lesson: none(), relation: none() },
    polarity: { right: 0, wrong: 0 },
    titleRight: predicted !== undefined && foldWords(predicted.title) === foldWords(gold.title),
    bylineRight: predicted !== undefined && bylineKey(predicted.byline) === bylineKey(gold.byline),
    errors: [],
  }
  const error = (type: ScoredType, kind: ScoringError['kind'], what: string) =>
    score.errors.push({ type, kind, file: gold.file, index: gold.index, what })
  scoreNames('company', gold.companies, gold.technologies, predicted, score, error)
  scoreNames('technology', gold.technologies, gold.companies, predicted, score, error)
  scoreLabels('failure-mode', gold.failureModes, predicted?.failureModes ?? [], score, error)
  scoreLabels('lesson', gold.lessons, predicted?.lessons ?? [], score, error)
  scoreRelations(gold, predicted, score, error)
  return score
}

type Report = (type: ScoredType, kind: ScoringError['kind'], what: string) => void

function scoreNames(
  type: 'company' | 'technology',
  gold: GoldName[],
  other: GoldName[],
  predicted: ExtractedEntry | undefined,
  score: EntryScore,
  error: Report,
): void {
  const counts = score.counts[type]
  const goldForms = gold.map(formsOf)
  const otherForms = other.map(formsOf)
  const hit = new Set<number>()
  for (const forms of entityForms(predicted, type).values()) {
    const index = goldForms.findIndex((each) => intersects(each, forms))
    if (index < 0) {
      counts.fp++
      error(
        type,
        otherForms.some((each) => intersects(each, forms)) ? 'wrong-type' : 'spurious',
        [...forms].join(' / '),
      )
    } else {
      if (gold[index]?.optional !== true && !hit.has(index)) counts.tp++
      hit.add(index)
    }
  }
  gold.forEach((name, index) => {
    if (name.optional === true || hit.has(index)) return
    counts.fn++
    error(type, 'missed', name.name)
  })
}

function scoreLabels(
  type: 'failure-mode' | 'lesson',
  gold: { id: string; polarity?: string; optional?: boolean | undefined }[],
  predicted: { id: string; polarity?: string | undefined }[],
  score: EntryScore,
  error: Report,
): void {
  const counts = score.counts[type]
  const goldById = new Map(gold.map((label) => [label.id, label]))
  const predictedById = new Map(predicted.map((label) => [label.id, label]))
  for (const [id, label] of predictedById) {
    const match = goldById.get(id)
    if (match === undefined) {
      counts.fp++
      error(type, 'spurious', id)
    } else if (match.optional !== true) {
      counts.tp++
      if (type === 'lesson') continue
      if (label.polarity === match.polarity) score.polarity.right++
      else {
        score.polarity.wrong++
        error(type, 'wrong-polarity', `${id}: ${label.polarity}, not ${match.polarity}`)
      }
    }
  }
  for (const [id, label] of goldById) {
    if (label.optional === true || predictedById.has(id)) continue
    counts.fn++
    error(type, 'missed', id)
  }
}

function scoreRelations(
  gold: GoldEntry,
  predicted: ExtractedEntry | undefined,
  score: EntryScore,
  error: Report,
): void {
  const counts = score.counts.relation
  const aliases = new Map(
    [...gold.companies, ...gold.technologies].map((name) => [foldWords(name.name), formsOf(name)]),
  )
  const spellings = (name: string) => aliases.get(foldWords(name)) ?? new Set([foldWords(name)])
  const wanted = gold.relations.map((relation) => ({
    ...relation,
    fromForms: spellings(relation.from),
    toForms: spellings(relation.to),
  }))
  const forms = entityForms(predicted)
  const formsOfId = (id: string): Forms => forms.get(id) ?? new Set([foldWords(id.slice(id.indexOf(':') + 1))])
  const done = new Set<number>()
  const seen = new Set<string>()
  for (const { from, type, to } of predicted?.relations ?? []) {
    const key = `${from}|${type}|${to}`
    if (seen.has(key)) continue
    seen.add(key)
    const index = wanted.findIndex(
      (relation, i) =>
        !done.has(i) &&
        relation.type === type &&
        intersects(relation.fromForms, formsOfId(from)) &&
        intersects(relation.toForms, formsOfId(to)),
    )
    if (index < 0) {
      counts.fp++
      error('relation', 'spurious', key)
    } else {
      done.add(index)
      if (wanted[index]?.optional !== true) counts.tp++
    }
  }
  wanted.forEach((relation, index) => {
    if (done.has(index) || relation.optional === true) return
    counts.fn++
    error('relation', 'missed', `${relation.from}|${relation.type}|${relation.to}`)
  })
}

/** Entity id to the spellings of its label and mentions. */
function entityForms(entry: ExtractedEntry | undefined, type?: string): Map<string, Forms> {
  const forms = new Map<string, Forms>()
  for (const mention of entry?.mentions ?? []) {
    if (type !== undefined && mention.type !== type) continue
    const set = forms.get(mention.entity) ?? new Set()
    set.add(foldWords(mention.label)).add(foldWords(mention.text))
    forms.set(mention.entity, set)
  }
  return forms
}

function formsOf({ name, aliases = [] }: GoldName): Forms {
  return new Set([name, ...aliases].map(foldWords))
}

function intersects(a: Forms, b: Forms): boolean {
  for (const form of b) if (a.has(form)) return true
  return false
}

function bylineKey(names: string[]): string {
  return names.map(foldWords).sort().join('|')
}
