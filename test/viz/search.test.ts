import { expect, test } from 'vitest'
import { indexGraph } from '../../viz/src/data/graph-index.ts'
import { createSearch } from '../../viz/src/data/search.ts'
import { smallGraph } from './small-graph.ts'

const graph = smallGraph(
  [
    ['technology:dot-net', { label: '.NET' }],
    ['technology:netty', { label: 'Netty', aliases: ['io.netty'] }],
    ['company:netflix', { label: 'Netflix' }],
    ['technology:kubernetes', { label: 'Kubernetes', aliases: ['k8s'] }],
    ['technology:gateway-api', { label: 'Kubernetes Gateway API' }],
  ],
  [],
)

test.each([
  ['a beginning is meant before a likeness', 'netf', 'Netflix'],
  ['a typing error', 'kubernets', 'Kubernetes'],
  ['an alias', 'k8s', 'Kubernetes'],
  ['what is called exactly so', 'kubernetes', 'Kubernetes'],
  ['a later word', 'gateway', 'Kubernetes Gateway API'],
])('%s: %s', async (_, text, first) => {
  const search = createSearch(indexGraph(graph))
  await search.ready
  expect(search.find(text)[0]?.label).toBe(first)
})

test('a short word is not mistaken for another', async () => {
  const other = smallGraph(
    [
      ['technology:postgresql', { label: 'PostgreSQL' }],
      ['failure-mode:cost', { label: 'Cost overrun' }],
    ],
    [],
  )
  const search = createSearch(indexGraph(other))
  await search.ready
  expect(search.find('post').map(({ label }) => label)).toEqual(['PostgreSQL'])
})

test('nothing is found for nothing', async () => {
  const search = createSearch(indexGraph(graph))
  await search.ready
  expect(search.find('  ')).toEqual([])
  expect(search.find('zzzqq')).toEqual([])
})
