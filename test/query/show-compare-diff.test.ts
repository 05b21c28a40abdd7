import { describe, expect, it } from 'vitest'
import {
  compareEntities,
  diffGraphs,
  findEntity,
  graphIndex,
  searchEvidence,
  showEntity,
} from '../../src/query/index.ts'
import { stem } from '../../src/query/stem.ts'
import { smallGraph } from './small-graph.ts'

const graph = smallGraph()
const index = graphIndex(graph)
const row = (name: string) => findEntity(index, name).row

describe('findEntity', () => {
  it.each([
    ['technology:rookdb', 'technology:rookdb'],
    ['RookDB', 'technology:rookdb'],
    ['rookdb', 'technology:rookdb'],
    ['  Lock   contention ', 'failure-mode:lock-contention'],
  ])('finds %j', (text, id) => {
    expect(graph.nodes.id[row(text)]).toBe(id)
  })

  it.each([
    ['Ruokdb', 'technology:rookdb'],
    ['Birhc', 'company:birch'],
    ['Rook', 'technology:rookdb'],
    ['contention', 'failure-mode:lock-contention'],
  ])('knows what comes near %j', (text, id) => {
    const found = findEntity(index, text)
    expect(found.row).toBe(-1)
    expect(found.near[0]).toBe(id)
  })

  it.each(['', 'xylophone', '\u0000'])('finds nothing near %j', (text) => {
    expect(findEntity(index, text)).toEqual({ row: -1, near: [] })
  })
})

describe('showEntity', () => {
  it('gives counts, stated edges and quotations', () => {
    const card = showEntity(graph, row('Birch'))
    expect(card).toMatchObject({
      id: 'company:birch',
      entries: 2,
      stories: 2,
      firstDate: '2026-05-20',
      lastDate: '2026-06-02',
    })
    expect(card.stated.map(({ kind, label }) => `${kind} ${label}`).sort()).toEqual([
      'hit Lock contention',
      'hit Retry storm',
      'learned Timeouts, backoff and jitter',
      'migrated-from RookDB',
      'migrated-to PawnMQ',
      'uses PawnMQ',
    ])
    expect(card.quotes.length).toBeGreaterThan(0)
  })
})

describe('compareEntities', () => {
  it('gives what both have and what only one has', () => {
    const { shared, onlyA, onlyB } = compareEntities(graph, row('Acorn'), row('Cedar Labs'))
    expect(shared.map(({ label }) => label).sort()).toEqual(['Lock contention', 'Sharding'])
    expect(onlyA.map(({ label }) => label)).toEqual(['RookDB'])
    expect(onlyB.map(({ label }) => label).sort()).toEqual(['PawnMQ', 'QueenQL'])
    for (const { a, b } of shared) expect(a[0]?.entry).not.toBe(b[0]?.entry)
  })
})

describe('diffGraphs', () => {
  it('finds nothing between a graph and itself', () => {
    const nothing = { came: [], went: [], changed: [] }
    expect(diffGraphs(graph, smallGraph())).toEqual({ entities: nothing, edges: nothing, patterns: nothing })
  })

  it('tells what came, went and changed', () => {
    const told = { title: 'One', by: 'company:acorn', date: null, names: { RookDB: 'technology:rookdb' } }
    const older = smallGraph([{ ...told, body: 'RookDB it is.' }])
    const newer = smallGraph([
      { ...told, title: 'Two', body: 'RookDB again.' },
      { ...told, title: 'Three', by: 'company:birch', body: 'RookDB too.' },
    ])
    const { entities, edges } = diffGraphs(older, newer)
    expect(entities).toEqual({
      came: [{ id: 'company:birch', label: 'Birch', before: 0, after: 1 }],
      went: [],
      changed: [{ id: 'technology:rookdb', label: 'RookDB', before: 1, after: 2 }],
    })
    expect(edges.came.map(({ id }) => id)).toEqual(['company:birch|associated|technology:rookdb'])
    expect(diffGraphs(newer, older).entities.went.map(({ id }) => id)).toEqual(['company:birch'])
  })
})

describe('searchEvidence', () => {
  it.each([
    [['retry'], ['Birch watched retries take PawnMQ down.']],
    [['flame', 'graph'], ['Flame graphs showed lock contention in the RookDB planner.']],
    [['nothing-of-the-kind'], []],
    [[], []],
  ])('%j', (words, texts) => {
    const found = searchEvidence(graph, words, 5)
    expect(found.map(({ sentence, entry }) => graph.sentences.text[sentence] ?? graph.entries.title[entry])).toEqual(
      texts,
    )
  })
})

describe('stem', () => {
  it.each([
    ['retries', 'retry'],
    ['retried', 'retry'],
    ['caches', 'caching'],
    ['sharded', 'sharding'],
    ['batching', 'batches'],
    ['dropped', 'dropping'],
    ['migration', 'migrating'],
  ])('%s meets %s', (a, b) => {
    expect(stem(a)).toBe(stem(b))
  })

  it.each([
    ['class', 'clas'],
    ['bus', 'bu'],
    ['redis', 'redi'],
  ])('%s is not cut to %s', (a, b) => {
    expect(stem(a)).not.toBe(b)
  })
})
