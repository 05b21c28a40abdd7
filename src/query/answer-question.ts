import type { EdgeKind, KnowledgeGraph, Ontology } from '../model/index.ts'
import { type Claim, labelInClaim, VERBS } from './claim.ts'
import { edgeClaims } from './claims-of-edges.ts'
import { failureClaims, lessonClaims, mentionClaims, type Wanted } from './claims-of-entries.ts'
import { compareEntities, type SharedNeighbour } from './compare-entities.ts'
import { quotesOfEntry } from './entry-quotes.ts'
import { nearNames, SLIP } from './find-entity.ts'
import { findPaths } from './find-paths.ts'
import { type GraphIndex, graphIndex } from './graph-index.ts'
import type { Intent } from './intents.ts'
import { contentStems, looksLikeName, wordsOf } from './question-words.ts'
import { type Question, readQuestion } from './read-question.ts'
import { createRecogniser, type Group, type Recognised, type Recogniser } from './recognise.ts'
import { searchEvidence } from './search-evidence.ts'
import { stem } from './stem.ts'

export interface Answer {
  question: string
  intent: Intent
  /** What the question names and the graph holds. */
  understood: { text: string; options: Omit<Recognised, 'row'>[] }[]
  /** Best first. */
  claims: Claim[]
  /** What came near, where little was found. */
  near: Claim[]
  /** Names that the ontology knows and no entry of the graph names. */
  absent: Omit<Recognised, 'row'>[]
  /** Words that stand nowhere in the graph, with the labels that they may have meant. */
  unknown: { text: string; near: string[] }[]
}

export interface AnswerOptions {
  /** Most claims. */
  limit: number
  /** Inclusive; undated entries stay. */
  since?: string
  until?: string
}

export const DEFAULT_ANSWER_OPTIONS: AnswerOptions = { limit: 8 }

/** UTF-16 units of a question that are read: what is longer is no question, and matching is quadratic in what it names. */
export const QUESTION_LIMIT = 1000

/** Claims that came near are few: they are a hint, not an answer. */
const NEAR_LIMIT = 3

const EDGE_INTENTS: Partial<Record<Intent, EdgeKind[]>> = {
  left: ['migrated-from'],
  adopted: ['migrated-to', 'uses'],
  built: ['built'],
  acquired: ['acquired'],
  partnered: ['partnered-with'],
  uses: ['uses', 'migrated-to'],
}

/** A function that answers questions over one graph; making it costs more than a question does, so keep it. */
export function createAnswerer(
  graph: KnowledgeGraph,
  ontology: Ontology,
): (question: string, options?: Partial<AnswerOptions>) => Answer {
  const recognise = createRecogniser(graph, ontology)
  return (question, options) => answer(graph, recognise, question, { ...DEFAULT_ANSWER_OPTIONS, ...options })
}

/** Answers one question. See `createAnswerer` for several. */
export function answerQuestion(
  graph: KnowledgeGraph,
  ontology: Ontology,
  question: string,
  options: Partial<AnswerOptions> = {},
): Answer {
  return createAnswerer(graph, ontology)(question, options)
}

function answer(graph: KnowledgeGraph, recognise: Recogniser, text: string, options: AnswerOptions): Answer {
  const index = graphIndex(graph)
  const question = readQuestion(text.slice(0, QUESTION_LIMIT), recognise)
  const present = question.groups
    .map((group) => ({ ...group, options: group.options.filter(({ row }) => row >= 0) }))
    .filter((group) => group.options.length > 0)
  const missing = question.groups.filter((group) => group.options.every(({ row }) => row < 0))
  // Lessons that answer a failure answer a question of what was learned about it, though no entry is about the failure.
  const answered = (group: Group) =>
    question.intent === 'learned' && group.answers?.some(({ row }) => row >= 0) === true
  const absent = missing.filter((group) => !answered(group))
  const unknown = unknownWords(index, question)
  const wanted = wantedOf(index, question, present, options)
  // A name that nothing holds makes every answer to the rest one that only came near.
  const unmet = absent.length > 0 || unknown.some(({ name }) => name)
  const found = unmet ? [] : claimsFor(wanted, question, present)
  const claims = found.slice(0, options.limit)
  const near = claims.length >= NEAR_LIMIT ? [] : nearClaims(wanted, question, present, claims).slice(0, NEAR_LIMIT)
  return {
    question: text,
    intent: question.intent,
    understood: present.map((group) => ({ text: group.text, options: group.options.map(withoutRow) })),
    claims,
    near,
    absent: absent.flatMap((group) => group.options.slice(0, 1)).map(withoutRow),
    unknown: unknown.map(({ text, near }) => ({ text, near })),
  }
}

