import type { Polarity } from '../../model/index.ts'
import { createCueScanner } from './cue-scanner.ts'

/** Before the cue, in its clause: it is said not to have happened. */
const DENIAL =
  /(?:\b(?:no|zero|without(?: any)?|no evidence of|not (?:a|an|due to|caused by)|ruled out|never (?:had|saw|experienced)|free (?:of|from)) (?:[\w-]+ ){0,2})$/i
/** In the sentence before the cue: it is warned of. */
const WARNING =
  /\b(?:risks?|risking|could|might|may|would|can|warn\w*|threat\w*|potential(?:ly)?|possib\w+|prone to|susceptible to|vulnerable to|danger\w*|if|unless|otherwise|fear\w*|concerns? (?:about|over)|prevent\w*|avoid\w*|protect\w* (?:\w+ )?(?:from|against)|guard\w* against|safeguard\w*|avert\w*)\b(?:[^,;:—–]*)$/i

/**
 * Says of the span of a cue whether the failure happened. `sentence` is the text of its sentence, `from` where the cue
 * starts in it. Most entries tell what was the problem, so `occurred` is what is left.
 */
export function createPolarityRule(negation: string[]): (sentence: string, from: number) => Polarity {
  const scanNegation = createCueScanner(negation)
  return (sentence, from) => {
    const before = sentence.slice(Math.max(0, from - 120), from)
    if (DENIAL.test(before.slice(-40))) return 'denied'
    if (WARNING.test(before)) return 'risk'
    const near = before.slice(-50)
    return scanNegation(near).length > 0 && /\b(?:prevent|avoid|guard|protect)\w*/i.test(near) ? 'risk' : 'occurred'
  }
}
