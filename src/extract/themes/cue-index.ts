import { type CueAnchors, cueAnchors, shortest } from './cue-anchors.ts'
import { alternativesOf } from './pattern-places.ts'

/**
 * What a trie needs to know of cues, worked out by the build, since that takes longer than to read a short text. Each cue
 * is taken apart into its alternatives: of `data loss|lost \w+ data` the first needs no expression at all, and the second
 * gets a small one. Columns instead of an object per part, and text instead of an object per anchor, load in a few milliseconds.
 */
export interface CueIndex {
  sources: string[]
  /** Of each part its cue, an index into `sources`; parts of a cue stand in the order in which they are tried. */
  cues: number[]
  /** Of each part its expression; empty where it never has to run. */
  expressions: string[]
  /** Parts that are tried at each word, as nothing is certain of their starts. */
  everywhere: number[]
  /** Of some parts the numbers of anchors, one of which must follow with at most `blanks` before it; null where that is open. */
  later: Record<string, { anchors: number[]; blanks: number | null }>
  laterCount: number
  /** Blocks, `!` between them, each of anchors that share their first letters: these, then `|rest|kind+number|tail` of each. */
  anchors: string
}

/** How an anchor is used: a part matches up to here, its expression may match from here, or it stands later in a match. */
export type AnchorKind = 'exact' | 'open' | 'later'
export const KIND_SIGN: Record<AnchorKind, string> = { exact: '=', open: '?', later: '>' }

/** Letters, digits, space, and what cues hold besides; everything else ends a walk through the trie. */
export const ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789-_'./+#@&:,^()%$"
/** Anchors are filed by so many letters, or by two where they have no more. */
export const HEAD = 3

const isKnownCharacter = new Set(ALPHABET)

/** A part: one alternative that has to run, or neighbours that match what they start with and no more. */
interface CuePart extends CueAnchors {
  source: string
}

/** Takes seconds for thousands of cues. */
export function indexCues(sources: string[]): CueIndex {
  const index: CueIndex = {
    sources,
    cues: [],
    expressions: [],
    everywhere: [],
    later: {},
    laterCount: 0,
    anchors: '',
  }
  const blocks = new Map<string, string[]>()
  const laterNumbers = new Map<string, number>()
  const file = (anchor: string, kind: AnchorKind, number: number, tail = -1) => {
    const head = anchor.slice(0, HEAD)
    const line = `${anchor.slice(head.length)}|${KIND_SIGN[kind]}${number}|${tail < 0 ? '' : tail}`
    const block = blocks.get(head)
    if (block === undefined) blocks.set(head, [line])
    else block.push(line)
  }
  sources.forEach((source, cue) => {
    for (const part of partsOf(source)) {
      const number = index.cues.push(cue) - 1
      const { starts, exact, tails, later } = part
      const areKnown = starts.every(isKnown)
      // Anchors of one letter would belong to many heads.
      if (exact && areKnown && starts.every(({ length }) => length > 1)) {
        index.expressions.push(isPlain(part) ? '' : part.source)
        starts.forEach((start, i) => {
          file(start, 'exact', number, tails?.[i])
        })
        continue
      }
      index.expressions.push(part.source)
      const open = areKnown && !exact ? starts : shortest([...new Set(starts.map(cutAtUnknown))].sort())
      if (open.some(({ length }) => length < 2)) index.everywhere.push(number)
      else for (const start of open) file(start, 'open', number)
      if (later === undefined || !later.texts.every(isKnown)) continue
      const anchors = later.texts.map((text) => {
        const known = laterNumbers.get(text)
        if (known !== undefined) return known
        file(text, 'later', laterNumbers.size)
        laterNumbers.set(text, laterNumbers.size)
        return laterNumbers.size - 1
      })
      index.later[number] = { anchors, blanks: Number.isFinite(later.blanks) ? later.blanks : null }
    }
  })
  index.laterCount = laterNumbers.size
  index.anchors = [...blocks].map(([head, lines]) => `${head}|${lines.join('|')}`).join('!')
  return index
}

/** An alternative without a certain start could match the empty text, and hide those behind it: then the cue stays whole. */
function partsOf(source: string): CuePart[] {
  const alternatives = alternativesOf(source).map((each): CuePart => ({ source: each, ...cueAnchors(each) }))
  if (alternatives.some(({ starts }) => starts[0] === '')) return [{ source, ...cueAnchors(source) }]
  const parts: CuePart[] = []
  for (let i = 0; i < alternatives.length; i++) {
    const run = [alternatives[i] as CuePart]
    while (run[0]?.exact && alternatives[i + 1]?.exact) run.push(alternatives[++i] as CuePart)
    if (run.length === 1) parts.push(run[0] as CuePart)
    else {
      const joined = run.map(({ source }) => source).join('|')
      const anchors = cueAnchors(joined)
      // Too many starts to keep them all apart.
      if (anchors.exact) parts.push({ source: joined, ...anchors })
      else parts.push(...run)
    }
  }
  return parts
}

/** No match goes on with another word, so that at most one length fits. */
function isPlain({ starts, tails }: CueAnchors): boolean {
  return starts.every((start, i) => !starts.some((other) => goesOn(start, tails?.[i] ?? -1, other)))
}

/** Whether `other` is `start`, the rest of its word if it may have one, and something that does not belong to that word. */
function goesOn(start: string, tail: number, other: string): boolean {
  if (other.length <= start.length || !other.startsWith(start)) return false
  return tail < 0 ? !/^\w/.test(other.slice(start.length)) : /\W/.test(other.slice(start.length))
}

/** The trie has columns for all of its characters. */
function isKnown(anchor: string): boolean {
  return cutAtUnknown(anchor) === anchor
}

/** An anchor is cut before a character that the trie has no column for. */
function cutAtUnknown(anchor: string): string {
  let end = 0
  while (end < anchor.length && isKnownCharacter.has(anchor[end] as string)) end++
  return anchor.slice(0, end)
}
