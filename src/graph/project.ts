import { UndirectedGraph } from 'graphology'
import type { KnowledgeGraph } from '../model/index.ts'

export interface ProjectOptions {
  /** Only backbone edges. */
  backbone: boolean
  /** Only nodes in at least this many stories. */
  minStories: number
}

/** The simple undirected weighted graph of the associations: node keys are entity ids, edges carry `weight`. */
export function project(graph: KnowledgeGraph, options: Partial<ProjectOptions> = {}): UndirectedGraph {
  const { backbone = false, minStories = 1 } = options
  const { nodes, edges } = graph
  const result = new UndirectedGraph()
  const has = (i: number) => (nodes.stories[i] ?? 0) >= minStories && nodes.community[i] !== undefined
  nodes.id.forEach((id, i) => {
    if (has(i)) result.addNode(id, { label: nodes.label[i], type: nodes.type[i], community: nodes.community[i] })
  })
  edges.kind.forEach((kind, e) => {
    if (kind !== 'associated' || (backbone && edges.backbone[e] !== true)) return
    const a = edges.from[e] as number
    const b = edges.to[e] as number
    if (has(a) && has(b)) result.addEdge(nodes.id[a], nodes.id[b], { weight: edges.weight[e] })
  })
  return result
}
