import type { Clause, KnowledgeGraph, Paragraph } from '../model/index.ts'
import { appendPieces } from './append-pieces.ts'
import { backgroundShare } from './background.ts'
import { createParagraphChecker } from './check-paragraph.ts'
import { chooseThemes, type Theme } from './choose-themes.ts'
import { FRAMES, type Frame } from './compose-sentence.ts'
import { findPatterns } from './find-patterns.ts'
import { type GraphView, type ViewEntry, viewGraph } from './graph-view.ts'
import { createTeller, type ToldInstance } from './tell-instances.ts'

export interface WriteOptions {
  seed?: number
  /** Inclusive, by overlap. Undated entries are told only where neither is given. */
  since?: string
  until?: string
  /** The archive to weigh against. */
  history?: KnowledgeGraph
}

/** Openings of the second and third sentence; a first sentence needs none. */
const OPENINGS = [
  '',
  'Elsewhere,',
  'Meanwhile,',
  'Alongside this,',
  'At the same time,',
  'In parallel,',
  'Separately,',
  'Beside that,',
]
const MOST_WORDS = 130
const LEAST_WORDS = 60
const MOST_GERUND_WORDS = 38
/** Words of an instance where the paragraph would else stay short. */
const LONG_INSTANCE = 18
const ENOUGH_WORDS = 85

/** "Patterns Across Companies", from the entries alone. */
export function writeParagraph(graph: KnowledgeGraph, options: WriteOptions = {}): Paragraph {
  const view = viewGraph(graph)
  const entries = view.entries.filter((entry) => isTold(entry, options))
  const choice = { background: backgroundShare(options.history), favoured: favouredLabels(view, options) }
  const turn = turnOf(entries, options.seed ?? 1)
  const check = createParagraphChecker(view)
  const write = (more: { words?: number; lenient?: boolean } = {}): Paragraph => {
    const draft: Paragraph = { text: '', clauses: [] }
    for (const [i, theme] of chooseThemes(view, entries, { ...choice, ...more }).entries()) {
      if (i >= 2 && countWords(draft.text) >= ENOUGH_WORDS) break
      const added = addTheme(draft, view, theme, turn + i * 5, i, (paragraph) => check(paragraph).length === 0)
      if (added !== null) Object.assign(draft, added)
    }
    return draft
  }
  let draft = write()
  for (const more of [{ words: LONG_INSTANCE }, { words: LONG_INSTANCE, lenient: true }])
    if (countWords(draft.text) < LEAST_WORDS) draft = longer(draft, write(more))
  if (draft.clauses.length > 0) return draft
  const nothing = sayNothing(view, entries)
  return check(nothing).length === 0 ? nothing : { text: NOTHING, clauses: [] }
}

function longer(a: Paragraph, b: Paragraph): Paragraph {
  return countWords(b.text) > countWords(a.text) ? b : a
}

/** The draft with a theme's sentence, in the first variant that the checker passes; null where none does. */
function addTheme(
  draft: Paragraph,
  view: GraphView,
  theme: Theme,
  turn: number,
  position: number,
  holds: (paragraph: Paragraph) => boolean,
): Paragraph | null {
  for (let variant = 0; variant < FRAMES.length * theme.claims.length; variant++) {
    const frame = FRAMES[(turn + variant) % FRAMES.length] as Frame
    const claim = theme.claims[(Math.floor(turn / FRAMES.length) + variant) % theme.claims.length] as string
    if (frame.gerund && !readsAsGerund(theme.told.slice(0, frame.most))) continue
    const told = theme.told.slice(0, frame.most)
    if (told.length < (frame.least ?? 2)) continue
    const opening = position === 0 ? '' : (OPENINGS[(turn + position) % OPENINGS.length] as string)
    const next = appendPieces(draft, frame.compose(claim, told, opening), theme, view)
    if (countWords(next.text) <= MOST_WORDS && holds(next)) return next
  }
  return null
}

/** Gerunds in a row read well while they are few, short and without commas of their own. */
function readsAsGerund(told: ToldInstance[]): boolean {
  const words = told.reduce((sum, { gerund }) => sum + countWords(gerund), 0)
  return words <= MOST_GERUND_WORDS && told.every(({ past }) => !/^(?:was|were) |,/.test(past))
}

const NOTHING = 'No failure mode or lesson recurs across two companies in these entries.'

/** One honest sentence where nothing recurs, with the most telling single instance where there is one. */
function sayNothing(view: GraphView, entries: ViewEntry[]): Paragraph {
  if (entries.length === 0) return { text: 'There are no entries here, so nothing recurs.', clauses: [] }
  const tell = createTeller(view)
  const [best] = entries
    .flatMap((entry) =>
      entry.subjects.slice(0, 1).flatMap((company) => entry.labels.flatMap(({ node }) => tell(entry, company, node))),
    )
    .sort((a, b) => b.score - a.score || a.entry.row - b.entry.row || (a.past < b.past ? -1 : 1))
  if (best === undefined) return { text: NOTHING, clauses: [] }
  const lead = 'Nothing here recurs across two companies; what stands out is '
  const { company, entry, sentence } = best
  const text = `${best.subject}, which ${best.past}`
  const evidence = [
    { entry: entry.id, field: sentence.field, start: sentence.start, end: sentence.start + sentence.text.length },
  ]
  const clause: Clause = {
    start: lead.length,
    end: lead.length + text.length,
    text,
    company: view.graph.nodes.id[company] as string,
    entries: [entry.id],
    evidence,
  }
  return { text: `${lead}${text}.`, clauses: [clause] }
}

/** Labels of the archive's clusters, which a digest that shares them is told along. */
function favouredLabels(view: GraphView, { history, seed = 1 }: WriteOptions): Set<number> {
  if (history === undefined) return new Set()
  const patterns = history.patterns.length > 0 ? history.patterns : findPatterns(history, { seed })
  return new Set(patterns.flatMap(({ themes }) => themes.flatMap((id) => view.nodeOf.get(id) ?? [])))
}

/** Where the turns begin: with it no two of 35 sentences over twelve digests and three weeks open alike. */
const FIRST_TURN = 31

/** A number that differs from day to day, so that two digests do not start alike; without dates, from the entries' ids. */
function turnOf(entries: ViewEntry[], seed: number): number {
  const dates = entries.flatMap(({ date }) => (date === null ? [] : [date])).sort()
  const last = dates.at(-1)
  if (last !== undefined) return Math.floor(Date.parse(last) / 86_400_000) + FIRST_TURN + seed - 1
  let hash = seed
  for (const { id } of entries) for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0
  return hash
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function isTold({ date, dateEnd }: ViewEntry, { since, until }: WriteOptions): boolean {
  if (date === null) return since === undefined && until === undefined
  return (since === undefined || (dateEnd ?? date) >= since) && (until === undefined || date <= until)
}
