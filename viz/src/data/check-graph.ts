import type { KnowledgeGraph } from '../../../src/model/index.ts'

/** Why no graph can be shown, and what to do about it. */
export interface LoadProblem {
  code: 'missing' | 'broken' | 'older' | 'newer' | 'foreign' | 'empty'
  title: string
  text: string
}

/** The version of `graph.json` that this page reads. */
export const READS_VERSION = 1

const TABLES = {
  entries: ['id', 'key', 'source', 'index', 'title', 'url', 'date', 'dateEnd', 'byline', 'bylineRoles', 'story'],
  sentences: ['entry', 'field', 'start', 'text'],
  nodes: [
    ...['id', 'type', 'label', 'aliases', 'entries', 'stories', 'mentions', 'firstDate', 'lastDate', 'publisher'],
    ...['generic', 'facts', 'x', 'y', 'community', 'stability', 'pattern', 'betweenness', 'evidence'],
  ],
  edges: [
    ...['from', 'kind', 'to', 'weight', 'count', 'stories', 'firstDate', 'lastDate', 'backbone', 'polarity'],
    'evidence',
  ],
  evidence: ['entry', 'sentence', 'start', 'end', 'sentence2', 'start2', 'end2'],
  mentions: ['entry', 'node', 'count', 'role', 'rank', 'polarity', 'evidence'],
} as const

/** References by index: `[table, column, table that it points into]`; -1 is allowed where the schema allows it. */
const REFERENCES = [
  ['sentences', 'entry', 'entries'],
  ['edges', 'from', 'nodes'],
  ['edges', 'to', 'nodes'],
  ['evidence', 'entry', 'entries'],
  ['evidence', 'sentence', 'sentences'],
  ['evidence', 'sentence2', 'sentences'],
  ['mentions', 'entry', 'entries'],
  ['mentions', 'node', 'nodes'],
  ['mentions', 'evidence', 'evidence'],
] as const

const problem = (code: LoadProblem['code'], title: string, text: string) => ({ problem: { code, title, text } })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Checks by hand what the page relies on: format, version, columns of equal length, indices in range. The whole schema
 * stands in `src/model`; zod would cost the page more than all its panels.
 */
export function checkGraph(value: unknown): { graph: KnowledgeGraph } | { problem: LoadProblem } {
  if (!isObject(value) || value.format !== 'throughline') {
    return problem(
      'foreign',
      'This is not a Throughline graph',
      'The file holds no "format": "throughline". Choose the graph.json that `throughline build` wrote.',
    )
  }
  if (typeof value.version !== 'number' || value.version < READS_VERSION) {
    return problem(
      'older',
      'This graph was written by an older version',
      `It has version ${String(value.version)}; this page reads version ${READS_VERSION}. Run \`throughline build\` again.`,
    )
  }
  if (value.version > READS_VERSION) {
    return problem(
      'newer',
      'This graph was written by a newer version',
      `It has version ${value.version}; this page reads version ${READS_VERSION}. Update Throughline and build the page again.`,
    )
  }
  const fault = findFault(value)
  if (fault !== null) {
    return problem('broken', 'This graph is damaged', `${fault} Run \`throughline build\` again to write it anew.`)
  }
  const graph = value as unknown as KnowledgeGraph
  if (graph.nodes.id.length === 0) {
    return problem(
      'empty',
      'This graph is empty',
      'No company, technology, failure mode or lesson was found in its entries. Build it from more, or other, files.',
    )
  }
  return { graph }
}

function findFault(value: Record<string, unknown>): string | null {
  if (!isObject(value.meta)) return 'It has no "meta".'
  if (!Array.isArray(value.patterns)) return 'It has no "patterns".'
  const lengths = new Map<string, number>()
  for (const [name, columns] of Object.entries(TABLES)) {
    const table = value[name]
    if (!isObject(table)) return `Its table "${name}" is missing.`
    for (const column of columns) {
      const cells = table[column]
      if (!Array.isArray(cells)) return `Its column "${name}.${column}" is missing.`
      const length = lengths.get(name)
      if (length !== undefined && length !== cells.length) {
        return `The columns of its table "${name}" differ in length.`
      }
      lengths.set(name, cells.length)
    }
  }
  for (const [name, column, target] of REFERENCES) {
    const cells = (value[name] as Record<string, number[]>)[column]!
    const limit = lengths.get(target)!
    if (!pointInto(cells, limit)) return `Its column "${name}.${column}" points nowhere.`
  }
  for (const column of ['x', 'y', 'stability', 'betweenness'] as const) {
    const cells = (value.nodes as Record<string, unknown[]>)[column]!
    if (!cells.every(Number.isFinite)) return `Its column "nodes.${column}" holds what is no number.`
  }
  return null
}

/** Whether each cell is a row of a table of so many, or -1. A loop by number: the columns hold hundreds of thousands. */
function pointInto(cells: readonly unknown[], limit: number): boolean {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (typeof cell !== 'number' || cell < -1 || cell >= limit || !Number.isInteger(cell)) return false
  }
  return true
}
