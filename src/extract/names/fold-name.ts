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

/** The id part of a learned name: its folded form with `-` between words; `+` and `#` are spelled out. */
export function slugOf(name: string): string {
  return foldName(name)
    .replace(/\+/g, ' plus')
    .replace(/#/g, ' sharp')
    .replace(/^\./, 'dot ')
    .trim()
    .replace(/\s+/g, '-')
}
