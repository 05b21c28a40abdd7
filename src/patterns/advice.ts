import { conjugate } from './conjugate.ts'
import { gatePredicate } from './gate-predicate.ts'
import { tidySentence } from './tidy-sentence.ts'
import { flawOf } from './well-formed.ts'
import { isInfinitive } from './word-classes.ts'

/** What a guide of no company holds to be right, as a gerund: "keeping a core monolith". */
export interface Advice {
  gerund: string
}

/** A sentence that recommends; what else a guide says may be what it warns of. */
const RECOMMENDS =
  /\b(?:lessons?|takeaways?|advice|recommendations?|best practices?|rule of thumb|recommends?|advises|advocates|argues for|should|most successful|works best)\b/i
/** "the lesson … is to avoid …". */
const IS_TO = /\b(?:is|are|remains) to ([a-z]+) ([^;:]+)/g
const SHOULD = /\bshould ([a-z]+) ([^;:]+)/g
const RECOMMENDED = /\b(?:recommends|advises|advocates|argues for) ([a-z]+ing) ([^;:]+)/g
/** "run a hybrid model, keeping …": how it is done. */
const BY_DOING = /, ([a-z]+ing) ([^;:]+)/g
const REMARK =
  /^(?:ensuring|enabling|allowing|making|proving|showing|highlighting|including|leading|resulting|depending)$/
const LEAST_WORDS = 3
const MOST_WORDS = 22
const MAY_END = /^(?:and|while|by|for|to|so|because|when|where|which|rather|instead|as|without|but)$/

/** What a sentence of a guide recommends, each cut where it may end, longest first; none where it recommends nothing. */
export function adviceOf(sentence: string): Advice[] {
  const text = tidySentence(sentence).replace(/[.!?]+$/, '')
  if (!RECOMMENDS.test(text)) return []
  const found: string[] = []
  const take = (verb: string, rest: string) => {
    const gerund = conjugate(verb)?.gerund
    if (gerund === undefined || REMARK.test(gerund)) return
    const words = rest.split(' ')
    for (let count = Math.min(MOST_WORDS, words.length); count >= LEAST_WORDS - 1; count--) {
      const next = words[count]
      if (next !== undefined && !MAY_END.test(next) && !/,$/.test(words[count - 1] as string)) continue
      const body = words.slice(0, count).join(' ').replace(/,$/, '')
      if (gatePredicate(body, 'kept') === null || flawOf(`kept ${body}`) !== null) continue
      found.push(`${gerund} ${body}`)
      return
    }
  }
  for (const [, verb = '', rest = ''] of text.matchAll(BY_DOING)) take(verb, rest)
  for (const expression of [IS_TO, SHOULD])
    for (const [, verb = '', rest = ''] of text.matchAll(expression))
      if (isInfinitive(verb, rest.split(' ')[0]) || conjugate(verb) !== null) take(verb, rest)
  for (const [, verb = '', rest = ''] of text.matchAll(RECOMMENDED)) take(verb, rest)
  return found.map((gerund) => ({ gerund }))
}
