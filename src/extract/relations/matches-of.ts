const NONE: readonly RegExpExecArray[] = []

/**
 * The matches of a global expression that matches no empty text. `matchAll` copies the expression at each call, which costs
 * more than the search itself in most sentences: they hold none.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
