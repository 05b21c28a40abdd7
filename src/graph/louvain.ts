import type { WeightedGraph } from './weighted-graph.ts'

/**
 * Louvain (Blondel et al. 2008) with resolution over compressed rows, nodes visited in seeded random order.
 * graphology's own rebuilds its index on each call, which a hundred runs pay a hundred times; results agree (bench-graph.ts).
 * @returns community of each node, numbered from 0 by first member.
 */
export function louvain(graph: WeightedGraph, resolution: number, random: () => number): Int32Array {
  let level = graph
  let loops = new Float64Array(graph.order)
  const membership = Int32Array.from({ length: graph.order }, (_, i) => i)
  for (;;) {
    const { community, moved } = moveNodes(level, loops, resolution, random)
    if (!moved) return renumber(membership)
    const compact = renumber(community)
    for (let i = 0; i < membership.length; i++) membership[i] = compact[membership[i]!]!
    const next = aggregate(level, loops, compact)
    if (next.graph.order === level.order) return renumber(membership)
    level = next.graph
    loops = next.loops
  }
}

function moveNodes(graph: WeightedGraph, loops: Float64Array, resolution: number, random: () => number) {
  const { order, offsets, targets, weights } = graph
  const degree = new Float64Array(order)
  let total = 0
  for (let i = 0; i < order; i++) {
    let sum = 2 * loops[i]!
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) sum += weights[e]!
    degree[i] = sum
    total += sum
  }
  const community = Int32Array.from({ length: order }, (_, i) => i)
  if (total === 0) return { community, moved: false }
  const totals = degree.slice()
  const links = new Float64Array(order)
  const touched: number[] = []
  const queue = shuffled(order, random)
  const queued = new Uint8Array(order).fill(1)
  let moved = false
  // Only neighbours of a moved node are looked at again (fast local move, Traag et al. 2019).
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!
    queued[i] = 0
    const own = community[i]!
    touched.length = 0
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
      const c = community[targets[e]!]!
      if (links[c] === 0) touched.push(c)
      links[c]! += weights[e]!
    }
    totals[own]! -= degree[i]!
    const scale = (resolution * degree[i]!) / total
    let best = own
    let gain = links[own]! - totals[own]! * scale
    for (const c of touched) {
      const value = links[c]! - totals[c]! * scale
      if (value > gain + 1e-12 || (value > gain - 1e-12 && c < best && best !== own)) {
        best = c
        gain = value
      }
    }
    for (const c of touched) links[c] = 0
    totals[best]! += degree[i]!
    if (best === own) continue
    community[i] = best
    moved = true
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) {
      const j = targets[e]!
      if (queued[j] === 0 && community[j] !== best) {
        queued[j] = 1
        queue.push(j)
      }
    }
  }
  return { community, moved }
}

function aggregate(graph: WeightedGraph, loops: Float64Array, community: Int32Array) {
  let order = 0
  for (const c of community) order = Math.max(order, c + 1)
  const nextLoops = new Float64Array(order)
  const rows: Map<number, number>[] = Array.from({ length: order }, () => new Map())
  for (let i = 0; i < graph.order; i++) {
    const c = community[i]!
    nextLoops[c]! += loops[i]!
    for (let e = graph.offsets[i]!; e < graph.offsets[i + 1]!; e++) {
      const d = community[graph.targets[e]!]!
      const w = graph.weights[e]!
      if (c === d) nextLoops[c]! += w / 2
      else rows[c]!.set(d, (rows[c]!.get(d) ?? 0) + w)
    }
  }
  const offsets = new Int32Array(order + 1)
  for (let c = 0; c < order; c++) offsets[c + 1] = offsets[c]! + rows[c]!.size
  const targets = new Int32Array(offsets[order]!)
  const weights = new Float64Array(offsets[order]!)
  rows.forEach((row, c) => {
    let e = offsets[c]!
    for (const d of [...row.keys()].sort((p, q) => p - q)) {
      targets[e] = d
      weights[e++] = row.get(d)!
    }
  })
  return { graph: { order, offsets, targets, weights }, loops: nextLoops }
}

function shuffled(order: number, random: () => number): number[] {
  const all = Array.from({ length: order }, (_, i) => i)
  for (let i = order - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = all[i]!
    all[i] = all[j]!
    all[j] = kept
  }
  return all
}

/** Numbers communities from 0 in the order of their first member. */
export function renumber(community: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return community.map((c) => {
    let number = numbers.get(c)
    if (number === undefined) {
      number = numbers.size
      numbers.set(c, number)
    }
    return number
  })
}
