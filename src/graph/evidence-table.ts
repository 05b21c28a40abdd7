import { sentenceAt, sentenceSpans } from '../extract/sentence-spans.ts'
import type { ExtractedEntry, Field, KnowledgeGraph } from '../model/index.ts'

const FIELDS: Field[] = ['title', 'bylineText', 'body']

/** A span of one entry's field. */
export interface Place {
  field: Field
  start: number
  end: number
}

/** A piece of evidence before it is numbered; `score` orders pieces, higher first. */
export interface Piece {
  entry: number
  places: [Place] | [Place, Place]
  score: number
}

/** Sentences of entries, found once, and the tables of those that are quoted. */
export class EvidenceTable {
  readonly sentences: KnowledgeGraph['sentences'] = { entry: [], field: [], start: [], text: [] }
  readonly evidence: KnowledgeGraph['evidence'] = {
    entry: [],
    sentence: [],
    start: [],
    end: [],
    sentence2: [],
    start2: [],
    end2: [],
  }
  readonly #entries: ExtractedEntry[]
  readonly #spans = new Map<string, [number, number][]>()
  readonly #rows = new Map<string, number>()
  readonly #pieces = new Map<string, number>()

  constructor(entries: ExtractedEntry[]) {
    this.#entries = entries
  }

  /** The sentence `[start, end)` that holds a place. */
  sentenceOf(entry: number, { field, start }: Place): [number, number] {
    const text = this.#entries[entry]?.[field] ?? ''
    // A title is quoted whole.
    if (field !== 'body') return [0, text.length]
    const key = `${entry}`
    let spans = this.#spans.get(key)
    if (spans === undefined) {
      spans = sentenceSpans(text)
      this.#spans.set(key, spans)
    }
    return sentenceAt(spans, start, text.length)
  }

  /** Number of a piece of evidence; the same piece has one number. */
  add({ entry, places }: Piece): number {
    const [a, b] = places
    const key = `${entry}|${placeKey(a)}|${b === undefined ? '' : placeKey(b)}`
    const known = this.#pieces.get(key)
    if (known !== undefined) return known
    const table = this.evidence
    const number = table.entry.length
    const first = this.#locate(entry, a)
    table.entry.push(entry)
    table.sentence.push(first.row)
    table.start.push(first.start)
    table.end.push(first.end)
    const second = b === undefined ? { row: -1, start: -1, end: -1 } : this.#locate(entry, b)
    table.sentence2.push(second.row)
    table.start2.push(second.start)
    table.end2.push(second.end)
    this.#pieces.set(key, number)
    return number
  }

  #locate(entry: number, place: Place) {
    const [start, end] = this.sentenceOf(entry, place)
    const key = `${entry}|${place.field}|${start}`
    let row = this.#rows.get(key)
    if (row === undefined) {
      row = this.sentences.entry.length
      this.sentences.entry.push(entry)
      this.sentences.field.push(place.field)
      this.sentences.start.push(start)
      this.sentences.text.push((this.#entries[entry]?.[place.field] ?? '').slice(start, end))
      this.#rows.set(key, row)
    }
    return { row, start: place.start - start, end: Math.min(place.end, end) - start }
  }
}

/** Orders pieces: better score, then earlier entry, then earlier place. */
export function comparePieces(a: Piece, b: Piece): number {
  return (
    b.score - a.score ||
    a.entry - b.entry ||
    FIELDS.indexOf(a.places[0].field) - FIELDS.indexOf(b.places[0].field) ||
    a.places[0].start - b.places[0].start ||
    (a.places[1]?.start ?? -1) - (b.places[1]?.start ?? -1)
  )
}

function placeKey({ field, start, end }: Place): string {
  return `${field}:${start}:${end}`
}
