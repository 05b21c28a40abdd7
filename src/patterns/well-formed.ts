import { isInfinitive, isThirdPerson, isThirdPersonAfterAnd } from './word-classes.ts'

/** What lets a further verb follow: a relative, a conjunction of clauses, an auxiliary, an infinitive's "to". */
const RELATIVE = /^(?:that|which|who|where|what|how|whose)$/
const CLAUSE = /^(?:when|while|as|if|because|so|once|until|unless|whenever|before|after|since|whether)$/
const LICENCE =
  /^(?:to|can|could|may|might|will|would|must|should|not|help|helps|helped|let|lets|make|makes|made|and|or|than|directly|only|always|never|then|also)$/
const PREPOSITION =
  /^(?:of|in|on|at|by|for|with|from|into|onto|over|under|across|between|against|through|during|without|within|via|per|about|behind|beyond|near|inside|outside)$/
const DETERMINER = /^(?:a|an|the|its|their|every|each|no|this|that)$/
/** Helping verbs tell of a second clause wherever they stand without a relative. */
const FINITE =
  /^(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|must|may|might|needs?|lets|takes|comes|accepts|became|becomes)$/

/** "allowed engineers to monitor". */
const UNDONE = /^(?:allow|enabl|requir|forc|ask|help|permit|caus|prompt|let)\w* .* to [a-z]+$/
/** "and now measures …", ", and Slack now asks …". */
const LATER_VERB = /\band (?:[A-Z][\w.-]* )?(?:now|then|also|still|even) [a-z]+[^s]s\b/
/** "when a request arrives" under "loaded the adapter". */
const PRESENT_CLAUSE =
  /\b(?:when|while|as|once|until|whenever|after|before|if) (?:a|an|each|every) (?:[\w-]+ )?[\w-]+ [a-z]+[^s]s\b/

/**
 * What is wrong with a predicate that was cut out of a sentence ("routed WebRTC media through its edge network"), or
 * null. Strict: it is better to lose an instance than to print one that is no English. It looks for a second finite
 * verb without a relative or conjunction, a present tense in a clause under a past, a preposition without its noun, an
 * infinitive without its object, an article without a noun, and a noun left over.
 */
export function flawOf(predicate: string): string | null {
  if (UNDONE.test(predicate)) return 'an infinitive without its object'
  if (PRESENT_CLAUSE.test(predicate)) return 'a present under a past'
  if (LATER_VERB.test(predicate)) return 'a second finite verb'
  const words = predicate.replace(/["“”]/g, '').split(' ')
  let relatives = 0
  let clause = false
  let described = false
  for (let i = 1; i < words.length; i++) {
    const raw = words[i] as string
    const word = raw.replace(/[,.;]$/, '')
    const before = (words[i - 1] as string).replace(/[,.;]$/, '')
    const comma = /,$/.test(words[i - 1] as string)
    const next = words[i + 1]
    if (RELATIVE.test(word)) {
      relatives++
      described = true
    } else if (CLAUSE.test(word)) clause = true
    if (PREPOSITION.test(word)) {
      if (next === undefined || /,$/.test(raw)) return 'a preposition without its noun'
      if (
        /^(?:of|that|which|and|or|by|with|from)$/.test(next) &&
        !/^(?:to|from|in|over|up|out)$/.test(word) &&
        !(word === 'of' && next === 'which') &&
        !(next === 'which')
      )
        return 'a preposition without its noun'
    }
    if (
      DETERMINER.test(word) &&
      (next === undefined || /^(?:and|or|of|to|in|by|with|is|are)$/.test(next)) &&
      word !== 'that' &&
      word !== 'no'
    )
      return 'an article without its noun'
    if (relatives > 0 && isVerb(word, next)) {
      // Each relative pays for one verb, and for those that "and" joins to it.
      if (!/^(?:and|or)$/.test(before)) relatives--
      continue
    }
    if (FINITE.test(word) && !LICENCE.test(before)) {
      if (!clause) return 'a second finite verb'
      // Under a relative the present is in place: "a system that absorbs tasks whenever the fleet is idle".
      if (!described && /^(?:is|are|has|have|does|do|lets|takes|comes|becomes|needs?)$/.test(word))
        return 'a present under a past'
      continue
    }
    if ((comma || /^(?:and|or)$/.test(before)) && isThirdPersonAfterAnd(word, next)) return 'a second finite verb'
    // At the end it is a plural: "leaked file handles".
    if (next !== undefined && isThirdPerson(word, next) && !DETERMINER.test(before) && !PREPOSITION.test(before)) {
      if (clause && !described) return 'a present under a past'
      if (clause) continue
      if (comma || !/^(?:and|or)$/.test(before) || isThirdPerson(word, undefined)) return 'a second finite verb'
    }
    if (
      isInfinitive(word, undefined) &&
      !LICENCE.test(before) &&
      !comma &&
      !DETERMINER.test(before) &&
      !PREPOSITION.test(before) &&
      startsObject(next)
    )
      return 'a second finite verb'
    if (before === 'to' && i === words.length - 1 && isInfinitive(word, undefined))
      return 'an infinitive without its object'
  }
  if (relatives > 0 && /\b(?:that|which|who|where)$/.test(predicate)) return 'a relative without its verb'
  return null
}

function isVerb(word: string, next: string | undefined): boolean {
  return (
    FINITE.test(word) ||
    isThirdPerson(word, next) ||
    isInfinitive(word, undefined) ||
    /[^e]ed$/.test(word) ||
    /[^s]s$/.test(word)
  )
}

function startsObject(next: string | undefined): boolean {
  return next !== undefined && DETERMINER.test(next)
}
