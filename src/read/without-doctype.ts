/**
 * An XML text without its document type, which may define entities that unpack to gigabytes, or that name files. Feeds and
 * lists need none.
 */
export function withoutDoctype(text: string): string {
  const start = text.slice(0, 100_000).search(/<!doctype/i)
  if (start < 0) return text
  let depth = 0
  let quote = ''
  for (let i = start; i < text.length; i++) {
    const char = text[i]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '[') depth++
    else if (char === ']') depth--
    else if (char === '>' && depth <= 0) return text.slice(0, start) + text.slice(i + 1)
  }
  return text.slice(0, start)
}
