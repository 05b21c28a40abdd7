import type { LexiconEntity, Surface } from '../../model/index.ts'
import { firstToken, type Token, tokenize } from '../tokenize.ts'

/** A spelling of an entity at the end of a path of the trie. */
export interface TrieEntry {
  entity: LexiconEntity
  surface: Surface
  /** Of the entity in its list. */
  position: number
}

interface TrieNode {
  next: Map<string, TrieNode> | undefined
  entries: TrieEntry[] | undefined
}

/** The names that begin with one word. */
interface FirstWord {
  root: TrieNode
  /** The word alone is one of them. */
  isName: boolean
  /** Hashes of the words and signs that stand second in the others. */
  seconds: Set<number>
}

/** Names by their tokens: one look-up a token, whatever the number of names. */
export interface NameTrie {
  /**
   * Calls `visit` for each name that starts at token `at`, shorter names first; `end` is the index behind its last token.
   * `plural`: the text has an "s" more than the name.
   */
  walk(tokens: Token[], at: number, visit: (end: number, entries: TrieEntry[], plural: boolean) => void): void
}

/** 65,536 bits: with 8,000 first words, 9 of 10 other words are told apart without a look into the map. */
const FILTER_MASK = 0xffff

/** Names by the hash of their first token. */
interface FiledNames {
  /** A bit for each hash that is there, folded. */
  filter: Uint8Array
  byHash: Map<number, TrieEntry[]>
}

const filed = new WeakMap<readonly LexiconEntity[], FiledNames>()

/**
 * Names are filed by the hash of their first token; the trie of a first token is built when a text shows it, so that a short
 * text pays for few names.
 * @param known a list that `entities` began as: what is still in its place there is filed once, for all tries
 */
export function createNameTrie(entities: readonly LexiconEntity[], known: readonly LexiconEntity[] = []): NameTrie {
  const changed = new Set<number>()
  for (let position = 0; position < known.length; position++) {
    if (entities[position] !== known[position]) changed.add(position)
  }
  let base = filed.get(known)
  if (base === undefined) {
    base = fileNames(known, () => true)
    filed.set(known, base)
  }
  const own = fileNames(entities, (position) => position >= known.length || changed.has(position))
  const filter = base.filter.map((bits, i) => bits | (own.filter[i] as number))
  const built = new Map<number, FirstWord | undefined>()
  const beginning = (hash: number): FirstWord | undefined => {
    const bit = fold(hash)
    if ((filter[bit >> 3]! & (1 << (bit & 7))) === 0) return undefined
    if (built.has(hash)) return built.get(hash)
    const kept = (base.byHash.get(hash) ?? []).filter(({ position }) => !changed.has(position))
    const entries = [...kept, ...(own.byHash.get(hash) ?? [])].sort((a, b) => a.position - b.position)
    const first = entries.length === 0 ? undefined : buildTrie(entries)
    built.set(hash, first)
    return first
  }
  return {
    walk(tokens, at, visit) {
      const first = tokens[at]!
      // "CRDTs": a plural of a name of one word.
      const singular = first.stemHash === 0 ? undefined : beginning(first.stemHash)
      if (singular?.isName === true) visitSingular(singular.root, first.key, at + 1, visit)
      const whole = beginning(first.hash)
      if (whole !== undefined && (whole.isName || goesOn(whole, tokens[at + 1])))
        walkFrom(whole.root, tokens, at, visit)
    },
  }
}

function fileNames(entities: readonly LexiconEntity[], isWanted: (position: number) => boolean): FiledNames {
  const filter = new Uint8Array((FILTER_MASK + 1) >> 3)
  const byHash = new Map<number, TrieEntry[]>()
  for (let position = 0; position < entities.length; position++) {
    if (!isWanted(position)) continue
    const entity = entities[position]!
    for (const surface of entity.surfaces) {
      const hash = firstToken(surface.text)
      if (hash === undefined) continue
      const bit = fold(hash)
      filter[bit >> 3]! |= 1 << (bit & 7)
      const list = byHash.get(hash)
      if (list === undefined) byHash.set(hash, [{ entity, surface, position }])
      else list.push({ entity, surface, position })
    }
  }
  return { filter, byHash }
}

type Visit = (end: number, entries: TrieEntry[], plural: boolean) => void

function walkFrom(start: TrieNode, tokens: Token[], at: number, visit: Visit): void {
  let node: TrieNode | undefined = start
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i]!
    // Signs inside a name stand without blanks around them ("Node.js").
    if (i > at && token.kind === 'mark' && token.before === 'blank') return
    const parent: TrieNode = node
    const key = token.key
    node = parent.next?.get(key)
    if (i > at && token.stemHash !== 0 && node?.entries === undefined) {
      visitSingular(parent, key, i + 1, visit)
    }
    // A sign that ends the name may have a blank behind it ("C++ and").
    if (node === undefined && token.kind === 'mark' && key.length === 2) {
      const last = parent.next?.get(key[0]!)
      if (last?.entries !== undefined) visit(i + 1, last.entries, false)
    }
    if (node === undefined) return
    if (node.entries !== undefined) visit(i + 1, node.entries, false)
  }
}

function visitSingular(parent: TrieNode, key: string, end: number, visit: Visit): void {
  const singular = parent.next?.get(key.slice(0, -1))
  if (singular?.entries !== undefined) visit(end, singular.entries, true)
}

/** Most words that names begin with stand in a text as no part of one ("the", "data"); the word behind them tells. */
function goesOn({ seconds }: FirstWord, next: Token | undefined): boolean {
  return next !== undefined && (seconds.has(next.hash) || (next.stemHash !== 0 && seconds.has(next.stemHash)))
}

function buildTrie(entries: readonly TrieEntry[]): FirstWord {
  const root: TrieNode = { next: undefined, entries: undefined }
  const seconds = new Set<number>()
  let isName = false
  for (const entry of entries) {
    let node = root
    const tokens = tokenize(entry.surface.text)
    if (tokens.length === 1) isName = true
    else seconds.add(tokens[1]!.hash)
    for (const { key } of tokens) {
      const plain = key.trimEnd()
      node.next ??= new Map()
      let next = node.next.get(plain)
      if (next === undefined) {
        next = { next: undefined, entries: undefined }
        node.next.set(plain, next)
      }
      node = next
    }
    node.entries ??= []
    node.entries.push(entry)
  }
  return { root, isName, seconds }
}

const fold = (hash: number) => (hash ^ (hash >>> 16)) & FILTER_MASK
