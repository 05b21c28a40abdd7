import type { LexiconEntity } from '../../model/index.ts'
import type { Token } from '../tokenize.ts'
import { isCommonWord } from './common-words.ts'
import {
  COMPANY_BELONGINGS,
  COMPANY_ENDINGS,
  COMPANY_HEADS,
  COMPANY_PREPOSITIONS,
  COMPANY_VERBS,
  COMPANY_WORDS_BEFORE,
  NAMING_WORDS,
  PERSON_TITLES,
  PERSON_VERBS,
  TECHNOLOGY_HEADS,
  TECHNOLOGY_PREPOSITIONS,
  TECHNOLOGY_VERBS,
  TECHNOLOGY_VERBS_BEFORE,
} from './cue-words.ts'
import type { NameSpan } from './name-spans.ts'
import { isGivenName, isNoName, isPeopleWord } from './not-names.ts'

/** What stands around a span. */
export interface SpanContext {
  text: string
  tokens: Token[]
  /** The known name at each token, where there is one. */
  knownAt: (token: number) => { entity: LexiconEntity } | undefined
}

/** What speaks for or against a span being a name, and of what type; each a key of `NAME_WEIGHTS`. */
export function featuresOf(span: NameSpan, context: SpanContext): Set<string> {
  const features = new Set<string>()
  addShape(span, features)
  addWords(span, features)
  addBefore(span, context, features)
  addBehind(span, context, features)
  return features
}

function addShape({ words, shapes, initial, heading, quoted, versioned }: NameSpan, features: Set<string>): void {
  const last = shapes.at(-1)
  const names = shapes.filter((shape) => shape !== 'number')
  const rare = words.some((word, i) => shapes[i] === 'capital' && !isCommonWord(word))
  if (shapes.includes('camel')) features.add('camel')
  else if (shapes.includes('mixed')) features.add('mixed')
  else if (names.length === 1 && names[0] === 'acronym')
    features.add(words[0]!.length > 2 ? 'acronym' : 'acronym of two')
  else if (names.length === 1) features.add(words[0]!.length === 1 ? 'letter' : rare ? 'rare word' : 'common word')
  else features.add(rare ? 'rare words' : shapes.includes('acronym') ? 'words and acronym' : 'common words')
  if (names.length > 3) features.add('many words')
  if (last === 'number' && names.length > 0) features.add(rare || names[0] !== 'capital' ? 'version' : 'numbered')
  if (versioned) features.add('version')
  if (initial) features.add('initial')
  if (heading) features.add('heading')
  // One word in quotation marks is a name more often than a saying of several.
  if (quoted) features.add(names.length > 1 && !rare ? 'quoted phrase' : 'quoted')
}

function addWords({ words, shapes, text }: NameSpan, features: Set<string>): void {
  const last = words.at(-1)!
  if (words.length > 1 && COMPANY_ENDINGS.has(last)) features.add('ends as a company')
  if (/\.(?:ai|io|com)$/i.test(text)) features.add('ends as a domain')
  if (words.length > 1 && last === 'ai') features.add('ends with AI')
  if (words.length > 1 && isPeopleWord(last)) features.add('ends as people')
  else if (words.length > 1 && TECHNOLOGY_HEADS.has(last)) features.add('ends as a technology')
  if (
    /(?:DB|SQL|JS|OS|QL|GPT|Bench|VM|FS|RPC|Net|ML|LM|Kit|MQ|IO|SDK|API|CLI|UI|Script|Lang|Mesh|Flow|Graph|Store|Cache|Stack|Hub|Guard|Eval|Fuzz|Proxy|Agent|RL|KV|LLM|DNS|TLS|SSH|Auth|Sync|Search|Code|Ops|Cloud|Stream|Query|Base|Lake)$/.test(
      text,
    ) &&
    /\p{Ll}/u.test(text)
  ) {
    features.add('technical ending')
  }
  if (
    words.length >= 2 &&
    words.length <= 3 &&
    isGivenName(words[0]!) &&
    shapes.every((shape) => shape === 'capital')
  ) {
    features.add('given name')
  }
  if (words.every((word) => isNoName(word) || /^\d+(?:st|nd|rd|th)?$/.test(word))) features.add('no name')
  else if (words.some(isNoName)) features.add('holds no name')
}

