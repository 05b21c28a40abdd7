import { lowerCase } from '../tokenize.ts'
import { type CueAnchors, cueAnchors } from './cue-anchors.ts'
import { createCueTrie, isWordCode } from './cue-trie.ts'

/** Where a cue was found in a text. */
export interface CueHit {
  /** Index into the sources that the scanner was made of. */
  cue: number
  start: number
  end: number
}

/**
 * The expression of a cue, for a text in lower case and for places that are known to be the start of a word. The flag `u`,
 * three times as dear to compile, is set only where a cue asks for it (`\p{…}`); without `i` it takes two thirds of the time.
 */
function expressionAtStart(source: string): RegExp {
  const hasCode = /\\[pPux]/.test(source)
  const lower = hasCode ? source : source.replace(/\\.|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase()))
  return new RegExp(`(?:${lower})(?![\\w])`, /\\[pPu]/.test(source) ? 'iuy' : hasCode ? 'iy' : 'y')
}

/** In the list of trials: no expression needs to run, the cue ends at `end`. */
const RUN = -1

/**
 * Finds all cues in one pass: at each start of a word a walk through the trie of their anchors says which expressions
 * can match there, and which words that they need later on are there at all; only what is left runs, and a cue that is but
 * a few words does not run at all. The hits are those that each expression alone would give with `matchAll` (leftmost, not
 * overlapping), sorted by place, then cue. A walk is at most as long as an anchor, so hostile text costs no more.
 * @param known anchors of sources that were worked out beforehand
 */
export function createCueScanner(
  sources: string[],
  known: Readonly<Record<string, CueAnchors>> = {},
): (text: string) => CueHit[] {
  const trie = createCueTrie(sources.map((source) => known[source] ?? cueAnchors(source)))
  // Compiled when first needed: most cues never come up in a short run.
  const expressions = new Array<RegExp | undefined>(sources.length)
  const lastEnd = new Int32Array(sources.length)
  /** Behind the start of the last place where a later anchor stands; 0 where it does not. */
  const lastSeen = new Int32Array(trie.laterCount)

  /** Triples of a cue, its start, and its end or RUN. */
  function trials(text: string): number[] {
    const found: number[] = []
    lastSeen.fill(0)
    const tryEverywhere = (at: number) => {
      for (const cue of trie.everywhere) found.push(cue, at, RUN)
    }
    trie.walk(text, trie.everywhere.length > 0 ? tryEverywhere : undefined, ({ open, exact, later }, at, end) => {
      if (later >= 0) lastSeen[later] = at + 1
      if (open !== undefined) for (const cue of open) found.push(cue, at, RUN)
      if (exact === undefined) return
      let wordEnd = end
      while (wordEnd < text.length && isWordCode(text.charCodeAt(wordEnd))) wordEnd++
      for (const { cue, tail } of exact) {
        if (tail < 0 ? wordEnd > end : wordEnd - end < tail) continue
        // Two lengths may match ("data lake", "data lake house"): the order of the alternatives decides.
        found.push(cue, at, trie.isPlain(cue) ? wordEnd : RUN)
      }
    })
    return found
  }

  function endOf(cue: number, at: number, text: string): number {
    const later = trie.later[cue]
    if (later !== undefined && !later.some((anchor) => (lastSeen[anchor] as number) > at + 1)) return at
    expressions[cue] ??= expressionAtStart(sources[cue] as string)
    const expression = expressions[cue]
    expression.lastIndex = at
    return expression.test(text) ? expression.lastIndex : at
  }

  return (mixed) => {
    const text = lowerCase(mixed)
    const hits: CueHit[] = []
    const found = trials(text)
    lastEnd.fill(0)
    for (let i = 0; i < found.length; i += 3) {
      const cue = found[i] as number
      const start = found[i + 1] as number
      if ((lastEnd[cue] as number) > start) continue
      const end = found[i + 2] === RUN ? endOf(cue, start, text) : (found[i + 2] as number)
      if (end <= start) continue
      hits.push({ cue, start, end })
      lastEnd[cue] = end
    }
    return hits.sort((a, b) => a.start - b.start || a.cue - b.cue)
  }
}
