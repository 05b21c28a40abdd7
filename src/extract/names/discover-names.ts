import type { Entry, Mark } from '../../model/index.ts'
import type { Token } from '../tokenize.ts'
import { isCommonWord } from './common-words.ts'
import { startsSentence } from './entry-text.ts'
import { FIELDS, type ResolvedName, type TokensOfEntry } from './find-names.ts'
import { foldName } from './fold-name.ts'
import { featuresOf } from './name-features.ts'
import { findNameSpans, type NameSpan } from './name-spans.ts'
import { type NameOdds, strongest, weigh } from './name-weights.ts'
import { isPeopleWord } from './not-names.ts'
import { shapeOf } from './word-shape.ts'

/** A name that no list holds, with all its places in the entry. */
export interface DiscoveredName {
  spans: NameSpan[]
  features: Set<string>
  odds: NameOdds
  /** What spoke most for it, for a person. */
  reason: string
  /** The longer name that it abbreviates or shortens. */
  aliasOf?: string
  /** The company that the text says owns it. */
  owner?: string
}

/** Finds names by how they are written and what stands around them. Reads title and body; the byline is read apart. */
export function discoverNames(entry: Entry, tokens: TokensOfEntry, known: readonly ResolvedName[]): DiscoveredName[] {
  const groups = new Map<string, DiscoveredName>()
  const marks: readonly Mark[] = entry.marks ?? []
  const isGeneric = (name: { entries: { entity: { generic?: boolean | undefined } }[] }) =>
    name.entries.every(({ entity }) => entity.generic === true)
  for (const field of FIELDS) {
    if (field === 'bylineText') continue
    const here = known.filter((name) => name.field === field)
    const text = entry[field]
    const spans = findNameSpans(field, text, tokens[field], here, marks, isGeneric)
    const knownAt = (token: number) => here.find((name) => name.from <= token && token < name.to)
    const context = { text, tokens: tokens[field], knownAt }
    for (const found of spans) {
      const span = withProduct(found, context)
      const key = foldName(nameOf(span))
      if (key === '') continue
      const group = groups.get(key) ?? {
        spans: [],
        features: new Set<string>(),
        odds: weigh(new Set()),
        reason: 'shape',
      }
      groups.set(key, group)
      const features = featuresOf(span, context)
      const acronym = addExpansion(span, context, features)
      if (acronym !== undefined) group.aliasOf ??= acronym
      const owner = ownerOf(span, context) ?? makerOf(features, entry)
      if (owner !== undefined) group.owner ??= owner
      group.spans.push(span)
      merge(group, features)
    }
  }
  const people = surnames(groups.values())
  for (const group of groups.values()) {
    if (group.spans.every(({ words }) => words.length === 1 && people.has(words[0]!))) group.features.add('surname')
    addEntryFeatures(group, entry, tokens)
    group.odds = weigh(group.features)
    group.reason = strongest(group.features, group.odds.technology >= group.odds.company ? 0 : 1)
  }
  return [...groups.values()]
}

/** The name without the plural of an acronym: "CRDTs" is CRDT. */
export function nameOf({ text, shapes }: NameSpan): string {
  return shapes.at(-1) === 'acronym' && /\p{Lu}s$/u.test(text) ? text.slice(0, -1) : text
}

/** "ChatGPT Sites": everyday words behind a product that is known are a part of it, and their name starts with its. */
function withProduct(
  span: NameSpan,
  { text, tokens, knownAt }: { text: string; tokens: Token[]; knownAt: (token: number) => ResolvedName | undefined },
): NameSpan {
  const known = knownAt(span.from - 1)
  if (known === undefined || known.entity.type !== 'technology' || known.entity.generic === true) return span
  const isPlain = span.words.every((word, i) => span.shapes[i] === 'capital' && isCommonWord(word))
  if (!isPlain || tokens[span.from]!.before !== 'blank' || span.field === 'title') return span
  const words = tokens.slice(known.from, known.to).filter(({ kind }) => kind === 'word')
  return {
    ...span,
    from: known.from,
    start: known.start,
    text: text.slice(known.start, span.end),
    words: [...words.map(({ key }) => key), ...span.words],
    shapes: [...words.map(({ start, end }) => shapeOf(text.slice(start, end))), ...span.shapes],
    initial: startsSentence(tokens, known.from),
  }
}

/** Last names of the people that the entry names in full. */
function surnames(groups: Iterable<DiscoveredName>): Set<string> {
  const names = new Set<string>()
  for (const { features, spans } of groups) if (features.has('given name')) names.add(spans[0]!.words.at(-1)!)
  return names
}

