import { baseForms } from './base-forms.ts'
import { ENGLISH_WORDS } from './english-words.generated.ts'

let words: Set<string> | undefined

/** An everyday English word, inflected or not, in lower case: a name that is one needs more than a capital to be believed. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(ENGLISH_WORDS.split(' '))
  if (word.length < 2) return word === 'a' || word === 'i'
  if (words.has(word)) return true
  for (const base of baseForms(word)) if (words.has(base)) return true
  return false
}
