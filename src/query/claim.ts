import type { EdgeKind, KnowledgeGraph } from '../model/index.ts'
import type { Quote } from './graph-index.ts'

/** One thing that the graph says, and the sentences that say it. */
export interface Claim {
  /** In words: "Cloudflare faced lock contention in ClickHouse". Names of the graph, wording of ours. */
  text: string
  kind: EdgeKind | 'mention'
  /** Ids of the entities that the claim names. */
  entities: string[]
  /** One or two sentences of one entry. */
  quotes: Quote[]
  /** Of a failure: labels of the lessons that the same entry teaches. */
  learned?: string[]
  /** Stories that say the same. */
  stories: number
}

/** How an edge reads between the labels of its ends. */
export const VERBS: Record<EdgeKind, string> = {
  built: 'built',
  uses: 'uses',
  'migrated-from': 'moved away from',
  'migrated-to': 'moved to',
  'replaced-by': 'was replaced by',
  acquired: 'acquired',
  'partnered-with': 'partnered with',
  // `occurred` also covers the problem that is being solved: "hit" would say more than the text does.
  hit: 'faced',
  learned: 'learned:',
  counters: 'answers',
  associated: 'stands with',
}

/** A label inside a sentence: the capital goes, but for names and acronyms ("DNS failure", "SLOs and alerts"). */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) && !/^\S*\p{Lu}\S*\p{Lu}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** As `listed`, but with semicolons where a label itself holds a list ("timeouts, backoff and jitter"). */
export function listedLabels(labels: string[]): string {
  return labels.some((label) => /,| and | or /.test(label)) ? labels.join('; ') : listed(labels)
}

/** A node's label as claims write it: themes in lower case. */
export function labelInClaim({ nodes }: KnowledgeGraph, row: number): string {
  const label = nodes.label[row] ?? ''
  const type = nodes.type[row]
  return type === 'failure-mode' || type === 'lesson' ? inSentence(label) : label
}
