import type { Field, Mark } from '../../model/index.ts'
import type { Token } from '../tokenize.ts'
import { isCommonWord } from './common-words.ts'
import { COMPANY_HEADINGS } from './cue-words.ts'
import { isTitleCase, startsSentence } from './entry-text.ts'
import type { KnownName } from './find-known-names.ts'
import { isGivenName, isNoName } from './not-names.ts'
import { shapeOf, type WordShape } from './word-shape.ts'

/** A run of words that are written like a name and that no list holds. */
export interface NameSpan {
  field: Field
  /** Token range `[from, to)`. */
  from: number
  to: number
  start: number
  end: number
  text: string
  /** Its words in lower case, and how they are written. */
  words: string[]
  shapes: WordShape[]
  /** It starts a sentence, where any word has a capital. */
  initial: boolean
  /** It stands in a heading that capitalises most words. */
  heading: boolean
  /** It stands in quotation marks of its own. */
  quoted: boolean
  /** A version stands behind it that is no part of the name. */
  versioned: boolean
}

/** Words that start a sentence or join clauses and are never the first word of a discovered name. */
const OPENERS = new Set(
  `a about above across after against all along although amid among an and another any around as at because before behind being below beyond both but by can
  contrary current currently despite due during each early either even every few finally first following for from furthermore given had has have having he her here his how however i if
  in inside instead into is it its just large last later latest legacy let like made many massive meanwhile measuring modern moreover more most much my nearly neither never new next no nor not note nothing now of off often old on
  once one only or other our out over part past per perhaps prior rather real recent recently second several she should similarly since small so some standard still such than that the their then there
  these they third this those though three through throughout thus to today together too traditional traditionally two typical typically ultimately under unlike until up upon using various via was we were what when where whereas
  whether which while who whose why will with within without yet you your`.split(/\s+/),
)

/** How headings and takeaways begin. */
const IMPERATIVES = new Set(
  `accelerate achieve add adopt automate avoid balance boost bring build choose combine configure connect control create customize debug deploy design detect develop enable enforce
  enhance ensure evaluate explore extend fine generate get govern host implement improve integrate introduce keep launch learn leverage make manage measure meet migrate modernize
  monitor move operate optimize orchestrate protect reduce replace rethink run scale secure set ship simplify speed stop streamline test track train transform troubleshoot turn understand
  unlock upgrade use validate write`.split(/\s+/),
)

/** "OpenAI-Compatible APIs", "AI-Native Platforms": behind a hyphen these say what kind of thing it is, and begin no name. */
const SECOND_PARTS = new Set(
  'aware based built centric compatible driven enabled first focused free grade led level like native only optimized oriented powered ready side specific style wide'.split(
    ' ',
  ),
)

const PARTICLES = new Set('by down in off on out over up'.split(' '))

/** Generic names that may stand inside a longer name: "Relevance AI", "Chat SDK". */
export type IsGeneric = (name: KnownName) => boolean

export function findNameSpans(
  field: Field,
  text: string,
  tokens: Token[],
  known: readonly KnownName[],
  marks: readonly Mark[],
  isGeneric: IsGeneric,
): NameSpan[] {
  const heading = field === 'title' && isTitleCase(text, tokens)
  const blocked = blockedTokens(tokens, known, marks, field, isGeneric)
  const spans: NameSpan[] = []
  let i = 0
  while (i < tokens.length) {
    const isPlain = heading && isPlainWord(text, tokens[i]!) && !isVersion(tokens[i + 1])
    if (blocked[i] === 1 || !startsName(text, tokens[i]!) || isPlain) {
      i++
      continue
    }
    let to = i + 1
    while (to < tokens.length) {
      const next = extendsName(text, tokens, i, to, blocked)
      if (next === to || (heading && isPlainWord(text, tokens[to]!))) break
      to = next
    }
    const span = trim(text, tokens, i, to, field, heading)
    if (span !== null && !isOnlyGeneric(span, known, isGeneric)) spans.push(span)
    i = to
  }
  return spans
}

/** Tokens that belong to a known name or to a code span: 1. */
function blockedTokens(
  tokens: Token[],
  known: readonly KnownName[],
  marks: readonly Mark[],
  field: Field,
  isGeneric: IsGeneric,
): Uint8Array {
  const blocked = new Uint8Array(tokens.length)
  for (const name of known) if (!isGeneric(name)) blocked.fill(1, name.from, name.to)
  for (const mark of marks) {
    if (mark.kind !== 'code' || mark.field !== field) continue
    for (let i = firstFrom(tokens, mark.start); i < tokens.length && tokens[i]!.end <= mark.end; i++) blocked[i] = 1
  }
  return blocked
}

/** Index of the first token that starts at `offset` or behind it. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** "We're", "Doesn't" */
const CONTRACTION = /'(?:re|ll|ve|d|t|m|s)$/

function startsName(text: string, token: Token): boolean {
  if (token.kind !== 'word') return false
  const shape = shapeOf(text.slice(token.start, token.end))
  if (shape === 'lower' || CONTRACTION.test(token.key)) return false
  if (shape === 'capital' || shape === 'acronym' || shape === 'camel') return true
  // "Qwen3", but not "400M" or "p5"
  return shape === 'mixed' && /\p{Lu}/u.test(text[token.start]!)
}

