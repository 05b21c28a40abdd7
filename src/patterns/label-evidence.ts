import type { KnowledgeGraph } from '../model/index.ts'

/** Label to sentence to the ranges of its cues there. */
export function cueSpans(graph: KnowledgeGraph): Map<number, Map<number, [number, number][]>> {
  const { nodes, evidence, edges, mentions } = graph
  const spans = new Map<number, Map<number, [number, number][]>>()
  const isLabel = nodes.type.map((type) => type === 'failure-mode' || type === 'lesson')
  const add = (node: number, sentence: number, start: number, end: number) => {
    if (sentence < 0 || start < 0) return
    const own = spans.get(node) ?? new Map<number, [number, number][]>()
    own.set(sentence, [...(own.get(sentence) ?? []), [start, end]])
    spans.set(node, own)
  }
  const take = (node: number, piece: number) =>
    add(node, evidence.sentence[piece] ?? -1, evidence.start[piece] ?? -1, evidence.end[piece] ?? -1)
  nodes.evidence.forEach((pieces, node) => {
    if (isLabel[node]) for (const piece of pieces) take(node, piece)
  })
  mentions.node.forEach((node, m) => {
    if (isLabel[node]) take(node, mentions.evidence[m] as number)
  })
  // Of "hit" and "learned", the second span is the label's.
  edges.kind.forEach((kind, e) => {
    if (kind !== 'hit' && kind !== 'learned') return
    for (const piece of edges.evidence[e] ?? [])
      add(
        edges.to[e] as number,
        evidence.sentence2[piece] ?? -1,
        evidence.start2[piece] ?? -1,
        evidence.end2[piece] ?? -1,
      )
  })
  return spans
}

/** `company|technology` pairs that belong together: the ontology's vendor, or a stated "built". */
export function ownedBy({ nodes, edges }: KnowledgeGraph): Set<string> {
  const numbers = new Map(nodes.id.map((id, i) => [id, i]))
  const owned = new Set<string>()
  nodes.facts.forEach(({ vendor }, node) => {
    const company = vendor === undefined ? undefined : numbers.get(vendor)
    if (company !== undefined) owned.add(`${company}|${node}`)
  })
  edges.kind.forEach((kind, e) => {
    if (kind === 'built') owned.add(`${edges.from[e]}|${edges.to[e]}`)
  })
  return owned
}
