/** A short run of words that could be a name: no sentence, no clause. */
export function isNameLike(text: string): boolean {
  const clean = text.trim()
  if (clean === '' || clean.length > 80) return false
  if (/[.!?;:]$/.test(clean) && !/\b(?:Inc|Co|Corp|Ltd|Jr|Sr|S\.A|Labs|\p{Lu})\.$/u.test(clean) && !/!$/.test(clean))
    return false
  if (/[.!?]\s/.test(clean.replace(/\b(?:\p{Lu}|St|Dr|Inc|Co|vs)\./gu, ''))) return false
  if (clean.split(/\s+/).length > 9) return false
  return /^[\p{Lu}\p{N}@“"‘'([]/u.test(clean) || clean.split(/\s+/).length <= 2
}

/** A name and nothing more: every word begins with a capital or digit, or joins such words. */
export function isProperName(text: string): boolean {
  const clean = text.trim()
  if (clean.length > 60 || !isNameLike(clean) || /[:;.!?]$/.test(clean.replace(/\b(?:Inc|Co|Corp|Ltd)\.$/, '')))
    return false
  const words = clean.split(/\s+/)
  return (
    words.length <= 9 &&
    words.every((word) => /^[“"'‘(@]?[\p{Lu}\p{N}]|^[a-z]+[A-Z.]|^(?:and|of|for|the|de|with|x)$|^[&/+,×]$/u.test(word))
  )
}

export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length
}

/** A short text that begins as titles do; one of several sentences only where titles are to be expected (`named`). */
export function isTitleLike(text: string, named: boolean): boolean {
  const clean = text.trim()
  const words = wordCount(clean)
  if (words < 2 || words > 30 || !/^[\p{Lu}\p{N}“"‘'[(¿¡]|^\.\p{Lu}|^[a-z]+[A-Z.]/u.test(clean)) return false
  const sentences = /[.!?]\s+\p{Lu}|\.$/u.test(clean.replace(/\b(?:\p{Lu}|vs|Inc|Dr|St)\./gu, ''))
  return !/[,;]$/.test(clean) && (!sentences || (named && words <= 18))
}
