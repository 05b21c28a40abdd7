import type { GraphView, ViewEntry } from './graph-view.ts'
import { capitalize, listOf } from './phrase-list.ts'
import { themePhrase } from './theme-phrases.ts'

const NAMES_KEPT = 2
const LONGEST = 70

/**
 * A name in an engineer's words: what its first theme is about, and the technologies that set it apart ("Lock
 * contention in ClickHouse and PostgreSQL").
 */
export function namePattern(
  view: GraphView,
  themes: number[],
  core: number[],
  rows: ViewEntry[],
  words: string[],
): string {
  const technologies = tellingTechnologies(view, core, rows)
  const [theme] = themes
  if (theme === undefined) {
    const names = technologies.map((node) => view.labelOf(node))
    const about = words.filter((word) => !names.some((name) => name.toLowerCase().includes(word)))
    if (names.length > 0) return `${listOf(names)}${about[0] === undefined ? '' : ` for ${listOf(about.slice(0, 2))}`}`
    return capitalize(listOf((about.length > 0 ? about : core.map((node) => view.labelOf(node))).slice(0, 3)))
  }
  const { topic, joiner } = themePhrase(view.graph.nodes.id[theme] as string, view.labelOf(theme))
  for (let kept = NAMES_KEPT; kept > 0; kept--) {
    const names = technologies.slice(0, kept).map((node) => view.labelOf(node))
    if (names.length < kept) continue
    const name = `${topic} ${joiner} ${listOf(names)}`
    if (name.length <= LONGEST) return capitalize(name)
  }
  return capitalize(topic)
}

/** Technologies of the core, those first that the pattern holds most of and whose name says most. */
function tellingTechnologies(view: GraphView, core: number[], rows: ViewEntry[]): number[] {
  const { nodes } = view.graph
  return core
    .filter((node) => view.typeOf(node) === 'technology' && nodes.generic[node] !== true)
    .map((node) => {
      const here = new Set(rows.filter((entry) => entry.nodes.includes(node)).map(({ story }) => story)).size
      const companies = new Set(rows.filter((entry) => entry.nodes.includes(node)).flatMap(({ subjects }) => subjects))
        .size
      return { node, score: (here / (nodes.stories[node] ?? 1)) * Math.sqrt(here) * Math.sqrt(Math.max(1, companies)) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .map(({ node }) => node)
}

/** Slug of theme plus top core member; `~2` and so on where two meet. */
export function patternId(view: GraphView, themes: number[], core: number[], taken: Set<string>): string {
  const { nodes } = view.graph
  const slug = (node: number) => (nodes.id[node] as string).replace(/^[^:]+:/, '')
  const [theme] = themes
  const top = [...core]
    .filter((node) => node !== theme)
    .sort(
      (a, b) =>
        (nodes.stories[b] ?? 0) * (nodes.stability[b] ?? 0) - (nodes.stories[a] ?? 0) * (nodes.stability[a] ?? 0) ||
        a - b,
    )[0]
  const base = [theme, top].flatMap((node) => (node === undefined ? [] : [slug(node)])).join('+') || 'pattern'
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}~${n}`
  taken.add(id)
  return id
}
