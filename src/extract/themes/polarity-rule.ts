import type { Ontology, Polarity } from '../../model/index.ts'
import { createCueScanner } from './cue-scanner.ts'

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

/**
 * Looks through a sentence once, for all cues in it. `negation`: expressions of the ontology for what is kept from
 * happening. Most entries tell what was the problem, so `occurred` is what is left.
 */
export function createPolarityRule(
  negation: string[],
  anchors?: Ontology['cueAnchors'],
): (sentence: string) => PolarityRule {
  const scanNegation = createCueScanner(negation, anchors)
  return (sentence) => {
    const warnings = [
      ...Array.from(sentence.matchAll(WARNING), ({ 0: word, index }) => index + word.length),
      ...scanNegation(sentence)
        .filter(({ start, end }) => /^(?:prevent|avoid|guard|protect)/i.test(sentence.slice(start, end)))
        .map(({ end }) => end),
    ].sort((a, b) => a - b)
    return (from) => {
      if (DENIAL.test(sentence.slice(Math.max(0, from - DENIAL_REACH), from))) return 'denied'
      const last = warnings.findLast((end) => end <= from)
      if (last === undefined || from - last > REACH) return 'occurred'
      return /[,;:—–]/.test(sentence.slice(last, from)) ? 'occurred' : 'risk'
    }
  }
}
