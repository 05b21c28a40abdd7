import type { Entry } from '../../model/index.ts'
import type { Sentences, ThemeHit } from './theme-cues.ts'

/** Anywhere in the sentence: what it says has not happened yet. */
const THREAT =
  /\b(?:risks?|risking|risky|threats?|threaten\w*|danger\w*|potential(?:ly)?|possib\w*|theoretical\w*|could|may|might|would|if|unless|otherwise|fear\w*|concerns?|expos(?:es|ed|ing|ure)|vulnerable|vulnerability to|prone|warn\w*)\b/i
/** Right before the cue, in its clause: somebody had it. */
const FACED = /\b(?:faced|suffered|experienced|encountered|hit|struggled with|plagued by|battled)\b[^.;]{0,40}$/i
/** Before the cue, anywhere in the sentence: it is what the work is to keep from happening. */
const AVERTED = /\b(?:prevent\w*|avoid\w*|defend\w*|protect\w*)\b/i
/** Shortly before the cue: it is kept from happening. */
const PREVENTION =
  /\b(?:prevent\w*|avoid\w*|avert\w*|protect\w*|guard\w*|safeguard\w*|defend\w*|block\w*|secur(?:e|es|ing)|defen[cs]e|immun\w+|ensur\w+|guarantee\w*|without|against|stop\w*|preclud\w*|impossible|never)\b/i
/** Shortly before the cue: it was there, and was worked on. */
const REDUCTION =
  /\b(?:reduc\w+|cut\w*|slash\w*|eliminat\w+|lower\w*|remov\w+|solv\w+|resolv\w+|fix\w*|address\w*|mitigat\w+|tackl\w+|combat\w*|overcom\w+|bypass\w*|minimi[sz]\w+|shrink\w*|suffer\w*)\b/i
/** Anywhere in the sentence: it tells of something that happened. */
const PAST =
  /\b(?:was|were|had|became|broke|fell|failed|crashed|lost|took|found|discovered|revealed|uncovered|pinpointed|diagnosed|traced|encountered|spiked|ballooned|stalled|collapsed|degraded|timed out|ran into|hit|needed|relied|caused|led|incidents?|outage\w*|post-?mortem\w*|root cause|downtime|attack(?:ed|s)?|breach(?:es|ed))\b/i
const NEAR = 60

/**
 * Whether a failure that an entry is about happened, or was the problem to solve, or is a risk. Entries open with the
 * problem: what their first sentence (or title) states outright, at every place of it, occurred. What only comes up later is mostly the price
 * of the solution or what it is meant to prevent: a risk, unless it was reduced or is told as past. `best` is the cue
 * to quote. Trained models with the same signals did worse on digests left out (0.75 against 0.88; docs/extraction.md).
 */
export function themePolarity(
  hits: ThemeHit[],
  best: ThemeHit,
  entry: Entry,
  sentences: Sentences,
): 'occurred' | 'risk' {
  const isThreat = ({ field, sentence, start }: ThemeHit): boolean => {
    const [from, to] = sentences[field][sentence] ?? [0, entry[field].length]
    const near = before(entry, field, from, start)
    if (FACED.test(near)) return false
    return (
      THREAT.test(entry[field].slice(from, to)) ||
      PREVENTION.test(near) ||
      AVERTED.test(entry[field].slice(from, start))
    )
  }
  const strong = hits.filter(({ weak }) => !weak)
  const telling = strong.length > 0 ? strong : hits
  const opening = telling.filter(({ field, sentence }) => field === 'body' && sentence === 0)
  const stated = opening.length > 0 ? opening : telling.filter(({ field }) => field === 'title')
  if (stated.length > 0) return stated.some(isThreat) ? 'risk' : 'occurred'
  if (isThreat(best)) return 'risk'
  const [from, to] = sentences[best.field][best.sentence] ?? [0, entry[best.field].length]
  const worked = REDUCTION.test(before(entry, best.field, from, best.start))
  return worked || PAST.test(entry[best.field].slice(from, to)) ? 'occurred' : 'risk'
}

function before(entry: Entry, field: ThemeHit['field'], from: number, start: number): string {
  return entry[field].slice(Math.max(from, start - NEAR), start)
}
