import type { EntityType, KnowledgeGraph } from '../model/index.ts'
import { type Claim, inSentence, labelInClaim, listed, listedLabels } from './claim.ts'
import { quotesOfEntry } from './entry-quotes.ts'
import type { GraphIndex } from './graph-index.ts'
import type { Group } from './recognise.ts'

/** What a claim must be about, and what it is ranked by. */
export interface Wanted {
  index: GraphIndex
  groups: Group[]
  /** Stems of the words that no group covers. */
  stems: string[]
  /** Entries that may answer: within the dates, and holding the names that only the text knows. */
  allowed: (entry: number) => boolean
}

const isType =
  (...types: EntityType[]) =>
  ({ options }: Group) =>
    options.some(({ type }) => types.includes(type))

interface Ranked {
  claim: Claim
  story: number
  score: number
  date: string
  entry: number
}

/** "Who hit X in Y": entries that are about a failure mode and name everything else that is asked for. */
export function failureClaims(wanted: Wanted): Claim[] {
  return themeClaims(wanted, 'failure-mode', ({ who, what, where, risk }) => {
    const place = where === '' ? '' : ` in ${where}`
    if (who === '') return `${upper(what)}${place}${risk ? ', as a risk' : ''}`
    return risk ? `${who}: ${what}${place}, as a risk` : `${who} faced ${what}${place}`
  })
}

/** "What did companies learn about X": lessons of the entries that name everything that is asked for. */
export function lessonClaims(wanted: Wanted): Claim[] {
  return themeClaims(wanted, 'lesson', ({ who, what, where }) => {
    const about = where === '' ? '' : ` (${where})`
    return who === '' ? `Lesson: ${what}${about}` : `${who} learned: ${what}${about}`
  })
}

type Wording = (parts: { who: string; what: string; where: string; risk: boolean }) => string

/** How many labels of one entry a claim names. */
const LABELS = 2

/** The best labels of an entry; where a failure is asked about, the lessons that answer it come first. */
function chosenLabels(index: GraphIndex, rows: number[], type: EntityType, rest: Group[]): number[] {
  const { mentions, nodes, edges } = index.graph
  const asked = new Set(rest.flatMap(({ options }) => options.map(({ row }) => row)))
  const answers = (node: number) =>
    (index.edgesOfNode[node] ?? []).some(
      (edge) => edges.kind[edge] === 'counters' && edges.from[edge] === node && asked.has(edges.to[edge] ?? -1),
    )
  const node = (row: number) => mentions.node[row] ?? -1
  const sorted = [...rows].sort((a, b) => (mentions.rank[a] ?? 99) - (mentions.rank[b] ?? 99) || a - b)
  const aboutFailure = [...asked].some((row) => nodes.type[row] === 'failure-mode')
  if (type !== 'lesson' || !aboutFailure) return sorted.slice(0, LABELS)
  const answering = sorted.filter((row) => answers(node(row)))
  return (answering.length > 0 ? answering : sorted).slice(0, LABELS)
}

function themeClaims(wanted: Wanted, type: 'failure-mode' | 'lesson', wording: Wording): Claim[] {
  const { index, groups, stems, allowed } = wanted
  const { graph } = index
  const { mentions, nodes, entries } = graph
  const themes = groups.filter(isType(type))
  const rest = groups.filter((group) => !themes.includes(group))
  const asked = new Set(
    themes.flatMap(({ options }) => options.filter((each) => each.type === type).map(({ row }) => row)),
  )
  const ranked: Ranked[] = []
  entries.id.forEach((_, entry) => {
    if (!allowed(entry) || !rest.every((group) => namesAny(index, entry, group))) return
    const present = rest.flatMap(({ options }) =>
      options.filter(({ row }) => index.nodesOfEntry[entry]?.has(row)).map(({ row }) => row),
    )
    const rows = (index.mentionsOfEntry[entry] ?? []).filter((row) => {
      const node = mentions.node[row] ?? -1
      if (nodes.type[node] !== type || mentions.polarity[row] === 'denied') return false
      if (asked.size > 0) return asked.has(node) && mentions.role[row] === 'label'
      return mentions.role[row] === 'label' && (mentions.rank[row] ?? -1) <= 1
    })
    if (rows.length === 0) return
    const shown = chosenLabels(index, rows, type, rest)
    const [first] = shown
    if (first === undefined) return
    const labels = shown.map((row) => mentions.node[row] ?? -1)
    const subjects = subjectsOf(index, entry, present)
    const others = present.filter((row) => !subjects.includes(row))
    const quotes = quotesOfEntry(index, entry, [labels[0] ?? -1, ...present], stems)
    if (quotes.length === 0) return
    const learned = type === 'failure-mode' ? labelsOf(index, entry, 'lesson') : []
    ranked.push({
      claim: {
        text: wording({
          who: listed(subjects.map((row) => nodes.label[row] ?? '')),
          what: listedLabels(labels.map((row) => labelInClaim(graph, row))),
          where: listed([...new Set(others.map((row) => labelInClaim(graph, row)))]),
          risk: mentions.polarity[first] === 'risk',
        }),
        kind: type === 'lesson' ? 'learned' : 'hit',
        entities: ids(graph, [...subjects, ...labels, ...present]),
        quotes,
        ...(learned.length > 0 ? { learned: learned.map((row) => inSentence(nodes.label[row] ?? '')) } : {}),
        stories: 1,
      },
      story: entries.story[entry] ?? entry,
      score: scoreOf(index, entry, first, present, stems, quotes),
      date: entries.date[entry] ?? '',
      entry,
    })
  })
  return oneOfEachStory(ranked)
}