function withoutRow({ id, label, type }: Recognised): Omit<Recognised, 'row'> {
  return { id, label, type }
}

function wantedOf(index: GraphIndex, question: Question, groups: Group[], options: AnswerOptions): Wanted {
  const { entries } = index.graph
  const { since, until } = options
  // Names that are no entity ("Taskmaster") must stand in the entry's sentences.
  const named = question.words.filter(looksLikeName).map(({ text }) => text)
  const holding = named.map((name) => new Set(searchEvidence(index.graph, [name], 1000).map(({ entry }) => entry)))
  return {
    index,
    groups,
    stems: question.words.map(({ text }) => stem(text)),
    allowed: (entry) => {
      const date = entries.date[entry]
      const end = entries.dateEnd[entry] ?? date
      if (date && ((since !== undefined && (end ?? date) < since) || (until !== undefined && date > until)))
        return false
      return holding.every((rows) => rows.has(entry))
    },
  }
}

function claimsFor(wanted: Wanted, question: Question, groups: Group[]): Claim[] {
  const { index } = wanted
  const numbered = (number: number | undefined) => {
    const group = number === undefined ? undefined : question.groups[number]
    return group && groups.find(({ start }) => start === group.start)
  }
  const [subject, object] = [numbered(question.subject), numbered(question.object)]
  switch (question.intent) {
    case 'common':
      return groups.length >= 2 ? commonClaims(wanted, groups) : textClaims(wanted, question)
    case 'between':
      return groups.length >= 2 ? pathClaims(index, groups) : textClaims(wanted, question)
    case 'left':
    case 'adopted':
    case 'built':
    case 'acquired':
    case 'partnered':
    case 'uses':
      return statedClaims(wanted, question.intent, subject, object, groups)
    case 'hit':
      return groups.length > 0 ? failureClaims(wanted) : textClaims(wanted, question)
    case 'learned':
      return question.groups.length > 0 ? lessonsFor(wanted, question, groups) : textClaims(wanted, question)
    default: {
      const claims = mentionClaims(wanted)
      return claims.length > 0 ? claims : textClaims(wanted, question)
    }
  }
}

function statedClaims(
  { index, stems, allowed }: Wanted,
  intent: Intent,
  subject: Group | undefined,
  object: Group | undefined,
  groups: Group[],
): Claim[] {
  const kinds = EDGE_INTENTS[intent] ?? []
  const from = subject
  const to = object ?? (subject === undefined ? groups[0] : undefined)
  const also = groups.filter((group) => group !== from && group !== to)
  // The words bind only where no name does: "who moved away from cron".
  const words = groups.length === 0 ? stems : []
  const claims = edgeClaims(index, { kinds, from, to, also, stems: words, allowed })
  if (to === undefined) return withoutEchoes(claims, true)
  // What was replaced was left, and partners are partners both ways.
  const reversed: EdgeKind[] = intent === 'left' ? ['replaced-by'] : intent === 'partnered' ? kinds : []
  const back = reversed.length === 0 ? [] : edgeClaims(index, { kinds: reversed, from: to, also, stems: [], allowed })
  // One sentence may name several partners, and each is an answer.
  if (intent === 'partnered') return [...claims, ...back]
  return withoutEchoes([...claims, ...back], from !== undefined)
}

