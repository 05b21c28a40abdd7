import { type CueAnchors, shortest } from './cue-anchors.ts'

/** What a walk comes by. */
export interface CueNode {
  /** Cues whose expression has to run when a walk comes by. */
  open: number[] | undefined
  /** Cues that match up to here, or to the end of the word that goes on here. */
  exact: ExactCue[] | undefined
  /** Number of the later anchor that ends here, or -1. */
  later: number
}

export interface ExactCue {
  cue: number
  /** How many letters of the word follow at least; -1 where none may. */
  tail: number
}

export interface CueTrie {
  /**
   * Calls `atWord` at each start of a word, a hyphen being a part of it, then `visit` for each anchor that stands there,
   * shorter ones first; `end` is the index behind it.
   */
  walk(
    text: string,
    atWord: ((at: number) => void) | undefined,
    visit: (node: CueNode, at: number, end: number) => void,
  ): void
  /** Cues without a certain start. */
  everywhere: number[]
  /** Of a cue in `exact`: no match goes on with another word, so that at most one length fits. */
  isPlain(cue: number): boolean
  /** Of each cue the numbers of its later anchors, one of which must follow. */
  later: (number[] | undefined)[]
  laterCount: number
}

/** An anchor that waits for a text with its first letters. */
interface Waiting {
  text: string
  cue: number
  kind: 'open' | 'exact' | 'later'
  tail: number
}

/** Letters, digits, space, and what cues hold besides; everything else ends a walk through the trie. */
const ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789-_'./+#@&:,"
const WIDTH = ALPHABET.length
const COLUMN = new Int8Array(128).fill(-1)
for (let i = 0; i < WIDTH; i++) COLUMN[ALPHABET.charCodeAt(i)] = i
for (let i = 65; i <= 90; i++) COLUMN[i] = COLUMN[i + 32] as number

/** A head whose branch is not built. */
const WAITS = -1

/** Anchors are filed by their first three letters, or two where they have no more; a branch is built when a text shows them. */
export function createCueTrie(anchors: CueAnchors[]): CueTrie {
  const waiting = new Map<number, Waiting[]>()
  const nodes = createNodes()
  /** By two and three columns: the node where an anchor's branch begins, 0 where none does, or WAITS. */
  const pairs = new Int32Array(WIDTH ** 2)
  const triples = new Int32Array(WIDTH ** 3)
  const everywhere: number[] = []
  const plain = new Map<number, boolean>()
  const laterNumbers = new Map<string, number>()
  const file = (text: string, cue: number, kind: Waiting['kind'], tail = -1) => {
    const pair = columnOf(text.charCodeAt(0)) * WIDTH + columnOf(text.charCodeAt(1))
    const isShort = text.length < 3
    const head = isShort ? pair : pair * WIDTH + columnOf(text.charCodeAt(2))
    if (isShort) pairs[head] = WAITS
    else triples[head] = WAITS
    const key = isShort ? triples.length + head : head
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [{ text, cue, kind, tail }])
    else list.push({ text, cue, kind, tail })
  }
  const later = anchors.map((each, cue) => {
    const { starts, exact } = each
    const areKnown = starts.every(isKnown)
    // Anchors of one letter would belong to many pairs.
    if (exact && areKnown && starts.every(({ length }) => length > 1)) {
      starts.forEach((start, i) => {
        file(start, cue, 'exact', each.tails?.[i])
      })
      return undefined
    }
    const open = areKnown && !exact ? starts : shortest([...new Set(starts.map(cutAtUnknown))].sort())
    if (open.some(({ length }) => length < 2)) everywhere.push(cue)
    else for (const start of open) file(start, cue, 'open')
    if (each.later === undefined || !each.later.every(isKnown)) return undefined
    return each.later.map((text) => {
      const known = laterNumbers.get(text)
      if (known !== undefined) return known
      file(text, laterNumbers.size, 'later')
      laterNumbers.set(text, laterNumbers.size)
      return laterNumbers.size - 1
    })
  })

  const build = (key: number): number => {
    const branch = nodes.add(waiting.get(key) ?? [])
    waiting.delete(key)
    return branch
  }

  return {
    everywhere,
    isPlain(cue) {
      let known = plain.get(cue)
      if (known === undefined) {
        const { starts, tails } = anchors[cue] as CueAnchors
        known = starts.every((start, i) => !starts.some((other) => goesOn(start, tails?.[i] ?? -1, other)))
        plain.set(cue, known)
      }
      return known
    },
    later,
    laterCount: laterNumbers.size,
    walk(text, atWord, visit) {
      const { length } = text
      const columns = new Int8Array(length + 3)
      for (let i = 0; i < length; i++) columns[i] = columnOf(text.charCodeAt(i))
      columns.fill(-1, length)
      let inWord = false
      for (let at = 0; at < length; at++) {
        const code = text.charCodeAt(at)
        const startsHere = !inWord
        inWord = code === 45 || isWordCode(code)
        if (!startsHere) continue
        atWord?.(at)
        const first = columns[at] as number
        const second = columns[at + 1] as number
        const third = columns[at + 2] as number
        if (first < 0 || second < 0) continue
        const pair = first * WIDTH + second
        let node = pairs[pair] as number
        if (node !== 0) {
          if (node === WAITS) node = pairs[pair] = build(triples.length + pair)
          visit(nodes.payloads[nodes.payload[node] as number] as CueNode, at, at + 2)
        }
        const triple = pair * WIDTH + third
        node = third < 0 ? 0 : (triples[triple] as number)
        if (node === WAITS) node = triples[triple] = build(triple)
        for (let i = at + 3; node !== 0; i++) {
          const payload = nodes.payload[node] as number
          if (payload !== 0) visit(nodes.payloads[payload] as CueNode, at, i)
          const column = columns[i] as number
          node = column < 0 ? 0 : (nodes.next[node * WIDTH + column] as number)
        }
      }
    },
  }
}

