import type { KnowledgeGraph, Pattern } from '../model/index.ts'

/** An entity that joins patterns. */
export interface Bridge {
  node: string
  label: string
  /** Ids of the patterns that its backbone links reach, its own first. */
  patterns: string[]
  /** 0..1 in the backbone. */
  betweenness: number
}

/** Two patterns with few links between them that are about the same failure: one may hold the other's answer. */
export interface Gap {
  patterns: [string, string]
  /** Entity ids of the failure modes that both are about. */
  shared: string[]
  /** Observed over expected weight of the links between them; below 1 is a gap. */
  linked: number
  /** Lessons that one side drew and the other did not: "answers that one company has to another's problem". */
  answers: { lesson: string; from: string; companies: string[] }[]
}

const BRIDGES_KEPT = 20
const GAPS_KEPT = 20

/** Entities whose backbone links reach two or more patterns, those first that most shortest paths run through. */
export function findBridges(graph: KnowledgeGraph): Bridge[] {
  const { nodes, edges, patterns } = graph
  const reached = nodes.id.map((_, i) => new Set([nodes.pattern[i] ?? -1].filter((p) => p >= 0)))
  edges.kind.forEach((kind, e) => {
    if (kind !== 'associated' || edges.backbone[e] !== true) return
    const from = edges.from[e] as number
    const to = edges.to[e] as number
    if ((nodes.pattern[to] ?? -1) >= 0) reached[from]?.add(nodes.pattern[to] as number)
    if ((nodes.pattern[from] ?? -1) >= 0) reached[to]?.add(nodes.pattern[from] as number)
  })
  return nodes.id
    .map((node, i) => ({
      node,
      label: nodes.label[i] as string,
      betweenness: nodes.betweenness[i] ?? 0,
      at: reached[i],
    }))
    .filter(({ at, betweenness }) => (at?.size ?? 0) >= 2 && betweenness > 0)
    .sort((a, b) => b.betweenness - a.betweenness || (a.node < b.node ? -1 : 1))
    .slice(0, BRIDGES_KEPT)
    .map(({ at, ...bridge }) => ({ ...bridge, patterns: [...(at ?? [])].map((p) => patterns[p]?.id ?? '') }))
}

/** Pairs of patterns that share failure modes and few links, widest gap first. */
export function findGaps(graph: KnowledgeGraph): Gap[] {
  const { nodes, edges, patterns } = graph
  const strength = patterns.map(() => 0)
  const between = new Map<string, number>()
  let total = 0
  edges.kind.forEach((kind, e) => {
    if (kind !== 'associated') return
    const p = nodes.pattern[edges.from[e] as number] ?? -1
    const q = nodes.pattern[edges.to[e] as number] ?? -1
    const weight = edges.weight[e] as number
    total += weight
    if (p >= 0) strength[p] = (strength[p] as number) + weight
    if (q >= 0) strength[q] = (strength[q] as number) + weight
    if (p < 0 || q < 0 || p === q) return
    const key = `${Math.min(p, q)}|${Math.max(p, q)}`
    between.set(key, (between.get(key) ?? 0) + weight)
  })
  const about = patterns.map((pattern) => labelsOf(graph, pattern))
  const gaps: Gap[] = []
  patterns.forEach((a, p) => {
    patterns.slice(p + 1).forEach((b, offset) => {
      const q = p + 1 + offset
      const left = about[p] as Labels
      const right = about[q] as Labels
      const shared = [...left.failures.keys()].filter((id) => right.failures.has(id)).sort()
      if (shared.length === 0) return
      const expected = ((strength[p] as number) * (strength[q] as number)) / Math.max(1e-9, 2 * total)
      const linked = expected === 0 ? 0 : Math.round(((between.get(`${p}|${q}`) ?? 0) / expected) * 100) / 100
      if (linked >= 1) return
      const answers = [...answersOf(a.id, left, right, shared), ...answersOf(b.id, right, left, shared)]
      if (answers.length > 0) gaps.push({ patterns: [a.id, b.id], shared, linked, answers })
    })
  })
  return gaps
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length || a.linked - b.linked || (a.patterns.join() < b.patterns.join() ? -1 : 1),
    )
    .slice(0, GAPS_KEPT)
}

/** Label to the rows of entries that are about it. */
interface Labels {
  failures: Map<string, Set<number>>
  lessons: Map<string, Set<number>>
  subjects: Map<number, string[]>
}

function labelsOf(graph: KnowledgeGraph, pattern: Pattern): Labels {
  const { entries, nodes, mentions } = graph
  const inside = new Set(pattern.entries)
  const labels: Labels = { failures: new Map(), lessons: new Map(), subjects: new Map() }
  mentions.node.forEach((node, m) => {
    const row = mentions.entry[m] as number
    if (!inside.has(entries.id[row] as string)) return
    const id = nodes.id[node] as string
    if (mentions.role[m] === 'subject') labels.subjects.set(row, [...(labels.subjects.get(row) ?? []), id])
    if (mentions.role[m] !== 'label') return
    const map = nodes.type[node] === 'lesson' ? labels.lessons : labels.failures
    map.set(id, (map.get(id) ?? new Set()).add(row))
  })
  return labels
}

/** Lessons that one side's entries draw from a shared failure, and the other side nowhere draws. */
function answersOf(pattern: string, own: Labels, other: Labels, shared: string[]): Gap['answers'] {
  const failing = new Set(shared.flatMap((id) => [...(own.failures.get(id) ?? [])]))
  return [...own.lessons]
    .filter(([lesson]) => !other.lessons.has(lesson))
    .map(([lesson, rows]) => {
      const drawn = [...rows].filter((row) => failing.has(row))
      return {
        lesson,
        from: pattern,
        companies: [...new Set(drawn.flatMap((row) => own.subjects.get(row) ?? []))].sort(),
      }
    })
    .filter(({ companies }) => companies.length > 0)
    .sort((a, b) => b.companies.length - a.companies.length || (a.lesson < b.lesson ? -1 : 1))
    .slice(0, 3)
}
