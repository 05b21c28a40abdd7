import type { GraphView, ViewEntry } from './graph-view.ts'
import { ownedBy } from './label-evidence.ts'
import { createTeller, type Showing, type ToldInstance } from './tell-instances.ts'
import { themePhrase } from './theme-phrases.ts'
import { THESES } from './theses.ts'

/** A theme that two or more companies show, with an instance for each. */
export interface Theme {
  /** Entity id of the label, or the name of a group of labels. */
  id: string
  labels: number[]
  claims: string[]
  told: ToldInstance[]
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

/** Instances below this tell too little, or are too far from the theme. */
const LEAST_SCORE = 2
const LENIENT_SCORE = 0.5
const COMPANIES_TOLD = 3
const ACTORS_TRIED = 5
const THEMES_TOLD = 3
/** What the pair of themes is weighed by, beside each theme's own score. */
/** How things failed is what readers look for, and rarer than what was done. */
const FAILURE = 1
const SAME_COMPANY = -1.2
const SAME_GROUP = -1
/** Several labels under one thought: wider than a label, far less vague than the ontology's group. */
const THESIS = 1
const THESIS_COMPANIES = 3
/** A technology in common is less of a thought than what was done with it. */
const TECHNOLOGY = -1.5

/** Themes worth telling of these entries, best first, no entry in two of them. */
export function chooseThemes(view: GraphView, entries: ViewEntry[], options: ChooseOptions): Theme[] {
  const candidates = findCandidates(view, entries, options)
  const chosen: Theme[] = []
  const usedEntries = new Set<number>()
  const usedCompanies = new Map<number, number>()
  while (chosen.length < THEMES_TOLD) {
    let best: Theme | null = null
    for (const { id, labels, claims, showings, weight } of candidates) {
      if (chosen.some((theme) => theme.id === id || theme.labels.some((label) => labels.includes(label)))) continue
      const told = tellShowings(showings, usedEntries, usedCompanies)
      if (told.length < (THESES[id] === undefined ? 2 : THESIS_COMPANIES)) continue
      const group = groupOf(view, labels)
      const repeated = told.filter(({ company }) => usedCompanies.has(company)).length
      const score =
        weight * told.reduce((sum, { score }) => sum + Math.min(4, Math.max(0.5, score)), 0) +
        (told.length >= 3 ? 1.5 : 0) +
        (view.typeOf(labels[0] as number) === 'failure-mode' ? FAILURE : 0) +
        repeated * SAME_COMPANY +
        (chosen.some((theme) => groupOf(view, theme.labels) === group) ? SAME_GROUP : 0) +
        (id.startsWith('technology:') ? TECHNOLOGY : id.includes(':') ? 0 : THESIS) +
        sharedTechnologies(view, told) * 0.4
      if (best === null || score > best.score + 1e-9) best = { id, labels, claims, told, score }
    }
    if (best === null) break
    chosen.push(best)
    for (const { entry, company } of best.told) {
      usedEntries.add(entry.story)
      usedCompanies.set(company, (usedCompanies.get(company) ?? 0) + 1)
    }
  }
  return chosen
}

interface Candidate {
  id: string
  labels: number[]
  claims: string[]
  showings: Showing[]
  weight: number
}

function findCandidates(view: GraphView, entries: ViewEntry[], options: ChooseOptions): Candidate[] {
  const tell = createTeller(view, options.words, options.lenient)
  const byLabel = new Map<number, ViewEntry[]>()
  for (const entry of entries)
    for (const node of [...entry.labels.map((label) => label.node), ...entry.cued])
      byLabel.set(node, [...(byLabel.get(node) ?? []), entry])
  const total = Math.max(1, new Set(entries.map(({ story }) => story)).size)
  const told = new Map<string, ToldInstance[]>()
  const instancesOf = (entry: ViewEntry, company: number, label: number) => {
    const key = `${entry.row}|${company}|${label}`
    const known = told.get(key) ?? tell(entry, company, label)
    told.set(key, known)
    return known
  }
  const showingsOf = (labels: number[], shows?: RegExp): Showing[] => {
    const byCompany = new Map<number, ToldInstance[]>()
    for (const label of labels)
      for (const entry of byLabel.get(label) ?? [])
        for (const company of actorsOf(view, entry)) {
          const instances = instancesOf(entry, company, label).filter(
            ({ score, subject, past }) =>
              score >= (options.lenient ? LENIENT_SCORE : LEAST_SCORE) &&
              (shows === undefined || shows.test(`${subject} ${past}`)),
          )
          byCompany.set(company, [...(byCompany.get(company) ?? []), ...instances])
        }
    return [...byCompany]
      .filter(([, instances]) => instances.length > 0)
      .map(([company, instances]) => ({ company, instances: instances.sort(byScore) }))
      .sort((a, b) => byScore(a.instances[0] as ToldInstance, b.instances[0] as ToldInstance) || a.company - b.company)
  }
  const labels = [...byLabel.keys()].sort((a, b) => a - b)
  const candidates: Candidate[] = []
  for (const label of labels) {
    const id = view.graph.nodes.id[label] as string
    const showings = showingsOf([label])
    if (showings.length < 2) continue
    // What entries only touch on carries no theme by itself.
    if (
      new Set(
        (byLabel.get(label) ?? []).flatMap(({ labels, subjects }) =>
          labels.some(({ node }) => node === label) ? subjects : [],
        ),
      ).size < 1
    )
      continue
    const stories = new Set(
      (byLabel.get(label) ?? [])
        .filter(({ labels }) => labels.some(({ node }) => node === label))
        .map(({ story }) => story),
    ).size
    // How much more of these entries is about it than of entries at large; dampened, for little data surprises easily.
    const unusual = Math.log2((stories / total + 0.03) / (options.background(id) + 0.03))
    const weight = Math.min(1.5, Math.max(0.7, 1 + 0.25 * unusual)) * (options.favoured.has(label) ? 1.1 : 1)
    candidates.push({ id, labels: [label], claims: themePhrase(id, view.labelOf(label)).claims, showings, weight })
  }
  for (const [id, { labels: ids, claims, shows }] of Object.entries(THESES)) {
    const members = ids.flatMap((label) => view.nodeOf.get(label) ?? []).filter((node) => byLabel.has(node))
    if (members.length < 2) continue
    const showings = showingsOf(members, shows)
    if (showings.length >= THESIS_COMPANIES) candidates.push({ id, labels: members, claims, showings, weight: 1 })
  }
  return [...candidates, ...sharedTechnologyThemes(view, entries, tell, options)]
}

/** Technologies that two or more companies' entries name in an instance of their own; a vendor's own product counts for it only. */
function sharedTechnologyThemes(
  view: GraphView,
  entries: ViewEntry[],
  tell: ReturnType<typeof createTeller>,
  options: ChooseOptions,
): Candidate[] {
  const owned = ownedBy(view.graph)
  const naming = new Map<number, ViewEntry[]>()
  for (const entry of entries)
    for (const node of new Set(entry.nodes)) {
      if (view.typeOf(node) !== 'technology' || view.graph.nodes.generic[node] === true) continue
      naming.set(node, [...(naming.get(node) ?? []), entry])
    }
  const candidates: Candidate[] = []
  for (const [node, named] of [...naming].sort(([a], [b]) => a - b)) {
    if (new Set(named.flatMap(({ subjects }) => subjects)).size < 2) continue
    const { label, aliases, id } = view.graph.nodes
    const spellings = [label[node] as string, ...(aliases[node] ?? [])].filter((name) => /\p{Lu}/u.test(name))
    const byCompany = new Map<number, ToldInstance[]>()
    for (const entry of named)
      for (const company of entry.subjects.slice(0, 1)) {
        if (owned.has(`${company}|${node}`)) continue
        const found = [...entry.labels.map((each) => each.node), ...entry.cued]
          .flatMap((each) => tell(entry, company, each))
          .filter(
            ({ score, past }) =>
              score >= (options.lenient ? LENIENT_SCORE : LEAST_SCORE) && spellings.some((name) => past.includes(name)),
          )
        if (found.length > 0) byCompany.set(company, [...(byCompany.get(company) ?? []), ...found])
      }
    if (byCompany.size < 2) continue
    const showings = [...byCompany]
      .map(([company, instances]) => ({ company, instances: instances.sort(byScore) }))
      .sort((a, b) => byScore(a.instances[0] as ToldInstance, b.instances[0] as ToldInstance) || a.company - b.company)
    const names = spellings.filter((name) => named.every((entry) => speaksName(view, entry, name)))
    const [name] = names.sort((a, b) => b.length - a.length)
    if (name !== undefined)
      candidates.push({ id: id[node] as string, labels: [node], claims: technologyClaims(name), showings, weight: 0.9 })
  }
  return candidates
}

/** Whether the name stands in what the checker reads of the entry. */
function speaksName(view: GraphView, { row, title, sentences }: ViewEntry, name: string): boolean {
  const text = [title, ...(view.graph.entries.byline[row] ?? []), ...sentences.map((s) => s.text)].join('\n')
  return text.includes(name)
}

function technologyClaims(name: string): string[] {
  return [
    `Several of these designs meet in ${name}`,
    `Common ground is found in ${name}`,
    `The part that keeps turning up is ${name}`,
    `One building block is shared, ${name}`,
  ]
}

/** Who an entry may tell of: its subjects, and companies that its text names (a vendor's post about a customer). */
export function actorsOf(view: GraphView, { subjects, nodes }: ViewEntry): number[] {
  const named = nodes.filter((node) => view.typeOf(node) === 'company' && view.graph.nodes.publisher[node] !== true)
  return [...new Set([...subjects.slice(0, 2), ...named])].slice(0, ACTORS_TRIED)
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

function byScore(a: ToldInstance, b: ToldInstance): number {
  return b.score - a.score || a.entry.row - b.entry.row || (a.past < b.past ? -1 : a.past > b.past ? 1 : 0)
}
