import { placesAfterBlanks } from './pattern-places.ts'

/**
 * The literal starts that every match of an expression must have: `re-?roll(?:s|ed)` starts with `reroll` or `re-roll`.
 * They go into one trie, so that an expression runs only where one of its starts stands (as RE2 and ripgrep do it).
 */
export interface CueAnchors {
  /** Lower case, ASCII, sorted. `['']` where nothing is certain: such an expression has to be tried everywhere. */
  starts: string[]
  /** The starts, with their tails, are all that the expression can match: between word boundaries it need not run at all. */
  exact: boolean
  /** Where exact: how many letters of the same word follow each start at least, or -1 where none may; absent where none may at all. */
  tails?: number[]
  /**
   * One of these stands further on in every match, behind a blank or hyphen, with at most so many blanks from the start to it:
   * in `agents? (?:\w+ ){0,3}(?:fail\w*|stray\w*)`, `fail` or `stray`, and four. Where none does, the expression need not be
   * tried, however often its start stands there. Absent where nothing is certain.
   */
  later?: { texts: string[]; blanks: number }
}

type Later = NonNullable<CueAnchors['later']>

/** A text that a match may start with. */
interface Start {
  text: string
  /** Nothing was cut off yet. */
  open: boolean
  /** What was cut off is the rest of the word, of so many letters at least: `\w*` or `\w+` at the end. */
  tail?: number
}

/** Longer starts and larger sets cost more memory than they save time. */
const LONGEST = 32
const MOST = 160

const EMPTY: Start[] = [{ text: '', open: true }]
const UNKNOWN: Start[] = [{ text: '', open: false }]

/** Of an expression that is matched without regard to case, with or without the `u` flag. */
export function cueAnchors(source: string): CueAnchors {
  const anchors = startsOf(source)
  if (anchors.exact || anchors.starts[0] === '') return anchors
  const later = rarest(
    placesAfterBlanks(source).map(({ at, blanks }) => ({ texts: startsOf(source.slice(at)).starts, blanks })),
  )
  return later === undefined ? anchors : { ...anchors, later }
}

function startsOf(source: string): CueAnchors {
  const parser = new StartParser(source)
  const starts = parser.alternatives()
  if (parser.failed) return { starts: [''], exact: false }
  const texts = [...new Set(starts.map(({ text }) => text))].sort()
  if (parser.conditional || starts.some(({ open, tail }) => !open && tail === undefined))
    return { starts: shortest(texts), exact: false }
  if (starts.every(({ open }) => open)) return { starts: texts, exact: true }
  const tails = new Map(starts.map(({ text, tail = -1 }) => [`${text} ${tail}`, { text, tail }]))
  const sorted = [...tails].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  return { starts: sorted.map(({ text }) => text), exact: true, tails: sorted.map(({ tail }) => tail) }
}

/** Shorter texts stand in nearly every paragraph, and so does one of many. */
const RARE_FROM = 3
const MOST_LATER = 120

/** The set that least text is likely to hold: a letter more is a few times rarer. */
function rarest(places: Later[]): Later | undefined {
  let best: Later | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { texts, blanks } of places) {
    const short = shortest(texts)
    if (short.length > MOST_LATER || short.some((text) => text.length < RARE_FROM)) continue
    const likely = short.reduce((sum, { length }) => sum + 4 ** -length, 0)
    if (likely >= least) continue
    best = { texts: short, blanks }
    least = likely
  }
  return best
}

/** Of sorted texts those that do not begin with another. */
export function shortest(texts: string[]): string[] {
  const kept: string[] = []
  for (const text of texts) {
    const last = kept.at(-1)
    if (last === undefined || !text.startsWith(last)) kept.push(text)
  }
  return kept
}

/** Reads an expression from left to right; whatever it does not know becomes "anything may stand here". */
class StartParser {
  private at = 0
  private readonly source: string
  /** The syntax was not understood: no start is certain. */
  failed = false
  /** It looks around, or refers to its place: its starts alone decide nothing. */
  conditional = false

  constructor(source: string) {
    this.source = source
  }

  alternatives(depth = 0): Start[] {
    let all = this.sequence(depth)
    while (this.source[this.at] === '|') {
      this.at++
      all = [...all, ...this.sequence(depth)]
    }
    if (depth === 0 && this.at < this.source.length) this.failed = true
    return all.length > MOST ? shorten(all) : all
  }

