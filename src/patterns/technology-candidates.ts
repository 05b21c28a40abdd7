import { actorsOf, type Candidate, gather } from './gather-showings.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { ownedBy } from './label-evidence.ts'
import type { ToldInstance } from './tell-instances.ts'

const WEIGHT = 0.9
const LEAST_SCORE = 0.5

/** Technologies that clauses of two or more companies name, one of whom may have made it. */
export function technologyCandidates(
  view: GraphView,
  entries: ViewEntry[],
  tell: (entry: ViewEntry, company: number) => ToldInstance[],
): Candidate[] {
  const owned = ownedBy(view.graph)
  const { label, aliases, id, generic } = view.graph.nodes
  const naming = new Map<number, ViewEntry[]>()
  for (const entry of entries)
    for (const node of new Set(entry.nodes)) {
      if (view.typeOf(node) !== 'technology' || generic[node] === true) continue
      naming.set(node, [...(naming.get(node) ?? []), entry])
    }
  const candidates: Candidate[] = []
  for (const [node, named] of [...naming].sort(([a], [b]) => a - b)) {
    if (new Set(named.flatMap((entry) => actorsOf(view, entry))).size < 2 || named.length < 2) continue
    const spellings = [label[node] as string, ...(aliases[node] ?? [])].filter((name) => /\p{Lu}/u.test(name))
    const showings = gather(view, named, (entry, company) =>
      entry.subjects.slice(0, 2).includes(company)
        ? tell(entry, company).filter(
            ({ score, past }) => score >= LEAST_SCORE && spellings.some((name) => past.includes(name)),
          )
        : [],
    )
    // A maker and one who uses what it made meet in it; two houses that count as its makers do not.
    if (showings.filter(({ company }) => owned.has(`${company}|${node}`)).length > 1) continue
    if (showings.length < 2) continue
    // The claim cites all entries that it tells, and so must spell the name as each of them does.
    const told = showings.map(({ instances }) => (instances[0] as ToldInstance).entry)
    const [name] = spellings
      .filter((spelling) => told.every((entry) => speaksName(view, entry, spelling)))
      .sort((a, b) => b.length - a.length)
    if (name === undefined) continue
    const claims = technologyClaims(name)
    candidates.push({ id: id[node] as string, labels: [node], claims, showings, weight: WEIGHT, failure: false })
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
    `These designs meet in ${name}`,
    `Common ground is found in ${name}`,
    `The part that turns up more than once is ${name}`,
    `One building block is shared, ${name}`,
  ]
}
