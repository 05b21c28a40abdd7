import { findCandidates } from './find-candidates.ts'
import type { Candidate } from './gather-showings.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { byScore, type Showing, type ToldInstance } from './tell-instances.ts'

/** A theme that two or more companies show, with an instance for each. */
export interface Theme {
  /** Entity id of the label, or the name of a group of labels. */
  id: string
  labels: number[]
  claims: string[]
  told: ToldInstance[]
  failure: boolean
  score: number
}

export interface ChooseOptions {
  /** Share of stories that are about a label elsewhere. */
  background: (id: string) => number
  /** Failure modes and lessons (node numbers) of the clusters that the archive holds, in favour. */
  favoured: Set<number>
  /** How many words an instance may best have. */
  words?: number
  /** Takes weaker instances too, where little is to be told. */
  lenient?: boolean
}

const COMPANIES_TOLD = 3
const THEMES_TOLD = 3
const FIRSTS_TRIED = 8
/** The first theme is what a paragraph is read for. */
const SECOND_WEIGHT = 0.8
/** What the themes are weighed by, beside their instances. */
const THREE_COMPANIES = 2.5
/** How things failed is what readers look for, and rarer than what was done. */
const FAILURE = 1
const SAME_COMPANY = -1.2
const SAME_GROUP = -1
/** A line of thought says more than a label, and its clauses bear it out; a technology in common is less of a thought. */
const THESIS = 3.5
const TECHNOLOGY = 1.5

/** Themes worth telling of these entries, best first, no entry in two of them; `first` are told already. */
export function chooseThemes(
  view: GraphView,
  entries: ViewEntry[],
  options: ChooseOptions,
  first: Theme[] = [],
): Theme[] {
  const candidates = findCandidates(view, entries, options)
  let chosen = [...first]
  if (chosen.length === 0) {
    // The best theme may take the one entry that a second theme needs: the first ones are tried each with its best second.
    let most = Number.NEGATIVE_INFINITY
    for (const theme of rank(view, candidates, []).slice(0, FIRSTS_TRIED)) {
      const [second] = rank(view, candidates, [theme])
      const worth = theme.score + SECOND_WEIGHT * (second?.score ?? 0)
      if (worth <= most + 1e-9) continue
      most = worth
      chosen = second === undefined ? [theme] : [theme, second]
    }
  }
  while (chosen.length < THEMES_TOLD) {
    const [next] = rank(view, candidates, chosen)
    if (next === undefined) break
    chosen.push(next)
  }
  return chosen
}

/** What may be told beside the themes that are chosen, best first. */
function rank(view: GraphView, candidates: Candidate[], chosen: Theme[]): Theme[] {
  const usedEntries = new Set<number>()
  const usedCompanies = new Map<number, number>()
  for (const { told } of chosen) use(told, usedEntries, usedCompanies)
  const themes: Theme[] = []
  for (const { id, labels, claims, showings, weight, failure, cohesion = 0 } of candidates) {
    if (chosen.some((theme) => theme.id === id || shares(theme.labels, labels))) continue
    const told = tellShowings(showings, usedEntries, usedCompanies)
    if (told.length < 2) continue
    const group = groupOf(view, labels)
    const repeated = told.filter(({ company }) => usedCompanies.has(company)).length
    const score =
      weight * told.reduce((sum, { score }) => sum + Math.min(4, Math.max(0.5, score)), 0) +
      (told.length >= 3 ? THREE_COMPANIES : 0) +
      (failure ? FAILURE : 0) +
      cohesion +
      repeated * SAME_COMPANY +
      (chosen.some((theme) => groupOf(view, theme.labels) === group) ? SAME_GROUP : 0) +
      (id.startsWith('technology:') ? TECHNOLOGY : id.includes(':') ? 0 : THESIS) +
      sharedTechnologies(view, told) * 0.4
    themes.push({ id, labels, claims, told, failure, score })
  }
  // Candidates come in a fixed order, which a stable sort keeps between equals.
  return themes.sort((a, b) => b.score - a.score)
}

function use(told: ToldInstance[], entries: Set<number>, companies: Map<number, number>): void {
  for (const { entry, company } of told) {
    entries.add(entry.story)
    companies.set(company, (companies.get(company) ?? 0) + 1)
  }
}

/** Whether most of what one theme is about is the other's too. */
function shares(a: number[], b: number[]): boolean {
  const common = a.filter((label) => b.includes(label)).length
  return common > 0 && common >= Math.min(a.length, b.length) / 2
}

/** One instance a company, of stories not told yet; companies that were not told yet first. */
function tellShowings(
  showings: Showing[],
  usedEntries: Set<number>,
  usedCompanies: Map<number, number>,
): ToldInstance[] {
  const told: ToldInstance[] = []
  const stories = new Set<number>()
  const order = [...showings].sort((a, b) => (usedCompanies.get(a.company) ?? 0) - (usedCompanies.get(b.company) ?? 0))
  for (const { instances } of order) {
    const instance = instances.find(({ entry }) => !usedEntries.has(entry.story) && !stories.has(entry.story))
    if (instance === undefined) continue
    told.push(instance)
    stories.add(instance.entry.story)
    if (told.length === COMPANIES_TOLD) break
  }
  return told.sort(byScore)
}

function sharedTechnologies(view: GraphView, told: ToldInstance[]): number {
  const counts = new Map<number, number>()
  for (const { entry } of told)
    for (const node of new Set(entry.nodes))
      if (view.typeOf(node) === 'technology' && view.graph.nodes.generic[node] !== true)
        counts.set(node, (counts.get(node) ?? 0) + 1)
  return Math.min(2, [...counts.values()].filter((count) => count >= 2).length)
}

function groupOf(view: GraphView, labels: number[]): string {
  const [label] = labels
  return label === undefined ? '' : (view.graph.nodes.facts[label]?.group ?? `${label}`)
}