/** A heading capitalises everyday words too, so that there they say nothing. */
function isPlainWord(text: string, token: Token): boolean {
  return isCommonWord(token.key) && shapeOf(text.slice(token.start, token.end)) === 'capital'
}

/** "v2", or a number with a point behind it. */
function isVersion(token: Token | undefined): boolean {
  return token !== undefined && token.before === 'blank' && /^v\d+$/.test(token.key)
}

/** Index behind the part that goes on at `to`, or `to`. */
function extendsName(text: string, tokens: Token[], from: number, to: number, blocked: Uint8Array): number {
  const token = tokens[to]!
  if (blocked[to] === 1) {
    // "V-RAG": a known name behind a hyphen is a part of the longer one.
    const whole = token.before === 'hyphen' && blocked[to + 1] !== 1 && tokens[to + 1]?.before !== 'hyphen'
    return whole && startsName(text, token) ? to + 1 : to
  }
  if (token.kind === 'word') {
    if (token.before === 'glued') return to
    if (startsName(text, token)) return OPENERS.has(token.key) ? to : to + 1
    const shape = shapeOf(text.slice(token.start, token.end))
    // "Stand-in", "Sign-On", "Plug-in": the particle is a part of the word.
    if (shape === 'lower' && token.before === 'hyphen' && PARTICLES.has(token.key)) return to + 1
    // A version: "Nemotron 3", "Moon v2".
    if (shape === 'number' && !/^(?:19|20)\d\d$/.test(token.key)) return to + 1
    if ((token.key === 'of' || token.key === 'for') && COMPANY_HEADINGS.has(tokens[from]!.key)) {
      const next = tokens[to + 1]
      if (next !== undefined && blocked[to + 1] !== 1 && startsName(text, next)) return to + 2
    }
    return to
  }
  // "2.5", "Leonardo.AI", "Foo.js"
  if (token.key === '.' && token.before === 'glued') {
    const next = tokens[to + 1]
    const previous = tokens[to - 1]!
    if (next === undefined || next.before !== 'glued' || next.kind !== 'word') return to
    if (/^\d/.test(next.key) ? /\d$/.test(previous.key) : /^(?:js|ai|io|net|ts|py|rs|dev)$/.test(next.key))
      return to + 2
  }
  return to
}

/** Cuts off what only the start of the sentence or a generic word added. Null where nothing is left. */
function trim(
  text: string,
  tokens: Token[],
  from: number,
  to: number,
  field: Field,
  heading: boolean,
): NameSpan | null {
  let initial = startsSentence(tokens, from)
  while (from < to) {
    const key = tokens[from]!.key
    const single = to - from === 1
    const isOpener = OPENERS.has(key)
    const isModifier = initial && !single && /(?:ing|ed|ly|al|ive|ous)$/.test(key) && isCommonWord(key)
    const isImperative = initial && !single && IMPERATIVES.has(key)
    const isTitle = !single && isNoName(key) && isGivenName(tokens[from + 1]!.key)
    const isSecondPart = tokens[from]!.before === 'hyphen' && SECOND_PARTS.has(key)
    if (!isOpener && !isModifier && !isImperative && !isTitle && !isSecondPart) break
    from++
    initial = false
  }
  // Nothing but openers, at the very end of a text
  if (from >= to) return null
  const whole = to
  to = withoutVersion(tokens, from, to)
  if (isCompoundStart(tokens, from, to, initial)) return null
  const words: string[] = []
  const shapes: WordShape[] = []
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    words.push(token.key)
    shapes.push(shapeOf(text.slice(token.start, token.end)))
  }
  if (shapes.every((shape) => shape === 'number')) return null
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  return {
    field,
    from,
    to,
    start,
    end,
    text: text.slice(start, end),
    words,
    shapes,
    initial,
    heading,
    quoted: /["“‘']/.test(text[start - 1] ?? '') && /["”’']/.test(text[end] ?? ''),
    versioned: to < whole,
  }
}

/** "Co-locating storage …": the first part of a compound that only its place capitalises. */
function isCompoundStart(tokens: Token[], from: number, to: number, initial: boolean): boolean {
  const { key, end, start } = tokens[from]!
  return initial && to === from + 1 && tokens[to]?.before === 'hyphen' && (end - start <= 2 || isCommonWord(key))
}

/** "Moon v2.0" is Moon, and so is "Firefox 151"; small numbers belong to the name ("Nemotron 3"). */
function withoutVersion(tokens: Token[], from: number, to: number): number {
  // "RFC 8693": the number is the name.
  if (/^(?:rfc|iso|iec|ieee|cve|cwe|pep|jep|fips)$/.test(tokens[from]!.key)) return to
  for (let i = from + 1; i < to; i++) {
    const { key, before, kind } = tokens[i]!
    if (kind === 'word' && before === 'blank' && (/^v\d+[a-z]?$/.test(key) || /^\d{2,}$/.test(key))) return i
  }
  return to
}

function isOnlyGeneric(span: NameSpan, known: readonly KnownName[], isGeneric: IsGeneric): boolean {
  return known.some((name) => name.from <= span.from && name.to >= span.to && isGeneric(name))
}
