import { condense, type Instance } from './condense.ts'
import { fullerObject } from './fuller-object.ts'
import type { GraphView, ViewEntry, ViewSentence } from './graph-view.ts'
import { cueSpans, ownedBy } from './label-evidence.ts'
import { speaksOf } from './theme-vocabulary.ts'

/** An instance with what it rests on. */
export interface ToldInstance extends Instance {
  company: number
  entry: ViewEntry
  sentence: ViewSentence
}

/** A failure mode or lesson with the companies that show it, each with its instances, best first. */
export interface Showing {
  company: number
  instances: ToldInstance[]
}

/** In the sentence, in the clause; an entry that is chiefly about the label needs no cue beside the clause. */
const CUE_IN_SENTENCE = 1.2
const CUE_IN_CLAUSE = 2.5
const SECOND_LABEL = -1.2
const FAILURE_WITHOUT_CUE = -1
const TITLE_WORD = 0.25
/** A clause that speaks of the label in its own words shows it; one that does not is not told. */
const SPEAKS = 1
const SPEAKS_TWICE = 0.5
/** A label further down the entry's list is less what the entry is about. */
const LOW_RANK = 0.35
const LOW_RANK_MOST = 1.4
/** What went wrong is no instance of a remedy, save where looking at failure is the remedy. */
const FAILS = -2.5
const FAILING =
  /\b(?:bugs?|outages?|failed|failures?|crash\w*|starvation|leaks?|degradation|breach|compromised|struggled|suffered|lacked|broke)\b/i
/** What is brought together is not taken apart, though both are about seams. */
const TAKES_APART = new Set(['lesson:decoupling', 'lesson:control-data-plane', 'failure-mode:tight-coupling'])
const BRINGS_TOGETHER = /\b(?:centrali[sz]|consolidat|unif|merg)/i
/** "moved away from batch jobs" shows no batching. */
export const GIVEN_UP =
  /\b(?:away from|instead of|rather than|without|no longer|abandon\w+|dropp\w+|remov\w+|replac\w+|eliminat\w+) (?:[\w-]+ ){0,2}$/
const SEES_FAILURE = new Set(['operations'])
/** Rank of a label that the entry is not about. */
const ONLY_CUED = 9
/** A company that the entry only names is less what it is about. */
const NAMED_ONLY = -1
const TOUCHED_ON = -0.8
/** Without a theme, the title says what an entry is about. */
const LONE_TITLE_WORD = 0.5
const LONE_SPEAKS = 1.5
const INSTANCES_KEPT = 4
const CONDENSED_KEPT = 8

export interface Tellers {
  /** What an entry tells of a company for a label, best first. */
  label(entry: ViewEntry, company: number, label: number): ToldInstance[]
  /** What it tells whatever the theme, best first. */
  whatever(entry: ViewEntry, company: number): ToldInstance[]
}

/** Condenses the sentences of entries, once each for all who ask. */
export function createTellers(view: GraphView, best?: number, lenient = false): Tellers {
  const condensed = condenserOf(view, best)
  return { label: labelTeller(view, condensed, lenient), whatever: whateverTeller(view, condensed) }
}

