import type { ChooseOptions } from './choose-themes.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { technologyCandidates } from './technology-candidates.ts'
import { byScore, createTellers, type Showing, type ToldInstance } from './tell-instances.ts'
import { themePhrase } from './theme-phrases.ts'
import { thesisCandidates } from './thesis-candidates.ts'

/** A theme before it is known which of its instances are still free to tell. */
export interface Candidate {
  /** Entity id of the label or technology, or the name of a thesis. */
  id: string
  labels: number[]
  claims: string[]
  showings: Showing[]
  weight: number
  failure: boolean
  /** What is added where its clauses say it in the same word. */
  cohesion?: number
}

/** Instances below this tell too little, or are too far from the theme. */
const LEAST_SCORE = 3
const LENIENT_SCORE = 1

/** Whatever two or more companies show: labels, theses that several labels serve, technologies. */
export function findCandidates(view: GraphView, entries: ViewEntry[], options: ChooseOptions): Candidate[] {
  const tellers = createTellers(view, options.words, options.lenient)
  const least = options.lenient ? LENIENT_SCORE : LEAST_SCORE
  return [
    ...thesisCandidates(view, entries, tellers.whatever, options.lenient ?? false),
    ...labelCandidates(view, entries, tellers.label, least, options),
    ...technologyCandidates(view, entries, tellers.whatever),
  ]
}

function labelCandidates(
  view: GraphView,
  entries: ViewEntry[],
  tell: (entry: ViewEntry, company: number, label: number) => ToldInstance[],
  least: number,
  options: ChooseOptions,
): Candidate[] {
  const byLabel = new Map<number, ViewEntry[]>()
  for (const entry of entries)
    for (const node of [...entry.labels.map((label) => label.node), ...entry.cued])
      byLabel.set(node, [...(byLabel.get(node) ?? []), entry])
  const total = Math.max(1, new Set(entries.map(({ story }) => story)).size)
  const candidates: Candidate[] = []
  for (const label of [...byLabel.keys()].sort((a, b) => a - b)) {
    const showing = byLabel.get(label) ?? []
    const about = showing.filter(({ labels }) => labels.some(({ node }) => node === label))
    // What entries only touch on carries no theme by itself.
    if (about.every(({ subjects }) => subjects.length === 0)) continue
    const showings = gather(view, showing, (entry, company) =>
      tell(entry, company, label).filter(({ score }) => score >= least),
    )
    if (showings.length < 2) continue
    const id = view.graph.nodes.id[label] as string
    // How much more of these entries is about it than of entries at large; dampened, for little data surprises easily.
    const share = new Set(about.map(({ story }) => story)).size / total
    const unusual = Math.log2((share + 0.03) / (options.background(id) + 0.03))
    const weight = Math.min(1.5, Math.max(0.7, 1 + 0.25 * unusual)) * (options.favoured.has(label) ? 1.1 : 1)
    const { claims } = themePhrase(id, view.labelOf(label))
    candidates.push({ id, labels: [label], claims, showings, weight, failure: view.typeOf(label) === 'failure-mode' })
  }
  return candidates
}

const ACTORS_TRIED = 5

/** Who an entry may tell of: its subjects, and companies that its text names (a vendor's post about a customer). */
export function actorsOf(view: GraphView, { subjects, nodes }: ViewEntry): number[] {
  const named = nodes.filter((node) => view.typeOf(node) === 'company' && view.graph.nodes.publisher[node] !== true)
  return [...new Set([...subjects.slice(0, 2), ...named])].slice(0, ACTORS_TRIED)
}

/** Instances by company, best first. */
export function gather(
  view: GraphView,
  entries: ViewEntry[],
  tell: (entry: ViewEntry, company: number) => ToldInstance[],
): Showing[] {
  const byCompany = new Map<number, ToldInstance[]>()
  for (const entry of entries)
    for (const company of actorsOf(view, entry)) {
      const told = tell(entry, company)
      if (told.length > 0) byCompany.set(company, [...(byCompany.get(company) ?? []), ...told])
    }
  return [...byCompany]
    .map(([company, instances]) => ({ company, instances: instances.sort(byScore) }))
    .sort((a, b) => byScore(a.instances[0] as ToldInstance, b.instances[0] as ToldInstance) || a.company - b.company)
}
