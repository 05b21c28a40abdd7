import type { ChooseOptions } from './choose-themes.ts'
import { type Candidate, gather } from './gather-showings.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { technologyCandidates } from './technology-candidates.ts'
import { createTellers, type ToldInstance } from './tell-instances.ts'
import { themePhrase } from './theme-phrases.ts'
import { thesisCandidates } from './thesis-candidates.ts'

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
