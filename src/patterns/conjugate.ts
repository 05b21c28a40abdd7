export interface VerbForms {
  past: string
  gerund: string
}

/** Base, past, and the gerund where it is not regular, of verbs that digests use; prefixes in- and re- are listed too. */
const IRREGULAR =
  `become became, begin began beginning, bet bet betting, bind bound, break broke, bring brought, broadcast broadcast,
  build built, buy bought, catch caught, choose chose, come came, cost cost, cut cut cutting, deal dealt, die died dying, do did,
  draw drew, drive drove, fall fell, feed fed, feel felt, fight fought, find found, fly flew, forbid forbade forbidding, forgo forwent,
  freeze froze, get got getting, give gave, go went, grind ground, grow grew, have had, hear heard, hide hid, hit hit hitting, hold held,
  keep kept, know knew, lay laid, lead led, learn learned, leave left, lend lent, let let letting, lie lay lying, lose lost, make made,
  mean meant, meet met, overcome overcame, overrun overran overrunning, override overrode, oversee oversaw overseeing, pay paid, put put putting, read read,
  rebuild rebuilt, reset reset resetting, rethink rethought, rewrite rewrote, ride rode, rise rose, run ran running, say said, see saw seeing, seek sought, sell sold,
  send sent, set set setting, shed shed shedding, shoot shot, show showed, shrink shrank, shut shut shutting, sit sat sitting, sleep slept, speak spoke,
  spend spent, spin spun spinning, split split splitting, spread spread, stand stood, steal stole, stick stuck, strike struck, swap swapped swapping,
  sweep swept, swim swam swimming, take took, teach taught, tell told, think thought, throw threw, tie tied tying, undergo underwent, understand understood,
  undo undid, uphold upheld, wake woke, wear wore, win won winning, withdraw withdrew, withhold withheld, write wrote`
    .split(',')
    .map((row) => row.trim().split(/\s+/) as [string, string, string?])
/** Verbs of more than one syllable that double their last letter, and others that the rule for one syllable misses. */
const DOUBLED =
  /(?:^|re|out|over|un|de)(?:embed|permit|submit|commit|admit|omit|emit|refer|prefer|infer|transfer|defer|occur|incur|control|compel|propel|expel|equip|format|debug|unplug|regret|forget|begin|upset|offset|outbid|program|kidnap|backlog|zip|unzip)$/
/** Prose prefers the plain word. */
const WORDY = /^(?:utili[sz]|leverag)(?:e|es|ed|ing)$/
const irregular = new Map<string, VerbForms>()
for (const [base, past, gerund = regularGerund(base)] of IRREGULAR) {
  for (const form of [base, gerund, present(base), past])
    if (!irregular.has(form)) irregular.set(form, { past, gerund })
}

/**
 * Past tense and gerund of one verb in any form, by the rules of spelling; null where the word can be none. "was" and
 * "were" stay as they are. A tagger is no help: it guesses stems wrong (compromise 14.17: "routing" gives "rout"), and
 * between a past, a gerund and a present no stem need be guessed.
 */
export function conjugate(verb: string): VerbForms | null {
  if (/^(?:was|is)$/.test(verb)) return { past: 'was', gerund: 'being' }
  if (/^(?:were|are)$/.test(verb)) return { past: 'were', gerund: 'being' }
  if (!/^[a-z]{2,}(?:-[a-z]+)*$/.test(verb)) return null
  const [, prefix = '', last = verb] = /^(.*-)?([^-]+)$/.exec(verb) ?? []
  const { past, gerund } = formsOf(last)
  return { past: prefix + past, gerund: prefix + gerund }
}

function formsOf(verb: string): VerbForms {
  const known = irregular.get(verb)
  if (known !== undefined) return known
  if (WORDY.test(verb)) return { past: 'used', gerund: 'using' }
  // Past and gerund share the doubled letter and the lost e: "routed", "routing".
  if (/[^e]ed$/.test(verb) && verb.length > 3)
    return { past: verb, gerund: /ied$/.test(verb) ? verb.replace(/ied$/, 'ying') : verb.replace(/ed$/, 'ing') }
  if (/[^i]ing$/.test(verb) && verb.length > 4) {
    const stem = verb.slice(0, -3)
    return {
      past: /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : /e$/.test(stem) ? `${stem}d` : `${stem}ed`,
      gerund: verb,
    }
  }
  const base = /[^s]s$/.test(verb) ? singular(verb) : verb
  return irregular.get(base) ?? { past: regularPast(base), gerund: regularGerund(base) }
}

function singular(verb: string): string {
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`
  if (/(?:ss|cus|sh|x|[^a]ch|[eo]ach|[tl][at]ach|zz|o)es$/.test(verb)) return verb.slice(0, -2)
  return verb.slice(0, -1)
}

function present(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`
}

function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  if (/e$/.test(base)) return `${base}d`
  return `${doubles(base) ? base + base.at(-1) : base}ed`
}

function regularGerund(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return `${doubles(base) ? base + base.at(-1) : base}ing`
}

function doubles(base: string): boolean {
  return /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$/.test(base) || DOUBLED.test(base)
}
