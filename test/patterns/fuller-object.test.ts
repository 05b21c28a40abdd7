import { describe, expect, it } from 'vitest'
import { adviceOf } from '../../src/patterns/advice.ts'
import { condense } from '../../src/patterns/condense.ts'
import { fullerObject } from '../../src/patterns/fuller-object.ts'

const instance = (past: string, gerund: string) => ({ subject: 'Fernbank', past, gerund, score: 1 })

describe('fullerObject', () => {
  it.each([
    [
      'a modifier behind an article',
      'A persistent disk starvation hit the nodes.',
      'traced the disk starvation to leaks',
    ],
    ['a name before it', 'Severe Quarzine starvation hit the nodes.', 'traced the Quarzine starvation to leaks'],
    ['no verb for a modifier', 'They could prevent starvation.', 'traced the starvation to leaks'],
    ['no first word of a sentence', 'Starvation is bad. Then starvation came.', 'traced the starvation to leaks'],
    ['nothing', '', 'traced the starvation to leaks'],
  ])('takes %s', (_, earlier, past) => {
    const told = fullerObject(instance('traced the starvation to leaks', 'tracing the starvation to leaks'), earlier)
    expect(told.past).toBe(past.replace('disk', 'persistent disk'))
    expect(told.score < 1).toBe(past === 'traced the starvation to leaks')
  })

  it.each([
    'traced the starvation of nodes to leaks',
    'moved its store into Quarzine',
    'moved the nightly exports onto tape',
  ])('leaves “%s” as it is', (past) =>
    expect(fullerObject(instance(past, past), 'The big starvation.')).toEqual(instance(past, past)),
  )
})

describe('long rows of names', () => {
  it('keep two, those that are known first', () => {
    const [told] = condense('Fernbank built a relay using Tarn, Quarzine, Vellum Guard, and Ostrava Store.', {
      company: 'Fernbank',
      aliases: ['Fernbank'],
      technologies: ['Quarzine', 'Ostrava Store'],
      products: [],
      own: true,
    })
    expect(told?.past).toBe('built a relay using Quarzine and Ostrava Store')
  })
})

describe('adviceOf', () => {
  it.each([
    ['The lesson for most teams is to avoid shared state.', ['avoiding shared state']],
    [
      'The takeaway is to start small; most successful teams run one store, keeping a single writer while adding replicas.',
      ['keeping a single writer while adding replicas'],
    ],
    ['Teams should replace nightly exports with snapshots.', ['replacing nightly exports with snapshots']],
    ['Replicas lag, causing stale reads in every region.', []],
  ])('“%s”', (sentence, expected) => {
    expect(adviceOf(sentence).map(({ gerund }) => gerund)).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(adviceOf(sentence)).toEqual([])
  })
})