function addBefore({ from }: NameSpan, { tokens, knownAt }: SpanContext, features: Set<string>): void {
  let at = from - 1
  while (at >= 0 && /^["“‘'(]$/.test(tokens[at]!.key)) {
    if (tokens[at]!.key === '(') features.add('in brackets')
    at--
  }
  const previous = tokens[at]
  if (previous === undefined) return
  if (previous.kind === 'possessive') {
    const owner = knownAt(at - 1)
    features.add(owner?.entity.type === 'company' ? "company's" : "someone's")
    return
  }
  const known = knownAt(at)
  if (known !== undefined) {
    features.add(
      known.entity.type === 'company'
        ? 'behind company'
        : known.entity.generic === true
          ? 'behind generic'
          : 'behind technology',
    )
    return
  }
  const word = previous.key
  if (word === ', ' || word === 'and' || word === 'or' || word === '/' || word === '& ' || word === '&') {
    addListed(at, -1, { tokens, knownAt }, features)
    return
  }
  if (previous.kind !== 'word') return
  if (NAMING_WORDS.has(word)) features.add('called')
  if (TECHNOLOGY_VERBS_BEFORE.has(word)) features.add('verb before')
  if (
    /^(?:built|builds|building|introduced|introduces|launched|created|developed|engineered|unveiled|wrote|open-sourced)$/.test(
      word,
    )
  ) {
    features.add('made')
  }
  if (TECHNOLOGY_PREPOSITIONS.has(word)) features.add('preposition')
  if (COMPANY_PREPOSITIONS.has(word))
    features.add(`${word === 'at' || word === 'by' || word === 'from' ? word : 'with'} before`)
  if (COMPANY_WORDS_BEFORE.has(word)) features.add('company word before')
  if (TECHNOLOGY_HEADS.has(word)) features.add('head before')
  if (PERSON_TITLES.has(word)) features.add('title before')
  if (word === 'the' || word === 'a' || word === 'an' || word === 'its' || word === 'their' || word === 'our') {
    features.add(word === 'the' ? 'the' : word === 'a' || word === 'an' ? 'a' : 'its')
  } else if (
    /^(?:custom|internal|in-house|house|proprietary|new|open|source|based|native|own|homegrown|experimental|managed|distributed)$/.test(
      word,
    )
  ) {
    features.add('adjective before')
    if (/^(?:custom|internal|house|proprietary|own|homegrown)$/.test(word)) features.add('own')
  }
}

function addBehind({ to, initial }: NameSpan, { tokens, knownAt }: SpanContext, features: Set<string>): void {
  let at = to
  while (at < tokens.length && /^["”’')] ?$/.test(tokens[at]!.key)) at++
  const next = tokens[at]
  if (next === undefined) return
  if (next.kind === 'possessive') {
    features.add("'s")
    const after = tokens[at + 1]
    if (after !== undefined && COMPANY_BELONGINGS.has(after.key)) features.add('belongings')
    return
  }
  if (next.key === '(') {
    features.add('bracket behind')
    return
  }
  if (knownAt(at) !== undefined) {
    features.add('before a known name')
    return
  }
  const word = next.key
  if (word === ', ') {
    addApposition(at + 1, { tokens }, features)
    // "Surprisingly, the server": an adverb that opens a sentence is no member of a list.
    if (!initial || tokens[at + 1]?.key !== 'the') addListed(at, 1, { tokens, knownAt }, features)
    return
  }
  if (word === 'and' || word === 'or' || word === '/' || word === '&' || word === '& ') {
    addListed(at, 1, { tokens, knownAt }, features)
    return
  }
  if (word === ': ' && to < 8) features.add('colon behind')
  if (next.kind !== 'word') return
  if (TECHNOLOGY_HEADS.has(word)) features.add(next.before === 'hyphen' ? 'hyphened head' : 'head')
  if (next.before === 'hyphen') {
    features.add('hyphened')
    return
  }
  if (COMPANY_HEADS.has(word)) features.add('company head')
  if (COMPANY_BELONGINGS.has(word)) features.add('belongings')
  const verb = /(?:ly|also|then|now|has|have|had|was|were|is|are)$/.test(word) ? (tokens[at + 1]?.key ?? word) : word
  if (COMPANY_VERBS.has(verb)) features.add('company verb')
  if (TECHNOLOGY_VERBS.has(verb)) features.add('technology verb')
  if (PERSON_VERBS.has(word)) features.add('person verb')
  if (word === 'is' || word === 'was') addApposition(at + 1, { tokens }, features)
}

/** "Storefront, a custom Rust-based reverse proxy": the head of the noun phrase says what the name is. */
function addApposition(at: number, { tokens }: Pick<SpanContext, 'tokens'>, features: Set<string>): void {
  const article = tokens[at]?.key
  if (article === undefined || !/^(?:a|an|the|its|their|our|which|one)$/.test(article)) return
  for (let i = at + 1; i < Math.min(tokens.length, at + 10); i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') return
    if (/^(?:that|which|for|to|of|in|on|with|by|from|designed|built|and)$/.test(token.key)) return
    const isLast = isPhraseEnd(tokens[i + 1])
    if (isLast && TECHNOLOGY_HEADS.has(token.key)) features.add('is a technology')
    if (isLast && COMPANY_HEADS.has(token.key) && !TECHNOLOGY_HEADS.has(token.key)) features.add('is a company')
    if (isLast) return
  }
}

function isPhraseEnd(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'mark' ||
    /^(?:that|which|for|to|of|in|on|with|by|from|designed|built|and|is|was|at|responsible|used|using|who|where|into|as|capable|based)$/.test(
      token.key,
    )
  )
}

/** In a list beside a known name: "Redis, Foo, and PostgreSQL". */
function addListed(
  at: number,
  step: 1 | -1,
  { tokens, knownAt }: Omit<SpanContext, 'text'>,
  features: Set<string>,
): void {
  for (let i = at, n = 0; n < 4 && i >= 0 && i < tokens.length; i += step, n++) {
    const known = knownAt(i)
    if (known !== undefined) {
      features.add(
        known.entity.type === 'company'
          ? 'listed with company'
          : known.entity.generic === true
            ? 'listed with generic'
            : 'listed with technology',
      )
      return
    }
    const { key, kind } = tokens[i]!
    if (kind === 'word' && !/^(?:and|or|both|the|as|well|like)$/.test(key)) return
    if (kind === 'mark' && !/^(?:, ?|\/|& ?|\(|\) ?)$/.test(key)) return
  }
}
