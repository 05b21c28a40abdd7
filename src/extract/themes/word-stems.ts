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

/** `''` for a word, in small letters, that says nothing. */
export function stemOf(word: string): string {
  // Porter's rules know American spelling.
  return FUNCTION_WORDS.has(word) ? '' : stemmer(word.replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1'))
}

/** Calls `visit` with the words of a text, in small letters, and where they start: three letters or more, plain ones. */
export function eachWord(text: string, visit: (word: string, start: number) => void): void {
  const lower = text.toLowerCase()
  // Letters that are longer in lower case would move what follows.
  if (lower.length !== text.length) return
  for (const { 0: word, index } of lower.matchAll(/[a-z][a-z0-9]{2,}/g)) visit(word, index)
}

/** The stems of the words of a text that may tell its theme, as often as they come. */
export function stemsIn(text: string): StemAt[] {
  const found: StemAt[] = []
  eachWord(text, (word, start) => {
    const stem = stemOf(word)
    if (stem !== '') found.push({ stem, start, end: start + word.length })
  })
  return found
}
