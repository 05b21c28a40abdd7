import type { KnowledgeGraph, Pattern } from '../model/index.ts'
import { createWordContrast } from './distinguishing-words.ts'
import { type GraphView, type ViewEntry, viewGraph } from './graph-view.ts'
import { groupThemes } from './group-themes.ts'
import { liftOf } from './lift.ts'
import { namePattern, patternId } from './name-pattern.ts'
import { rankThemes } from './rank-themes.ts'
import { createPatternTeller } from './tell-pattern.ts'

export interface PatternOptions {
  seed: number
}

/** A core member came back in this many stories and stood with the community in half of the runs. */
const CORE_STORIES = 2
const CORE_STABILITY = 0.5
/** Less support than this recurs nowhere. */
const LEAST_COMPANIES = 2
const LEAST_STORIES = 2
const EVIDENCE_KEPT = 12
const WORDS_KEPT = 8

/**
 * The communities of a graph that recur: shown by at least two subject companies in at least two stories. Most widely
 * shown first. Pure; the same graph and seed give the same patterns.
 */
export function findPatterns(graph: KnowledgeGraph, options: PatternOptions): Pattern[] {
  const view = viewGraph(graph)
  const members = new Map<number, number[]>()
  graph.nodes.community.forEach((community, node) => {
    if (community === -1) return
    const list = members.get(community)
    if (list === undefined) members.set(community, [node])
    else list.push(node)
  })
  const contrast = createWordContrast(view)
  const drafts = [...members]
    .map(([community, nodes]) => draftPattern(view, community, nodes, options.seed))
    .filter((draft) => draft !== null)
  const themes = groupThemes(view, drafts)
  const tell = createPatternTeller(view)
  const taken = new Set<string>()
  const patterns = drafts.map((draft, i): Pattern => {
    const words = contrast(
      draft.rows.map(({ row }) => row),
      WORDS_KEPT,
    )
    return {
      id: patternId(view, draft.themes, draft.core, taken),
      name: namePattern(view, draft.themes, draft.core, draft.rows, words),
      theme: themes[i] as string,
      words,
      ...describe(view, draft),
      paragraph: tell(draft.themes, draft.rows, draft.companies, i),
    }
  })
  return patterns.sort(
    (a, b) => b.companies.length - a.companies.length || b.stories - a.stories || (a.id < b.id ? -1 : 1),
  )
}

/** The graph with its patterns, and each node's pattern. */
export function withPatterns(graph: KnowledgeGraph, patterns: Pattern[]): KnowledgeGraph {
  const pattern = graph.nodes.id.map(() => -1)
  const numbers = new Map(graph.nodes.id.map((id, i) => [id, i]))
  patterns.forEach(({ members }, p) => {
    for (const { node } of members) {
      const i = numbers.get(node)
      if (i !== undefined) pattern[i] = p
    }
  })
  return { ...graph, nodes: { ...graph.nodes, pattern }, patterns }
}

/** A pattern before it is named. Numbers are rows of the graph's tables. */
export interface PatternDraft {
  community: number
  core: number[]
  members: number[]
  rows: ViewEntry[]
  companies: number[]
  themes: number[]
  lift: Pattern['lift']
}

function draftPattern(view: GraphView, community: number, members: number[], seed: number): PatternDraft | null {
  const { nodes } = view.graph
  const core = members.filter(
    (node) => (nodes.stories[node] ?? 0) >= CORE_STORIES && (nodes.stability[node] ?? 0) >= CORE_STABILITY,
  )
  const inside = new Set(core)
  // An entry shows the pattern when two of its core members stand in it.
  const rows = view.entries.filter((entry) => entry.nodes.filter((node) => inside.has(node)).length >= 2)
  const companies = countBy(rows.flatMap(({ subjects }) => subjects))
  if (companies.length < LEAST_COMPANIES || new Set(rows.map(({ story }) => story)).size < LEAST_STORIES) return null
  const showing = new Set(rows.map(({ row }) => row))
  const stories = new Map<number, { company: number; shows: number }>()
  for (const entry of view.entries) {
    const known = stories.get(entry.story)
    const shows = showing.has(entry.row) ? 1 : 0
    if (known === undefined) stories.set(entry.story, { company: entry.subjects[0] ?? -1 - entry.row, shows })
    else known.shows = Math.max(known.shows, shows)
  }
  const lift = liftOf(
    core.map((node) => nodes.stories[node] as number),
    [...stories.values()],
    seed + community,
  )
  return { community, core, members, rows, companies, themes: rankThemes(view, rows, inside), lift }
}

function describe(view: GraphView, { community, core, members, rows, companies, themes, lift }: PatternDraft) {
  const { nodes, entries, evidence } = view.graph
  const inside = new Set(core)
  const showing = new Set(rows.map(({ row }) => row))
  const dates = rows.flatMap(({ date }) => (date === null ? [] : [date])).sort()
  const ends = rows.flatMap(({ dateEnd }) => (dateEnd === null ? [] : [dateEnd])).sort()
  const wanted = [...themes, ...core]
  const pieces = new Map<number, number>()
  for (const node of wanted)
    for (const piece of nodes.evidence[node] ?? []) {
      const row = evidence.entry[piece] as number
      if (showing.has(row) && !pieces.has(row)) pieces.set(row, piece)
    }
  return {
    community,
    themes: themes.map((node) => nodes.id[node] as string),
    members: members
      .map((node) => ({
        node: nodes.id[node] as string,
        core: inside.has(node),
        stability: nodes.stability[node] ?? 0,
      }))
      .sort((a, b) => Number(b.core) - Number(a.core) || b.stability - a.stability || (a.node < b.node ? -1 : 1)),
    companies: companies.map((node) => nodes.id[node] as string),
    entries: rows.map(({ row }) => entries.id[row] as string),
    evidence: [...pieces.values()].slice(0, EVIDENCE_KEPT),
    stories: new Set(rows.map(({ story }) => story)).size,
    days: new Set(dates).size,
    firstDate: dates[0] ?? null,
    lastDate: ends.at(-1) ?? null,
    stability: mean(core.map((node) => nodes.stability[node] ?? 0)),
    lift,
  }
}

/** Distinct items, most frequent first, ties by number. */
function countBy(items: number[]): number[] {
  const counts = new Map<number, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([item]) => item)
}

function mean(values: number[]): number {
  const sum = values.reduce((a, b) => a + b, 0)
  return values.length === 0 ? 0 : Math.round((sum / values.length) * 1000) / 1000
}
