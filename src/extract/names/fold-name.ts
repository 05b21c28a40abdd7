/** Case, accents, hyphens and possessive folded away: two spellings of one name are equal. */
export function foldName(name: string): string {
  // Most names: nothing to fold but letter case.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.toLowerCase()
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .trim()
}

/** The first letter or digit of the folded name, to file names by; '' where it has none. */
export function firstLetter(name: string): string {
  let at = 0
  let code = name.charCodeAt(0)
  if (code === 32 || code === 46) code = name.charCodeAt(++at)
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return name[at] as string
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32)
  return /[\p{L}\p{N}]/u.exec(foldName(name))?.[0] ?? ''
}

/** The id part of a learned name: its folded form with `-` between words; `+` and `#` are spelled out. */
export function slugOf(name: string): string {
  return foldName(name)
    .replace(/\+/g, ' plus')
    .replace(/#/g, ' sharp')
    .replace(/^\./, 'dot ')
    .trim()
    .replace(/\s+/g, '-')
}
