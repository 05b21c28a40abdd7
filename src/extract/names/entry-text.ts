import type { Token } from '../tokenize.ts'
import { shapeOf } from './word-shape.ts'

/** A capital says nothing here: the start of the text, of a line, of a sentence, or behind a colon. */
export function startsSentence(tokens: readonly Token[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && /^["“‘'([*]$/.test(tokens[i]!.key)) i--
  if (i < 0) return true
  const key = tokens[i]!.key
  if (key === '\n' || /^[.!?:] $/.test(key)) return true
  // "… done.” Next"
  return /^["”’')\]] $/.test(key) && i > 0 && /^[.!?]$/.test(tokens[i - 1]!.key)
}

/** A heading that capitalises most of its longer words. */
export function isTitleCase(text: string, tokens: readonly Token[]): boolean {
  let capital = 0
  let lower = 0
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || token.end - token.start < 4) continue
    const shape = shapeOf(text.slice(token.start, token.end))
    if (shape === 'lower') lower++
    else if (shape === 'capital') capital++
  }
  return capital > 0 && capital >= 1.5 * lower
}
