import { cueAnchors } from './cue-anchors.ts'

/** Where a cue was found in a text. */
export interface CueHit {
  /** Index into the sources that the scanner was made of. */
  cue: number
  start: number
  end: number
}

/** A cue stands between word boundaries; a hyphen before it makes another word of it ("non-redundant"). */
export function wrapCue(source: string): string {
  return `(?<![\\w-])(?:${source})(?![\\w])`
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
 * can match there, and only these run. The hits are those that each expression alone would give with `matchAll`
 * (leftmost, not overlapping), sorted by place, then cue. A walk is at most as long as an anchor, so hostile text costs no more.
 */
export function createCueScanner(sources: string[]): (text: string) => CueHit[] {
  const trie = buildTrie(sources)
  // Compiled when first needed: most cues never come up in a short run.
  const expressions = new Array<RegExp | undefined>(sources.length)
  const expression = (cue: number): RegExp => {
    expressions[cue] ??= new RegExp(wrapCue(sources[cue] as string), 'iuy')
    return expressions[cue]
  }
  return (text) => {
    const hits: CueHit[] = []
    const lastEnd = new Map<number, number>()
    const tryCues = (cues: number[], at: number) => {
      for (const cue of cues) {
        if ((lastEnd.get(cue) ?? 0) > at) continue
        const regex = expression(cue)
        regex.lastIndex = at
        if (!regex.test(text) || regex.lastIndex === at) continue
        hits.push({ cue, start: at, end: regex.lastIndex })
        lastEnd.set(cue, regex.lastIndex)
      }
    }
    const root = trie.cuesAt[0]
    let inWord = false
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const startsHere = !inWord
      inWord = code === 45 || isWord(code)
      if (!startsHere) continue
      if (root !== undefined) tryCues(root, at)
      let node = 0
      for (let i = at; i < text.length; i++) {
        const column = columnOf(text.charCodeAt(i))
        if (column < 0) break
        node = trie.next[node * WIDTH + column] as number
        if (node === 0) break
        const cues = trie.cuesAt[node]
        if (cues !== undefined) tryCues(cues, at)
      }
    }
    return hits.sort((a, b) => a.start - b.start || a.cue - b.cue)
  }
}

interface Trie {
  /** `next[node * WIDTH + column]`; 0 is none (the root is nobody's child). */
  next: Int32Array
  cuesAt: (number[] | undefined)[]
}

function buildTrie(sources: string[]): Trie {
  let next = new Int32Array(1024 * WIDTH)
  const cuesAt: Trie['cuesAt'] = [undefined]
  sources.forEach((source, cue) => {
    for (const anchor of usableAnchors(source)) {
      let node = 0
      for (let i = 0; i < anchor.length; i++) {
        const slot = node * WIDTH + columnOf(anchor.charCodeAt(i))
        if (next[slot] === 0) {
          const made = cuesAt.push(undefined) - 1
          if ((made + 1) * WIDTH > next.length) {
            const larger = new Int32Array(next.length * 2)
            larger.set(next)
            next = larger
          }
          next[slot] = made
        }
        node = next[slot] as number
      }
      const here = cuesAt[node]
      if (here === undefined) cuesAt[node] = [cue]
      else here.push(cue)
    }
  })
  return { next, cuesAt }
}

/** An anchor is cut before a character that the trie has no column for. */
function usableAnchors(source: string): string[] {
  const cut = cueAnchors(source).map((anchor) => {
    let end = 0
    while (end < anchor.length && columnOf(anchor.charCodeAt(end)) >= 0) end++
    return anchor.slice(0, end)
  })
  const kept: string[] = []
  for (const anchor of [...new Set(cut)].sort()) {
    const last = kept.at(-1)
    if (last === undefined || !anchor.startsWith(last)) kept.push(anchor)
  }
  return kept
}

/** Under the flags `iu`, U+017F matches `s` and U+212A matches `k`. */
function columnOf(code: number): number {
  if (code < 128) return COLUMN[code] as number
  return code === 0x17f ? (COLUMN[115] as number) : code === 0x212a ? (COLUMN[107] as number) : -1
}

/** As `\w` under the flags `iu`. */
function isWord(code: number): boolean {
  return code < 128 ? WORD_CODES[code] === 1 : code === 0x17f || code === 0x212a
}

const WORD_CODES = Uint8Array.from({ length: 128 }, (_, code) => (WORD.test(String.fromCharCode(code)) ? 1 : 0))
