import { foldName } from './fold-name.ts'

/**
 * Hash of a name's folded form, and of its letters and digits alone (`squash` of `name-index.ts`), 32 bits: to file names
 * without making a folded text of each of them.
 */
export interface NameHash {
  fold: number
  squashed: number
}

const mix = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0
const isLetterOrDigit = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Plain names, which are nearly all, are folded on the way; the rest by `foldName`. */
export function hashName(name: string): NameHash {
  let fold = 0
  let squashed = 0
  for (let i = 0; i < name.length; i++) {
    let code = name.charCodeAt(i)
    if (code >= 65 && code <= 90) code += 32
    if (isLetterOrDigit(code)) squashed = mix(squashed, code)
    // One blank or hyphen between two letters.
    else if ((code === 32 || code === 45) && isPlainAt(name, i - 1) && isPlainAt(name, i + 1)) code = 32
    else return hashFolded(foldName(name))
    fold = mix(fold, code)
  }
  return { fold, squashed }
}

function isPlainAt(name: string, at: number): boolean {
  const code = name.charCodeAt(at)
  return isLetterOrDigit(code) || (code >= 65 && code <= 90)
}

function hashFolded(folded: string): NameHash {
  let fold = 0
  for (let i = 0; i < folded.length; i++) fold = mix(fold, folded.charCodeAt(i))
  let squashed = 0
  const letters = squash(folded)
  for (let i = 0; i < letters.length; i++) squashed = mix(squashed, letters.charCodeAt(i))
  return { fold, squashed }
}

/** The letters and digits of a folded name, and the signs that tell "C" from "C++" and "C#". */
export function squash(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}+#]/gu, '')
}
