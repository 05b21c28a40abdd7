import type { EdgeKind, ExtractedEntry, Ontology, Polarity } from '../model/index.ts'
import type { EntryNode } from './collect-mentions.ts'
import type { EvidenceTable, Piece, Place } from './evidence-table.ts'
import type { GraphOptions } from './options.ts'

/** An edge before it is numbered. */
export interface EdgeRow {
  from: string
  kind: EdgeKind
  to: string
  pieces: Piece[]
  /** Story to what it adds to an association, 1 for stated kinds. */
  stories: Map<number, number>
  polarities: Map<Polarity, number>
}

/** More names than this in one entry make a list, not an association: the most mentioned stand for it. */
const PAIRED_PER_ENTRY = 40

/** Collects the edges that entries attest, by key `from|kind|to`. */
export class EdgeCollector {
  readonly rows = new Map<string, EdgeRow>()
  readonly #table: EvidenceTable
  readonly #options: GraphOptions
  readonly #vendor = new Map<string, string>()
  readonly #counters = new Map<string, Set<string>>()
  readonly #silent: Set<string>

  /** `silent`: publishers and generics, which count for nothing in association. */
  constructor(table: EvidenceTable, ontology: Ontology, options: GraphOptions, silent: Set<string>) {
    this.#table = table
    this.#options = options
    this.#silent = silent
    for (const { id, vendor } of ontology.technologies)
      if (vendor !== undefined) this.#vendor.set(`technology:${id}`, `company:${vendor}`)
    for (const { id, counters } of ontology.lessons) {
      this.#counters.set(`lesson:${id}`, new Set((counters ?? []).map((mode) => `failure-mode:${mode}`)))
    }
  }

  /** Takes one entry with its rows (collect-mentions.ts). */
  take(entry: ExtractedEntry, rows: EntryNode[]): void {
    const [first] = rows
    if (first === undefined) return
    const present = new Map(rows.map((row) => [row.id, row]))
    for (const { from, type, to, field, start, end } of entry.relations) {
      if (!present.has(from) || !present.has(to) || from === to) continue
      this.#add(from, type, to, { entry: first.entry, places: [{ field, start, end }], score: 2 }, first.story, 1)
    }
    const labels = rows.filter((row) => row.role === 'label')
    for (const label of labels) {
      const kind = label.type === 'lesson' ? 'learned' : 'hit'
      for (const row of rows) {
        if (row.type !== 'company' && row.type !== 'technology') continue
        if (this.#silent.has(row.id) || row.role === 'publisher') continue
        const near = this.#nearest(row, label)
        if (row.type === 'company' ? row.role !== 'subject' && !near.together : !near.together) continue
        this.#add(row.id, kind, label.id, { ...near.piece, score: near.piece.score + 1 }, row.story, 1, label.polarity)
      }
      if (label.type !== 'lesson') continue
      const answered = this.#counters.get(label.id)
      for (const mode of labels) {
        if (mode.type !== 'failure-mode' || answered?.has(mode.id) !== true) continue
        this.#add(label.id, 'counters', mode.id, this.#nearest(label, mode).piece, label.story, 1)
      }
    }
    this.#associate(rows)
  }

  #associate(rows: EntryNode[]): void {
    const { sentenceWeight, headWeight, bodyWeight } = this.#options
    const paired = rows
      .filter((row) => !this.#silent.has(row.id) && row.role !== 'publisher' && row.polarity !== 'denied')
      // A cue that is not what the entry is about binds nothing.
      .filter((row) => row.type === 'company' || row.type === 'technology' || row.role === 'label')
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
      .slice(0, PAIRED_PER_ENTRY)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    paired.forEach((a, i) => {
      for (const b of paired.slice(i + 1)) {
        const near = this.#nearest(a, b)
        const weight = near.together ? sentenceWeight : a.head || b.head ? headWeight : bodyWeight
        this.#add(a.id, 'associated', b.id, near.piece, a.story, weight)
      }
    })
  }

  /** The best pair of places of two rows: in one sentence where there is one. */
  #nearest(a: EntryNode, b: EntryNode): { together: boolean; piece: Piece } {
    let best: { together: boolean; piece: Piece } | undefined
    for (const p of a.places) {
      for (const q of b.places) {
        const together =
          p.place.field === q.place.field && p.place.field !== 'bylineText' && this.#same(a.entry, p.place, q.place)
        const score = (together ? 2 : 0) + (p.score + q.score) / 4
        if (best === undefined || score > best.piece.score)
          best = { together, piece: { entry: a.entry, places: [p.place, q.place], score } }
      }
    }
    return best as { together: boolean; piece: Piece }
  }

  #same(entry: number, p: Place, q: Place): boolean {
    return this.#table.sentenceOf(entry, p)[0] === this.#table.sentenceOf(entry, q)[0]
  }

  #add(
    from: string,
    kind: EdgeKind,
    to: string,
    piece: Piece,
    story: number,
    weight: number,
    polarity: Polarity | null = null,
  ): void {
    const key = `${from}|${kind}|${to}`
    let row = this.rows.get(key)
    if (row === undefined) {
      row = { from, kind, to, pieces: [], stories: new Map(), polarities: new Map() }
      this.rows.set(key, row)
    }
    row.pieces.push(piece)
    row.stories.set(story, Math.max(row.stories.get(story) ?? 0, weight))
    if (polarity !== null) row.polarities.set(polarity, (row.polarities.get(polarity) ?? 0) + 1)
  }
}
