import { ALPHABET, type AnchorKind, type CueIndex, HEAD, KIND_SIGN } from './cue-index.ts'

/** What a walk comes by; the numbers are those of parts of cues, see `CueIndex`. */
export interface CueNode {
  /** Parts whose expression has to run when a walk comes by. */
  open: number[] | undefined
  /** Parts that match up to here, or to the end of the word that goes on here. */
  exact: ExactPart[] | undefined
  /** Number of the later anchor that ends here, or -1. */
  later: number
}

export interface ExactPart {
  part: number
  /** How many letters of the word follow at least; -1 where none may. */
  tail: number
}

export interface CueVisitor {
  atWord?: ((at: number) => void) | undefined
  visit(node: CueNode, at: number, end: number): void
  visitInside(node: CueNode, at: number): void
}

export interface CueTrie {
  /**
   * Calls `atWord` at each start of a word, a hyphen being a part of it, then `visit` for each anchor that stands there,
   * shorter ones first; `end` is the index behind it. Behind a hyphen it calls `visitInside` instead: nothing starts there,
   * but a match may go on.
   */
  walk(text: string, visitor: CueVisitor): void
}

const WIDTH = ALPHABET.length
const COLUMN = new Int8Array(128).fill(-1)
for (let i = 0; i < WIDTH; i++) COLUMN[ALPHABET.charCodeAt(i)] = i
for (let i = 65; i <= 90; i++) COLUMN[i] = COLUMN[i + 32] as number

const HYPHEN = 45

/** A head whose branch is not built. */
const WAITS = -1

/** Anchors wait as text under their first letters; a branch is built when a text shows these. */
export function createCueTrie({ anchors }: Pick<CueIndex, 'anchors'>): CueTrie {
  const nodes = createNodes()
  /** By two and three columns: the node where an anchor's branch begins, 0 where none does, or WAITS. */
  const pairs = new Int32Array(WIDTH ** 2)
  const triples = new Int32Array(WIDTH ** HEAD)
  const waiting = new Map<number, string>()
  for (const block of anchors === '' ? [] : anchors.split('!')) {
    const isShort = block[2] === '|'
    const pair = columnOf(block.charCodeAt(0)) * WIDTH + columnOf(block.charCodeAt(1))
    const head = isShort ? pair : pair * WIDTH + columnOf(block.charCodeAt(2))
    if (isShort) pairs[head] = WAITS
    else triples[head] = WAITS
    waiting.set(isShort ? triples.length + head : head, block)
  }
  let columns = new Int8Array(4096)

  const build = (key: number): number => {
    const branch = nodes.add(waiting.get(key) ?? '')
    waiting.delete(key)
    return branch
  }

  return {
    walk(text, { atWord, visit, visitInside }) {
      const { length } = text
      if (columns.length < length + HEAD) columns = new Int8Array(2 * length + HEAD)
      for (let i = 0; i < length; i++) columns[i] = columnOf(text.charCodeAt(i))
      columns.fill(-1, length, length + HEAD)
      let inWord = false
      for (let at = 0; at < length; at++) {
        const code = text.charCodeAt(at)
        const startsHere = !inWord
        const isInside = inWord && text.charCodeAt(at - 1) === HYPHEN
        inWord = code === HYPHEN || isWordCode(code)
        if (!startsHere && !isInside) continue
        if (startsHere) atWord?.(at)
        const first = columns[at] as number
        const second = columns[at + 1] as number
        const third = columns[at + 2] as number
        if (first < 0 || second < 0) continue
        const pair = first * WIDTH + second
        let node = pairs[pair] as number
        if (node !== 0) {
          if (node === WAITS) node = pairs[pair] = build(triples.length + pair)
          const payload = nodes.payloads[nodes.payload[node] as number] as CueNode
          if (startsHere) visit(payload, at, at + 2)
          else visitInside(payload, at)
        }
        const triple = pair * WIDTH + third
        node = third < 0 ? 0 : (triples[triple] as number)
        if (node === WAITS) node = triples[triple] = build(triple)
        for (let i = at + HEAD; node !== 0; i++) {
          const payload = nodes.payload[node] as number
          if (payload !== 0) {
            if (startsHere) visit(nodes.payloads[payload] as CueNode, at, i)
            else visitInside(nodes.payloads[payload] as CueNode, at)
          }
          const row = nodes.row[node] as number
          if (row === 0) {
            const tail = nodes.tails[node]
            if (tail === undefined || !text.startsWith(tail, i)) break
            const end = nodes.payloads[nodes.payload[nodes.tailEnds[node] as number] as number] as CueNode
            if (startsHere) visit(end, at, i + tail.length)
            else visitInside(end, at)
            break
          }
          const column = columns[i] as number
          node = column < 0 ? 0 : (nodes.next[row * WIDTH + column] as number)
        }
      }
    },
  }
}

