import { stem } from './stem.ts'

/** Words that ask and bind but name nothing. What they leave of a question is looked for in the evidence. */
const FUNCTION_WORDS = new Set(
  `a about after again all also among an and any anybody anyone are as at away be because been before being between both
   but by can companies company could did do does doing done during each ever every everybody everyone find firm firms
   for from get give got had has have having he her here him his how i if in into is it its just kind know let like list
   made make many may me might more most much must my name need of off on one ones only or org organisation organisations
   organization organizations other others our out over own people please same say says see shall she should show so some
   somebody someone something still such team teams tell than that the their them then there these they thing things this
   those to together told too under up us use used uses using very want was we were what whats when where which while who
   whom whose why will with without would you your engineers engineering entries entry stories story examples example
   cases case versus vs`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

export interface QuestionWord {
  text: string
  start: number
  end: number
}

/** All words of a text with their places; `+ # . - ' /` stay inside words (C++, Node.js, lock-free). */
export function wordsOf(text: string): QuestionWord[] {
  const words: QuestionWord[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.'’\-_/][\p{L}\p{N}]+)*[+#]*/gu)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return words
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase().replace(/['’]s$/, ''))
}

/** Whether a word has the shape of a name: a capital that does not only start the sentence, or a digit in it. */
export function looksLikeName({ text, start }: QuestionWord): boolean {
  if (/\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(text)) return true
  return start > 0 && /^\p{Lu}/u.test(text)
}

/** Stems of the words of a text that name something. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isFunctionWord(word.text))
    .map((word) => stem(word.text))
}