function labelTeller(view: GraphView, condensed: Condenser, lenient: boolean): Tellers['label'] {
  const cues = cueSpans(view.graph)
  return (entry, company, label) => {
    const found: ToldInstance[] = []
    const id = view.graph.nodes.id[label] as string
    const rank = entry.labels.find(({ node }) => node === label)?.rank ?? ONLY_CUED
    const failure = view.typeOf(label) === 'failure-mode'
    const seesFailure = failure || SEES_FAILURE.has(view.graph.nodes.facts[label]?.group ?? '')
    const titleWords = wordsOf(entry.title)
    for (const { sentence, instances } of condensed(entry, company)) {
      const here = cues.get(label)?.get(sentence.row) ?? []
      if (rank === ONLY_CUED && (here.length === 0 || (failure && !lenient))) continue
      let base = here.length > 0 ? CUE_IN_SENTENCE : failure ? FAILURE_WITHOUT_CUE : 0
      if (here.length === 0 && rank > 0) base += SECOND_LABEL
      if (rank === ONLY_CUED) base += TOUCHED_ON
      base -= Math.min(LOW_RANK_MOST, Math.min(rank, 6) * LOW_RANK)
      for (const instance of instances) {
        const said = speaksOf(id, `${instance.subject} ${instance.past}`)
        const cued = here.some(([start, end]) => {
          const at = instance.past.indexOf(sentence.text.slice(start, end))
          return at >= 0 && !GIVEN_UP.test(instance.past.slice(0, at))
        })
        if (TAKES_APART.has(id) && BRINGS_TOGETHER.test(instance.past)) continue
        if (said === 0 && !(cued && (rank === 0 || lenient))) continue
        // A word may mislead, and so may a cue in an entry about something else; two of them hardly do.
        if (rank === ONLY_CUED && !(lenient && cued && (said === null || said > 1))) continue
        if (!cued && !(lenient && said !== null && said > 1)) continue
        let score = instance.score + base + (cued ? CUE_IN_CLAUSE : 0)
        if (!entry.subjects.includes(company)) score += NAMED_ONLY
        if (said !== null && said > 0) score += SPEAKS + Math.min(2, said - 1) * SPEAKS_TWICE
        if (!seesFailure && FAILING.test(instance.past)) score += FAILS
        score += Math.min(3, [...wordsOf(instance.past)].filter((word) => titleWords.has(word)).length) * TITLE_WORD
        found.push({ ...instance, score, company, entry, sentence })
      }
    }
    return found
      .sort((a, b) => b.score - a.score || a.sentence.row - b.sentence.row || (a.past < b.past ? -1 : 1))
      .slice(0, INSTANCES_KEPT)
  }
}

function whateverTeller(view: GraphView, condensed: Condenser): Tellers['whatever'] {
  const known = new Map<string, ToldInstance[]>()
  return (entry, company) => {
    const key = `${entry.row}|${company}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const titleWords = wordsOf(entry.title)
    const about = entry.labels.map(({ node }) => view.graph.nodes.id[node] as string)
    const told = condensed(entry, company)
      .flatMap(({ sentence, instances }) =>
        instances.map((instance) => {
          const shared = [...wordsOf(instance.past)].filter((word) => titleWords.has(word)).length
          const speaks = about.some((id) => (speaksOf(id, instance.past) ?? 0) > 0) ? LONE_SPEAKS : -LONE_SPEAKS
          const other = entry.subjects.includes(company) ? 0 : NAMED_ONLY
          const score = instance.score + Math.min(4, shared) * LONE_TITLE_WORD + speaks + other
          return { ...instance, score, company, entry, sentence }
        }),
      )
      .sort((a, b) => b.score - a.score || a.sentence.row - b.sentence.row || (a.past < b.past ? -1 : 1))
    known.set(key, told)
    return told
  }
}

export function byScore(a: ToldInstance, b: ToldInstance): number {
  return b.score - a.score || a.entry.row - b.entry.row || (a.past < b.past ? -1 : a.past > b.past ? 1 : 0)
}

/** Each sentence of an entry with what it condenses to for a company; kept, for many labels ask. */
type Condenser = (entry: ViewEntry, company: number) => { sentence: ViewSentence; instances: Instance[] }[]

const condensers = new WeakMap<GraphView, Map<number | undefined, Condenser>>()

/** One for each view and length: drafts that differ in what they accept condense alike. */
function condenserOf(view: GraphView, best: number | undefined): Condenser {
  const known = condensers.get(view) ?? new Map<number | undefined, Condenser>()
  condensers.set(view, known)
  const condenser = known.get(best) ?? createCondenser(view, best)
  known.set(best, condenser)
  return condenser
}

function createCondenser(view: GraphView, best: number | undefined): Condenser {
  const owned = ownedBy(view.graph)
  const known = new Map<string, { sentence: ViewSentence; instances: Instance[] }[]>()
  return (entry: ViewEntry, company: number) => {
    const key = `${entry.row}|${company}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const spelled = spellings(view, company, entry)
    const own = isOwn(view, entry, company, spelled.all)
    const result = entry.sentences
      .filter(({ field }) => field === 'body')
      .map((sentence) => {
        const technologies = technologiesIn(view, entry, sentence.text)
        const instances = condense(sentence.text, {
          company: spelled.short,
          aliases: spelled.all,
          houseNames: spelled.known,
          technologies: technologies.map(({ name }) => name),
          named: technologies.filter(({ name }) => own && entry.title.includes(name)).map(({ name }) => name),
          products: technologies.filter(({ node }) => owned.has(`${company}|${node}`)).map(({ name }) => name),
          own,
          ...(best === undefined ? {} : { best }),
        })
        const before = entry.sentences.filter(({ field, start }) => field === 'body' && start < sentence.start)
        const earlier = [entry.title, ...before.map(({ text }) => text)].join(' ')
        const told = instances.slice(0, CONDENSED_KEPT).map((instance) => fullerObject(instance, earlier))
        return { sentence, instances: told.sort((a, b) => b.score - a.score || (a.past < b.past ? -1 : 1)) }
      })
    known.set(key, result)
    return result
  }
}

