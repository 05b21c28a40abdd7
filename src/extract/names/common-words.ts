import { baseForms } from './base-forms.ts'
import { ENGLISH_WORDS } from './english-words.generated.ts'
import { TECHNICAL_WORDS } from './technical-words.ts'

let words: Set<string> | undefined

const known = new Map<string, boolean>()
/** How many answers are kept: the words of a text repeat, hostile ones need not. */
const KEPT = 50_000

/** An everyday English word, inflected or not, in lower case: a name that is one needs more than a capital to be believed. */
export function isCommonWord(word: string): boolean {
  let answer = known.get(word)
  if (answer === undefined) {
    answer = lookUp(word)
    if (known.size < KEPT) known.set(word, answer)
  }
  return answer
}

function lookUp(word: string): boolean {
  words ??= new Set([...ENGLISH_WORDS.split(' '), ...TECHNICAL_WORDS.split(' ')])
  if (word.length < 2) return word === 'a' || word === 'i'
  if (words.has(word)) return true
  if (word.length > 30) return false
  for (const base of baseForms(word)) {
    if (words.has(base) || baseForms(base).some((root) => words!.has(root))) return true
  }
  return PREFIX.test(word) && words.has(word.replace(PREFIX, ''))
}

/** "multiprocess", "unsharded", "reindex": a prefix makes no name of a word. */
const PREFIX =
  /^(?:multi|un|re|non|pre|over|under|sub|inter|micro|hyper|super|cross|self|co|de|mis|out|up|down|auto|post)(?=\p{L}{4})/u
