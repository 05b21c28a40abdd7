import { expect, test } from 'vitest'
import { indexGraph } from '../../viz/src/data/graph-index.ts'
import { memberGroups } from '../../viz/src/data/pattern-members.ts'
import { syntheticGraph } from '../e2e/fixtures/synthetic-graph.ts'
import { smallGraph } from './small-graph.ts'

const PATTERN = syntheticGraph({ nodes: 60, edges: 90, entries: 20, patterns: 1 }).patterns[0]!
const IDS = ['company:a', 'company:b', 'company:c', 'technology:t', 'lesson:l'].map((id) => [id] as [string])

test.each<[string, string[], string[], Record<string, string[]>]>([
  [
    'companies that it counts stand first, those of another region last',
    ['company:c', 'company:a'],
    ['company:a', 'technology:t'],
    { support: ['company:a', 'company:c'], technology: ['technology:t'] },
  ],
  [
    'a company of the region that it does not count stands apart',
    ['company:a'],
    ['company:b', 'company:a', 'lesson:l'],
    { support: ['company:a'], company: ['company:b'], lesson: ['lesson:l'] },
  ],
  ['without companies there is no such list', [], ['technology:t'], { technology: ['technology:t'] }],
  ['what the graph no longer holds is left out', ['company:gone', 'company:a'], [], { support: ['company:a'] }],
])('%s', (_, companies, members, groups) => {
  const graph = smallGraph(IDS, [])
  const pattern = { ...PATTERN, companies, members: members.map((node) => ({ ...PATTERN.members[0]!, node })) }
  const found = memberGroups(indexGraph({ ...graph, patterns: [pattern] }), 0)
  expect(Object.fromEntries(found.map(({ kind, nodes }) => [kind, nodes.map((node) => graph.nodes.id[node])]))).toEqual(
    groups,
  )
})