/**
 * Whether "the team" and "the system" are the company's: in an entry that is about it alone, or about several of whom the
 * title names it alone; in an outlet's entry, where the title names it. What is given to several is not told of one.
 */
function isOwn(view: GraphView, { row, subjects, title }: ViewEntry, company: number, names: string[]): boolean {
  if (!subjects.includes(company)) return false
  const inTitle = names.some((name) => title.includes(name))
  if (subjects.length === 1) return inTitle || !view.graph.entries.bylineRoles[row]?.includes('publisher')
  const { label, aliases } = view.graph.nodes
  const spelled = (node: number) => [label[node] as string, ...(aliases[node] ?? [])]
  const others = subjects.filter((node) => node !== company).flatMap(spelled)
  return inTitle && !others.some((name) => /\p{Lu}/u.test(name) && title.includes(name))
}

/** How the entry spells the company: the byline's form where it is short, and all forms that its sentences may use. */
function spellings(
  view: GraphView,
  company: number,
  entry: ViewEntry,
): { short: string; all: string[]; known: string[] } {
  const { nodes, entries } = view.graph
  const known = [nodes.label[company] as string, ...(nodes.aliases[company] ?? [])]
  const text = [entry.title, ...(entries.byline[entry.row] ?? []), ...entry.sentences.map((s) => s.text)].join('\n')
  const used = known.filter((name) => /\p{Lu}/u.test(name) && text.includes(name))
  const byline = (entries.byline[entry.row] ?? []).find((name) => known.includes(name))
  const wordy = (name: string) => name.split(' ').length > 2
  const short =
    byline !== undefined && !wordy(byline)
      ? byline
      : (used.filter((name) => !wordy(name)).sort((a, b) => a.length - b.length)[0] ?? byline ?? used[0])
  return {
    short: short ?? (nodes.label[company] as string),
    all: used,
    known: known.filter((name) => /^\p{Lu}/u.test(name)),
  }
}

function technologiesIn(view: GraphView, entry: ViewEntry, text: string): { node: number; name: string }[] {
  const { nodes } = view.graph
  return entry.nodes.flatMap((node) => {
    if (view.typeOf(node) !== 'technology' || nodes.generic[node] === true) return []
    const names = [nodes.label[node] as string, ...(nodes.aliases[node] ?? [])].filter((name) => text.includes(name))
    const [name] = names.sort((a, b) => b.length - a.length)
    return name === undefined ? [] : [{ node, name }]
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(
    (text.toLowerCase().match(/[a-z][a-z-]{3,}/g) ?? []).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  )
}
