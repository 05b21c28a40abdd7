import { lowerCase } from '../tokenize.ts'
import { createSightings } from './anchor-sightings.ts'
import type { CueIndex } from './cue-index.ts'
import { createCueTrie, isWordCode } from './cue-trie.ts'

/** Where a cue was found in a text. */
export interface CueHit {
  /** Index into `CueIndex.sources`. */
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

/** In the list of trials: an expression has to run. */
const RUN = -1

/**
 * Finds all cues in one pass: at each start of a word a walk through the trie of their anchors says which expressions
 * can match there, and which words that they need later on are there at all; only what is left runs, and a part that is but
 * a few words does not run at all. The hits are those that each expression alone would give with `matchAll` (leftmost, not
 * overlapping), sorted by place, then cue. A walk is at most as long as an anchor, so hostile text costs no more.
 */
export function createCueScanner({ cues, ...index }: CueIndex): (text: string) => CueHit[] {
  const trie = createCueTrie(index)
  // Compiled when first needed: most cues never come up in a short run.
  const expressions = new Array<RegExp | undefined>(cues.length)
  const later = cues.map((_, part) => index.later[part])
  const seen = createSightings(index.laterCount)
  /** Of each cue the end of its last hit in the text, or 0, and which part and place in `hits` that was. */
  const lastEnd = new Int32Array(index.sources.length)
  const lastPart = new Int32Array(index.sources.length)
  const lastHit = new Int32Array(index.sources.length)
  /** Triples of a part, its start, and its end or RUN. */
  let trials = new Int32Array(1024)
  let trialsEnd = 0

  function addTrial(part: number, at: number, end: number): void {
    if (trialsEnd + 3 > trials.length) {
      const longer = new Int32Array(2 * trials.length)
      longer.set(trials)
      trials = longer
    }
    trials[trialsEnd] = part
    trials[trialsEnd + 1] = at
    trials[trialsEnd + 2] = end
    trialsEnd += 3
  }

  function findTrials(text: string): void {
    trialsEnd = 0
    seen.clear(text)
    trie.walk(text, {
      atWord: index.everywhere.length > 0 ? tryEverywhere : undefined,
      visit({ open, exact, later }, at, end) {
        if (later >= 0) seen.add(later, at)
        if (open !== undefined) for (const part of open) addTrial(part, at, RUN)
        if (exact === undefined) return
        let wordEnd = end
        while (wordEnd < text.length && isWordCode(text.charCodeAt(wordEnd))) wordEnd++
        for (const { part, tail } of exact) {
          if (tail < 0 ? wordEnd > end : wordEnd - end < tail) continue
          // Two lengths may match ("data lake", "data lake house"): the order of the alternatives decides.
          addTrial(part, at, index.expressions[part] === '' ? wordEnd : RUN)
        }
      },
      visitInside({ later }, at) {
        if (later >= 0) seen.add(later, at)
      },
    })
  }

  function tryEverywhere(at: number): void {
    for (const part of index.everywhere) addTrial(part, at, RUN)
  }

  function endOf(part: number, at: number, text: string): number {
    const needed = later[part]
    if (needed !== undefined && !needed.anchors.some((anchor) => seen.isBehind(anchor, at, needed.blanks))) return at
    expressions[part] ??= expressionAtStart(index.expressions[part] as string)
    const expression = expressions[part]
    expression.lastIndex = at
    return expression.test(text) ? expression.lastIndex : at
  }

  return (mixed) => {
    const text = lowerCase(mixed)
    const hits: CueHit[] = []
    findTrials(text)
    lastEnd.fill(0)
    for (let i = 0; i < trialsEnd; i += 3) {
      const part = trials[i] as number
      const start = trials[i + 1] as number
      const cue = cues[part] as number
      const isTaken = (lastEnd[cue] as number) > start
      const last = hits[lastHit[cue] as number]
      // Of alternatives that match at one place the first counts.
      if (isTaken && (last?.start !== start || part >= (lastPart[cue] as number))) continue
      const end = trials[i + 2] === RUN ? endOf(part, start, text) : (trials[i + 2] as number)
      if (end <= start) continue
      if (isTaken) (last as CueHit).end = end
      else lastHit[cue] = hits.push({ cue, start, end }) - 1
      lastEnd[cue] = end
      lastPart[cue] = part
    }
    return hits.sort((a, b) => a.start - b.start || a.cue - b.cue)
  }
}
