/** What a cue is made of: how many words, and the stems that tell whether it only repeats the label of its theme. */
export interface Wording {
  words: number
  stems: string[]
}

/** The same few cues come up all the time; a bound keeps hostile text from filling the memory. */
const MOST_WORDINGS = 20_000

export function createWordings(): (text: string) => Wording {
  const known = new Map<string, Wording>()
  return (text) => {
    let wording = known.get(text)
    if (wording === undefined) {
      wording = { words: text.split(/[\s-]+/).length, stems: stemsOf(text) }
      if (known.size < MOST_WORDINGS) known.set(text, wording)
    }
    return wording
  }
}

/** The first five letters of each word of three or more. */
export function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{3,}/g) ?? []).map((word) => word.slice(0, 5))
}
