/** A word, a number, a possessive ending or a sign of a field. */
export interface Token {
  /** `[start, end)` in the field, UTF-16 units. */
  start: number
  end: number
  /** The word in lower case, `'s`, or the sign; a sign that a blank follows carries it (`. `), so that names never cross a sentence. */
  key: string
  kind: 'word' | 'mark' | 'possessive'
  /** What stands before it: nothing, a blank, or a hyphen between two words. */
  before: 'glued' | 'blank' | 'hyphen'
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
      i++
      while (i < length) {
        const next = text.charCodeAt(i)
        if (isWordCode(next)) i++
        else if (isApostrophe(next) && i + 1 < length && isLetterCode(text.charCodeAt(i + 1))) {
          if (isPossessive(lower, i)) break
          i++
        } else break
      }
      tokens.push({ start, end: i, key: plainApostrophe(lower.slice(start, i)), kind: 'word', before })
      before = 'glued'
    } else if (code === 32 || code === 9 || code === 0xa0) {
      before = 'blank'
      i++
    } else if (code === 10 || code === 13) {
      tokens.push({ start: i, end: i + 1, key: '\n', kind: 'mark', before })
      before = 'blank'
      i++
    } else if (isHyphen(code) && before === 'glued' && i + 1 < length && isWordCode(text.charCodeAt(i + 1))) {
      before = 'hyphen'
      i++
    } else if (isApostrophe(code) && before === 'glued' && isPossessive(lower, i)) {
      tokens.push({ start: i, end: i + 2, key: "'s", kind: 'possessive', before })
      before = 'glued'
      i += 2
    } else {
      const sign = isApostrophe(code) ? "'" : text[i]!
      const next = i + 1 < length ? text.charCodeAt(i + 1) : 32
      tokens.push({ start: i, end: i + 1, key: next <= 32 ? `${sign} ` : sign, kind: 'mark', before })
      before = 'glued'
      i++
    }
  }
  return tokens
}

/** Lower case of the same length: `İ` alone would grow. */
function lowerCase(text: string): string {
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