/** One sentence that backs several edges answers once: "Pinterest uses …" and its platform, "moved to X" and "uses X". */
function withoutEchoes(claims: Claim[], byObject: boolean): Claim[] {
  const seen = new Set<string>()
  return claims.filter(({ quotes, entities }) => {
    const key = `${quotes[0]?.entry}|${quotes[0]?.text}|${byObject ? entities[1] : ''}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Lessons that are asked for by name; else those of entries about the failure that the same word may mean. */
function lessonsFor(wanted: Wanted, question: Question, groups: Group[]): Claim[] {
  const failures = groups.map((group) => ({ ...group, options: group.options.filter(({ type }) => type !== 'lesson') }))
  for (const reading of [groups, failures]) {
    if (groups.length === 0 || reading.some(({ options }) => options.length === 0)) continue
    const claims = lessonClaims({ ...wanted, groups: reading })
    if (claims.length > 0) return claims
  }
  const stems = question.groups.flatMap(({ text, answers = [] }) => (answers.length > 0 ? contentStems(text) : []))
  return answeringLessons(wanted, question, (entry) => {
    const texts = sentencesOf(wanted.index, entry).flatMap(contentStems)
    return stems.every((each) => texts.includes(each))
  })
}

/** Lessons that the ontology says answer a failure ("retries" → "Timeouts, backoff and jitter"), of some entries. */
function answeringLessons(wanted: Wanted, question: Question, also: (entry: number) => boolean): Claim[] {
  if (question.groups.every(({ answers = [] }) => answers.length === 0)) return []
  const groups = question.groups.map(({ answers = [], ...group }) => ({
    ...group,
    options: (answers.length > 0 ? answers : group.options).filter(({ row }) => row >= 0),
  }))
  if (groups.some(({ options }) => options.length === 0)) return []
  return lessonClaims({ ...wanted, groups, allowed: (entry) => wanted.allowed(entry) && also(entry) })
}

function sentencesOf(index: GraphIndex, entry: number): string[] {
  const { sentences, entries } = index.graph
  return [
    entries.title[entry] ?? '',
    ...(index.sentencesOfEntry[entry] ?? []).map((sentence) => sentences.text[sentence] ?? ''),
  ]
}

function commonClaims({ index, allowed }: Wanted, groups: Group[]): Claim[] {
  const { graph } = index
  const [a, b] = groups.map(({ options }) => options[0]?.row ?? -1)
  if (a === undefined || b === undefined) return []
  const [left, right] = [graph.nodes.label[a] ?? '', graph.nodes.label[b] ?? '']
  const both = mentionClaims({ index, groups: groups.slice(0, 2), stems: [], allowed })
  const shared = compareEntities(graph, a, b, { limit: 40 }).shared.map((each): Claim => {
    const row = index.rowOfId.get(each.id) ?? -1
    const label = labelInClaim(graph, row)
    return {
      text: `${left} and ${right} both ${bothVerb(each)} ${label}`,
      kind: each.kindA === each.kindB ? each.kindA : 'associated',
      entities: [graph.nodes.id[a] ?? '', graph.nodes.id[b] ?? '', each.id],
      quotes: [...each.a.slice(0, 1), ...each.b.slice(0, 1)],
      stories: 1,
    }
  })
  return [
    ...shared.filter(({ kind }) => kind !== 'associated'),
    ...both,
    ...shared.filter(({ kind }) => kind === 'associated'),
  ]
}

function bothVerb({ kindA, kindB, polarities }: SharedNeighbour): string {
  if (kindA !== kindB || kindA === 'associated') return 'tell of'
  if (kindA === 'uses') return 'use'
  return kindA === 'hit' && polarities.some((polarity) => polarity !== 'occurred') ? 'tell of' : VERBS[kindA]
}

function pathClaims(index: GraphIndex, groups: Group[]): Claim[] {
  const { graph } = index
  const [a, b] = groups.map(({ options }) => options[0]?.row ?? -1)
  if (a === undefined || b === undefined) return []
  return findPaths(graph, a, b).map(({ nodes, hops }) => ({
    text: nodes.map((id) => graph.nodes.label[index.rowOfId.get(id) ?? -1] ?? id).join(' → '),
    kind: 'associated',
    entities: nodes,
    quotes: hops.flatMap(({ quote }) => (quote === null ? [] : [quote])),
    stories: 1,
  }))
}

/** Sentences that hold the words of the question: at least half of them, in one sentence or title. */
function textClaims({ index, groups, allowed }: Wanted, question: Question): Claim[] {
  const { graph } = index
  const words = question.words.map(({ text }) => text)
  const least = Math.max(1, Math.ceil(words.length / 2))
  const seen = new Set<number>()
  const claims: Claim[] = []
  for (const { entry, words: matched } of searchEvidence(graph, words, 200)) {
    const story = graph.entries.story[entry] ?? entry
    if (matched < least || seen.has(story) || !allowed(entry)) continue
    if (!groups.every(({ options }) => options.some(({ row }) => index.nodesOfEntry[entry]?.has(row)))) continue
    seen.add(story)
    const wanted = groups.flatMap(({ options }) => options.map(({ row }) => row))
    const quotes = quotesOfEntry(index, entry, wanted, words.map(stem)).slice(0, 1)
    if (quotes.length === 0) continue
    const subjects = (index.mentionsOfEntry[entry] ?? []).filter((row) => graph.mentions.role[row] === 'subject')
    claims.push({
      text: graph.entries.title[entry] ?? '',
      kind: 'mention',
      entities: subjects.map((row) => graph.nodes.id[graph.mentions.node[row] ?? -1] ?? ''),
      quotes,
      stories: 1,
    })
  }
  return claims
}

/** Entries that name all that is asked for; the same question with one condition left out; the words alone. */
function nearClaims(wanted: Wanted, question: Question, groups: Group[], claims: Claim[]): Claim[] {
  const anyEntry: Wanted = { ...wanted, allowed: () => true }
  const found: Claim[] = []
  if (question.intent === 'learned') found.push(...answeringLessons(wanted, question, () => true))
  if (groups.length > 0 && question.intent !== 'mention') found.push(...mentionClaims(wanted))
  if (claims.length === 0 && groups.length > 1) {
    for (const left of groups) {
      const rest = groups.filter((group) => group !== left)
      found.push(...claimsFor({ ...wanted, groups: rest }, question, rest).slice(0, 2))
    }
  }
  const kinds = EDGE_INTENTS[question.intent]
  if (claims.length === 0 && found.length === 0 && groups.length > 0)
    found.push(...claimsFor(anyEntry, question, groups), ...mentionClaims(anyEntry))
  if (claims.length === 0 && found.length === 0) found.push(...textClaims({ ...anyEntry, groups: [] }, question))
  if (claims.length === 0 && found.length === 0 && kinds !== undefined)
    found.push(...edgeClaims(wanted.index, { kinds, also: [], stems: [], allowed: () => true }))
  const known = new Set(claims.flatMap(({ text, quotes }) => [text, ...quotes.map(({ entry }) => entry)]))
  return found.filter(({ text, quotes }) => {
    if (known.has(text) || quotes.some(({ entry }) => known.has(entry))) return false
    for (const name of [text, ...quotes.map(({ entry }) => entry)]) known.add(name)
    return true
  })
}

/** Content words that stand nowhere in the graph, or are a slip of a name that does; `name` where nothing may answer without them. */
function unknownWords(index: GraphIndex, { words }: Question): { text: string; near: string[]; name: boolean }[] {
  const { graph } = index
  return words.flatMap((word) => {
    const [wanted, typed] = [stem(word.text), word.text.toLowerCase()]
    let [form, verbatim] = [false, false]
    for (const { entry, sentence } of searchEvidence(graph, [word.text], 20)) {
      const text = (sentence >= 0 ? graph.sentences.text[sentence] : graph.entries.title[entry]) ?? ''
      for (const { text: each } of wordsOf(text)) {
        form ||= stem(each) === wanted
        verbatim ||= each.toLowerCase() === typed
      }
    }
    // "Kubernets" has the stem of "Kubernetes": it is a slip all the same.
    const slips = verbatim ? [] : nearNames(index, word.text, SLIP)
    if (form && slips.length === 0) return []
    const near = (slips.length > 0 ? slips : nearNames(index, word.text)).map((row) => graph.nodes.label[row] ?? '')
    return [{ text: word.text, near, name: looksLikeName(word) || slips.length > 0 }]
  })
}
