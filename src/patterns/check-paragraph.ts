import type { Clause, KnowledgeGraph, Paragraph } from '../model/index.ts'
import { overstatedVerb } from './aspect.ts'
import { COUNT_WORDS } from './count-words.ts'
import { type GraphView, viewGraph } from './graph-view.ts'

export interface ParagraphProblem {
  code:
    | 'unknown-entry'
    | 'unknown-name'
    | 'unknown-number'
    | 'wrong-count'
    | 'told-as-done'
    | 'broken-clause'
    | 'outside-clause'
  /** What does not hold, in one sentence. */
  message: string
  /** Where in the paragraph's text, UTF-16 units. */
  start: number
  end: number
}

interface Token {
  text: string
  start: number
  end: number
}

/** Letters, digits and what joins them inside a name: "C++", "GPT-5.4", "O'Reilly", "Next.js". */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#]*(?:[.'’/_-][\p{L}\p{N}][\p{L}\p{N}+#]*)*/gu
const NUMERAL = /\d+(?:[.,]\d+)*/g
const COUNTED = /\b(companies|teams|vendors|firms|organisations)\b/i

/**
 * What in a paragraph its cited entries do not bear out; empty when all holds. A name is an entity of the graph or a
 * capitalised word that is not merely sentence-initial, a number any numeral; each must stand in the title, byline or
 * kept sentences of the entries that its clause cites. Text outside all clauses may hold neither. Counts in words
 * ("three companies") are recomputed over the clauses of the same theme. What the cited sentences tell as under way,
 * planned, possible or denied may not be told as done.
 */
export function checkParagraph(paragraph: Paragraph, graph: KnowledgeGraph): ParagraphProblem[] {
  return createParagraphChecker(viewGraph(graph))(paragraph)
}

/** The checker over a view that is already there; the writer checks many drafts against one graph. */
export function createParagraphChecker(view: GraphView): (paragraph: Paragraph) => ParagraphProblem[] {
  const names = entityNames(view)
  const texts = new Map<number, string>()
  const textOf = (row: number): string => {
    const known = texts.get(row)
    if (known !== undefined) return known
    const { title, sentences } = view.entries[row] as GraphView['entries'][number]
    const text = [title, ...(view.graph.entries.byline[row] ?? []), ...sentences.map((s) => s.text)].join('\n')
    texts.set(row, text)
    return text
  }
  return (paragraph) => {
    const problems: ParagraphProblem[] = []
    const covered = new Uint8Array(paragraph.text.length)
    for (const clause of paragraph.clauses) {
      if (clause.start >= clause.end || paragraph.text.slice(clause.start, clause.end) !== clause.text) {
        problems.push({
          code: 'broken-clause',
          message: 'the clause is not the text at its place',
          start: clause.start,
          end: clause.end,
        })
        continue
      }
      covered.fill(1, clause.start, clause.end)
      const rows = clause.entries.map((id) => view.rowOf.get(id))
      const missing = clause.entries.filter((_, i) => rows[i] === undefined)
      if (missing.length > 0 || rows.length === 0) {
        const what = missing.length > 0 ? `the entry ${missing[0]} is not in the graph` : 'the clause cites no entry'
        problems.push({ code: 'unknown-entry', message: what, start: clause.start, end: clause.end })
        continue
      }
      const source = rows.map((row) => textOf(row as number)).join('\n')
      problems.push(...checkText(paragraph.text, clause.start, clause.end, source, names))
      problems.push(...checkCounts(clause, paragraph.clauses))
      problems.push(...checkAspect(clause, view))
    }
    for (let start = 0; start < covered.length; start++) {
      if (covered[start] === 1) continue
      let end = start
      while (end < covered.length && covered[end] === 0) end++
      for (const problem of checkText(paragraph.text, start, end, '', names))
        problems.push({ ...problem, code: 'outside-clause' })
      start = end
    }
    return problems
  }
}

