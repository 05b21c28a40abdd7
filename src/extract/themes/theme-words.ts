import type { Entry, ThemeWords } from '../../model/index.ts'
import { type Sentences, THEME_FIELDS, type Theme } from './theme-cues.ts'
import { type StemAt, stemsIn } from './word-stems.ts'

/** How the words of an entry's sentences speak for each theme, by its index: log-odds. */
export interface WordScores {
  best: Float64Array
  /** Of the sentence that speaks for it second most. */
  second: Float64Array
  title: Float64Array
  /** The best sentence, an index into `places`. */
  place: Int32Array
  places: { field: 'title' | 'body'; sentence: number }[]
}

/** A word that speaks for a theme, and by how much. */
export interface SpeakingWord {
  start: number
  end: number
  weight: number
}

export interface WordModel {
  score(entry: Entry, sentences: Sentences): WordScores
  /** The words of a sentence that speak for a theme most, at most `most`, strongest first; offsets are those of the text. */
  speaking(theme: number, text: string, most: number): SpeakingWord[]
}

/** Nothing speaks for a theme. */
const NOTHING = -9

/** Postings of a stem: themes, and what it says for each. */
interface Posting {
  themes: number[]
  weights: number[]
}

/** The model for the themes of an ontology, some of which it may not know. */
export function createWordModel({ themes: known, bias, stems }: ThemeWords, themes: Theme[]): WordModel {
  const numbers = new Map(themes.map(({ type, record }, i) => [`${type}:${record.id}`, i]))
  const numberOf = known.map((id) => numbers.get(id) ?? -1)
  const start = new Float64Array(themes.length).fill(NOTHING)
  numberOf.forEach((theme, i) => {
    if (theme >= 0) start[theme] = bias[i] as number
  })
  const postings = new Map<string, Posting | null>()

  /** Read when first needed: a text holds a small part of them. */
  function postingOf(stem: string): Posting | null {
    let posting = postings.get(stem)
    if (posting === undefined) {
      const line = Object.hasOwn(stems, stem) ? stems[stem] : undefined
      posting = line === undefined ? null : readPosting(line)
      if (posting !== null || postings.size < MOST_UNKNOWN) postings.set(stem, posting)
    }
    return posting
  }

  function readPosting(line: string): Posting {
    const posting: Posting = { themes: [], weights: [] }
    for (const pair of line.split(',')) {
      const colon = pair.indexOf(':')
      const theme = numberOf[Number(pair.slice(0, colon))] ?? -1
      if (theme < 0) continue
      posting.themes.push(theme)
      posting.weights.push(Number(pair.slice(colon + 1)) / 100)
    }
    return posting
  }

  /** Each stem counts once, where it first stands. */
  function eachStem(text: string, visit: (posting: Posting, word: StemAt) => void): void {
    const seen = new Set<string>()
    for (const word of stemsIn(text)) {
      if (seen.has(word.stem)) continue
      seen.add(word.stem)
      const posting = postingOf(word.stem)
      if (posting !== null) visit(posting, word)
    }
  }

  const odds = new Float64Array(themes.length)
  return {
    score(entry, sentences) {
      const scores: WordScores = {
        best: new Float64Array(themes.length).fill(NOTHING),
        second: new Float64Array(themes.length).fill(NOTHING),
        title: new Float64Array(themes.length).fill(NOTHING),
        place: new Int32Array(themes.length),
        places: [],
      }
      const { best, second, title, place } = scores
      for (const field of THEME_FIELDS) {
        sentences[field].forEach(([from, to], sentence) => {
          odds.set(start)
          eachStem(entry[field].slice(from, to), ({ themes, weights }) => {
            for (let i = 0; i < themes.length; i++)
              odds[themes[i] as number] = (odds[themes[i] as number] as number) + (weights[i] as number)
          })
          const here = scores.places.push({ field, sentence }) - 1
          for (let theme = 0; theme < odds.length; theme++) {
            const value = odds[theme] as number
            if (field === 'title' && value > (title[theme] as number)) title[theme] = value
            if (value > (best[theme] as number)) {
              second[theme] = best[theme] as number
              best[theme] = value
              place[theme] = here
            } else if (value > (second[theme] as number)) second[theme] = value
          }
        })
      }
      return scores
    },
    speaking(theme, text, most) {
      const found: SpeakingWord[] = []
      eachStem(text, ({ themes, weights }, { start, end }) => {
        const weight = weights[themes.indexOf(theme)]
        if (weight !== undefined && weight > 0) found.push({ start, end, weight })
      })
      return found.sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, most)
    },
  }
}

/** A bound keeps hostile text from filling the memory. */
const MOST_UNKNOWN = 100_000
