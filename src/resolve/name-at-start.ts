/** Of a text no more than this is looked at. */
export const LONGEST_START = 200

/** Finds the longest of `names` that a text starts with, whatever its letter case; 0 where there is none. */
export function createNameAtStart(names: readonly string[]): (text: string) => number {
  // Only plain text has use for it: the index is made when it is first asked.
  let byFirstWord: Map<string, string[]> | undefined
  return (text) => {
    byFirstWord ??= fileNames(names)
    const lower = text.slice(0, LONGEST_START).toLowerCase()
    const fits = (name: string) => lower.startsWith(name) && !/^[\p{L}\p{N}]/u.test(lower.slice(name.length))
    return byFirstWord.get(firstWord(lower))?.find(fits)?.length ?? 0
  }
}

function firstWord(text: string): string {
  return /^[^\p{L}\p{N}]*[\p{L}\p{N}]+/u.exec(text)?.[0] ?? ''
}

function fileNames(names: readonly string[]): Map<string, string[]> {
  const byFirstWord = new Map<string, string[]>()
  for (const name of new Set(names.map((each) => each.toLowerCase()))) {
    const first = firstWord(name)
    if (first === '') continue
    const list = byFirstWord.get(first)
    if (list === undefined) byFirstWord.set(first, [name])
    else list.push(name)
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return byFirstWord
}
