import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import {
  adjustedRandIndex,
  buildGraph,
  consensusCommunities,
  createRandom,
  louvain,
  normalizedMutualInformation,
  toWeightedGraph,
  type WeightedEdge,
} from '../../src/graph/index.ts'
import { loadShippedOntology } from '../../src/io/load-ontology.ts'
import { openSources } from '../../src/io/open-sources.ts'
import { packageRoot } from '../../src/io/package-root.ts'
import type { ExtractedEntry, KnowledgeGraph } from '../../src/model/index.ts'
import { extractSources } from '../../src/pipeline.ts'
import { groupStories } from '../../src/read/index.ts'
import { plantedPartition } from './planted-partition.ts'

// Both packages are CommonJS whose types speak of a default export that Node does not see.
const graphologyLouvain = louvainModule as unknown as typeof louvainModule.default
type Row = Record<string, string | number>

/** Agreement, robustness and recovery of the communities, beside plain Louvain (graphology) and Leiden (networkanalysis-ts). */
export async function benchCommunities(): Promise<void> {
  const beside = join(packageRoot(), '../shared/corpus/digests')
  const folder = existsSync(beside) ? beside : join(packageRoot(), 'data/digests')
  const entries = await entriesOf(folder)
  console.log(
    `\nCommunities of ${entries.length} entries in ${new Set(entries.map(({ source }) => source)).size} digests`,
  )
  console.table(agreement(entries))
  console.log('\nPlanted partitions: NMI to the truth, milliseconds')
  console.table([1_000, 10_000, 100_000].map(recovery))
}

/** Nodes in two or more stories and the links between them, as cluster-nodes.ts sees them. */
export interface Problem {
  ids: string[]
  edges: WeightedEdge[]
}

export function problemOf(entries: ExtractedEntry[]): Problem {
  const options = { layout: false, runs: 1, resolution: 1 }
  const graph = buildGraph(entries, loadShippedOntology(), options, groupStories(entries))
  const { nodes, edges } = graph
  const kept = nodes.id.flatMap((_, i) => (isClustered(graph, i) ? [i] : []))
  const numbers = new Map(kept.map((node, i) => [node, i]))
  const links: WeightedEdge[] = []
  edges.kind.forEach((kind, e) => {
    const a = numbers.get(edges.from[e] as number)
    const b = numbers.get(edges.to[e] as number)
    const weight = edges.weight[e] as number
    if (kind === 'associated' && weight > 0 && a !== undefined && b !== undefined) links.push({ a, b, weight })
  })
  return { ids: kept.map((node) => nodes.id[node] as string), edges: links }
}

function isClustered({ nodes }: KnowledgeGraph, i: number): boolean {
  return (nodes.stories[i] ?? 0) >= 2 && nodes.publisher[i] !== true && nodes.generic[i] !== true
}

type Cluster = (problem: Problem, seed: number) => ArrayLike<number>

const consensus: Cluster = ({ ids, edges }, seed) =>
  consensusCommunities(toWeightedGraph(ids.length, edges), 100, 'auto', seed).community

const plainLouvain =
  (resolution: number): Cluster =>
  ({ ids, edges }, seed) =>
    runGraphology(ids.length, edges, resolution, seed)

function runGraphology(order: number, edges: WeightedEdge[], resolution: number, seed: number): number[] {
  const graph = new UndirectedGraph()
  for (let i = 0; i < order; i++) graph.addNode(i)
  for (const { a, b, weight } of edges) graph.addEdge(a, b, { weight })
  const found = graphologyLouvain(graph, { resolution, rng: createRandom(seed) })
  return Array.from({ length: order }, (_, i) => found[i] as number)
}

const leiden =
  (resolution: number): Cluster =>
  ({ ids, edges }, seed) =>
    runLeiden(ids.length, edges, resolution, seed)

function runLeiden(order: number, edges: WeightedEdge[], resolution: number, seed: number): number[] {
  const require = createRequire(import.meta.url)
  const { LeidenAlgorithm, Network, Clustering } = require('networkanalysis-ts') as LeidenLibrary
  const sorted = edges.map(({ a, b, weight }) => (a < b ? [a, b, weight] : [b, a, weight]) as [number, number, number])
  sorted.sort((p, q) => p[0] - q[0] || p[1] - q[1])
  const network = new Network({
    nNodes: order,
    setNodeWeightsToTotalEdgeWeights: true,
    edges: [sorted.map(([a]) => a), sorted.map(([, b]) => b)],
    edgeWeights: sorted.map(([, , weight]) => weight),
    sortedEdges: false,
    checkIntegrity: false,
  })
  const algorithm = new LeidenAlgorithm()
  // Modularity as CPM: node weights are strengths, and the resolution is divided by twice the total weight.
  algorithm.setResolution(resolution / (2 * sorted.reduce((sum, [, , weight]) => sum + weight, 0)))
  algorithm.setNIterations(2)
  algorithm.initializeBasedOnSeed?.(seed)
  const clustering = new Clustering({ nNodes: order })
  algorithm.improveClustering(network, clustering)
  return Array.from({ length: order }, (_, i) => clustering.getCluster(i))
}