/** Entries that name everything that is asked for, and no more is known of what is asked. */
export function mentionClaims({ index, groups, stems, allowed }: Wanted): Claim[] {
  const { graph } = index
  const ranked: Ranked[] = []
  graph.entries.id.forEach((_, entry) => {
    if (groups.length === 0 || !allowed(entry) || !groups.every((group) => namesAny(index, entry, group))) return
    const present = groups.flatMap(({ options }) =>
      options.filter(({ row }) => index.nodesOfEntry[entry]?.has(row)).map(({ row }) => row),
    )
    const quotes = quotesOfEntry(index, entry, present, stems)
    if (quotes.length === 0) return
    ranked.push({
      claim: {
        text: graph.entries.title[entry] ?? '',
        kind: 'mention',
        entities: ids(graph, [...present, ...subjectsOf(index, entry, [])]),
        quotes,
        stories: 1,
      },
      story: graph.entries.story[entry] ?? entry,
      score: scoreOf(index, entry, -1, present, stems, quotes),
      date: graph.entries.date[entry] ?? '',
      entry,
    })
  })
  return oneOfEachStory(ranked)
}

/** Of several entries that tell one story the best stays; equal scores go to the newer. */
function oneOfEachStory(ranked: Ranked[]): Claim[] {
  ranked.sort((a, b) => b.score - a.score || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.entry - b.entry))
  const seen = new Set<string>()
  return ranked.flatMap(({ claim, story }) => {
    const key = `${story}|${claim.kind}|${claim.kind === 'mention' ? '' : claim.text}`
    if (seen.has(key)) return []
    seen.add(key)
    return [claim]
  })
}

function scoreOf(
  index: GraphIndex,
  entry: number,
  mention: number,
  present: number[],
  stems: string[],
  quotes: Claim['quotes'],
): number {
  const { mentions } = index.graph
  const rank = mention < 0 ? 0 : (mentions.rank[mention] ?? 5)
  const roles = (index.mentionsOfEntry[entry] ?? []).filter((row) => present.includes(mentions.node[row] ?? -1))
  const about = roles.filter((row) => mentions.role[row] !== 'mention').length
  const count = roles.reduce((sum, row) => sum + Math.min(mentions.count[row] ?? 0, 4), 0)
  const text = quotes.map((quote) => quote.text.toLowerCase()).join(' ')
  const words = stems.filter((each) => text.includes(each)).length
  // One sentence that shows everything is worth more than two.
  const together = quotes.length === 1 ? 1 : 0
  const occurred = mention >= 0 && mentions.polarity[mention] === 'risk' ? -0.5 : 0
  return about + count / 8 + words * 1.5 + together + occurred - rank / 2
}

/** The companies that an entry is about: the asked ones first, else its subjects. */
function subjectsOf(index: GraphIndex, entry: number, present: number[]): number[] {
  const { mentions, nodes } = index.graph
  const rows = (index.mentionsOfEntry[entry] ?? []).filter((row) => mentions.role[row] === 'subject')
  const subjects = rows.map((row) => mentions.node[row] ?? -1).filter((row) => nodes.type[row] === 'company')
  if (subjects.length > 0) return subjects
  return present.filter((row) => nodes.type[row] === 'company')
}

function labelsOf(index: GraphIndex, entry: number, type: EntityType): number[] {
  const { mentions, nodes } = index.graph
  return (index.mentionsOfEntry[entry] ?? [])
    .filter((row) => mentions.role[row] === 'label' && nodes.type[mentions.node[row] ?? -1] === type)
    .sort((a, b) => (mentions.rank[a] ?? 0) - (mentions.rank[b] ?? 0) || a - b)
    .slice(0, 2)
    .map((row) => mentions.node[row] ?? -1)
}

export function namesAny(index: GraphIndex, entry: number, { options }: Group): boolean {
  return options.some(({ row }) => index.nodesOfEntry[entry]?.has(row))
}

function ids({ nodes }: KnowledgeGraph, rows: number[]): string[] {
  return [...new Set(rows)].map((row) => nodes.id[row] ?? '')
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
