import type { Visible } from './filters.ts'
import type { GraphIndex } from './graph-index.ts'
import { cleanLabel } from './safe-text.ts'
import { TYPE_NAMES } from './summarize.ts'

export interface TableRow {
  node: number
  label: string
  type: string
  entries: number
  mentions: number
  links: number
  pattern: string
  first: string
  last: string
}

export type SortKey = Exclude<keyof TableRow, 'node'>

export const TABLE_COLUMNS: readonly { key: SortKey; name: string; number: boolean }[] = [
  { key: 'label', name: 'Name', number: false },
  { key: 'type', name: 'Type', number: false },
  { key: 'entries', name: 'Entries', number: true },
  { key: 'mentions', name: 'Mentions', number: true },
  { key: 'links', name: 'Links', number: true },
  { key: 'pattern', name: 'Pattern', number: false },
  { key: 'first', name: 'First', number: false },
  { key: 'last', name: 'Last', number: false },
]

/** The shown nodes that hold `text` in name, alias, type or pattern. */
export function tableRows(index: GraphIndex, visible: Visible, text: string): TableRow[] {
  const { nodes, patterns } = index.graph
  const wanted = text.trim().toLowerCase()
  const rows: TableRow[] = []
  for (let node = 0; node < index.nodeCount; node++) {
    if (!visible.nodes[node]) continue
    const pattern = patterns[nodes.pattern[node]!]?.name ?? ''
    const row: TableRow = {
      node,
      label: cleanLabel(nodes.label[node]!),
      type: TYPE_NAMES[nodes.type[node]!].one,
      entries: visible.named[node]!,
      mentions: nodes.mentions[node]!,
      links: visible.degree[node]!,
      pattern: pattern === '' ? '' : cleanLabel(pattern),
      first: nodes.firstDate[node] ?? '',
      last: nodes.lastDate[node] ?? '',
    }
    const hay = `${row.label}\n${nodes.aliases[node]!.join('\n')}\n${row.type}\n${row.pattern}`.toLowerCase()
    if (wanted === '' || hay.includes(wanted)) rows.push(row)
  }
  return rows
}

/** Sorted by one column; empty cells last, ties by row, so that the order is always the same. */
export function sortRows(rows: readonly TableRow[], key: SortKey, down: boolean): TableRow[] {
  const fold = (value: string | number) => (typeof value === 'string' ? value.toLowerCase() : value)
  return [...rows].sort((a, b) => {
    const left = fold(a[key])
    const right = fold(b[key])
    if (left === right) return a.node - b.node
    if (left === '') return 1
    if (right === '') return -1
    return (left < right ? -1 : 1) * (down ? -1 : 1)
  })
}
