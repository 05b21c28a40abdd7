import { createRandom } from '../graph/index.ts'
import type { Clause, KnowledgeGraph, Paragraph } from '../model/index.ts'
import { type Advice, adviceOf } from './advice.ts'
import { appendPieces } from './append-pieces.ts'
import { backgroundShare } from './background.ts'
import { createParagraphChecker } from './check-paragraph.ts'
import { chooseThemes, type Theme } from './choose-themes.ts'
import { commasLast, composeLone, FRAMES, type Frame, type Piece } from './compose-sentence.ts'
import { findPatterns } from './find-patterns.ts'
import { actorsOf } from './gather-showings.ts'
import { type GraphView, type ViewEntry, viewGraph } from './graph-view.ts'
import { createTellers, type ToldInstance } from './tell-instances.ts'
import { themePhrase } from './theme-phrases.ts'
import { speaksOf } from './theme-vocabulary.ts'

export interface WriteOptions {
  seed?: number
  /** Inclusive, by overlap. Undated entries are told only where neither is given. */
  since?: string
  until?: string
  /** The archive to weigh against. */
  history?: KnowledgeGraph
}

/** Openings of the second and third sentence; one word at most, so that what follows tells digests apart. */
const OPENINGS = ['', 'Elsewhere,', 'Meanwhile,', 'Alongside that,', '', 'At the same time,']
/** What leads over to the companies that no theme took: nobody is to take them for instances of it. */
const LONE = ['Outside of this pattern', 'Without a counterpart here', 'Apart from these']
/** The same where there was no pattern, and what leads on from there. */
const BESIDE = 'Beyond that'
const MORE_LONE = ['Besides', 'In other entries']
/** A list of what has nothing in common is soon too long. */
const LONE_TOLD = 2
const LONE_SCORE = 0.5
/** Where little else is told; the grammar is gated all the same. */
const LONE_SCORE_OF_FEW = -2.5
const MOST_WORDS = 130
/** Below this what stands alone is told as well. */
const LEAST_WORDS = 60
const MOST_GERUND_WORDS = 42
const MOST_AT_WORDS = 48
/** Words of an instance where the paragraph would else stay short. */
const LONG_INSTANCE = 18
const ENOUGH_WORDS = 75

/** "Patterns Across Companies", from the entries alone. */
export function writeParagraph(graph: KnowledgeGraph, options: WriteOptions = {}): Paragraph {
  const view = viewGraph(graph)
  const entries = view.entries.filter((entry) => isTold(entry, options))
  const choice = { background: backgroundShare(options.history), favoured: favouredLabels(view, options) }
  const random = seededTurns(entries, options.seed ?? 1)
  const check = createParagraphChecker(view)
  const holds = (paragraph: Paragraph) => check(paragraph).length === 0
  const turns = { frames: shuffled(FRAMES, random), openings: shuffled(OPENINGS, random), lone: shuffled(LONE, random) }
  const claimTurn = Math.floor(random() * 1000)
  const write = (more: { words?: number; lenient?: boolean } = {}): Draft => {
    const draft: Draft = { text: '', clauses: [], told: [] }
    const frames = [...turns.frames]
    const openings = [...turns.openings]
    let themes = chooseThemes(view, entries, { ...choice, ...more })
    // Where one theme is all, weaker instances may make a second.
    if (themes.length === 1) themes = chooseThemes(view, entries, { ...choice, ...more, lenient: true }, themes)
    for (const [i, theme] of themes.entries()) {
      if (i >= 2 && countWords(draft.text) >= ENOUGH_WORDS) break
      const opening = draft.text === '' ? '' : (openings.shift() as string)
      const added = addTheme(draft, view, theme, frames, opening, claimTurn + i, holds)
      if (added === null) continue
      Object.assign(draft, added.paragraph)
      draft.told.push(...added.told)
      // One "whether" a paragraph.
      for (const frame of [...frames])
        if (frame === added.frame || frame.turn === added.frame.turn) frames.splice(frames.indexOf(frame), 1)
    }
    return draft
  }
  const whole = (draft: Draft): Draft => {
    const patterned = draft.clauses.some(({ theme, company }) => theme !== 'none' && company === undefined)
    const leads = [patterned ? (turns.lone[0] as string) : BESIDE, ...MORE_LONE]
    // One sentence of what stands alone, and another where that is not enough; last, a company's second story.
    const passes = [
      {},
      { words: LONG_INSTANCE, least: LONE_SCORE_OF_FEW },
      { words: LONG_INSTANCE, least: LONE_SCORE_OF_FEW, again: true },
    ]
    let all = draft
    for (const more of passes) {
      if (countWords(all.text) >= LEAST_WORDS) break
      const longer = addLone(all, view, entries, leads[0] as string, holds, more)
      if (longer !== all) leads.shift()
      all = longer
    }
    return all
  }
  let draft = write()
  for (const more of [{ lenient: true }, { words: LONG_INSTANCE, lenient: true }])
    if (countWords(draft.text) < LEAST_WORDS) draft = longer(draft, write(more))
  if (draft.clauses.length === 0) draft = sayNothing(view, entries)
  if (draft.told.length > 0) draft = whole(draft)
  return holds(draft) ? { text: draft.text, clauses: draft.clauses } : { text: NOTHING, clauses: [] }
}