interface LeidenLibrary {
  LeidenAlgorithm: new () => {
    setResolution(value: number): void
    setNIterations(value: number): void
    initializeBasedOnSeed?(seed: number): void
    improveClustering(network: unknown, clustering: unknown): boolean
  }
  Network: new (options: Record<string, unknown>) => unknown
  Clustering: new (options: { nNodes: number }) => { getCluster(node: number): number }
}

function agreement(entries: ExtractedEntry[]): Row[] {
  const whole = problemOf(entries)
  const without = [...new Set(entries.map(({ source }) => source))].map((left) =>
    problemOf(entries.filter(({ source }) => source !== left)),
  )
  const { resolution } = consensusCommunities(toWeightedGraph(whole.ids.length, whole.edges), 100, 'auto', 1)
  const rows: [string, Cluster][] = [
    ['consensus', consensus],
    ['plain Louvain, resolution 1', plainLouvain(1)],
    [`plain Louvain, resolution ${resolution}`, plainLouvain(resolution)],
    [`Leiden, resolution ${resolution}`, leiden(resolution)],
  ]
  return rows.map(([name, cluster]) => {
    const start = performance.now()
    const first = cluster(whole, 1)
    const ms = performance.now() - start
    const seeds = [2, 3, 4, 5, 6].map((seed) => adjustedRandIndex(first, cluster(whole, seed)))
    const left = without.map((part) => overlap(whole, first, part, cluster(part, 1)))
    const sizes = new Map<number, number>()
    for (let i = 0; i < first.length; i++) sizes.set(first[i] as number, (sizes.get(first[i] as number) ?? 0) + 1)
    const covered = [...sizes.values()].filter((size) => size > 1).reduce((a, b) => a + b, 0)
    return {
      method: name,
      'ARI of two seeds, median': round(median(seeds)),
      least: round(Math.min(...seeds)),
      'one digest left out, median ARI': round(median(left)),
      communities: sizes.size,
      'nodes in one of 2+': `${Math.round((100 * covered) / first.length)} %`,
      'modularity (resolution 1)': round(modularity(whole, first)),
      ms: Math.round(ms),
    }
  })
}

/** ARI over the nodes that both partitions hold. */
export function overlap(a: Problem, x: ArrayLike<number>, b: Problem, y: ArrayLike<number>): number {
  const at = new Map(b.ids.map((id, i) => [id, i]))
  const both = a.ids.flatMap((id, i) => (at.has(id) ? [[i, at.get(id) as number] as const] : []))
  return adjustedRandIndex(
    both.map(([i]) => x[i] as number),
    both.map(([, j]) => y[j] as number),
  )
}

function modularity({ ids, edges }: Problem, community: ArrayLike<number>): number {
  const strength = new Float64Array(ids.length)
  let total = 0
  let inner = 0
  for (const { a, b, weight } of edges) {
    strength[a] = (strength[a] as number) + weight
    strength[b] = (strength[b] as number) + weight
    total += weight
    if (community[a] === community[b]) inner += weight
  }
  const sums = new Map<number, number>()
  for (let i = 0; i < ids.length; i++)
    sums.set(community[i] as number, (sums.get(community[i] as number) ?? 0) + (strength[i] as number))
  let expected = 0
  for (const sum of sums.values()) expected += (sum / (2 * total)) ** 2
  return inner / total - expected
}

function recovery(order: number): Row {
  const { edges, truth } = plantedPartition(order, 7)
  const time = <T>(run: () => T): [T, number] => {
    const start = performance.now()
    const result = run()
    return [result, Math.round(performance.now() - start)]
  }
  const [own, ownMs] = time(() => consensusCommunities(toWeightedGraph(order, edges), 100, 1, 1))
  const [single, singleMs] = time(() => louvain(toWeightedGraph(order, edges), 1, createRandom(1)))
  const [plain, plainMs] = time(() => runGraphology(order, edges, 1, 1))
  const [other, otherMs] = time(() => runLeiden(order, edges, 1, 1))
  const nmi = (found: ArrayLike<number>) => round(normalizedMutualInformation(found, truth))
  return {
    nodes: order,
    'consensus NMI': nmi(own.community),
    runs: own.runs,
    'consensus ms': ownMs,
    'own Louvain NMI': nmi(single),
    'own Louvain ms': singleMs,
    'graphology NMI': nmi(plain),
    'graphology ms': plainMs,
    'Leiden NMI': nmi(other),
    'Leiden ms': otherMs,
  }
}

export async function entriesOf(folder: string): Promise<ExtractedEntry[]> {
  const { sources, close } = await openSources([folder])
  try {
    const { entries } = await extractSources(sources, { ontology: loadShippedOntology() })
    const all: ExtractedEntry[] = []
    for await (const entry of entries) all.push(entry)
    return all
  } finally {
    await close()
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchCommunities()