  private sequence(depth: number): Start[] {
    let starts = EMPTY
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      starts = join(starts, this.quantified(depth))
    }
    return starts
  }

  private quantified(depth: number): Start[] {
    const isWord = this.source.startsWith('\\w', this.at)
    const atom = this.atom(depth)
    if (!'*+?{'.includes(this.source[this.at] ?? ' ')) return atom
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12))
    if (quantifier === null) return atom
    this.at += quantifier[0].length
    const sign = quantifier[0][0]
    // All letters that are there belong to it, as no letter may follow a match.
    if (isWord && (quantifier[0] === '*' || quantifier[0] === '+'))
      return [{ text: '', open: false, tail: sign === '+' ? 1 : 0 }]
    if (sign === '?') return [...EMPTY, ...atom]
    const repeated = atom.map(cutOff)
    const none = sign === '*' || (sign === '{' && Number(quantifier[1]) === 0)
    return none ? [...EMPTY, ...repeated] : repeated
  }

  private atom(depth: number): Start[] {
    const char = this.source[this.at++] as string
    if (char === '(') return this.group(depth)
    if (char === '[') return this.characterClass()
    if (char === '\\') return this.escape()
    if (char === '.') return UNKNOWN
    if (char === '^' || char === '$') {
      this.conditional = true
      return EMPTY
    }
    if (char === '*' || char === '+' || char === '?' || char === '{' || char === '}' || char === ']') this.failed = true
    return literal(char)
  }

  private group(depth: number): Start[] {
    const opening =
      this.source[this.at] !== '?'
        ? ''
        : (/^\?(?::|=|!|<=|<!|<[A-Za-z_]\w*>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '')
    if (opening === '' && this.source[this.at] === '?') this.failed = true
    this.at += opening.length
    const inside = this.alternatives(depth + 1)
    if (this.source[this.at] !== ')') this.failed = true
    this.at++
    // A look-around takes no text.
    if (!['?=', '?!', '?<=', '?<!'].includes(opening)) return inside
    this.conditional = true
    return EMPTY
  }

  private characterClass(): Start[] {
    const end = this.classEnd()
    const inside = this.source.slice(this.at, end)
    this.at = end + 1
    if (!/^[A-Za-z0-9 _'’.\-–]+$/.test(inside) || /.-./.test(inside)) return UNKNOWN
    return [...inside].flatMap(literal)
  }

  private classEnd(): number {
    for (let i = this.at; i < this.source.length; i++) {
      if (this.source[i] === '\\') i++
      else if (this.source[i] === ']') return i
    }
    this.failed = true
    return this.source.length
  }

  private escape(): Start[] {
    const char = this.source[this.at++] ?? ''
    if (char === 'b' || char === 'B') {
      this.conditional = true
      return EMPTY
    }
    // Letters and digits after a backslash are classes, references or code points; the rest are themselves.
    if (/[A-Za-z0-9]/.test(char)) {
      if ('xucpPk'.includes(char)) this.failed = true
      return UNKNOWN
    }
    return literal(char)
  }
}

function literal(char: string): Start[] {
  return /^[\x20-\x7e]$/.test(char) ? [{ text: char.toLowerCase(), open: true }] : UNKNOWN
}

function join(starts: Start[], next: Start[]): Start[] {
  if (starts.every(({ open }) => !open)) return starts.map(cutOff)
  if (starts.length * next.length > MOST * 4) return starts.map(cutOff)
  const joined: Start[] = []
  for (const start of starts) {
    if (!start.open) joined.push(cutOff(start))
    else {
      for (const each of next) {
        const text = start.text + each.text
        joined.push(text.length > LONGEST ? { text: text.slice(0, LONGEST), open: false } : { ...each, text })
      }
    }
  }
  return joined.length > MOST ? starts.map(cutOff) : joined
}

/** Something follows that is not looked at. */
const cutOff = ({ text }: Start): Start => ({ text, open: false })

/** Too many starts: their first three letters do. */
function shorten(starts: Start[]): Start[] {
  return [...new Set(starts.map(({ text }) => text.slice(0, 3)))].map((text) => ({ text, open: false }))
}