/** A paragraph in the making, with the instances that it tells. */
interface Draft extends Paragraph {
  told: ToldInstance[]
}

function longer(a: Draft, b: Draft): Draft {
  if (a.told.length !== b.told.length) return b.told.length > a.told.length ? b : a
  return countWords(b.text) > countWords(a.text) ? b : a
}

/**
 * The draft with a theme's sentence, in the first frame and claim that the checker passes; null where none does. A frame
 * that tells all instances is taken before one that drops any.
 */
function addTheme(
  draft: Paragraph,
  view: GraphView,
  theme: Theme,
  frames: Frame[],
  opening: string,
  turn: number,
  holds: (paragraph: Paragraph) => boolean,
): { paragraph: Paragraph; frame: Frame; told: ToldInstance[] } | null {
  const fits = (frame: Frame) => frame.most >= Math.min(3, theme.told.length)
  for (const frame of [...frames.filter(fits), ...frames.filter((frame) => !fits(frame))]) {
    const told = commasLast(theme.told.slice(0, frame.most))
    if (!readsIn(frame, told, theme, view)) continue
    for (let c = 0; c < theme.claims.length; c++) {
      const claim = theme.claims[(turn + c) % theme.claims.length] as string
      const paragraph = appendPieces(draft, frame.compose(claim, told, opening), theme, view)
      if (countWords(paragraph.text) <= MOST_WORDS && holds(paragraph)) return { paragraph, frame, told }
    }
  }
  return null
}

/** The draft with up to two telling instances of entries that no theme took; `again` of companies that were told. */
function addLone(
  draft: Draft,
  view: GraphView,
  entries: ViewEntry[],
  aside: string,
  holds: (paragraph: Paragraph) => boolean,
  { words, again = false, least = LONE_SCORE }: { words?: number; again?: boolean; least?: number },
): Draft {
  const stories = new Set(draft.told.map(({ entry }) => entry.story))
  const companies = new Set(again ? [] : draft.told.map(({ company }) => company))
  const lone: ToldInstance[] = []
  let whole = draft
  for (const instance of tellingInstances(view, entries, words)) {
    if (lone.length === LONE_TOLD) break
    if (instance.score < least || stories.has(instance.entry.story) || companies.has(instance.company)) continue
    const told = [...lone, instance]
    const [label] = told[0]?.entry.labels ?? []
    const id = label === undefined ? 'none' : (view.graph.nodes.id[label.node] as string)
    const paragraph = appendPieces(draft, composeLone(told, aside), { id }, view)
    // One that the checker refuses, or that is too long, makes room for the next.
    if (countWords(paragraph.text) > MOST_WORDS || !holds(paragraph)) continue
    lone.push(instance)
    stories.add(instance.entry.story)
    companies.add(instance.company)
    whole = { ...paragraph, told: [...draft.told, ...told] }
  }
  return whole
}

/** Whether instances can be told in a frame: gerunds in a row while they are few and short, "at" a company by its name. */
function readsIn({ id, form, plain }: Frame, told: ToldInstance[], theme: Theme, view: GraphView): boolean {
  const all = told.map(({ past }) => past)
  if (plain && all.some((past) => past.includes(','))) return false
  // "From A moving x to y to B …" cannot be read.
  if (id.startsWith('from') && all.some((past) => / to /.test(past))) return false
  if (id.includes('for one') && told[0]?.subject !== view.labelOf(told[0]?.company ?? 0)) return false
  if (form === 'past') return true
  const words = told.reduce((sum, { gerund }) => sum + countWords(gerund), 0)
  const most = form === 'at' ? MOST_AT_WORDS : MOST_GERUND_WORDS
  if (words > most || told.some(({ gerund }) => /^being /.test(gerund)) || theme.failure) return false
  const { label, aliases } = view.graph.nodes
  return (
    form !== 'at' ||
    told.every(({ subject, company }) => subject === label[company] || aliases[company]?.includes(subject))
  )
}

const NOTHING = 'No failure mode or lesson recurs across two companies in these entries.'

/** One honest sentence where nothing recurs, with the most telling single instance where there is one. */
function sayNothing(view: GraphView, entries: ViewEntry[]): Draft {
  if (entries.length === 0) return { text: 'There are no entries here, so nothing recurs.', clauses: [], told: [] }
  const kin = tellKin(view, entries)
  if (kin !== null) return kin
  const [best] = tellingInstances(view, entries)
  if (best === undefined) return { text: NOTHING, clauses: [], told: [] }
  const pieces: Piece[] = [
    { text: 'Nothing here recurs across two companies; what stands out is ', kind: 'joint' },
    { text: `${best.subject}, which ${best.past}`, kind: 'instance', instance: best },
    { text: '.', kind: 'joint' },
  ]
  return { ...appendPieces({ text: '', clauses: [] }, pieces, { id: 'none' }, view), told: [best] }
}

/**
 * A lesson that a second entry is about too, which gives no instance of it and is told by its title: another company's
 * entry, or else a guide of none.
 */
