import { stemmer } from 'stemmer'

/** A word of a text: its stem, and `[start, end)`. */
export interface StemAt {
  stem: string
  start: number
  end: number
}

/** Words that are in every sentence say nothing of its theme. */
const FUNCTION_WORDS = new Set(
  `the and for with was were are been being its that this from into their they them than then but not had has have
  which who whose when while where how what all any each every can could would may might will one two more most such also
  only over out other these those there after before between both did does because until per own same too very just
  about against during through under once our you she his her him`.split(/\s+/),
)

/** The same words come up all the time; a bound keeps hostile text from filling the memory. */
const MOST_KNOWN = 50_000
const known = new Map<string, string>()

/** `''` for a word that says nothing. */
function stemOf(word: string): string {
  let stem = known.get(word)
  if (stem === undefined) {
    // Porter's rules know American spelling.
    stem = FUNCTION_WORDS.has(word) ? '' : stemmer(word.replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1'))
    if (known.size < MOST_KNOWN) known.set(word, stem)
  }
  return stem
}

/** The words of a text that may tell its theme: three letters or more, no function words. */
export function stemsIn(text: string): StemAt[] {
  const found: StemAt[] = []
  const lower = text.toLowerCase()
  // Letters that are longer in lower case would move what follows.
  if (lower.length !== text.length) return found
  for (const { 0: word, index } of lower.matchAll(/[a-z][a-z0-9]{2,}/g)) {
    const stem = stemOf(word)
    if (stem !== '') found.push({ stem, start: index, end: index + word.length })
  }
  return found
}
