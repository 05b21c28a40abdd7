import { cueAnchors, shortest } from './cue-anchors.ts'

/** Where a cue was found in a text. */
export interface CueHit {
  /** Index into the sources that the scanner was made of. */
  cue: number
  start: number
  end: number
}

/**
 * The expression of a cue: between word boundaries, in any case; a hyphen before it makes another word of it
 * ("non-redundant"). The flag `u`, three times as dear to compile, is set only where a cue asks for it (`\p{…}`).
 */
export function cueExpression(source: string, flags: 'g' | 'y'): RegExp {
  return new RegExp(`(?<![\\w-])(?:${source})(?![\\w])`, /\\[pPu]/.test(source) ? `iu${flags}` : `i${flags}`)
}

const WORD = /[A-Za-z0-9_]/
/** Letters, digits, space, and what cues hold besides; everything else ends a walk through the trie. */
const ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789-_'./+#@&:,"
const WIDTH = ALPHABET.length
const COLUMN = new Int8Array(128).fill(-1)
for (let i = 0; i < WIDTH; i++) COLUMN[ALPHABET.charCodeAt(i)] = i
for (let i = 65; i <= 90; i++) COLUMN[i] = COLUMN[i + 32] as number

/**
 * Finds all cues in one pass: at each start of a word a walk through the trie of their anchors says which expressions
 * can match there, and only these run; a cue that is but a few words does not run at all. The hits are those that each
 * expression alone would give with `matchAll` (leftmost, not overlapping), sorted by place, then cue. A walk is at most as
 * long as an anchor, so hostile text costs no more.
 */
export function createCueScanner(sources: string[]): (text: string) => CueHit[] {
  const trie = buildTrie(sources)
  // Compiled when first needed: most cues never come up in a short run.
  const expressions = new Array<RegExp | undefined>(sources.length)
  const lastEnd = new Int32Array(sources.length)
  return (text) => {
    const hits: CueHit[] = []
    lastEnd.fill(0)
    const take = (cue: number, start: number, end: number) => {
      hits.push({ cue, start, end })
      lastEnd[cue] = end
    }
    const run = (cue: number, at: number) => {
      if ((lastEnd[cue] as number) > at) return
      expressions[cue] ??= cueExpression(sources[cue] as string, 'y')
      const expression = expressions[cue]
      expression.lastIndex = at
      if (expression.test(text) && expression.lastIndex > at) take(cue, at, expression.lastIndex)
    }
    let inWord = false
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const startsHere = !inWord
      inWord = code === 45 || isWord(code)
      if (!startsHere) continue
      for (const cue of trie.everywhere) run(cue, at)
      let node = 0
      for (let i = at; i < text.length; i++) {
        const column = columnOf(text.charCodeAt(i))
        if (column < 0) break
        node = trie.next[node * WIDTH + column] as number
        if (node === 0) break
        const open = trie.open[node]
        if (open !== undefined) for (const cue of open) run(cue, at)
        const exact = trie.exact[node]
        if (exact !== undefined && (i + 1 === text.length || !isWord(text.charCodeAt(i + 1)))) {
          // Two lengths may match ("data lake", "data lake house"): the order of the alternatives decides.
          for (const cue of exact) {
            if (trie.plain[cue]) {
              if ((lastEnd[cue] as number) <= at) take(cue, at, i + 1)
            } else run(cue, at)
          }
        }
      }
    }
    return hits.sort((a, b) => a.start - b.start || a.cue - b.cue)
  }
}

interface Trie {
  /** `next[node * WIDTH + column]`; 0 is none (the root is nobody's child). */
  next: Int32Array
  /** Cues whose expression has to run when a walk comes by. */
  open: (number[] | undefined)[]
  /** Cues that match up to here if a word ends here. */
  exact: (number[] | undefined)[]
  /** Of cues in `exact`: no match goes on with another word, so that at most one length fits. */
  plain: boolean[]
  everywhere: number[]
}

function buildTrie(sources: string[]): Trie {
  let next = new Int32Array(4096 * WIDTH)
  const open: Trie['open'] = [undefined]
  const exact: Trie['exact'] = [undefined]
  const plain: boolean[] = []
  const everywhere: number[] = []
  const nodeOf = (text: string): number => {
    let node = 0
    for (let i = 0; i < text.length; i++) {
      const slot = node * WIDTH + columnOf(text.charCodeAt(i))
      if (next[slot] === 0) {
        const made = open.push(undefined) - 1
        exact.push(undefined)
        if ((made + 1) * WIDTH > next.length) {
          const larger = new Int32Array(next.length * 2)
          larger.set(next)
          next = larger
        }
        next[slot] = made
      }
      node = next[slot] as number
    }
    return node
  }
  const add = (lists: (number[] | undefined)[], node: number, cue: number) => {
    const list = lists[node]
    if (list === undefined) lists[node] = [cue]
    else list.push(cue)
  }
  sources.forEach((source, cue) => {
    const anchors = cueAnchors(source)
    const known = anchors.starts.every((start) => [...start].every((char) => columnOf(char.charCodeAt(0)) >= 0))
    if (anchors.exact && known && !anchors.starts.includes('')) {
      plain[cue] = anchors.starts.every((start) => !anchors.starts.some((other) => goesOn(start, other)))
      for (const start of anchors.starts) add(exact, nodeOf(start), cue)
      return
    }
    const starts = shortest([...new Set(anchors.starts.map(cutAtUnknown))].sort())
    if (starts[0] === '') everywhere.push(cue)
    else for (const start of starts) add(open, nodeOf(start), cue)
  })
  return { next, open, exact, plain, everywhere }
}

/** Whether `other` is `start` and something that does not belong to its last word. */
function goesOn(start: string, other: string): boolean {
  return other.length > start.length && other.startsWith(start) && !isWord(other.charCodeAt(start.length))
}

/** An anchor is cut before a character that the trie has no column for. */
function cutAtUnknown(anchor: string): string {
  let end = 0
  while (end < anchor.length && columnOf(anchor.charCodeAt(end)) >= 0) end++
  return anchor.slice(0, end)
}

function columnOf(code: number): number {
  return code < 128 ? (COLUMN[code] as number) : -1
}

/** As `\w`. */
function isWord(code: number): boolean {
  return code < 128 && WORD_CODES[code] === 1
}

const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => (WORD.test(String.fromCharCode(code)) ? 1 : 0))
