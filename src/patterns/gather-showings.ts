import type { GraphView, ViewEntry } from './graph-view.ts'
import { byScore, type Showing, type ToldInstance } from './tell-instances.ts'

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
