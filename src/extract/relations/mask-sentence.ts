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

/** Masks the names that stand in `[start, end)` of a field; of names that overlap, the longer stays. */
export function maskSentence(
  field: Field,
  text: string,
  start: number,
  end: number,
  names: readonly Mention[],
): MaskedSentence {
  const inside = names
    .filter((name) => name.field === field && name.start >= start && name.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
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
  return { field, text: masked + plain(text.slice(at, end)), places, start, end }
}

/** The brackets of the mask must not come from input. */
function plain(text: string): string {
  return text.replace(/[⟦⟧]/g, ' ')
}
