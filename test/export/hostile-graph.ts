import type { ExportFormat, ExportOptions } from '../../src/export/index.ts'
import { exportGraph } from '../../src/export/index.ts'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { smallGraph } from '../query/small-graph.ts'

/** Names that have broken writers: each with what it breaks. */
export const HOSTILE: [string, string][] = [
  ['markup', '<b>&amp;</b> & "quotes" and \'apostrophes\''],
  ['the end of a CDATA section', 'a ]]> b'],
  ['control characters', 'bell \u0007 null \u0000 escape \u001b C1 \u0085\u009f'],
  ['line breaks and tabs', 'one\ntwo\r\nthree\tfour\u2028five'],
  ['emoji and other planes', '🧨 𝔘 👩‍👩‍👧 é e\u0301'],
  ['half a surrogate pair', 'half \ud83d here'],
  ['a non-character', 'no \ufffe no \uffff'],
  ['a formula', '=HYPERLINK("http://example.org","click")'],
  ['a formula after a blank', ' +1-2'],
  ['a list of lists', 'a,"b";c|d[e]{f}'],
  ['backslashes', 'C:\\new\\table \\u0041 \\'],
  ['the end of a Cypher string', "'}) DETACH DELETE n //"],
  ['right-to-left', '\u202eabc\u202c אבג'],
  ['a word of JavaScript', '__proto__'],
  ['nothing but a blank', ' '],
  ['a million letters', 'x'.repeat(1_000_000)],
]

/** The small graph with hostile labels, aliases, facts, quotations and titles. */
export function hostileGraph(): KnowledgeGraph {
  const graph = structuredClone(smallGraph())
  const { nodes, sentences, entries } = graph
  const text = (at: number) => HOSTILE[at % HOSTILE.length]?.[1] ?? ''
  // Every text stands at least once as label, alias, fact and quotation.
  const missing = HOSTILE.length - nodes.id.length
  for (let extra = 0; extra < missing; extra++) addNode(graph, `technology:extra-${extra}`)
  nodes.label = nodes.id.map((_, row) => text(row))
  nodes.aliases = nodes.id.map((_, row) =>
    [text(row + 1), 'plain', text(row + 2)].filter((alias) => alias.length < 1000),
  )
  nodes.facts = nodes.id.map((_, row) => ({ kind: text(row + 3) }))
  sentences.text = sentences.text.map((_, row) => text(row))
  entries.title = entries.title.map((_, row) => text(row))
  return graph
}

function addNode({ nodes }: KnowledgeGraph, id: string): void {
  for (const [key, column] of Object.entries(nodes) as [keyof KnowledgeGraph['nodes'], unknown[]][]) {
    column.push(key === 'id' ? id : key === 'type' ? 'technology' : structuredClone(column[0]))
  }
}

/** The text of an export of one file. */
export function exported(graph: KnowledgeGraph, format: ExportFormat, options?: ExportOptions): string {
  let text = ''
  for (const { chunks } of exportGraph(graph, format, options)) {
    for (const chunk of chunks as Iterable<string>) text += chunk
  }
  return text
}

/** What XML 1.0 cannot hold, by the rule of the writer. */
export function inXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
}
