import type { Entry, Field } from '../model/index.ts'

/** After these a full stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s("“])(?:e\.g|i\.e|vs|etc|cf|Dr|Mr|Mrs|Ms|Inc|Ltd|Corp|Co|No|St|v|approx|U\.S|[A-Z])\.$/

/** `[start, end)` of each sentence of a text; used to quote the sentence that a span stands in. Linear in the text. */
export function sentenceSpans(text: string): [number, number][] {
  const spans: [number, number][] = []
  let start = 0
  const push = (end: number) => {
    let from = start
    let to = end
    while (from < to && /\s/.test(text[from] ?? '')) from++
    while (to > from && /\s/.test(text[to - 1] ?? '')) to--
    if (to > from) spans.push([from, to])
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '\n') push(i)
    else if (char === '.' || char === '!' || char === '?') {
      let end = i + 1
      while (end < text.length && /["”’')\]*]/.test(text[end] ?? '')) end++
      const next = text.slice(end, end + 3)
      if (/^\s+["“‘'(]?[A-Z0-9"“`]/.test(next) && !ABBREVIATION.test(text.slice(Math.max(0, i - 8), i + 1))) push(end)
    }
  }
  push(text.length)
  return spans
}

/** The sentence that holds `offset`, else the whole text. */
export function sentenceAt(spans: [number, number][], offset: number, length: number): [number, number] {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as [number, number]
    if (offset < span[0]) high = middle - 1
    else if (offset >= span[1]) low = middle + 1
    else return span
  }
  return [0, length]
}

/** The sentences of each field of an entry. */
export function sentencesOf({ title, bylineText, body }: Pick<Entry, Field>): Record<Field, [number, number][]> {
  return { title: sentenceSpans(title), bylineText: sentenceSpans(bylineText), body: sentenceSpans(body) }
}
