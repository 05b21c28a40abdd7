import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph, Pattern } from '../../src/model/index.ts'
import {
  findBridges,
  findGaps,
  findPatterns,
  findTrends,
  followPatterns,
  withPatterns,
} from '../../src/patterns/index.ts'
import { graphOf, STORIES } from './invented-entries.ts'

const graph = graphOf(STORIES)
const patterns = findPatterns(graph, { seed: 1 })

describe('findPatterns', () => {
  it('finds what recurs, by a name of its own', () => {
    expect(patterns.map(({ name }) => name).sort()).toEqual(['Lock contention in Vellum', 'Sandboxing in Quarzine'])
  })

  it('holds to two subject companies in two stories', () => {
    for (const { companies, stories, entries, lift } of patterns) {
      expect(companies.length).toBeGreaterThanOrEqual(2)
      expect(stories).toBeGreaterThanOrEqual(2)
      expect(entries.length).toBeGreaterThanOrEqual(2)
      expect(lift.low).toBeLessThanOrEqual(lift.value)
      expect(lift.value).toBeLessThanOrEqual(lift.high)
    }
  })

  it('makes no pattern of one company that tells the same thing twice', () => {
    const twice = [STORIES[3], { ...STORIES[3], title: 'Again' }].map((story) => story as (typeof STORIES)[0])
    expect(findPatterns(graphOf(twice), { seed: 1 })).toEqual([])
  })

  it('tells each pattern in a sentence with its companies', () => {
    const locks = patterns.find(({ name }) => name.startsWith('Lock'))
    expect(locks?.paragraph).toContain('Tidewater')
    expect(locks?.paragraph).toContain('Grantley')
  })

  it('numbers the nodes by pattern', () => {
    const whole = withPatterns(graph, patterns)
    const vellum = whole.nodes.id.indexOf('technology:vellum')
    expect(whole.patterns[whole.nodes.pattern[vellum] as number]?.name).toBe('Lock contention in Vellum')
  })
})

const pattern = (id: string, core: string[]): Pattern => ({
  ...(patterns[0] as Pattern),
  id,
  name: id,
  members: core.map((node) => ({ node: `technology:${node}`, core: true, stability: 1 })),
})

describe('followPatterns', () => {
  it.each([
    ['keeps the id of the same', ['a b c'], ['a b c'], 'kept', 'old0'],
    ['sees growth', ['a b c'], ['a b c d e'], 'grown', 'old0'],
    ['sees shrinkage', ['a b c d'], ['a b'], 'shrunk', 'old0'],
    ['sees a merger', ['a b c d', 'e f'], ['a b c d e f'], 'merged', 'old0'],
    ['sees a birth', ['a b'], ['x y'], 'born', 'new0'],
  ])('%s', (_, before, after, change, id) => {
    const old = before.map((core, i) => pattern(`old${i}`, core.split(' ')))
    const { patterns: followed } = followPatterns(
      old,
      after.map((core, i) => pattern(`new${i}`, core.split(' '))),
    )
    expect(followed[0]).toMatchObject({ change, id })
  })

  it('sees a split, and what is gone', () => {
    const old = [pattern('old', ['a', 'b', 'c', 'd', 'e']), pattern('lost', ['x', 'y'])]
    const { patterns: followed, changes } = followPatterns(old, [
      pattern('new', ['a', 'b', 'c']),
      pattern('part', ['d', 'e']),
    ])
    expect(followed.map(({ id, change }) => [id, change])).toEqual([
      ['old', 'shrunk'],
      ['part', 'split'],
    ])
    expect(changes.map(({ kind }) => kind)).toEqual(['shrunk', 'split', 'gone'])
    expect(changes[0]?.left).toEqual(['technology:d', 'technology:e'])
  })

  it('gives no id twice', () => {
    const { patterns: followed } = followPatterns(
      [pattern('same', ['a', 'b'])],
      [pattern('x', ['a', 'b']), pattern('same', ['m', 'n'])],
    )
    expect(followed.map(({ id }) => id)).toEqual(['same', 'same~2'])
  })
})

describe('trends, bridges and gaps', () => {
  it('sees what rises and what fades', () => {
    const month = (date: string, story: (typeof STORIES)[0], i: number) => ({
      ...story,
      date,
      title: `${story.title} ${date} ${i}`,
    })
    const early = Array.from({ length: 5 }, (_, i) => month('2026-01-05', STORIES[0] as (typeof STORIES)[0], i))
    const late = Array.from({ length: 5 }, (_, i) => month('2026-03-05', STORIES[3] as (typeof STORIES)[0], i))
    const trends = findTrends(graphOf([...early, ...late]))
    expect(trends.find(({ id }) => id === 'technology:vellum')?.kind).toBe('rising')
    expect(trends.find(({ id }) => id === 'technology:quarzine')?.kind).toBe('fading')
  })

  it('says nothing where all is of one day', () => expect(findTrends(graph)).toEqual([]))

  it('joins patterns by what links to both', () => {
    const joined = graphOf([
      ...STORIES,
      {
        company: 'Fernbank',
        title: 'Both',
        body: 'Fernbank keeps Quarzine images in Vellum tables.',
        technologies: ['Quarzine', 'Vellum'],
      },
    ])
    const whole: KnowledgeGraph = withPatterns(joined, findPatterns(joined, { seed: 1 }))
    for (const bridge of findBridges(whole)) expect(new Set(bridge.patterns).size).toBeGreaterThanOrEqual(2)
    for (const gap of findGaps(whole)) expect(gap.linked).toBeLessThan(1)
  })
})
