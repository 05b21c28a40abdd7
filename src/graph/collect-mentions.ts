import type { EntityType, ExtractedEntry, Ontology, Polarity } from '../model/index.ts'
import type { Piece, Place } from './evidence-table.ts'

/** What one entry says of one entity. */
export interface EntryNode {
  entry: number
  story: number
  id: string
  type: EntityType
  label: string
  texts: Map<string, number>
  count: number
  role: 'subject' | 'publisher' | 'label' | 'mention'
  rank: number
  polarity: Polarity | null
  places: { place: Place; score: number }[]
  /** Named in title or byline. */
  head: boolean
}

/** Rows of (entry, node), sorted by entry, then by id. Only failure modes and lessons that the entry is about count as labels. */
export function collectMentions(entries: ExtractedEntry[], stories: number[], ontology: Ontology): EntryNode[] {
  const labels = new Map<string, string>()
  for (const mode of ontology.failureModes) labels.set(`failure-mode:${mode.id}`, mode.label)
  for (const lesson of ontology.lessons) labels.set(`lesson:${lesson.id}`, lesson.label)
  const publishers = new Set(ontology.companies.filter((c) => c.publisher === true).map((c) => `company:${c.id}`))
  const rows: EntryNode[] = []
  entries.forEach((entry, e) => {
    const own = new Map<string, EntryNode>()
    const open = (id: string, type: EntityType, label: string): EntryNode => {
      let row = own.get(id)
      if (row === undefined) {
        row = {
          entry: e,
          story: stories[e] ?? e,
          id,
          type,
          label,
          texts: new Map(),
          count: 0,
          role: 'mention',
          rank: -1,
          polarity: null,
          places: [],
          head: false,
        }
        own.set(id, row)
      }
      return row
    }
    for (const mention of entry.mentions) {
      const row = open(mention.entity, mention.type, mention.label)
      row.count++
      row.texts.set(mention.text, (row.texts.get(mention.text) ?? 0) + 1)
      if (mention.polarity !== undefined && row.polarity === null) row.polarity = mention.polarity
      const { field, start, end } = mention
      const head = field !== 'body'
      row.head ||= head
      // The body's sentence says more than a title; a byline quotes nothing.
      const score = mention.confidence * (field === 'body' ? 1 : field === 'title' ? 0.8 : 0.2)
      row.places.push({ place: { field, start, end }, score })
      if (field === 'bylineText' && mention.type === 'company') {
        const role = roleOf(entry, mention.text)
        row.role =
          role === 'publisher' || publishers.has(mention.entity)
            ? 'publisher'
            : role === 'subject'
              ? 'subject'
              : row.role
      }
    }
    // An outlet's entry is about the company its title names.
    if (![...own.values()].some((row) => row.role === 'subject')) {
      for (const row of own.values()) {
        if (row.type !== 'company' || row.role === 'publisher' || publishers.has(row.id)) continue
        if (row.places.some(({ place }) => place.field === 'title') || row.count >= 2) row.role = 'subject'
      }
    }
    for (const [rank, label] of entry.failureModes.entries()) addLabel('failure-mode', label, rank)
    for (const [rank, label] of entry.lessons.entries()) addLabel('lesson', label, rank)
    for (const id of [...own.keys()].sort()) rows.push(own.get(id) as EntryNode)

    function addLabel(type: 'failure-mode' | 'lesson', label: ExtractedEntry['failureModes'][number], rank: number) {
      const id = `${type}:${label.id}`
      const row = open(id, type, labels.get(id) ?? label.id.replace(/-/g, ' '))
      row.role = 'label'
      row.rank = rank
      if (label.polarity !== undefined) row.polarity = label.polarity
      if (row.count === 0) row.count = 1
      const { field, start, end } = label
      row.head ||= field !== 'body'
      row.places.push({ place: { field, start, end }, score: field === 'body' ? 2 : 1.5 })
    }
  })
  return rows
}

/** All pieces of evidence of a row, unordered. */
export function piecesOf(row: EntryNode): Piece[] {
  return row.places.map(({ place, score }) => ({ entry: row.entry, places: [place], score }))
}

function roleOf(entry: ExtractedEntry, text: string): string {
  const folded = text.toLowerCase()
  const exact = entry.byline.findIndex((name) => name.toLowerCase() === folded)
  const at = exact >= 0 ? exact : entry.byline.findIndex((name) => name.toLowerCase().includes(folded))
  return entry.bylineRoles[at] ?? 'none'
}
