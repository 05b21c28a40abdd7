import { type Candidate, gather } from './gather-showings.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { GIVEN_UP, type Showing, type ToldInstance } from './tell-instances.ts'
import { THESES, type Thesis } from './theses.ts'

/** What an entry chiefly about the thesis, also about it, or only speaking of it adds to its instances. */
const CHIEFLY_ABOUT = 1.6
const ALSO_ABOUT = 0.9
const SPEAKS_OF = -0.4
const OF_SOMETHING_ELSE = -1
const OF_ANYTHING = 2.2
/** A second word of the thesis in the clause. */
const SHOWN_TWICE = 0.6
const LEAST_SCORE = 0.4
const LENIENT_SCORE = -0.6
/** What went wrong is no instance of what was done about it. */
const FAILING =
  /\b(?:outages?|failed|crash\w*|starvation|degradation|breach|compromised|struggled|suffered|lacked|broke|faced|encountered)\b/i

/** Lines of thought that two or more companies show, each in a clause that bears the claims out itself. */
export function thesisCandidates(
  view: GraphView,
  entries: ViewEntry[],
  tell: (entry: ViewEntry, company: number) => ToldInstance[],
  lenient: boolean,
): Candidate[] {
  const candidates: Candidate[] = []
  for (const [id, thesis] of Object.entries(THESES)) {
    const labels = thesis.labels.flatMap((label) => view.nodeOf.get(label) ?? [])
    const ranks = new Map(entries.map((entry) => [entry.row, nearness(entry, labels, thesis, lenient)]))
    const near = entries.filter(({ row }) => ranks.get(row) !== null)
    const showings = gather(view, near, (entry, company) =>
      tell(entry, company)
        .filter((instance) => bearsOut(thesis, instance))
        .map((instance) => ({
          ...instance,
          score: instance.score + (ranks.get(entry.row) ?? 0) + (stemsOf(thesis, instance).size > 1 ? SHOWN_TWICE : 0),
        }))
        .filter(({ score }) => score >= (lenient ? LENIENT_SCORE : LEAST_SCORE)),
    )
    if (showings.length < 2) continue
    const own = labels.filter((label) => entries.some((entry) => entry.labels.some(({ node }) => node === label)))
    const candidate = { id, labels: own, claims: thesis.claims, weight: 1, failure: thesis.failure ?? false }
    candidates.push({ ...candidate, showings })
    // Clauses that say it in the same word hold together best: three gateways, two sandboxes.
    for (const stem of sharedStems(thesis, showings)) {
      const alike = showings.flatMap(({ company, instances }) => {
        const those = instances.filter((instance) => stemsOf(thesis, instance).has(stem))
        return those.length > 0 ? [{ company, instances: those }] : []
      })
      candidates.push({
        ...candidate,
        claims: thesis.alike?.[stem] ?? thesis.claims,
        showings: alike,
        cohesion: COHESION,
      })
    }
  }
  return candidates
}

const COHESION = 1.5
const STEM_LETTERS = 6

function sharedStems(thesis: Thesis, showings: Showing[]): string[] {
  const companies = new Map<string, number>()
  for (const { instances } of showings)
    for (const stem of new Set(instances.flatMap((instance) => [...stemsOf(thesis, instance)])))
      companies.set(stem, (companies.get(stem) ?? 0) + 1)
  return [...companies.keys()].filter((stem) => (companies.get(stem) ?? 0) > 1).sort()
}

/** The thesis's own words in a clause, without their endings. */
function stemsOf({ shows }: Thesis, { past }: ToldInstance): Set<string> {
  const all = new RegExp(shows.source, `${shows.flags.replace('g', '')}g`)
  return new Set([...past.matchAll(all)].map(([word]) => word.toLowerCase().slice(0, STEM_LETTERS)))
}

/** Whether the clause itself speaks of the thesis. */
export function bearsOut(thesis: Thesis, { subject, past, entry }: ToldInstance): boolean {
  const text = `${subject} ${past}`
  return (
    holds(thesis.shows, past) &&
    (thesis.not === undefined || !thesis.not.test(text)) &&
    (thesis.about === undefined || thesis.about.test(`${entry.title} ${text}`)) &&
    (thesis.failure === true || !FAILING.test(past))
  )
}

/** Whether a word stands there that is not given up: "replaced the queue" shows no queue. */
function holds(shows: RegExp, past: string): boolean {
  if (!shows.test(past)) return false
  const all = new RegExp(shows.source, `${shows.flags.replace('g', '')}g`)
  return [...past.matchAll(all)].some(({ index }) => !GIVEN_UP.test(past.slice(0, index)))
}

function nearness({ labels, cued }: ViewEntry, of: number[], thesis: Thesis, lenient: boolean): number | null {
  if (thesis.labels.length === 0) return OF_ANYTHING
  const ranks = labels.filter(({ node }) => of.includes(node)).map(({ rank }) => rank)
  if (ranks.length > 0) return Math.min(...ranks) === 0 ? CHIEFLY_ABOUT : ALSO_ABOUT
  if (cued.some((node) => of.includes(node))) return SPEAKS_OF
  return thesis.anywhere || lenient ? OF_SOMETHING_ELSE : null
}
