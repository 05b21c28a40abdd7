import type { Field, Mention } from '../../model/index.ts'

/** A name's place in a masked sentence. */
export interface Place {
  mention: Mention
  start: number
  end: number
}

/** A sentence in which every name is replaced by `⟦n⟧`, so that expressions see structure and not spelling. */
export interface MaskedSentence {
  field: Field
  text: string
  /** The names behind the `⟦n⟧`, in order. */
  places: Place[]
  /** Range of the sentence in its field, UTF-16 units. */
  start: number
  end: number
}

/** The sentences that hold a name, masked: every relation needs one. Of names that overlap, the longer stays. */
export function maskSentences(
  field: Field,
  text: string,
  sentences: readonly (readonly [number, number])[],
  names: readonly Mention[],
): MaskedSentence[] {
  const own = names.filter((name) => name.field === field).sort((a, b) => a.start - b.start || b.end - a.end)
  const masked: MaskedSentence[] = []
  let next = 0
  for (const [start, end] of sentences) {
    while (next < own.length && own[next]!.start < start) next++
    const inside: Mention[] = []
    for (; next < own.length && own[next]!.start < end; next++) if (own[next]!.end <= end) inside.push(own[next]!)
    if (inside.length > 0) masked.push({ field, start, end, ...maskNames(text, start, end, inside) })
  }
  return masked
}

function maskNames(text: string, start: number, end: number, inside: readonly Mention[]) {
  const places: Place[] = []
  let masked = ''
  let at = start
  for (const mention of inside) {
    if (mention.start < at) continue
    masked += plain(text.slice(at, mention.start))
    const slot = `⟦${places.length}⟧`
    places.push({ mention, start: masked.length, end: masked.length + slot.length })
    masked += slot
    at = mention.end
  }
  return { text: masked + plain(text.slice(at, end)), places }
}

/** The brackets of the mask must not come from input. */
function plain(text: string): string {
  return text.replace(/[⟦⟧]/g, ' ')
}