function tellKin(view: GraphView, entries: ViewEntry[]): Draft | null {
  return tellKinAmong(view, entries, true) ?? tellKinAmong(view, entries, false)
}

function tellKinAmong(view: GraphView, entries: ViewEntry[], ofCompany: boolean): Draft | null {
  const tell = createTellers(view, LONG_INSTANCE, !ofCompany).label
  let best: { instance: ToldInstance; label: number; kin: ViewEntry } | null = null
  for (const entry of entries)
    for (const node of [...entry.labels.map((label) => label.node), ...(ofCompany ? [] : entry.cued)]) {
      if (view.typeOf(node) !== 'lesson') continue
      const [company] = entry.subjects
      const kin = entries.find(
        ({ story, labels, subjects }) =>
          story !== entry.story &&
          labels.some((label) => label.node === node) &&
          subjects.length > 0 === ofCompany &&
          !subjects.includes(company ?? -1),
      )
      if (company === undefined || kin === undefined) continue
      const [instance] = tell(entry, company, node)
      if (instance !== undefined && (best === null || instance.score > best.instance.score))
        best = { instance, label: node, kin }
    }
  if (best === null) return null
  const { instance, label, kin } = best
  const id = view.graph.nodes.id[label] as string
  const { claims, topic } = themePhrase(id, view.labelOf(label))
  const pieces: Piece[] = [
    { text: claims[0] as string, kind: 'claim' },
    { text: ': ', kind: 'joint' },
    { text: `${instance.subject} ${instance.past}`, kind: 'instance', instance },
    { text: '.', kind: 'joint' },
  ]
  const draft = appendPieces({ text: '', clauses: [] }, pieces, { id }, view)
  const title = kin.title.replace(/[“”"]/g, '')
  const [name = ''] = view.graph.entries.byline[kin.row] ?? []
  const where = ofCompany && name !== '' && !title.includes(name) ? ` at ${name}` : ''
  const [advised] = ofCompany ? [] : advices(kin, id)
  const text =
    advised === undefined
      ? `The same concern, ${topic}, runs through “${title}”${where}`
      : `On the same concern, ${topic}, “${title}” argues for ${advised.gerund}`
  const clause: Clause = {
    start: draft.text.length + 1,
    end: draft.text.length + 1 + text.length,
    text,
    ...(ofCompany ? { company: view.graph.nodes.id[kin.subjects[0] as number] as string } : {}),
    theme: id,
    entries: [kin.id],
    evidence: advised === undefined ? [] : [advised.piece],
  }
  return { text: `${draft.text} ${text}.`, clauses: [...draft.clauses, clause], told: [instance] }
}

/** What a guide recommends, that which speaks of the label first. */
function advices({ id, sentences }: ViewEntry, label: string): (Advice & { piece: Clause['evidence'][number] })[] {
  const body = sentences.filter(({ field }) => field === 'body')
  const all = body.flatMap(({ field, start, text }) =>
    adviceOf(text).map(({ gerund }) => ({ gerund, piece: { entry: id, field, start, end: start + text.length } })),
  )
  const speaks = ({ gerund }: Advice) => speaksOf(label, gerund) ?? 0
  return all.sort((a, b) => speaks(b) - speaks(a))
}

/** Every entry's best instance, whatever its theme, most telling first. */
function tellingInstances(view: GraphView, entries: ViewEntry[], words?: number): ToldInstance[] {
  const tell = createTellers(view, words).whatever
  return entries
    .flatMap((entry) =>
      actorsOf(view, entry)
        .flatMap((company) => tell(entry, company).slice(0, 1))
        .sort(byTelling)
        .slice(0, 1),
    )
    .sort(byTelling)
}

function byTelling(a: ToldInstance, b: ToldInstance): number {
  return b.score - a.score || a.entry.row - b.entry.row || (a.past < b.past ? -1 : 1)
}

/** Labels of the archive's clusters, which a digest that shares them is told along. */
function favouredLabels(view: GraphView, { history, seed = 1 }: WriteOptions): Set<number> {
  if (history === undefined) return new Set()
  const patterns = history.patterns.length > 0 ? history.patterns : findPatterns(history, { seed })
  return new Set(patterns.flatMap(({ themes }) => themes.flatMap((id) => view.nodeOf.get(id) ?? [])))
}

/**
 * Random numbers that depend on the entries' dates and titles and the seed alone: the same digest is always told alike, and
 * two digests seldom are.
 */
function seededTurns(entries: ViewEntry[], seed: number): () => number {
  let hash = 2_166_136_261 ^ seed
  for (const { date, title } of entries)
    for (const char of `${date ?? ''} ${title}`) hash = Math.imul(hash ^ (char.codePointAt(0) as number), 16_777_619)
  return createRandom(hash >>> 0)
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = all[i] as T
    all[i] = all[j] as T
    all[j] = kept
  }
  return all
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function isTold({ date, dateEnd }: ViewEntry, { since, until }: WriteOptions): boolean {
  if (date === null) return since === undefined && until === undefined
  return (since === undefined || (dateEnd ?? date) >= since) && (until === undefined || date <= until)
}
