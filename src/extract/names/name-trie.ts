import type { LexiconEntity, Surface } from '../../model/index.ts'
import { type Token, tokenize } from '../tokenize.ts'

/** A spelling of an entity at the end of a path of the trie. */
export interface TrieEntry {
  entity: LexiconEntity
  surface: Surface
}

interface TrieNode {
  next: Map<string, TrieNode> | undefined
  entries: TrieEntry[] | undefined
}

/** Names by their tokens: one look-up a token, whatever the number of names. */
export interface NameTrie {
  /**
   * Calls `visit` for each name that starts at token `at`, shorter names first; `end` is the index behind its last token.
   * `plural`: the text has an "s" more than the name.
   */
  walk(tokens: Token[], at: number, visit: (end: number, entries: TrieEntry[], plural: boolean) => void): void
}

export function createNameTrie(entities: readonly LexiconEntity[]): NameTrie {
  const root: TrieNode = { next: new Map(), entries: undefined }
  for (const entity of entities) {
    for (const surface of entity.surfaces) {
      const tokens = tokenize(surface.text)
      if (tokens.length === 0) continue
      let node = root
      for (const { key } of tokens) {
        node.next ??= new Map()
        let next = node.next.get(key.trimEnd())
        if (next === undefined) {
          next = { next: undefined, entries: undefined }
          node.next.set(key.trimEnd(), next)
        }
        node = next
      }
      node.entries ??= []
      node.entries.push({ entity, surface })
    }
  }
  return {
    walk(tokens, at, visit) {
      let node: TrieNode | undefined = root
      for (let i = at; i < tokens.length; i++) {
        const token = tokens[i]!
        // Signs inside a name stand without blanks around them ("Node.js").
        if (i > at && token.kind === 'mark' && token.before === 'blank') return
        const parent: TrieNode = node
        const key = token.key
        node = parent.next?.get(key)
        if (token.kind === 'word' && (node === undefined || node.entries === undefined) && key.endsWith('s')) {
          const singular = parent.next?.get(key.slice(0, -1))
          if (singular?.entries !== undefined) visit(i + 1, singular.entries, true)
        }
        // A sign that ends the name may have a blank behind it ("C++ and").
        if (node === undefined && token.kind === 'mark' && key.length === 2) {
          const last = parent.next?.get(key[0]!)
          if (last?.entries !== undefined) visit(i + 1, last.entries, false)
        }
        if (node === undefined) return
        if (node.entries !== undefined) visit(i + 1, node.entries, false)
      }
    },
  }
}