const KIND: Record<string, AnchorKind> = Object.fromEntries(
  Object.entries(KIND_SIGN).map(([kind, sign]) => [sign, kind as AnchorKind]),
)

const noPayload = (): CueNode => ({ open: undefined, exact: undefined, later: -1 })

/**
 * All nodes in flat arrays; node 0 is none, and nobody's child. Only where anchors part does a node have a row of children:
 * the rest of an anchor that goes on alone is kept as text, which takes a fifth of the memory.
 */
function createNodes() {
  let capacity = 4096
  let count = 1
  let rows = 1
  const nodes = {
    /** `next[row[node] * WIDTH + column]`. */
    next: new Int32Array(1024 * WIDTH),
    /** 0: no children. */
    row: new Int32Array(capacity),
    /** Index into `payloads`; 0 is none. */
    payload: new Int32Array(capacity),
    payloads: [noPayload()],
    /** Of a node without children: the one way on, and where that ends, a node. */
    tails: [] as (string | undefined)[],
    tailEnds: new Int32Array(capacity),
    /** The branch of a block of anchors, see `CueIndex`. */
    add(block: string): number {
      const root = make()
      const words = block.split('|')
      for (let w = 1; w < words.length; w += 3) {
        const use = words[w + 1] as string
        const tail = words[w + 2] as string
        const payload = payloadOf(endOf(root, words[w] as string))
        const kind = KIND[use[0] as string]
        const number = Number(use.slice(1))
        if (kind === 'later') payload.later = number
        else if (kind === 'open') payload.open = [...(payload.open ?? []), number]
        else payload.exact = [...(payload.exact ?? []), { part: number, tail: tail === '' ? -1 : Number(tail) }]
      }
      return root
    },
  }

  /** The node where a text below `root` ends, made where it is new. */
  function endOf(root: number, text: string): number {
    let node = root
    for (let i = 0; i < text.length; i++) {
      const tail = nodes.tails[node]
      const rest = i === 0 ? text : text.slice(i)
      if (tail === rest) return nodes.tailEnds[node] as number
      if (tail === undefined && nodes.row[node] === 0) {
        const end = make()
        nodes.tails[node] = rest
        nodes.tailEnds[node] = end
        return end
      }
      if (tail !== undefined) part(node, tail)
      const slot = (nodes.row[node] as number) * WIDTH + columnOf(text.charCodeAt(i))
      if (nodes.next[slot] === 0) {
        const made = make()
        nodes.next[slot] = made
      }
      node = nodes.next[slot] as number
    }
    return node
  }

  /** Gives a node children; its tail goes on below the first of them. */
  function part(node: number, tail: string): void {
    const end = nodes.tailEnds[node] as number
    nodes.tails[node] = undefined
    nodes.row[node] = makeRow()
    const child = tail.length === 1 ? end : make()
    nodes.next[(nodes.row[node] as number) * WIDTH + columnOf(tail.charCodeAt(0))] = child
    if (child === end) return
    nodes.tails[child] = tail.slice(1)
    nodes.tailEnds[child] = end
  }

  function payloadOf(node: number): CueNode {
    if (nodes.payload[node] === 0) nodes.payload[node] = nodes.payloads.push(noPayload()) - 1
    return nodes.payloads[nodes.payload[node] as number] as CueNode
  }

  function make(): number {
    if (count === capacity) {
      capacity *= 2
      nodes.row = grown(nodes.row, capacity)
      nodes.payload = grown(nodes.payload, capacity)
      nodes.tailEnds = grown(nodes.tailEnds, capacity)
    }
    return count++
  }

  function makeRow(): number {
    if ((rows + 1) * WIDTH > nodes.next.length) nodes.next = grown(nodes.next, 2 * nodes.next.length)
    return rows++
  }
  return nodes
}

function grown(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}

function columnOf(code: number): number {
  return code < 128 ? (COLUMN[code] as number) : -1
}

const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0))

/** As `\w`. */
export function isWordCode(code: number): boolean {
  return code < 128 && WORD_CODES[code] === 1
}
