import { foldName } from '../extract/index.ts'
import type { Candidate, NameType } from '../model/index.ts'

/** All candidates of one name, and what they say together. */
export interface NameGroup {
  fold: string
  /** Sorted by attestation: the first gives label and id. */
  candidates: Candidate[]
  type: NameType
  confidence: number
}

/** How much a byline says beside one discovered mention: it is the source's own word for the company. */
const BYLINE_WEIGHT = 3

/** Candidates by their folded spelling, in the order of their first attestation, which does not depend on the order given. */
export function groupCandidates(candidates: readonly Candidate[]): NameGroup[] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of [...candidates].sort(byAttestation)) {
    const fold = foldName(withoutArticle(candidate.text))
    if (fold === '') continue
    const group = groups.get(fold)
    if (group === undefined) groups.set(fold, [candidate])
    else group.push(candidate)
  }
  return [...groups].map(([fold, group]) => ({ fold, candidates: group, ...judge(group) }))
}

/** The type with more evidence; the confidence of its best candidate, raised a little by every other entry that agrees. */
function judge(candidates: readonly Candidate[]): Pick<NameGroup, 'type' | 'confidence'> {
  const sum = { company: 0, technology: 0 }
  const best = { company: 0, technology: 0 }
  const entries = { company: new Set<string>(), technology: new Set<string>() }
  for (const { type, confidence, reason, entry } of candidates) {
    sum[type] += confidence * (reason === 'byline' ? BYLINE_WEIGHT : 1)
    best[type] = Math.max(best[type], confidence)
    entries[type].add(entry)
  }
  const type = sum.technology >= sum.company ? 'technology' : 'company'
  const others = Math.min(3, entries[type].size - 1)
  const confidence = 1 - (1 - best[type]) * 0.9 ** others
  return { type, confidence: Math.round(confidence * 1000) / 1000 }
}

export function withoutArticle(name: string): string {
  return name.replace(/^the\s+(?=\S)/i, '')
}

/** (date, source, index, place): undated entries come last. */
function byAttestation(a: Candidate, b: Candidate): number {
  return (
    compare(a.date ?? '9999', b.date ?? '9999') ||
    compare(a.source, b.source) ||
    a.index - b.index ||
    compare(a.field, b.field) ||
    a.start - b.start ||
    a.end - b.end ||
    compare(a.type, b.type) ||
    compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
