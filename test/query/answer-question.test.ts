import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/query/index.ts'
import { ONTOLOGY, smallGraph } from './small-graph.ts'

const graph = smallGraph()
const ask = createAnswerer(graph, ONTOLOGY)
const claims = (question: string) => ask(question).claims.map(({ text }) => text)

describe('answers', () => {
  it.each([
    [
      'who hit lock contention in RookDB',
      ['Acorn faced lock contention in RookDB', 'Birch faced lock contention in RookDB'],
    ],
    [
      'Who hit LOCK CONTENTION in rookdb?',
      ['Acorn faced lock contention in RookDB', 'Birch faced lock contention in RookDB'],
    ],
    ['what went wrong at Cedar?', ['Cedar Labs faced lock contention']],
    ['what did companies learn about retries', ['Birch learned: timeouts, backoff and jitter (retry storm)']],
    ['what did Acorn learn', ['Acorn learned: sharding']],
    ['lessons about backoff', ['Birch learned: timeouts, backoff and jitter']],
    ['who moved away from RookDB', ['Birch moved away from RookDB to PawnMQ']],
    ['who replaced RookDB?', ['Birch moved away from RookDB to PawnMQ']],
    ['who moved to PawnMQ', ['Birch moved to PawnMQ from RookDB', 'Birch uses PawnMQ']],
    ['what did Birch move away from?', ['Birch moved away from RookDB to PawnMQ']],
    ['who uses RookDB', ['Acorn uses RookDB']],
    ['which companies are using RookDB', ['Acorn uses RookDB']],
    ['what does Acorn use', ['Acorn uses RookDB']],
    ['who built QueenQL', ['Cedar Labs built QueenQL']],
    ['what did Cedar Labs build', ['Cedar Labs built QueenQL']],
    [
      'Acorn and Birch in common',
      ['Acorn and Birch both faced lock contention', 'Acorn and Birch both tell of RookDB'],
    ],
    ['compare Acorn with Birch', ['Acorn and Birch both faced lock contention', 'Acorn and Birch both tell of RookDB']],
    ['QueenQL', ['Contended locks at Cedar']],
    ['flame graphs', ['A lock in the planner']],
    ['hammering clients', ['When clients hammer']],
  ])('%s', (question, expected) => {
    expect(claims(question)).toEqual(expected)
  })

  it('quotes the sentence that says it, with its source', () => {
    const [first] = ask('who hit lock contention in RookDB').claims
    expect(first?.quotes).toEqual([
      {
        text: 'Flame graphs showed lock contention in the RookDB planner.',
        spans: [
          [20, 35],
          [43, 49],
        ],
        ...{ entry: 'digest#0', title: 'A lock in the planner', url: 'https://example.org/0', date: '2026-05-14' },
      },
    ])
    expect(first?.learned).toEqual(['sharding'])
  })

  it('shows every claim with a quotation that the graph holds', () => {
    for (const question of [
      'who hit lock contention',
      'what did companies learn',
      'who uses PawnMQ',
      'Acorn vs Birch',
    ]) {
      for (const { quotes } of ask(question).claims) {
        expect(quotes.length).toBeGreaterThan(0)
        for (const { text } of quotes) expect(graph.sentences.text).toContain(text)
      }
    }
  })

  it('takes the dates into account', () => {
    const since = ask('who hit lock contention in RookDB', { since: '2026-06-01' })
    expect(since.claims.map(({ text }) => text)).toEqual(['Birch faced lock contention in RookDB'])
    const until = ask('who hit lock contention in RookDB', { until: '2026-05-31' })
    expect(until.claims.map(({ text }) => text)).toEqual(['Acorn faced lock contention in RookDB'])
  })

  it('gives the same answer twice', () => {
    const question = 'who hit lock contention in RookDB'
    expect(ask(question)).toEqual(createAnswerer(smallGraph(), ONTOLOGY)(question))
  })
})

it('tells the lessons that answer a failure which no entry is about', () => {
  const body = 'Birch uses PawnMQ. Clients back off before retries.'
  const calm = smallGraph([
    {
      ...{ title: 'Calm clients', by: 'company:birch', date: null, body },
      names: { PawnMQ: 'technology:pawnmq' },
      lessons: { backoff: 'back off' },
    },
  ])
  const { claims, absent } = createAnswerer(calm, ONTOLOGY)('what did companies learn about retries')
  expect(claims.map(({ text }) => text)).toEqual(['Birch learned: timeouts, backoff and jitter'])
  expect(absent).toEqual([])
})

