/** A place within an expression, outside its groups, that a blank or hyphen always comes before. */
export interface PatternPlace {
  at: number
  /** How many blanks a match holds before it at most; Infinity where that is open. */
  blanks: number
}

/** A quantifier, greedy or lazy, and its bounds. */
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})?\??/

/**
 * In `agents? (?:\w+ ){0,3}stray` the places behind the blank and behind the group. Empty where the expression is a choice
 * as a whole, or is not understood.
 */
export function placesAfterBlanks(source: string): PatternPlace[] {
  if (NOT_UNDERSTOOD.test(source)) return []
  const places: PatternPlace[] = []
  let at = 0
  let afterBlank = false
  let blanks = 0
  while (at < source.length) {
    const char = source[at] as string
    if (char === '|' || char === ')') return []
    const end = atomEnd(source, at)
    if (end === null) return []
    const atom = source.slice(at, end)
    const { length, least, most } = quantifierAt(source, end)
    const isBlank = BLANK.test(atom) || (char === '(' && endsInBlank(atom))
    afterBlank = isBlank && (least > 0 || afterBlank)
    blanks += times(mostBlanks(atom), most)
    at = end + length
    if (afterBlank && at < source.length) places.push({ at, blanks })
  }
  return places
}

/** References, properties and code points may match anything. */
const NOT_UNDERSTOOD = /\\[1-9kpPux]/
/** No letter: a word, or a part of a hyphenated one, begins behind it. */
const BLANK = /^(?: |\[[ /-]+\])$/

function quantifierAt(source: string, at: number): { length: number; least: number; most: number } {
  const [whole = '', sign, least, comma, most] = QUANTIFIER.exec(source.slice(at, at + 12)) ?? []
  const { length } = whole
  if (sign !== undefined)
    return { length, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
  if (least === undefined) return { length: 0, least: 1, most: 1 }
  const open = comma !== undefined && most === '' ? Number.POSITIVE_INFINITY : Number(most || least)
  return { length, least: Number(least), most: open }
}

/** How many blanks an atom can match at most. */
function mostBlanks(atom: string): number {
  const first = atom[0] as string
  if (atom === ' ' || atom === '.') return 1
  if (first === '\\') return /^\\[a-zA-Z]/.test(atom) && atom !== '\\w' && atom !== '\\d' ? 1 : 0
  if (first === '[') return atom[1] === '^' || /[ \\]/.test(atom.replaceAll(/\\[wd]/g, '')) ? 1 : 0
  if (first !== '(') return 0
  const inside = atom.slice(/^\((?:\?(?::|=|!|<=|<!|<[A-Za-z_]\w*>))?/.exec(atom)?.[0].length ?? 1, -1)
  let most = 0
  let sum = 0
  for (let at = 0; at < inside.length; ) {
    if (inside[at] === '|') {
      most = Math.max(most, sum)
      sum = 0
      at++
      continue
    }
    const end = inside[at] === ')' ? null : atomEnd(inside, at)
    if (end === null) return Number.POSITIVE_INFINITY
    const quantifier = quantifierAt(inside, end)
    sum += times(mostBlanks(inside.slice(at, end)), quantifier.most)
    at = end + quantifier.length
  }
  return Math.max(most, sum)
}

/** None of something that may come without end is none. */
function times(count: number, most: number): number {
  return count === 0 ? 0 : count * most
}

/**
 * The alternatives of an expression that is a choice as a whole: `a|b(?:c|d)` is `a` and `b(?:c|d)`. A group around all of
 * it is taken off first. The expression itself where it is no choice, is not understood, or refers back to a group.
 */
export function alternativesOf(source: string): string[] {
  if (NOT_UNDERSTOOD.test(source)) return [source]
  const inner = source.startsWith('(?:') && atomEnd(source, 0) === source.length ? source.slice(3, -1) : source
  const found: string[] = []
  let from = 0
  let at = 0
  while (at < inner.length) {
    if (inner[at] === '|') {
      found.push(inner.slice(from, at))
      from = ++at
      continue
    }
    const end = inner[at] === ')' ? null : atomEnd(inner, at)
    if (end === null) return [source]
    at = end
  }
  return [...found, inner.slice(from)]
}

/** A plain group without a choice, whose last character is a blank or hyphen: `(?:\w+ )`, `(?:\w+[- ])`. */
function endsInBlank(group: string): boolean {
  return /^\(\?:[^|]*(?: |\[[ /-]+\])\)$/.test(group)
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