/** All nodes in two flat arrays; node 0 is none, and nobody's child. */
function createNodes() {
  // What a digest makes: to grow is to copy
  let capacity = 8192
  let count = 1
  const nodes = {
    /** `next[node * WIDTH + column]`. */
    next: new Int32Array(capacity * WIDTH),
    /** Index into `payloads`; 0 is none. */
    payload: new Int32Array(capacity),
    payloads: [{ open: undefined, exact: undefined, later: -1 }] as CueNode[],
    /** A branch of anchors that share their first letters. */
    add(list: Waiting[]): number {
      const root = make()
      for (const { text, cue, kind, tail } of list) {
        let node = root
        for (let i = 3; i < text.length; i++) {
          const slot = node * WIDTH + columnOf(text.charCodeAt(i))
          if (nodes.next[slot] === 0) {
            const made = make()
            nodes.next[slot] = made
          }
          node = nodes.next[slot] as number
        }
        if (nodes.payload[node] === 0)
          nodes.payload[node] = nodes.payloads.push({ open: undefined, exact: undefined, later: -1 }) - 1
        const payload = nodes.payloads[nodes.payload[node] as number] as CueNode
        if (kind === 'later') payload.later = cue
        else if (kind === 'open') payload.open = [...(payload.open ?? []), cue]
        else payload.exact = [...(payload.exact ?? []), { cue, tail }]
      }
      return root
    },
  }
  function make(): number {
    if (count === capacity) {
      capacity *= 2
      const next = new Int32Array(capacity * WIDTH)
      next.set(nodes.next)
      nodes.next = next
      const payload = new Int32Array(capacity)
      payload.set(nodes.payload)
      nodes.payload = payload
    }
    return count++
  }
  return nodes
}

/** Whether `other` is `start`, the rest of its word if it may have one, and something that does not belong to that word. */
function goesOn(start: string, tail: number, other: string): boolean {
  if (other.length <= start.length || !other.startsWith(start)) return false
  return tail < 0 ? !isWordCode(other.charCodeAt(start.length)) : /\W/.test(other.slice(start.length))
}

/** The trie has columns for all of its characters. */
function isKnown(anchor: string): boolean {
  return endOfKnown(anchor) === anchor.length
}

/** An anchor is cut before a character that the trie has no column for. */
function cutAtUnknown(anchor: string): string {
  return anchor.slice(0, endOfKnown(anchor))
}

function endOfKnown(anchor: string): number {
  let end = 0
  while (end < anchor.length && columnOf(anchor.charCodeAt(end)) >= 0) end++
  return end
}

function columnOf(code: number): number {
  return code < 128 ? (COLUMN[code] as number) : -1
}

const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0))

/** As `\w`. */
export function isWordCode(code: number): boolean {
  return code < 128 && WORD_CODES[code] === 1
}
