/**
 * The places of an expression, outside its groups, that a blank always comes before: in `agents? (?:\w+ ){0,3}stray` those
 * behind the blank and behind the group. Empty where the expression is a choice as a whole, or is not understood.
 */
export function placesAfterBlanks(source: string): number[] {
  const places: number[] = []
  let at = 0
  let afterBlank = false
  while (at < source.length) {
    const char = source[at] as string
    if (char === '|' || char === ')') return []
    const end = atomEnd(source, at)
    if (end === null) return []
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})?\??/.exec(source.slice(end, end + 12))?.[0] ?? ''
    const mayBeAbsent = /^(?:[*?]|\{0)/.test(quantifier)
    const blank = char === ' ' || (char === '(' && endsInBlank(source.slice(at, end)))
    afterBlank = blank && (!mayBeAbsent || afterBlank)
    at = end + quantifier.length
    if (afterBlank && at < source.length) places.push(at)
  }
  return places
}

/** A plain group without a choice, whose last character is a blank: `(?:\w+ )`. */
function endsInBlank(group: string): boolean {
  return /^\(\?:[^|]* \)$/.test(group)
}

/** Index behind the character, class, escape or group that starts at `at`; null where brackets do not match. */
function atomEnd(source: string, at: number): number | null {
  const char = source[at]
  if (char === '\\') return at + 2 <= source.length ? at + 2 : null
  if (char === '[') return classEnd(source, at)
  if (char !== '(') return at + 1
  let depth = 0
  for (let i = at; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === '[') {
      const end = classEnd(source, i)
      if (end === null) return null
      i = end - 1
    } else if (source[i] === '(') depth++
    else if (source[i] === ')' && --depth === 0) return i + 1
  }
  return null
}

function classEnd(source: string, at: number): number | null {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === ']') return i + 1
  }
  return null
}
