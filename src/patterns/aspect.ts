import { conjugate } from './conjugate.ts'

/** How far a deed has come: done (or a habit of the present), or still under way. */
export type Aspect = 'done' | 'ongoing'

const ADVERBS = '(?:(?:also|now|then|still|already|just|even|instead|only|soon|both|all|[a-z]+ly) )*'
const MODAL = "(?:will|would|can|could|may|might|must|should|shall|cannot|wo|ca)(?:n['’]t)?"
/** What is wanted, planned, tried or left undone: its infinitive tells of no deed. */
const INTENTION =
  '(?:plan|intend|aim|hop|expect|want|wish|seek|propos|promis|pledg|prepar|attempt|try|trie|tri|threaten|declin|refus|fail|offer|vow|ask|need|struggl|start|begin|recommend|suggest|commit|consider|agree|look|sought|began|begun|about|yet|going|due|set|scheduled|slated|poised|supposed|likely|able|unable|ready|keen|goal|intention|ambition|roadmap|proposal|ways?|chance|ability|option|need)(?:s|es|ed|d|n?ing|ting)?'
const SUPPOSED = new RegExp(
  `(?:\\b${MODAL} (?:not |never )?(?:have |be |have been )?|\\b${INTENTION} (?:not )?(?:[a-z]+ )?to |\\b(?:not|never|n['’]t|without|instead of|rather than|against|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|consider(?:s|ed|ing)?|propos(?:es|ed|ing)|plan(?:s|ned|ning)? on|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|no longer) (?:have |be )?)${ADVERBS}$`,
  'i',
)
const UNDER_WAY = new RegExp(
  `\\b(?:is|are|am|be|been|being|['’]re|(?:start|begin)(?:s|ed)?|began|begun|continu(?:es|ed)|keeps?|in the process of|in the midst of|work(?:s|ing)? on) ${ADVERBS}$`,
  'i',
)
const ANY_GOVERNOR = new RegExp(
  `\\b(?:${MODAL}|${INTENTION}|not|never|without|instead|rather|against|avoid\\w*|stop\\w*|no longer|is|are|be|been|being|continu\\w+|keeps?|process|midst|works?|working)\\b|n['’]t\\b|['’]re\\b`,
  'i',
)

/** Whether what a verb at the end of this text would say is only planned, possible or denied: "expects to ", "could not ". */
export function isSupposed(before: string): boolean {
  return SUPPOSED.test(before)
}

/** Whether a gerund at the end of this text is a deed under way: "is now ". */
export function isUnderWay(before: string): boolean {
  return UNDER_WAY.test(before)
}

/** How far back a verb's governor is looked for. */
const NEAR = 80
const WORD = /[A-Za-z]+(?:-[a-z]+)*/g
/** "moved", "ran", "moving"; a bare form or a third person may be a noun. */
const TOLD_FORM = /(?:[^e]ed|ing)$/

/**
 * The verb that a clause tells as a deed though its sentence has it only as under way, planned, possible or denied; null
 * where there is none. A verb that the sentence has in another place as a deed is none, nor one that the clause itself
 * tells as undone ("is moving", "plans to move"). A gerund claims no end: "Fernbank moving" holds of what it is at.
 */
export function overstatedVerb(clause: string, sentence: string): string | null {
  if (!ANY_GOVERNOR.test(sentence)) return null
  const standings = standingsOf(sentence)
  for (const match of clause.matchAll(WORD)) {
    const word = match[0].toLowerCase()
    const forms = conjugate(word)
    if (forms === null || !(TOLD_FORM.test(word) || word === forms.past)) continue
    const said = standings.get(forms.past)
    if (said === undefined || said.done) continue
    const own = clause.slice(0, match.index)
    if (isSupposed(own)) continue
    const gerund = word === forms.gerund
    if (said.underWay && (gerund || isUnderWay(own))) continue
    return match[0]
  }
  return null
}

interface Standing {
  done: boolean
  underWay: boolean
}

/** All that is cut out of one sentence is held against it in turn. */
let latest: { sentence: string; standings: Map<string, Standing> } = { sentence: '', standings: new Map() }

/** Each verb of a sentence, by its past, with how it is told there. */
function standingsOf(sentence: string): Map<string, Standing> {
  if (sentence === latest.sentence) return latest.standings
  const standings = new Map<string, Standing>()
  latest = { sentence, standings }
  for (const match of sentence.matchAll(WORD)) {
    const word = match[0].toLowerCase()
    const forms = conjugate(word)
    if (forms === null) continue
    const before = sentence.slice(Math.max(0, match.index - NEAR), match.index)
    const standing = standings.get(forms.past) ?? { done: false, underWay: false }
    if (!isSupposed(before)) {
      if (word === forms.gerund && isUnderWay(before)) standing.underWay = true
      else standing.done = true
    }
    standings.set(forms.past, standing)
  }
  return standings
}
