import type { EntityType } from '../../../src/model/index.ts'
import { type GraphIndex, TYPE_ORDER } from './graph-index.ts'

/** Entities of a pattern under one heading; the core stands first. */
export interface MemberGroup {
  /** `support` are the companies that the pattern counts; the others are drawn in its region. */
  kind: 'support' | EntityType
  nodes: readonly number[]
}

/**
 * Who makes a pattern: first all companies that it is counted by, of which some may be drawn in another region, then what
 * else lies in its own. Each entity stands once, so that the lists add up to their counts.
 */
export function memberGroups({ graph, nodeById, patternMembers }: GraphIndex, pattern: number): MemberGroup[] {
  const members = patternMembers[pattern]!
  const inside = new Set(members)
  const counted = graph.patterns[pattern]!.companies.flatMap((id) => nodeById.get(id) ?? [])
  const support = [...members.filter((node) => counted.includes(node)), ...counted.filter((node) => !inside.has(node))]
  const supporting = new Set(support)
  const rest = TYPE_ORDER.map((type) => ({
    kind: type,
    nodes: members.filter((node) => graph.nodes.type[node] === type && !supporting.has(node)),
  }))
  return [{ kind: 'support' as const, nodes: support }, ...rest].filter(({ nodes }) => nodes.length > 0)
}