/** First word of a name to the names of companies and technologies that start with it. */
function entityNames(view: GraphView): Map<string, string[]> {
  const { nodes } = view.graph
  const names = new Map<string, string[]>()
  nodes.id.forEach((_, node) => {
    const type = view.typeOf(node)
    if (type !== 'company' && type !== 'technology') return
    for (const name of [nodes.label[node] as string, ...(nodes.aliases[node] ?? [])]) {
      const [first] = tokens(name)
      // A one-word alias in lower case is as often a common word as a name: "sandbox", "cat", "find".
      if (first === undefined || !/[\p{Lu}\p{N}]/u.test(name)) continue
      const list = names.get(first.text)
      if (list === undefined) names.set(first.text, [name])
      else list.push(name)
    }
  })
  return names
}

function checkText(
  text: string,
  from: number,
  to: number,
  source: string,
  names: Map<string, string[]>,
): ParagraphProblem[] {
  const problems: ParagraphProblem[] = []
  const part = text.slice(from, to)
  const sourceWords = new Set(tokens(source).flatMap(({ text }) => [text, ...text.split(/[-/’']/)]))
  const numerals = new Set(source.match(NUMERAL) ?? [])
  for (const { text: word, start, end } of tokens(part)) {
    const place = { start: from + start, end: from + end }
    for (const numeral of word.match(NUMERAL) ?? [])
      if (!numerals.has(numeral))
        problems.push({ code: 'unknown-number', message: `the number ${numeral} stands in no cited entry`, ...place })
    for (const name of names.get(word) ?? []) {
      if (!part.startsWith(name, start) || /[\p{L}\p{N}]/u.test(part[start + name.length] ?? '')) continue
      if (!holdsName(source, name))
        problems.push({
          code: 'unknown-name',
          message: `“${name}” stands in no cited entry`,
          start: from + start,
          end: from + start + name.length,
        })
    }
    if (!/\p{Lu}/u.test(word) || (isInitial(text, from + start) && !/\p{Lu}/u.test(word.slice(1)))) continue
    const bare = word.replace(/['’]s$/, '')
    const parts = [bare, ...bare.split(/[-/]/)]
    const found = sourceWords.has(bare) || parts.slice(1).every((p) => !/\p{Lu}/u.test(p) || sourceWords.has(p))
    if (!found && !problems.some(({ start: s, end: e }) => s <= place.start && place.end <= e))
      problems.push({ code: 'unknown-name', message: `“${bare}” stands in no cited entry`, ...place })
  }
  return problems
}

function holdsName(source: string, name: string): boolean {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const before = source[at - 1] ?? ' '
    const after = source[at + name.length] ?? ' '
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

/** Whether a word opens the text or a sentence. */
function isInitial(text: string, start: number): boolean {
  return /(?:^|[.!?]["”’')\]]*\s+)["“‘'(]*$/.test(text.slice(Math.max(0, start - 6), start))
}

function tokens(text: string): Token[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** What a company is told to have done, against the sentences that the clause rests on. */
function checkAspect(clause: Clause, view: GraphView): ParagraphProblem[] {
  if (clause.company === undefined) return []
  const entries = clause.entries.flatMap((id) => view.entries[view.rowOf.get(id) ?? -1] ?? [])
  const cited = entries.flatMap(({ id, sentences }) =>
    sentences.filter(
      ({ field, start }) =>
        clause.evidence.length === 0 ||
        clause.evidence.some((piece) => piece.entry === id && piece.field === field && piece.start === start),
    ),
  )
  const verb = overstatedVerb(clause.text, cited.map(({ text }) => text).join(' '))
  if (verb === null) return []
  const message = `“${verb}” is only under way, planned, possible or denied in what is cited`
  return [{ code: 'told-as-done', message, start: clause.start, end: clause.end }]
}

function checkCounts(clause: Clause, clauses: Clause[]): ParagraphProblem[] {
  const problems: ParagraphProblem[] = []
  const companies = new Set(
    clauses.flatMap(({ theme, company }) => (theme === clause.theme && company !== undefined ? [company] : [])),
  )
  for (const { text: word, start, end } of tokens(clause.text)) {
    const count = COUNT_WORDS.indexOf(word.toLowerCase())
    if (count < 1 || !COUNTED.test(clause.text.slice(end, end + 30).replace(/[,;:.].*$/, ''))) continue
    // A count inside an instance is the entry's own wording, not ours.
    if (clause.company !== undefined || count === companies.size) continue
    problems.push({
      code: 'wrong-count',
      message: `“${word}” counts ${companies.size}`,
      start: clause.start + start,
      end: clause.start + end,
    })
  }
  return problems
}
