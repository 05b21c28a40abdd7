import MiniSearch from 'minisearch'
import type { GraphIndex } from './graph-index.ts'
import { cleanLabel } from './safe-text.ts'
import type { Selection } from './selection.ts'

/** One line of the search's list. */
export interface SearchHit {
  selection: Selection
  label: string
  /** What it is: a type, "Pattern" or "Entry". */
  kind: string
  detail: string
}

export interface Item {
  id: number
  label: string
  aliases: string
  kind: 'node' | 'pattern' | 'entry'
  row: number
}

const MOST_HITS = 12
/** Items added per task: indexing 50,000 names at once would freeze the page for a second. */
const CHUNK = 400
/** As many are added at once: so few take less than a frame or two. */
const AT_ONCE = 1500

export interface Search {
  /** Resolves when everything can be found. */
  ready: Promise<void>
  /** The best hits of all, or of one kind. */
  find(text: string, kind?: Item['kind']): SearchHit[]
}

/** A full-text index over entities with their aliases, patterns and entries; prefix and fuzzy. */
export function createSearch(index: GraphIndex): Search {
  const { nodes, patterns, entries } = index.graph
  const engine = new MiniSearch<Item>({
    fields: ['label', 'aliases'],
    storeFields: ['kind', 'row', 'label'],
    searchOptions: {
      prefix: true,
      // Of four letters one is a quarter of the word: "post" would find "cost".
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: { label: 2 },
      boostDocument: (_, __, stored) => boost(index, stored as unknown as Item),
    },
  })
  const items: Item[] = []
  const add = (kind: Item['kind'], row: number, label: string, aliases: string) =>
    items.push({ id: items.length, kind, row, label: label.slice(0, 400), aliases: aliases.slice(0, 400) })
  for (const [row, label] of nodes.label.entries()) add('node', row, label, nodes.aliases[row]!.join(' '))
  for (const [row, { name, words }] of patterns.entries()) add('pattern', row, name, words.join(' '))
  for (const [row, title] of entries.title.entries()) add('entry', row, title, entries.byline[row]!.join(' '))
  return {
    ready:
      items.length <= AT_ONCE ? Promise.resolve(engine.addAll(items)) : engine.addAllAsync(items, { chunkSize: CHUNK }),
    find(text, kind) {
      const plain = text.trim()
      if (plain === '') return []
      const filter = kind === undefined ? {} : { filter: (item: { kind: string }) => item.kind === kind }
      const found = engine.search(plain.slice(0, 200), filter as object) as unknown as (Item & { score: number })[]
      const wanted = plain.toLowerCase()
      // What is called so stands first, then what begins so: a word that is only like it may be rarer and score higher.
      const exact = ({ label }: Item) => {
        const name = label.toLowerCase()
        return name === wanted ? 2 : name.startsWith(wanted) ? 1 : 0
      }
      return found
        .sort((a, b) => exact(b) - exact(a) || b.score - a.score || a.id - b.id)
        .slice(0, MOST_HITS)
        .map((item) => hitOf(index, item))
    },
  }
}

const TYPE_LABELS = { company: 'Company', technology: 'Technology', 'failure-mode': 'Failure mode', lesson: 'Lesson' }

/** An entity as a search hit; also the options of the path's and the comparison's boxes. */
export function nodeHit({ graph: { nodes } }: GraphIndex, node: number): SearchHit {
  return {
    selection: { kind: 'node', id: nodes.id[node]! },
    label: cleanLabel(nodes.label[node]!),
    kind: TYPE_LABELS[nodes.type[node]!],
    detail: `${nodes.entries[node]} ${nodes.entries[node] === 1 ? 'entry' : 'entries'}`,
  }
}

function hitOf(index: GraphIndex, { kind, row }: Item): SearchHit {
  const { patterns, entries } = index.graph
  if (kind === 'node') return nodeHit(index, row)
  if (kind === 'pattern') {
    const pattern = patterns[row]!
    const detail = `${pattern.companies.length} companies`
    return { selection: { kind: 'pattern', id: pattern.id }, label: cleanLabel(pattern.name), kind: 'Pattern', detail }
  }
  return {
    selection: { kind: 'entry', id: entries.id[row]! },
    label: cleanLabel(entries.title[row]!, 120),
    kind: 'Entry',
    detail: entries.date[row] ?? 'undated',
  }
}

/** What is named more often is more likely meant; patterns stand above entries. */
function boost({ graph }: GraphIndex, { kind, row }: Item): number {
  if (kind === 'node') return 1.4 + Math.log1p(graph.nodes.entries[row]!) / 3
  return kind === 'pattern' ? 1.5 : 0.7
}
