import type { Entry, Field, LexiconEntity } from '../../model/index.ts'
import type { Token } from '../tokenize.ts'
import type { NameTrie, TrieEntry } from './name-trie.ts'

/** A known name in a field. */
export interface KnownName {
  field: Field
  /** Token range `[from, to)`. */
  from: number
  to: number
  start: number
  end: number
  /** Its letters in lower case: places with the same spelling mean the same. */
  spelling: string
  /** All entities that go by this spelling, in the lexicon's order. */
  entries: TrieEntry[]
  /** The name goes on with a version that the lexicon does not hold ("Grok 4.6"); `entries` are the family's. */
  isNewVersion: boolean
}

/**
 * The longest known names of a text, left to right, none overlapping. Letter case and borders are checked here;
 * whether an ambiguous spelling means the entity is decided later, over the entry.
 */
export function findKnownNames(entry: Entry, field: Field, tokens: Token[], trie: NameTrie): KnownName[] {
  const text = entry[field]
  const found: KnownName[] = []
  let at = 0
  let best: KnownName | undefined
  const visit = (to: number, entries: TrieEntry[], plural: boolean) => {
    const start = tokens[at]!.start
    const end = tokens[to - 1]!.end
    if (best !== undefined && to < best.to) return
    if (!standsAlone(text, tokens, at, to)) return
    const spelling = text.slice(start, plural ? end - 1 : end)
    const fitting = entries.filter(
      ({ entity, surface }) => fits(spelling, surface, plural, entity) && mayStandIn(entity, entry.key),
    )
    if (fitting.length === 0) return
    if (best !== undefined && best.to === to) best.entries.push(...fitting)
    else {
      const lower = spelling.toLowerCase()
      best = { field, from: at, to, start, end, spelling: lower, entries: fitting, isNewVersion: false }
    }
  }
  const longestAt = (): KnownName | undefined => {
    best = undefined
    trie.walk(tokens, at, visit)
    return best
  }
  while (at < tokens.length) {
    const longest = longestAt()
    if (longest === undefined) at++
    else {
      const name = withVersion(longest, text, tokens)
      found.push(name)
      at = name.to
    }
  }
  return found
}

/** Models are told apart by version and size, other things stay the same over versions. */
function withVersion(name: KnownName, text: string, tokens: Token[]): KnownName {
  if (!name.entries.every(({ entity }) => entity.kind === 'model')) return name
  let to = name.to
  let hasNumber = /\d/.test(name.spelling)
  while (to < tokens.length) {
    const token = tokens[to]!
    const next = tokens[to + 1]
    if (token.kind === 'word' && token.before !== 'glued' && isVersion(token.key)) {
      hasNumber = true
      to++
    } else if (
      token.key === '.' &&
      next?.before === 'glued' &&
      /^\d+$/.test(next.key) &&
      /\d$/.test(tokens[to - 1]!.key)
    )
      to += 2
    else if (token.kind === 'word' && token.before !== 'glued' && hasNumber && isSize(text, token)) to++
    else break
  }
  if (to === name.to) return name
  const end = tokens[to - 1]!.end
  return { ...name, to, end, spelling: text.slice(name.start, end).toLowerCase(), isNewVersion: true }
}

/** "4", "v4", "4o", "k2", "r1", "70b"; not a year. */
const isVersion = (key: string) => /^(?:v|k|r|m)?\d{1,3}[a-z]?$/.test(key)

const SIZES = new Set(
  'pro flash mini nano ultra lite max turbo thinking instant preview instruct super large small medium coder codex omni air plus heavy fast vision sonic exp chat base high low tiny maverick scout'.split(
    ' ',
  ),
)

const isSize = (text: string, { key, start, before }: Token) =>
  SIZES.has(key) && (before === 'hyphen' || text[start] !== key[0])

function mayStandIn(entity: LexiconEntity, entry: string): boolean {
  return entity.only === undefined || entity.only.includes(entry)
}

function fits(
  spelling: string,
  { text, match }: TrieEntry['surface'],
  plural: boolean,
  entity: LexiconEntity,
): boolean {
  if (plural && (text.length < 2 || (text.length < 3 && text !== text.toUpperCase()))) return false
  if (match === 'exact') return spelling === text || flatten(spelling) === flatten(text)
  // "meta-management" is not Meta: no company is written small that does not write itself so.
  return entity.type !== 'company' || !/^\p{Ll}/u.test(spelling) || /^\p{Ll}/u.test(text)
}

/** A blank and a hyphen between two words are the same. */
function flatten(text: string): string {
  return text.replace(/[\s\u00a0\u2010\u2011-]+/g, ' ').replace(/’/g, "'")
}

/** Not a part of an address, a file name, an identifier or an e-mail: "github.com", "next.config.js", "@openai". */
function standsAlone(text: string, tokens: Token[], from: number, to: number): boolean {
  const first = tokens[from]!
  const last = tokens[to - 1]!
  const previous = tokens[from - 1]
  const next = tokens[to]
  if (next !== undefined && next.kind === 'mark' && next.before === 'glued' && next.key === '.') {
    const after = tokens[to + 1]
    // A version may follow a name, a file ending or a domain may not.
    if (after?.kind === 'word' && after.before === 'glued' && !/^\d/.test(after.key)) return false
  }
  if (first.before === 'glued' && previous !== undefined) {
    if (previous.kind === 'word') return false
    if (previous.key === '@' || previous.key === '$' || previous.key === '#') return false
    const beforeThat = tokens[from - 2]
    if (previous.key === '.' && beforeThat?.kind === 'word' && previous.before === 'glued') return false
    if (previous.key === '/' && /[a-z0-9./~-]/.test(text[previous.start - 1] ?? ' ') && beforeThat?.key === '/')
      return false
  }
  // "X-Frame-Options": one letter beside a hyphen is a part of another word.
  if (last.end - first.start <= 1 && (first.before === 'hyphen' || next?.before === 'hyphen')) return false
  return true
}
