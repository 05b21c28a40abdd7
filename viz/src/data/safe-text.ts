/** Characters that draw nothing or reorder what stands around them: controls, zero-width, bidi marks and overrides. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** Longest label that is shown whole; a name that is longer is no name. */
export const LABEL_LIMIT = 80

/** Makes a label from the data fit to be shown: nothing invisible, no line breaks, at most `limit` characters. */
export function cleanLabel(text: string, limit = LABEL_LIMIT): string {
  const seen = text
    .slice(0, limit * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (seen === '') return '(no name)'
  const letters = [...seen]
  return letters.length <= limit ? seen : `${letters.slice(0, limit - 1).join('')}…`
}

/** Keeps every UTF-16 offset where it is, so that spans still fit, and blanks what is unseen. */
export function cleanSentence(text: string): string {
  return text.replace(UNSEEN, ' ')
}

/** The address if it is `http(s)`, else null: nothing else becomes a link. */
export function safeHref(url: string | null): string | null {
  if (url === null) return null
  try {
    const parsed = new URL(url)
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null
  } catch {
    return null
  }
}

/** Host of an address without `www.`, for showing where a link leads. */
export function hostOf(href: string): string {
  return new URL(href).hostname.replace(/^www\./, '')
}
