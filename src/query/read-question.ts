import { INTENT_WORDS, type Intent, intentOf } from './intents.ts'
import { isFunctionWord, looksLikeName, type QuestionWord, wordsOf } from './question-words.ts'
import type { Group, Recogniser } from './recognise.ts'

export interface Question {
  text: string
  intent: Intent
  /** What it names, from left to right. */
  groups: Group[]
  /** Group numbers of the one who does and of what is done to, where the wording tells; else undefined. */
  subject?: number
  object?: number
  /** Content words that no group covers and the intent does not use up, as typed. */
  words: QuestionWord[]
}

/** What a question names and what it asks for. */
export function readQuestion(text: string, recognise: Recogniser): Question {
  const groups = recognise(text)
  const template = templateOf(text, groups)
  const { intent, roles } = intentOf(template)
  const numbers = new Map(roles.map(([role, group]) => [role, group]))
  // "What did Shopify move away from": the one that stands before the verb does it.
  const doer = /^(?:and )?(?:what|which [\w ]+?|how) (?:did|does|do|has|have|had) (?:the )?\{(\d+)\}/.exec(
    template,
  )?.[1]
  if (doer !== undefined && numbers.size === 0) numbers.set('subject', Number(doer))
  const words = wordsOf(text).filter(
    (word) =>
      !groups.some(({ start, end }) => word.start < end && word.end > start) &&
      !isFunctionWord(word.text) &&
      !(INTENT_WORDS[intent].test(word.text.toLowerCase()) && !looksLikeName(word)),
  )
  return {
    text,
    intent,
    groups,
    words,
    ...(numbers.has('subject') ? { subject: numbers.get('subject') as number } : {}),
    ...(numbers.has('object') ? { object: numbers.get('object') as number } : {}),
  }
}

/** The question in lower case with `{0}`, `{1}` … in place of what it names. */
function templateOf(text: string, groups: Group[]): string {
  let template = ''
  let at = 0
  groups.forEach(({ start, end }, number) => {
    template += `${text.slice(at, start).toLowerCase()}{${number}}`
    at = end
  })
  return (template + text.slice(at).toLowerCase())
    .replace(/[?!"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
