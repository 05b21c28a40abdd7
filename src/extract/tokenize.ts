/** A word, a number, a possessive ending or a sign of a field. */
export interface Token {
  /** `[start, end)` in the field, UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The word in lower case, `'s`, or the sign; a sign that a blank follows carries it (`. `), so that names never cross a sentence. */
  readonly key: string
  readonly kind: 'word' | 'mark' | 'possessive'
  /** What stands before it: nothing, a blank, or a hyphen between two words. */
  readonly before: 'glued' | 'blank' | 'hyphen'
  /** 32 bits of the key, to look names up without making the key; and of a word without the `s` at its end, or 0. */
  readonly hash: number
  readonly stemHash: number
}

/** Most words are never looked at again: their key is made when it is asked for. */
class Word implements Token {
  readonly kind = 'word'
  #key: string | undefined
  constructor(
    private readonly lower: string,
    readonly start: number,
    readonly end: number,
    readonly before: Token['before'],
    readonly hash: number,
    readonly stemHash: number,
  ) {}
  get key(): string {
    if (this.#key === undefined) this.#key = plainApostrophe(this.lower.slice(this.start, this.end))
    return this.#key
  }
}

/**
 * The tokens of a text. Words are runs of letters and digits; a hyphen between two words joins them as a blank would,
 * so that "Retrieval-Augmented Generation" and "Retrieval Augmented Generation" have the same keys.
 */
export function tokenize(text: string): Token[] {
  const lower = lowerCase(text)
  const tokens: Token[] = []
  const length = text.length
  let before: Token['before'] = 'blank'
  let i = 0
  while (i < length) {
    const code = text.charCodeAt(i)
    if (isWordCode(code)) {
      const start = i
      let beforeLast = 0
      let hash = mix(0, lower.charCodeAt(i))
      i++
      for (; i < length; i++) {
        let next = lower.charCodeAt(i)
        if (!isWordCode(next)) {
          if (!isApostrophe(next) || i + 1 >= length || !isLetterCode(lower.charCodeAt(i + 1))) break
          if (isPossessive(lower, i)) break
          next = 0x27
        }
        beforeLast = hash
        hash = mix(hash, next)
      }
      tokens.push(new Word(lower, start, i, before, hash, lower.charCodeAt(i - 1) === 0x73 ? beforeLast : 0))
      before = 'glued'
    } else if (code === 32 || code === 9 || code === 0xa0) {
      before = 'blank'
      i++
    } else if (code === 10 || code === 13) {
      tokens.push(mark(i, i + 1, '\n', 'mark', before))
      before = 'blank'
      i++
    } else if (isHyphen(code) && before === 'glued' && i + 1 < length && isWordCode(text.charCodeAt(i + 1))) {
      before = 'hyphen'
      i++
    } else if (isApostrophe(code) && before === 'glued' && isPossessive(lower, i)) {
      tokens.push(mark(i, i + 2, "'s", 'possessive', before))
      before = 'glued'
      i += 2
    } else {
      const sign = isApostrophe(code) ? "'" : text[i]!
      const next = i + 1 < length ? text.charCodeAt(i + 1) : 32
      tokens.push(mark(i, i + 1, next <= 32 ? `${sign} ` : sign, 'mark', before))
      before = 'glued'
      i++
    }
  }
  return tokens
}

function mark(start: number, end: number, key: string, kind: 'mark' | 'possessive', before: Token['before']): Token {
  let hash = 0
  // The blank that a sign carries is not a part of it.
  for (let i = 0; i < key.length && key.charCodeAt(i) !== 32; i++) hash = mix(hash, key.charCodeAt(i))
  return { start, end, key, kind, before, hash, stemHash: 0 }
}

const mix = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0

/** Hash of the first token's key, or undefined where there is none; as `tokenize` gives it, without the rest. */
export function firstToken(text: string): number | undefined {
  let hash = 0
  let end = 0
  let code = text.charCodeAt(0)
  while (code < 128 && isWordCode(code)) {
    hash = mix(hash, code >= 65 && code <= 90 ? code + 32 : code)
    code = text.charCodeAt(++end)
  }
  // Nearly all names begin with a plain word; letters beyond ASCII, apostrophes and signs are the tokenizer's business.
  if (end > 0 && (end === text.length || (code < 128 && !isApostrophe(code)))) return hash
  const blank = text.slice(0, 64).indexOf(' ')
  return tokenize(blank < 0 ? text : text.slice(0, blank))[0]?.hash
}

/** Lower case of the same length: `İ` alone would grow. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  let kept = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!.toLowerCase()
    kept += char.length === 1 ? char : text[i]!
  }
  return kept
}

function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  }
  return code !== 0xa0 && isWideLetter(code)
}

function isLetterCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return isWideLetter(code)
}

/** Letters beyond ASCII; surrogates count, so that an astral letter is not cut in two. */
function isWideLetter(code: number): boolean {
  if (code >= 0xd800 && code <= 0xdfff) return true
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
}

const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019

/** `'s` at `at`, and no word goes on behind it. */
function isPossessive(lower: string, at: number): boolean {
  return lower.charCodeAt(at + 1) === 115 && (at + 2 >= lower.length || !isWordCode(lower.charCodeAt(at + 2)))
}

function plainApostrophe(word: string): string {
  return word.includes('’') ? word.replace(/’/g, "'") : word
}