/** Features of all places of a name count together, but a weakness of one place is none where another place lacks it. */
function merge(group: DiscoveredName, features: Set<string>): void {
  const first = group.spans.length === 1
  for (const weakness of ['initial', 'heading']) {
    if (!first && !features.has(weakness)) group.features.delete(weakness)
    if (!first && !group.features.has(weakness)) features.delete(weakness)
  }
  for (const feature of features) group.features.add(feature)
}

function addEntryFeatures(group: DiscoveredName, entry: Entry, tokens: TokensOfEntry): void {
  const { words, shapes, text } = group.spans[0]!
  const inTitle = holdsName(entry.title, text)
  const inBody = group.spans.filter(({ field }) => field === 'body').length
  if (inTitle) group.features.add('in title')
  if (inTitle && inBody > 0) group.features.add('title and body')
  if (inBody > 1) group.features.add('repeated')
  if (words.length === 1 && shapes[0] === 'capital') {
    const word = words[0]!
    if (tokens.body.some((token) => token.key === word && isSmall(entry.body, token))) {
      group.features.add('small letters elsewhere')
    }
  }
}

const isSmall = (text: string, { start }: Token) => text[start] === text[start]!.toLowerCase()

/** `name` stands in `text` with its letter case, as whole words. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true
  }
  return false
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Adds what brackets say of an acronym; returns the acronym where the span is what it stands for. */
function addExpansion(
  span: NameSpan,
  { text, tokens }: { text: string; tokens: Token[] },
  features: Set<string>,
): string | undefined {
  const isAcronym = span.shapes.length === 1 && span.shapes[0] === 'acronym'
  const next = tokens[span.to]
  if (next?.key === '(' && isAcronym) {
    const close = text.indexOf(')', next.end)
    if (close > 0 && expands(text.slice(next.end, close), span.words[0]!)) features.add('acronym expanded')
  } else if (next?.key === '(' && span.words.length > 1) {
    const inside = tokens[span.to + 1]
    if (inside !== undefined && expands(span.text, inside.key)) {
      features.add('has an acronym')
      return text.slice(inside.start, inside.end).replace(/(?<=\p{Lu})s$/u, '')
    }
  }
  const previous = tokens[span.from - 1]
  if (previous?.key === '(' && isAcronym) {
    const acronym = span.words[0]!.replace(/s$/, '')
    const before = text.slice(Math.max(0, previous.start - 12 * acronym.length - 12), previous.start).trim()
    const words = before.split(/[\s-]+/)
    for (let n = Math.max(1, acronym.length - 2); n <= Math.min(words.length, acronym.length + 2); n++) {
      const phrase = words.slice(-n)
      if (!expands(phrase.join(' '), acronym)) continue
      const capitals = phrase.filter((word) => /^\p{Lu}/u.test(word)).length
      // "Forward Deployed Engineers (FDEs)"
      if (isPeopleWord((phrase.at(-1) as string).toLowerCase())) features.add('ends as people')
      else
        features.add(capitals >= phrase.length - 1 && capitals > 0 ? 'acronym expanded' : 'expansion in small letters')
      break
    }
  }
  return undefined
}

/** The letters of an acronym start the words of a phrase, small joining words left out. */
function expands(phrase: string, acronym: string): boolean {
  const letters = acronym.toLowerCase().replace(/s$/, '')
  if (letters.length < 2) return false
  const words = phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const initials = words.map((word) => word[0]).join('')
  const withoutSmall = words
    .filter((word) => !/^(?:of|and|for|the|to|in|on|a|an|with|by)$/.test(word))
    .map((word) => word[0])
    .join('')
  return initials === letters || withoutSmall === letters
}

function ownerOf(
  span: NameSpan,
  { tokens, knownAt }: { tokens: Token[]; knownAt: (token: number) => ResolvedName | undefined },
): string | undefined {
  let at = span.from - 1
  while (at >= 0 && /^["“‘']$/.test(tokens[at]!.key)) at--
  if (tokens[at]?.kind === 'possessive') at--
  const known = knownAt(at)
  return known?.entity.type === 'company' ? known.entity.id : undefined
}

/** The only subject of the entry, where the text says that it made or named the thing. */
function makerOf(features: ReadonlySet<string>, entry: Entry): string | undefined {
  if (!features.has('called') && !features.has('made') && !features.has('own')) return undefined
  const subjects = entry.byline.filter((_, i) => entry.bylineRoles[i] === 'subject')
  return subjects.length === 1 ? subjects[0] : undefined
}
