import { appendPieces } from './append-pieces.ts'
import { createParagraphChecker } from './check-paragraph.ts'
import { commasLast, LISTED } from './compose-sentence.ts'
import type { GraphView, ViewEntry } from './graph-view.ts'
import { capitalize, listOf } from './phrase-list.ts'
import { createTellers, type ToldInstance } from './tell-instances.ts'
import { themePhrase } from './theme-phrases.ts'

const COMPANIES_TOLD = 3
/** Entries looked at for each company, those first that are most about the theme. */
const ENTRIES_TRIED = 2
const COMPANIES_TRIED = 5
const LEAST_SCORE = 1

/**
 * One or two true sentences for a pattern: its theme and up to three companies that show it, in a form that the checker
 * passes; where no instance does, the companies that it recurs at.
 */
export function createPatternTeller(
  view: GraphView,
): (themes: number[], rows: ViewEntry[], companies: number[], turn: number) => string {
  const tell = createTellers(view, undefined, true).label
  const check = createParagraphChecker(view)
  return (themes, rows, companies, turn) => {
    for (const theme of themes.slice(0, 2)) {
      const about = rows
        .filter(({ labels }) => labels.some(({ node }) => node === theme))
        .sort((a, b) => rankOf(a, theme) - rankOf(b, theme) || a.row - b.row)
      const told: ToldInstance[] = []
      for (const company of companies.slice(0, COMPANIES_TRIED)) {
        const [best] = about
          .filter(({ subjects }) => subjects.includes(company))
          .slice(0, ENTRIES_TRIED)
          .flatMap((entry) => tell(entry, company, theme).filter(({ score }) => score >= LEAST_SCORE))
          .filter(({ entry }) => !told.some((other) => other.entry.story === entry.story))
          .sort((a, b) => b.score - a.score || a.entry.row - b.entry.row)
        if (best !== undefined) told.push(best)
        if (told.length === COMPANIES_TOLD) break
      }
      if (told.length < 2) continue
      const id = view.graph.nodes.id[theme] as string
      const { claims } = themePhrase(id, view.labelOf(theme))
      const claim = claims[turn % claims.length] as string
      const draft = appendPieces({ text: '', clauses: [] }, LISTED.compose(claim, commasLast(told), ''), { id }, view)
      if (check(draft).length === 0) return draft.text
    }
    return recurs(view, themes, companies)
  }
}

function recurs(view: GraphView, themes: number[], companies: number[]): string {
  const [theme] = themes
  const names = companies.slice(0, COMPANIES_TOLD).map((company) => view.labelOf(company))
  const more = companies.length > names.length
  const where = more ? `${names.join(', ')} and others` : listOf(names)
  if (theme === undefined) return `The same things are named together at ${where}.`
  return `${capitalize(themePhrase(view.graph.nodes.id[theme] as string, view.labelOf(theme)).topic)}: at ${where}.`
}

function rankOf({ labels }: ViewEntry, theme: number): number {
  return labels.find(({ node }) => node === theme)?.rank ?? 9
}
