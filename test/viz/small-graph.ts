import type { EdgeKind, EntityType, KnowledgeGraph, Polarity } from '../../src/model/index.ts'
import { type GraphIndex, indexGraph } from '../../viz/src/data/graph-index.ts'

type Node = [id: string, options?: Partial<{ label: string; aliases: string[]; entries: number[]; generic: boolean }>]
type Edge = [from: string, kind: EdgeKind, to: string, weight?: number, polarity?: Polarity]

/** A graph from a few lines: nodes by id, edges by their ends, entries by date; one sentence of evidence for all. */
export function smallGraph(nodes: Node[], edges: Edge[], dates: (string | null)[] = ['2026-05-01']): KnowledgeGraph {
  const ids = nodes.map(([id]) => id)
  const row = (id: string) => ids.indexOf(id)
  const rows = nodes.flatMap(([, { entries = [0] } = {}], node) => entries.map((entry) => ({ entry, node })))
  const labels = nodes.map(([id, { label } = {}]) => label ?? id.slice(id.indexOf(':') + 1))
  return {
    format: 'throughline',
    version: 1,
    meta: {
      ...{ generator: 'test', seed: 1, sources: ['a.md'], entries: dates.length, stories: dates.length, options: {} },
      undated: dates.filter((date) => date === null).length,
      from: dates.find((date) => date !== null) ?? null,
      to: dates.findLast((date) => date !== null) ?? null,
    },
    entries: {
      id: dates.map((_, entry) => `a#${entry}`),
      key: dates.map((_, entry) => `k${entry}`),
      source: dates.map(() => 'a.md'),
      index: dates.map((_, entry) => entry),
      title: dates.map((_, entry) => `Title ${entry}`),
      url: dates.map(() => 'https://example.org/a'),
      date: dates,
      dateEnd: dates.map(() => null),
      byline: dates.map(() => []),
      bylineRoles: dates.map(() => []),
      story: dates.map((_, entry) => entry),
    },
    sentences: { entry: [0], field: ['body'], start: [0], text: ['Acme moved from Rails to React.'] },
    nodes: {
      id: ids,
      type: ids.map((id) => id.slice(0, id.indexOf(':')) as EntityType),
      label: labels,
      aliases: nodes.map(([, { aliases = [] } = {}]) => aliases),
      entries: nodes.map(([, { entries = [0] } = {}]) => entries.length),
      stories: nodes.map(() => 1),
      mentions: nodes.map(() => 1),
      firstDate: nodes.map(() => null),
      lastDate: nodes.map(() => null),
      publisher: nodes.map(() => false),
      generic: nodes.map(([, { generic = false } = {}]) => generic),
      facts: nodes.map(() => ({})),
      x: nodes.map((_, node) => node),
      y: nodes.map(() => 0),
      community: nodes.map(() => 0),
      stability: nodes.map(() => 1),
      pattern: nodes.map(() => -1),
      betweenness: nodes.map(() => 0),
      evidence: nodes.map(() => [0]),
    },
    edges: {
      from: edges.map(([from]) => row(from)),
      kind: edges.map(([, kind]) => kind),
      to: edges.map(([, , to]) => row(to)),
      weight: edges.map(([, , , weight = 0.5]) => weight),
      count: edges.map(() => 1),
      stories: edges.map(() => 1),
      firstDate: edges.map(() => null),
      lastDate: edges.map(() => null),
      backbone: edges.map(() => true),
      polarity: edges.map(([, , , , polarity]) => polarity ?? null),
      evidence: edges.map(() => [0]),
    },
    evidence: { entry: [0], sentence: [0], start: [0], end: [4], sentence2: [0], start2: [16], end2: [21] },
    mentions: {
      entry: rows.map(({ entry }) => entry),
      node: rows.map(({ node }) => node),
      count: rows.map(() => 1),
      role: rows.map(() => 'mention'),
      rank: rows.map(() => -1),
      polarity: rows.map(() => null),
      evidence: rows.map(() => 0),
    },
    patterns: [],
  }
}

export const smallIndex = (...args: Parameters<typeof smallGraph>): GraphIndex => indexGraph(smallGraph(...args))
