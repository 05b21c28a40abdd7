import { adjustedRandIndex } from './agreement.ts'
import { louvain, renumber } from './louvain.ts'
import { createRandom } from './random.ts'
import { toWeightedGraph, type WeightedEdge, type WeightedGraph } from './weighted-graph.ts'

export interface Consensus {
  /** Community of each node, numbered from 0 by first member; each connected. */
  community: Int32Array
  /** Mean share of runs that put the node with the other members of its community, 0..1. */
  stability: Float64Array
  resolution: number
  rounds: number
}

const ROUNDS = 10
const RESOLUTIONS = [0.75, 1, 1.5, 2, 3]
/** A theme that holds more of the nodes than this says nothing. */
const LARGEST_SHARE = 0.15
const PROBES = 8

/**
 * Consensus partition over seeded Louvain runs (Lancichinetti and Fortunato 2012), restricted to existing edges: each
 * round weighs an edge by the share of runs that put its ends together, drops those below one half, and runs again.
 */
export function consensusCommunities(
  graph: WeightedGraph,
  runs: number,
  resolution: number | 'auto',
  seed: number,
): Consensus {
  const chosen = resolution === 'auto' ? chooseResolution(graph, seed) : resolution
  let current = graph
  let community = new Int32Array(graph.order)
  let together = new Float64Array(graph.targets.length)
  let rounds = 0
  let agreement = new Float64Array(graph.targets.length)
  while (rounds < ROUNDS) {
    // The first round measures; later ones only settle what it left open.
    const partitions = runMany(
      current,
      rounds === 0 ? runs : Math.max(1, Math.ceil(runs / 4)),
      rounds === 0 ? chosen : 1,
      seed + rounds * 7919,
    )
    agreement = shareTogether(graph, partitions)
    if (rounds === 0) together = agreement
    rounds++
    community = partitions[0] as Int32Array<ArrayBuffer>
    if (agreement.every((share) => share === 0 || share === 1)) break
    current = reweigh(graph, agreement)
  }
  community = splitDisconnected(graph, community) as Int32Array<ArrayBuffer>
  return { community, stability: stabilities(graph, community, together), resolution: chosen, rounds }
}

/**
 * The stated rule: of 0.75, 1, 1.5, 2 and 3, those whose largest community holds at most 15 % of the nodes; of these
 * the one on which eight runs agree best (mean ARI), the smaller of equals.
 */
function chooseResolution(graph: WeightedGraph, seed: number): number {
  let best = RESOLUTIONS.at(-1) as number
  let agreement = -1
  for (const resolution of RESOLUTIONS) {
    const partitions = runMany(graph, PROBES, resolution, seed + 104_729)
    const largest = Math.max(...partitions.map(largestShare))
    if (graph.order > 40 && largest > LARGEST_SHARE) continue
    let sum = 0
    for (let i = 1; i < PROBES; i++)
      sum += adjustedRandIndex(partitions[i - 1] as Int32Array, partitions[i] as Int32Array)
    if (sum > agreement + 1e-9) {
      agreement = sum
      best = resolution
    }
  }
  return best
}

function largestShare(community: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const c of community) sizes.set(c, (sizes.get(c) ?? 0) + 1)
  return Math.max(0, ...sizes.values()) / Math.max(1, community.length)
}

function runMany(graph: WeightedGraph, runs: number, resolution: number, seed: number): Int32Array[] {
  return Array.from({ length: runs }, (_, run) => louvain(graph, resolution, createRandom(seed * 31 + run * 1009 + 17)))
}

/** For each edge slot, the share of partitions with both ends in one community. */
function shareTogether(graph: WeightedGraph, partitions: Int32Array[]): Float64Array<ArrayBuffer> {
  const share = new Float64Array(graph.targets.length)
  for (const partition of partitions) {
    for (let i = 0; i < graph.order; i++) {
      for (let e = graph.offsets[i]!; e < graph.offsets[i + 1]!; e++)
        if (partition[i] === partition[graph.targets[e]!]) share[e]!++
    }
  }
  return share.map((count) => count / partitions.length)
}

function reweigh(graph: WeightedGraph, share: Float64Array): WeightedGraph {
  const edges: WeightedEdge[] = []
  for (let i = 0; i < graph.order; i++) {
    for (let e = graph.offsets[i]!; e < graph.offsets[i + 1]!; e++) {
      const j = graph.targets[e]!
      if (i < j && share[e]! >= 0.5) edges.push({ a: i, b: j, weight: share[e]! })
    }
  }
  return toWeightedGraph(graph.order, edges)
}

/** Louvain may leave a community in two pieces; each piece becomes its own. */
export function splitDisconnected(graph: WeightedGraph, community: Int32Array): Int32Array {
  const piece = new Int32Array(graph.order).fill(-1)
  let pieces = 0
  for (let start = 0; start < graph.order; start++) {
    if (piece[start] !== -1) continue
    const stack = [start]
    piece[start] = pieces
    while (stack.length > 0) {
      const i = stack.pop() as number
      for (let e = graph.offsets[i]!; e < graph.offsets[i + 1]!; e++) {
        const j = graph.targets[e]!
        if (piece[j] !== -1 || community[j] !== community[i]) continue
        piece[j] = pieces
        stack.push(j)
      }
    }
    pieces++
  }
  return renumber(piece)
}

function stabilities(graph: WeightedGraph, community: Int32Array, share: Float64Array): Float64Array {
  return Float64Array.from({ length: graph.order }, (_, i) => {
    let sum = 0
    let weight = 0
    for (let e = graph.offsets[i]!; e < graph.offsets[i + 1]!; e++) {
      if (community[graph.targets[e]!] !== community[i]) continue
      sum += share[e]! * graph.weights[e]!
      weight += graph.weights[e]!
    }
    return weight === 0 ? 1 : Math.round((sum / weight) * 1000) / 1000
  })
}
