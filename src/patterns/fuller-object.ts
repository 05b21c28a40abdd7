import { isCommonWord } from '../extract/index.ts'
import type { Instance } from './condense.ts'

/** An object with nothing but its article: "the starvation", "the state". */
const BARE_OBJECT =
  /^((?:is |are |was |were )?[a-z-]+ (?:[a-z]+ly )?)the ([a-z-]+)(?= (?:to|by|from|into|onto|with|in|on|at|for|using|rather|instead|live|directly|behind|across|through|via|out|over|under|during|as|down|and)\b|,|$)(?! (?:of|for|that|which|behind|between)\b)/
/** A reader who has not seen it wonders which. */
const UNSEEN = -5
/** Words that cannot be part of what the article opens, or that only point. */
const NO_MODIFIER =
  /^(?:and|or|of|to|in|on|at|for|by|with|from|that|which|is|are|was|were|be|as|not|same|very|own|other|entire|whole|resulting|following|above|such|this|these|new|more|most|less|only|first|second|last|single|[a-z]+(?:ed|ing)|[a-z]+ly)$/i

/**
 * The instance with its object named as fully as the entry named it before: "traced the starvation to …" behind "severe
 * CPU starvation" reads "traced the CPU starvation to …". Where no earlier sentence has more, it tells worse.
 */
export function fullerObject(instance: Instance, earlier: string): Instance {
  const match = BARE_OBJECT.exec(instance.past)
  if (match === null) return instance
  const noun = match[2] as string
  const modifier = modifierOf(noun, earlier)
  if (modifier === null) return { ...instance, score: instance.score + UNSEEN }
  const fuller = (text: string) => text.replace(`the ${noun}`, `the ${modifier} ${noun}`)
  return { ...instance, past: fuller(instance.past), gerund: fuller(instance.gerund) }
}

/** What stands between an article and the noun, or a name right before it; the last mention counts. */
function modifierOf(noun: string, earlier: string): string | null {
  const before = new RegExp(
    `\\b(?:([Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) ((?:[\\w-]+ ){1,2})|((?:[A-Z][A-Za-z0-9-]+ ){1,2}))${noun}\\b`,
    'g',
  )
  let found: string | null = null
  for (const [, article, common = '', name = ''] of earlier.matchAll(before)) {
    const words = (article === undefined ? name : common).trim().split(' ')
    // A capital that opens a sentence is no name.
    if (article === undefined && isCommonWord((words[0] as string).toLowerCase())) words.shift()
    if (words.length > 0 && !words.some((word) => NO_MODIFIER.test(word))) found = words.join(' ')
  }
  return found
}
