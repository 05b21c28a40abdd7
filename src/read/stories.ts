import type { Entry } from '../model/index.ts'
import { articleKey } from './canonical-url.ts'
import { foldCut } from './company-cut.ts'

/** What is asked of an entry here. */
export type StoryEntry = Pick<Entry, 'title' | 'url' | 'byline' | 'bylineRoles' | 'body' | 'date' | 'dateEnd'>

/** A retelling shares at least this much of its distinctive words (weighed by rarity) with the entry it retells. */
const RETOLD = 0.21
/** Of entries that share no subject, at least this much. */
const RETOLD_BY_OTHERS = 0.32
/** A weekly digest may tell of a day just outside its week. */
const SLACK_DAYS = 1
const DAY = 86_400_000

/**
 * Story number of each entry, counted from 0 in the order of first appearance. Entries tell one story when they
 * have the same canonical link, the same title and a common subject, or when one is of a weekly digest (a date range) and
 * retells the other, of a day in that week, though under another title and with the link `#`: then subject and distinctive words,
 * numbers and names decide. Linear in the text but for the comparison of weekly with daily entries of their week.
 */
export function groupStories(entries: readonly StoryEntry[]): number[] {
  const sets = new DisjointSets(entries.length)
  const byKey = new Map<string, number>()
  const join = (key: string, i: number) => {
    const first = byKey.get(key)
    if (first === undefined) byKey.set(key, i)
    else sets.union(first, i)
  }
  entries.forEach((entry, i) => {
    const link = entry.url === null ? null : articleKey(entry.url)
    // The front page of a site is no article
    if (link?.includes('/')) join(`link ${link}`, i)
    const title = foldTitle(entry.title)
    for (const subject of subjects(entry)) join(`title ${subject} ${title}`, i)
    if (entry.byline.length === 0) join(`title ${title}`, i)
  })
  joinRetellings(entries, sets)
  const numbers = new Map<number, number>()
  return entries.map((_, i) => {
    const root = sets.find(i)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

function joinRetellings(entries: readonly StoryEntry[], sets: DisjointSets): void {
  const weekly = entries.flatMap((entry, i) => (entry.date !== null && entry.dateEnd !== undefined ? [i] : []))
  if (weekly.length === 0) return
  const byDay = new Map<string, number[]>()
  entries.forEach(({ date, dateEnd }, i) => {
    if (date === null || dateEnd !== undefined) return
    const day = byDay.get(date)
    if (day === undefined) byDay.set(date, [i])
    else day.push(i)
  })
  if (byDay.size === 0) return
  const words = new Words(entries)
  for (const i of weekly) {
    const entry = entries[i]!
    let best = -1
    let bestScore = 0
    for (const day of daysBetween(entry.date!, entry.dateEnd!)) {
      for (const j of byDay.get(day) ?? []) {
        const score = words.overlap(i, j)
        const enough = score >= (sharesSubject(entry, entries[j]!) ? RETOLD : RETOLD_BY_OTHERS)
        if (enough && score > bestScore) {
          best = j
          bestScore = score
        }
      }
    }
    if (best >= 0) sets.union(best, i)
  }
}

function* daysBetween(first: string, last: string): Generator<string> {
  const end = Date.parse(last) + SLACK_DAYS * DAY
  const start = Date.parse(first) - SLACK_DAYS * DAY
  if ((end - start) / DAY > 100) return
  for (let time = start; time <= end; time += DAY) yield new Date(time).toISOString().slice(0, 10)
}

function subjects({ byline, bylineRoles }: StoryEntry): string[] {
  const named = byline.filter((_, i) => bylineRoles[i] === 'subject' || bylineRoles[i] === 'project')
  return (named.length > 0 ? named : byline).map(foldName)
}

function foldName(name: string): string {
  const folded = foldCut(name).replace(/^the /, '')
  return /^(?:aws|amazon|amazon web services|amazon aws)$/.test(folded) ? 'amazon' : folded.split(' ')[0]!
}

function sharesSubject(a: StoryEntry, b: StoryEntry): boolean {
  const ours = subjects(a)
  const theirs = subjects(b)
  return ours.some((name) => theirs.includes(name))
}

function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of each entry, weighed by how rare they are among all. */
class Words {
  private readonly sets: Set<string>[]
  private readonly counts = new Map<string, number>()
  private readonly size: number

  constructor(entries: readonly StoryEntry[]) {
    this.size = entries.length
    this.sets = entries.map(({ title, body }) => wordSet(`${title} ${body}`))
    for (const set of this.sets) for (const word of set) this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
  }

  /** Shared weight over the weight of the shorter of the two, 0..1. */
  overlap(i: number, j: number): number {
    const a = this.sets[i]!
    const b = this.sets[j]!
    const [small, large] = a.size <= b.size ? [a, b] : [b, a]
    let shared = 0
    let whole = 0
    for (const word of small) {
      const weight = this.weight(word)
      whole += weight
      if (large.has(word)) shared += weight
    }
    return whole === 0 ? 0 : shared / whole
  }

  /** Rarity; numbers and names of letters and digits say more than words. */
  private weight(word: string): number {
    const rarity = Math.log((this.size + 1) / (this.counts.get(word) ?? 1))
    return /\d/.test(word) ? rarity * 1.5 : rarity
  }
}

function wordSet(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,%+-]*/gu)) {
    const bare = word.replace(/[.,+-]+$/, '')
    if (bare.length > 2 || /\d/.test(bare)) words.add(stem(bare))
  }
  return words
}

/** The commonest endings go, so that "migrating" meets "migrated". */
function stem(word: string): string {
  return /\d/.test(word) || word.length < 6 ? word : word.replace(/(?:ing|ed|es|s|ly|ion|ions)$/, '')
}

class DisjointSets {
  private readonly parents: Int32Array

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, i) => i)
  }

  find(i: number): number {
    let root = i
    while (this.parents[root] !== root) root = this.parents[root]!
    for (let at = i; at !== root; ) {
      const next = this.parents[at]!
      this.parents[at] = root
      at = next
    }
    return root
  }

  /** The smaller number stays, so that the outcome does not depend on the order of joins. */
  union(i: number, j: number): void {
    const a = this.find(i)
    const b = this.find(j)
    if (a !== b) this.parents[Math.max(a, b)] = Math.min(a, b)
  }
}
