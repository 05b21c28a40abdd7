import type { KnowledgeGraph } from '../model/index.ts'

/** A time when a node or edge was seen; both days included. */
export interface Spell {
  start: string
  end: string
}

/** For each node, the days of the entries that name it. Undated entries give none. */
export function nodeSpells({ nodes, mentions, entries }: KnowledgeGraph): Spell[][] {
  const found: Spell[][] = nodes.id.map(() => [])
  mentions.entry.forEach((entry, row) => {
    const spell = spellOf(entries.date[entry], entries.dateEnd[entry])
    if (spell !== null) found[mentions.node[row] ?? -1]?.push(spell)
  })
  return found.map(mergeSpells)
}

/** For each edge, the days of the evidence that it keeps, and its first and last day. */
export function edgeSpells({ edges, evidence, entries }: KnowledgeGraph): Spell[][] {
  return edges.from.map((_, edge) => {
    const found: Spell[] = []
    for (const row of edges.evidence[edge] ?? []) {
      const entry = evidence.entry[row] ?? -1
      const spell = spellOf(entries.date[entry], entries.dateEnd[entry])
      if (spell !== null) found.push(spell)
    }
    for (const day of [edges.firstDate[edge], edges.lastDate[edge]]) if (day) found.push({ start: day, end: day })
    return mergeSpells(found)
  })
}

/**
 * How many stories tell of an edge in each of its spells. Counted from the evidence that the edge keeps; a spell that
 * stands for a first or last day whose evidence was not kept counts one.
 */
export function storiesBySpell({ edges, evidence, entries }: KnowledgeGraph, edge: number, spells: Spell[]): number[] {
  const stories = spells.map(() => new Set<number>())
  for (const row of edges.evidence[edge] ?? []) {
    const entry = evidence.entry[row] ?? -1
    const [date, story] = [entries.date[entry], entries.story[entry]]
    if (!date || story === undefined) continue
    stories[spells.findIndex(({ start, end }) => start <= date && date <= end)]?.add(story)
  }
  return stories.map(({ size }) => Math.max(size, 1))
}

/** Sorts spells and joins those that overlap or stand on neighbouring days: Gephi refuses overlapping intervals. */
export function mergeSpells(spells: Spell[]): Spell[] {
  const sorted = [...spells].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1))
  const merged: Spell[] = []
  for (const { start, end } of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && start <= dayAfter(last.end)) {
      if (end > last.end) last.end = end
    } else merged.push({ start, end })
  }
  return merged
}

function spellOf(date: string | null | undefined, dateEnd: string | null | undefined): Spell | null {
  return date ? { start: date, end: dateEnd ?? date } : null
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
