import type { Polarity } from '../../model/index.ts'

/** Right before the cue: it is said not to have happened. */
const DENIAL =
  /\b(?:no|zero|without(?: any)?|no evidence of|not (?:a|an|due to|caused by)|ruled out|never (?:had|saw|experienced)|free (?:of|from)) (?:[\w-]+ ){0,2}$/i
/** Before the cue in its clause: it is warned of. */
const WARNING =
  /\b(?:risks?|risking|could|might|may|would|can|warn\w*|threat\w*|potential(?:ly)?|possib\w+|prone to|susceptible to|vulnerable to|danger\w*|if|unless|otherwise|fear\w*|concerns? (?:about|over)|prevent\w*|avoid\w*|protect\w* (?:\w+ )?(?:from|against)|guard\w* against|safeguard\w*|avert\w*)\b/gi
const REACH = 120
const DENIAL_REACH = 40

/** Says of a cue whether the failure happened: `from` is where it starts in the sentence that the rule was made for. */
export type PolarityRule = (from: number) => Polarity

/** Of the ontology's expressions for what is kept from happening, those that stand before a cue. */
const PREVENTING = /^(?:prevent|avoid|guard|protect)/i

/**
 * Looks through a sentence once, for all cues in it. Most entries tell what was the problem, so `occurred` is what is left.
 * @param kept `[start, end)` in the sentence of what is said to be kept from happening
 */
export function polarityRule(sentence: string, kept: readonly (readonly [number, number])[]): PolarityRule {
  const warnings = [
    ...Array.from(sentence.matchAll(WARNING), ({ 0: word, index }) => index + word.length),
    ...kept.filter(([start, end]) => PREVENTING.test(sentence.slice(start, end))).map(([, end]) => end),
  ].sort((a, b) => a - b)
  return (from) => {
    if (DENIAL.test(sentence.slice(Math.max(0, from - DENIAL_REACH), from))) return 'denied'
    const last = warnings.findLast((end) => end <= from)
    if (last === undefined || from - last > REACH) return 'occurred'
    return /[,;:—–]/.test(sentence.slice(last, from)) ? 'occurred' : 'risk'
  }
}