/** A lesson whose cues are verbs of relations. */
const lesson = ONTOLOGY.lessons[0] as (typeof ONTOLOGY.lessons)[number]
const buying = {
  ...ONTOLOGY,
  lessons: [...ONTOLOGY.lessons, { ...lesson, id: 'buy', cues: ['acquired?', 'partnered with'] }],
}
const traded = smallGraph([
  {
    title: 'One company fewer',
    by: 'company:cedar',
    date: '2026-05-14',
    body: 'Cedar Labs acquired Willow for its sharding.',
    names: { 'Cedar Labs': 'company:cedar', Willow: 'company:willow' },
    lessons: { sharding: 'sharding' },
    relations: [['company:cedar', 'acquired', 'company:willow', 'Cedar Labs acquired Willow']],
  },
  {
    title: 'Three for one table',
    by: 'company:acorn',
    date: '2026-05-15',
    body: 'Acorn partnered with Birch and Willow. Acorn runs on PawnMQ. Willow moved to PawnMQ.',
    names: {
      Acorn: 'company:acorn',
      Birch: 'company:birch',
      Willow: 'company:willow',
      PawnMQ: 'technology:pawnmq',
    },
    relations: [
      ['company:acorn', 'partnered-with', 'company:birch', 'Acorn partnered with Birch'],
      ['company:acorn', 'partnered-with', 'company:willow', 'Acorn partnered with Birch and Willow'],
      ['company:acorn', 'uses', 'technology:pawnmq', 'Acorn runs on PawnMQ'],
      ['company:willow', 'migrated-to', 'technology:pawnmq', 'Willow moved to PawnMQ'],
    ],
  },
])

describe('a verb that is also the cue of a theme', () => {
  it.each(['who acquired Willow', 'what did Cedar Labs acquire', 'who acquired whom?', 'which companies were bought'])(
    'asks for the relation: %s',
    (question) => {
      expect(createAnswerer(traded, buying)(question).claims.map(({ text }) => text)).toEqual([
        'Cedar Labs acquired Willow',
      ])
    },
  )
})

describe('several answers', () => {
  it.each([
    // Both partners stand in one sentence.
    ['who partnered with Acorn', ['Acorn partnered with Birch', 'Acorn partnered with Willow']],
    // Asked for a move, a move comes before a use.
    ['who moved to PawnMQ', ['Willow moved to PawnMQ', 'Acorn uses PawnMQ']],
    ['who uses PawnMQ', ['Acorn uses PawnMQ', 'Willow moved to PawnMQ']],
  ])('%s', (question, expected) => {
    expect(createAnswerer(traded, buying)(question).claims.map(({ text }) => text)).toEqual(expected)
  })
})

describe('honesty', () => {
  it('says that a known name is named by no entry', () => {
    const { claims, absent } = ask('who moved away from Willow')
    expect(claims).toEqual([])
    expect(absent).toEqual([{ id: 'company:willow', label: 'Willow', type: 'company' }])
  })

  it('says which word it does not know, and what came near', () => {
    const { claims, unknown, near } = ask('who hit lock contention in RoukDB')
    expect(claims).toEqual([])
    expect(unknown).toEqual([{ text: 'RoukDB', near: ['RookDB'] }])
    expect(near.map(({ text }) => text)).toContain('Acorn faced lock contention')
  })

  it('takes a slip of a name for no word of the text, though their stems agree', () => {
    const plural = smallGraph([
      {
        ...{ title: 'Rooks', by: 'company:acorn', date: null, body: 'Acorn uses Rookes.' },
        names: { Rookes: 'technology:rookdb' },
      },
    ])
    const { claims, unknown } = createAnswerer(plural, ONTOLOGY)('Rookes')
    expect(claims.length).toBe(1)
    expect(unknown).toEqual([])
    const slipped = createAnswerer(plural, ONTOLOGY)('who uses Rookees')
    expect(slipped.claims).toEqual([])
    expect(slipped.unknown).toEqual([{ text: 'Rookees', near: ['RookDB'] }])
  })

  it('gives what came near where no entry holds both', () => {
    const { claims, near } = ask('who hit retry storms in QueenQL')
    expect(claims).toEqual([])
    expect(near.map(({ text }) => text)).toContain('Birch faced retry storm')
  })

  it.each(['', '???', 'zzzz qqqq', 'who did what'])('finds nothing in %j', (question) => {
    expect(ask(question).claims).toEqual([])
  })

  it.each([
    ['brackets', '( [a- {0} and {1} in common'],
    ['a backslash', '\\'],
    ['a control character', '\u0000'],
    ['half a surrogate pair', '\ud83d RookDB'],
    ['emoji', '😀 🧨'],
    ['50,000 letters', 'a'.repeat(50_000)],
    ['10,000 words', 'who uses RookDB '.repeat(3000)],
  ])('survives %s', (_, question) => {
    expect(ask(question).question).toBe(question)
  })
})
