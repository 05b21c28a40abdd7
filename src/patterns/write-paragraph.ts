import type { Clause, KnowledgeGraph, Paragraph } from '../model/index.ts'
import { createParagraphChecker } from './check-paragraph.ts'
import { type GraphView, type ViewEntry, viewGraph } from './graph-view.ts'
import { themePhrase } from './theme-phrases.ts'

export interface WriteOptions {
  seed?: number
  /** Inclusive, by overlap. Undated entries are told only where neither is given. */
  since?: string
  until?: string
  /** The archive to weigh against. */
  history?: KnowledgeGraph
}

/** "Patterns Across Companies", from the entries alone. */
export function writeParagraph(graph: KnowledgeGraph, options: WriteOptions = {}): Paragraph {
  const view = viewGraph(graph)
  const entries = view.entries.filter((entry) => isTold(entry, options))
  const shared = new Map<number, Map<number, ViewEntry>>()
  for (const entry of entries)
    for (const { node } of entry.labels)
      for (const subject of entry.subjects) {
        const companies = shared.get(node) ?? new Map<number, ViewEntry>()
        if (!companies.has(subject)) companies.set(subject, entry)
        shared.set(node, companies)
      }
  const themes = [...shared]
    .filter(([, companies]) => companies.size >= 2)
    .sort((a, b) => b[1].size - a[1].size || a[0] - b[0])
  const draft: Paragraph = { text: '', clauses: [] }
  for (const [theme, companies] of themes.slice(0, 2)) addTheme(draft, view, theme, companies)
  if (draft.clauses.length === 0 || createParagraphChecker(view)(draft).length > 0)
    return { text: 'No failure mode or lesson recurs across two companies here.', clauses: [] }
  return draft
}

function addTheme(draft: Paragraph, view: GraphView, theme: number, companies: Map<number, ViewEntry>): void {
  const id = view.graph.nodes.id[theme] as string
  const [claim] = themePhrase(id, view.labelOf(theme)).claims
  const told = [...companies].slice(0, 3)
  const add = (text: string, rows: ViewEntry[], company?: number) => {
    const start = draft.text.length
    draft.text += text
    const clause: Clause = {
      start,
      end: draft.text.length,
      text,
      theme: id,
      entries: rows.map((row) => row.id),
      evidence: [],
    }
    draft.clauses.push(company === undefined ? clause : { ...clause, company: view.graph.nodes.id[company] as string })
  }
  if (draft.text !== '') draft.text += ' '
  add(
    claim as string,
    told.map(([, entry]) => entry),
  )
  draft.text += ': '
  told.forEach(([company, entry], i) => {
    add(
      entry.title === '' ? view.labelOf(company) : `${nameIn(view, company, entry)} (“${entry.title}”)`,
      [entry],
      company,
    )
    draft.text += i === told.length - 1 ? '.' : i === told.length - 2 ? ' and ' : ', '
  })
}

/** The company as the entry's byline spells it. */
function nameIn(view: GraphView, company: number, entry: ViewEntry): string {
  const known = [view.labelOf(company), ...(view.graph.nodes.aliases[company] ?? [])]
  return (view.graph.entries.byline[entry.row] ?? []).find((name) => known.includes(name)) ?? view.labelOf(company)
}

function isTold({ date, dateEnd }: ViewEntry, { since, until }: WriteOptions): boolean {
  if (date === null) return since === undefined && until === undefined
  return (since === undefined || (dateEnd ?? date) >= since) && (until === undefined || date <= until)
}
