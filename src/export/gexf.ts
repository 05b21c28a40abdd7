import type { EntityType, KnowledgeGraph } from '../model/index.ts'
import { escapeXml } from './escape-xml.ts'
import { type Column, type ColumnType, graphTables, type Value } from './graph-tables.ts'
import { edgeSpells, nodeSpells, type Spell, storiesBySpell } from './spells.ts'

const GEXF_TYPES: Record<ColumnType, string> = {
  string: 'string',
  strings: 'liststring',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
  date: 'string',
}

/** Okabe and Ito's palette: told apart by colour-blind readers. */
export const TYPE_COLOURS: Record<EntityType, [number, number, number]> = {
  company: [0, 114, 178],
  technology: [0, 158, 115],
  'failure-mode': [213, 94, 0],
  lesson: [204, 121, 167],
}

export interface GexfOptions {
  /**
   * Gives edges a dynamic attribute with the id `weight`, which Gephi takes for the weight and so lets it change along
   * the timeline: how many stories state or share the edge in each of its spells. Counts, where the static `weight` is
   * 0 to 1, and known for dated edges only. Readers that ignore time take the last spell's count for the weight.
   * Default: false.
   */
  dynamicWeight?: boolean
}

/**
 * GEXF 1.3 (https://gexf.net), dynamic by date, in chunks. Written for what Gephi's importer reads: attributes before
 * nodes, colours as r, g, b and a, `size value`, spells that do not overlap. All edges are directed, because NetworkX
 * refuses mixed graphs; `associated` has no direction in meaning, and says so by its kind.
 */
export function* gexf(graph: KnowledgeGraph, { dynamicWeight = false }: GexfOptions = {}): Generator<string> {
  const { nodes, edges } = graphTables(graph)
  const edgeColumns: Column[] = [{ id: 'kind', title: 'Kind', type: 'string', value: edges.kind }, ...edges.columns]
  const { from, to, sources, entries } = graph.meta
  const modified = to === null ? '' : ` lastmodifieddate="${to}"`
  const range = from === null || to === null ? '' : ` start="${from}" end="${to}"`
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
  yield `<meta${modified}><creator>Throughline</creator><description>${escapeXml(
    `Companies, technologies, failure modes and lessons of ${entries} entries from ${sources.length} sources`,
  )}</description></meta>\n`
  yield `<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval"${range}>\n`
  yield declare('node', 'static', nodes.columns)
  // Gephi reads the attribute `kind` to keep parallel edges apart but shows no column of it.
  yield declare('edge', 'static', edgeColumns)
  if (dynamicWeight) yield declare('edge', 'dynamic', [{ id: 'weight', title: 'Weight over time', type: 'double' }])

  yield `<nodes count="${nodes.size}">\n`
  const spellsOfNode = nodeSpells(graph)
  for (let row = 0; row < nodes.size; row++) {
    const [r, g, b] = TYPE_COLOURS[graph.nodes.type[row] ?? 'technology']
    const opacity = Math.round((0.4 + 0.6 * (graph.nodes.stability[row] ?? 1)) * 100) / 100
    yield `<node id="${escapeXml(nodes.id(row))}" label="${escapeXml(nodes.label(row))}">${attvalues(values(nodes.columns, row))}${spells(
      spellsOfNode[row],
    )}<viz:color r="${r}" g="${g}" b="${b}" a="${opacity}"/><viz:position x="${graph.nodes.x[row] ?? 0}" y="${
      graph.nodes.y[row] ?? 0
    }" z="0"/><viz:size value="${size(graph.nodes.entries[row] ?? 1)}"/></node>\n`
  }
  yield `</nodes>\n<edges count="${edges.size}">\n`
  const spellsOfEdge = edgeSpells(graph)
  for (let row = 0; row < edges.size; row++) {
    const seen = spellsOfEdge[row] ?? []
    const overTime = dynamicWeight ? weights(seen, storiesBySpell(graph, row, seen)) : ''
    yield `<edge id="${escapeXml(edges.id(row))}" source="${escapeXml(edges.source(row))}" target="${escapeXml(
      edges.target(row),
    )}" kind="${escapeXml(edges.kind(row))}" label="${escapeXml(edges.label(row))}" weight="${edges.weight(row)}">${attvalues(
      values(edgeColumns, row) + overTime,
    )}${spells(seen)}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function declare(
  kind: 'node' | 'edge',
  mode: 'static' | 'dynamic',
  columns: Pick<Column, 'id' | 'title' | 'type'>[],
): string {
  const lines = columns.map(
    ({ id, title, type }) =>
      `<attribute id="${escapeXml(id)}" title="${escapeXml(title)}" type="${GEXF_TYPES[type]}"/>`,
  )
  return `<attributes class="${kind}" mode="${mode}">\n${lines.join('\n')}\n</attributes>\n`
}

function values(columns: Column[], row: number): string {
  let text = ''
  for (const { id, value } of columns) {
    const cell = value(row)
    if (cell === null || (Array.isArray(cell) && cell.length === 0)) continue
    text += `<attvalue for="${id}" value="${escapeXml(cellText(cell))}"/>`
  }
  return text
}

function weights(seen: Spell[], stories: number[]): string {
  return seen
    .map(({ start, end }, at) => `<attvalue for="weight" value="${stories[at]}" start="${start}" end="${end}"/>`)
    .join('')
}

function attvalues(text: string): string {
  return text === '' ? '' : `<attvalues>${text}</attvalues>`
}

/** Gephi's list form: `["a", "b, c"]`, quotes and backslashes escaped. */
function cellText(cell: Exclude<Value, null>): string {
  if (typeof cell === 'object') return `[${cell.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(', ')}]`
  return String(cell)
}

function spells(list: Spell[] | undefined): string {
  if (list === undefined || list.length === 0) return ''
  return `<spells>${list.map(({ start, end }) => `<spell start="${start}" end="${end}"/>`).join('')}</spells>`
}

/** Area, not diameter, grows with the number of entries. */
function size(entries: number): number {
  return Math.round(Math.sqrt(Math.max(entries, 1)) * 400) / 100
}
