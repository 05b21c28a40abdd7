import { type CueAnchors, shortest } from './cue-anchors.ts'

/** What a walk comes by. */
export interface CueNode {
  /** Cues whose expression has to run when a walk comes by. */
  open: number[] | undefined
  /** Cues that match up to here if a word ends here. */
  exact: number[] | undefined
  /** Number of the later anchor that ends here, or -1. */
  later: number
}

export interface CueTrie {
  /** Calls `visit` for each anchor that stands at `at`, shorter ones first; `end` is the index behind it. */
  walk(text: string, at: number, visit: (node: CueNode, end: number) => void): void
  /** Cues without a certain start. */
  everywhere: number[]
  /** Of cues in `exact`: no match goes on with another word, so that at most one length fits. */
  plain: boolean[]
  /** Of each cue the numbers of its later anchors, one of which must follow. */
  later: (number[] | undefined)[]
  laterCount: number
}

interface Node extends CueNode {
  next: (Node | undefined)[] | undefined
}

/** An anchor that waits for a text with its first letters. */
interface Waiting {
  text: string
  cue: number
  kind: 'open' | 'exact' | 'later'
}

/** Letters, digits, space, and what cues hold besides; everything else ends a walk through the trie. */
const ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789-_'./+#@&:,"
const WIDTH = ALPHABET.length
const COLUMN = new Int8Array(128).fill(-1)
for (let i = 0; i < WIDTH; i++) COLUMN[ALPHABET.charCodeAt(i)] = i
for (let i = 65; i <= 90; i++) COLUMN[i] = COLUMN[i + 32] as number

/** Anchors are filed by their first two letters; the branch of a pair is built when a text shows it. */
export function createCueTrie(anchors: CueAnchors[]): CueTrie {
  const waiting = new Map<number, Waiting[]>()
  const branches = new Map<number, Node>()
  const everywhere: number[] = []
  const plain: boolean[] = []
  const laterNumbers = new Map<string, number>()
  const file = (text: string, cue: number, kind: Waiting['kind']) => {
    const pair = pairAt(text, 0)
    const list = waiting.get(pair)
    if (list === undefined) waiting.set(pair, [{ text, cue, kind }])
    else list.push({ text, cue, kind })
  }
  const later = anchors.map((each, cue) => {
    const { starts, exact } = each
    // Anchors of one letter would belong to many pairs.
    const isFiled = starts.every((start) => start.length > 1 && isKnown(start))
    if (exact && isFiled) {
      plain[cue] = starts.every((start) => !starts.some((other) => goesOn(start, other)))
      for (const start of starts) file(start, cue, 'exact')
      return undefined
    }
    const open = shortest([...new Set(starts.map(cutAtUnknown))].sort())
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

  const branchOf = (pair: number): Node | undefined => {
    const list = waiting.get(pair)
    if (list !== undefined) {
      branches.set(pair, buildBranch(list))
      waiting.delete(pair)
    }
    return branches.get(pair)
  }

  return {
    everywhere,
    plain,
    later,
    laterCount: laterNumbers.size,
    walk(text, at, visit) {
      let node = branchOf(pairAt(text, at))
      for (let i = at + 2; node !== undefined; i++) {
        if (node.later >= 0 || node.open !== undefined || node.exact !== undefined) visit(node, i)
        const column = i < text.length ? columnOf(text.charCodeAt(i)) : -1
        node = column < 0 ? undefined : node.next?.[column]
      }
    },
  }
}

function buildBranch(list: Waiting[]): Node {
  const root = emptyNode()
  for (const { text, cue, kind } of list) {
    let node = root
    for (let i = 2; i < text.length; i++) {
      const column = columnOf(text.charCodeAt(i))
      node.next ??= new Array<Node | undefined>(WIDTH)
      node.next[column] ??= emptyNode()
      node = node.next[column] as Node
    }
    if (kind === 'later') node.later = cue
    else if (node[kind] === undefined) node[kind] = [cue]
    else node[kind].push(cue)
  }
  return root
}

const emptyNode = (): Node => ({ next: undefined, open: undefined, exact: undefined, later: -1 })

/** Number of the two characters at `at`; -1 where there are none that an anchor may begin with. */
function pairAt(text: string, at: number): number {
  const first = at + 1 < text.length ? columnOf(text.charCodeAt(at)) : -1
  const second = first < 0 ? -1 : columnOf(text.charCodeAt(at + 1))
  return second < 0 ? -1 : first * WIDTH + second
}

/** Whether `other` is `start` and something that does not belong to its last word. */
function goesOn(start: string, other: string): boolean {
  return other.length > start.length && other.startsWith(start) && !isWordCode(other.charCodeAt(start.length))
}

const isKnown = (anchor: string) => cutAtUnknown(anchor) === anchor

/** An anchor is cut before a character that the trie has no column for. */
function cutAtUnknown(anchor: string): string {
  let end = 0
  while (end < anchor.length && columnOf(anchor.charCodeAt(end)) >= 0) end++
  return anchor.slice(0, end)
}

function columnOf(code: number): number {
  return code < 128 ? (COLUMN[code] as number) : -1
}

const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0))

/** As `\w`. */
export function isWordCode(code: number): boolean {
  return code < 128 && WORD_CODES[code] === 1
}
