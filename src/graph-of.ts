import { buildGraph } from './graph/index.ts'
import type { ExtractedEntry, KnowledgeGraph, Ontology } from './model/index.ts'
import { findPatterns, withPatterns } from './patterns/index.ts'
import { groupStories } from './read/index.ts'

/** The knowledge graph of extracted entries, with its patterns. */
export function graphOf(entries: ExtractedEntry[], ontology: Ontology, seed: number): KnowledgeGraph {
  const graph = buildGraph(entries, ontology, { seed }, groupStories(entries))
  return withPatterns(graph, findPatterns(graph, { seed }))
}
