import type { Entry, ThemeWords } from '../../model/index.ts'
import { type Sentences, THEME_FIELDS, type Theme } from './theme-cues.ts'
import { eachWord, stemOf } from './word-stems.ts'

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
  /** Number of the text that it was last seen in: each stem counts once. */
  seenIn: number
}

/** The model for the themes of an ontology, some of which it may not know. */
export function createWordModel({ themes: known, bias, stems }: ThemeWords, themes: Theme[]): WordModel {
  const numbers = new Map(themes.map(({ type, record }, i) => [`${type}:${record.id}`, i]))
  const numberOf = known.map((id) => numbers.get(id) ?? -1)
  const start = new Float64Array(themes.length).fill(NOTHING)
  numberOf.forEach((theme, i) => {
    if (theme >= 0) start[theme] = bias[i] as number
  })
  const byStem = new Map<string, Posting | null>()
  const byWord = new Map<string, Posting | null>()
  let texts = 0

  /** Read when first needed: a text holds a small part of them. */
  function postingOf(word: string): Posting | null {
    let posting = byWord.get(word)
    if (posting === undefined) {
      const stem = stemOf(word)
      posting = byStem.get(stem)
      if (posting === undefined) {
        posting = Object.hasOwn(stems, stem) ? readPosting(stems[stem] as string) : null
        if (posting !== null) byStem.set(stem, posting)
      }
      if (byWord.size < MOST_WORDS) byWord.set(word, posting)
    }
    return posting
  }

  function readPosting(line: string): Posting {
    const posting: Posting = { themes: [], weights: [], seenIn: 0 }
    for (const pair of line.split(',')) {
      const colon = pair.indexOf(':')
      const theme = numberOf[Number(pair.slice(0, colon))] ?? -1
      if (theme < 0) continue
      posting.themes.push(theme)
      posting.weights.push(Number(pair.slice(colon + 1)) / 100)
    }
    return posting
  }

  function eachStem(text: string, visit: (posting: Posting, start: number, end: number) => void): void {
    texts++
    eachWord(text, (word, start) => {
      const posting = postingOf(word)
      if (posting === null || posting.seenIn === texts) return
      posting.seenIn = texts
      visit(posting, start, start + word.length)
    })
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
      eachStem(text, ({ themes, weights }, start, end) => {
        const weight = weights[themes.indexOf(theme)]
        if (weight !== undefined && weight > 0) found.push({ start, end, weight })
      })
      return found.sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, most)
    },
  }
}

/** A bound keeps hostile text from filling the memory. */
const MOST_WORDS = 50_000
