import { describe, expect, it } from 'vitest'
import { condense } from '../../src/patterns/condense.ts'

const first = (sentence: string, more: Partial<Parameters<typeof condense>[1]> = {}) =>
  condense(sentence, {
    company: 'Fernbank',
    aliases: ['Fernbank'],
    technologies: [],
    products: [],
    own: true,
    ...more,
  })[0]

describe('condense', () => {
  it.each([
    [
      'the main clause of the company',
      'Fernbank moved its session store into Quarzine, which nobody expected.',
      'Fernbank',
      'moved its session store into Quarzine',
    ],
    [
      'a clause in the middle',
      'To keep costs down, Fernbank replaced nightly exports with streaming snapshots.',
      'Fernbank',
      'replaced nightly exports with streaming snapshots',
    ],
    [
      'the team as the company',
      'The team rewrote the scheduler in Rust so that jobs start sooner.',
      'Fernbank',
      'rewrote the scheduler in Rust',
    ],
    [
      'what it was driven to',
      'Rising bills mounted, prompting Fernbank to move its cold archive onto tape.',
      'Fernbank',
      'moved its cold archive onto tape',
    ],
    [
      'the means rather than what they solved',
      'Fernbank solved this by routing uploads through regional relays.',
      'Fernbank',
      'routed uploads through regional relays',
    ],
    [
      'a present tense told in the past',
      'Fernbank enforces per-tenant quotas at the gateway.',
      'Fernbank',
      'enforced per-tenant quotas at the gateway',
    ],
    [
      'a cause that was traced',
      'Fernbank found that the stalls stemmed from leaked file handles.',
      'Fernbank',
      'traced the stalls to leaked file handles',
    ],
    [
      'an event at the company',
      'The root cause was traced to an unused agent running by default.',
      'the root cause at Fernbank',
      'was traced to an unused agent running by default',
    ],
    [
      'no intensifiers',
      'Fernbank drastically simplified its massive routing layer into two services.',
      'Fernbank',
      'simplified its routing layer into two services',
    ],
    [
      'what a thing that it named does',
      'Fernbank built Tarn, an internal relay that copies uploads into regional stores.',
      "Fernbank's Tarn",
      'copied uploads into regional stores',
    ],
    [
      'what a thing that it made does',
      'Fernbank designed a harness that couples a large planner with a small worker.',
      'Fernbank',
      'coupled a large planner with a small worker',
    ],
    [
      'what a thing was made for',
      'Fernbank introduced a signed index of all its uploads to filter requests by region.',
      'Fernbank',
      'filtered requests by region',
    ],
    [
      'a participle behind a launch',
      'Fernbank launched its second relay, routing every upload through signed queues.',
      'Fernbank',
      'routed every upload through signed queues',
    ],
    [
      'a second verb in the form of the first',
      'Fernbank intercepts the raw upload and injects a signature.',
      'Fernbank',
      'intercepted the raw upload and injected a signature',
    ],
    [
      'a gain with what brought it',
      'Moving away from batch jobs reduced the delay from hours to minutes, which nobody expected.',
      'Fernbank',
      'reduced the delay from hours to minutes by moving away from batch jobs',
    ],
    [
      'a figure that moved',
      'Query time dropped by 40%, and nobody noticed.',
      'query time at Fernbank',
      'dropped by 40%',
    ],
    [
      'a root cause',
      'The root cause was a stale lease in the relay, which took a week to find.',
      'Fernbank',
      'traced the cause to a stale lease in the relay',
    ],
    [
      'the nearer of two verbs',
      'Fernbank checks and rejects every upload at the relay.',
      'Fernbank',
      'rejected every upload at the relay',
    ],
    [
      'the system as the company',
      'The system drops failed uploads into a dead-letter queue.',
      'Fernbank',
      'dropped failed uploads into a dead-letter queue',
    ],
  ])('takes %s', (_, sentence, subject, past) => {
    expect(first(sentence)).toMatchObject({ subject, past })
  })

  it.each([
    ['something dangling', 'Fernbank replaced it with them.'],
    ['a remark', 'Fernbank demonstrates that caching is a design decision.'],
    ['an end on an adjective', 'Fernbank deployed a public, versioned and global.'],
    ['a plural after the name', 'Fernbank customers adopt regional relays quickly.'],
    ['an open quotation', 'Fernbank called the new service “relay and moved on.'],
    ['another company', 'Pellmoor moved its session store into Quarzine.'],
    ['a general remark in the present', 'The market for relays grows with every new region.'],
    ['an adjective for a verb', 'Fernbank terminal-based agents for the fleet of relays.'],
    ['an officer of the company', "Fernbank's CEO Jane Doe achieved a high approval rating."],
    ['what an attacker did', 'The worm harvested tokens and published itself again under the names of its victims.'],
  ])('refuses %s', (_, sentence) => {
    expect(first(sentence, { own: !sentence.includes('Pellmoor') })).toBeUndefined()
  })

  it('keeps a condition with what it limits', () => {
    const found = condense('Fernbank retried failed uploads only if the relay answered.', {
      company: 'Fernbank',
      aliases: ['Fernbank'],
      technologies: [],
      products: [],
      own: true,
    })
    expect(found.map(({ past }) => past)).not.toContain('retried failed uploads')
  })

  it.each([
    ['a hope behind a comma', 'Fernbank built Tarn, allowing teams to ship their relays faster.', /^allowed/],
    ['an aim', 'Fernbank built a relay in Rust to improve the mood of its teams.', /^improved/],
    ['a second object', 'Fernbank gave each agent a queue and isolated sandboxes for the tests.', /^isolated/],
    ['a noun in -ing', 'Fernbank adopted two queues, caching and routing in one place.', /^cached/],
  ])('makes no deed of %s', (_, sentence, refused) => {
    const found = condense(sentence, {
      company: 'Fernbank',
      aliases: ['Fernbank'],
      technologies: [],
      products: [],
      own: true,
    })
    expect(found.filter(({ past }) => refused.test(past))).toEqual([])
  })

  it('takes parts of its product, in the plural too', () => {
    const found = first('Instead of limits, Tarn interceptors validate unsigned uploads at the relay.', {
      products: ['Tarn'],
    })
    expect(found).toMatchObject({
      subject: "Fernbank's Tarn interceptors",
      past: 'validated unsigned uploads at the relay',
    })
  })

  it('puts both verbs of a gerund into its form', () => {
    expect(first('Fernbank intercepts the raw upload and injects a signature.')?.gerund).toBe(
      'intercepting the raw upload and injecting a signature',
    )
  })

  it('gives the gerund of the same words', () => {
    expect(first('Fernbank routes uploads through regional relays.')?.gerund).toBe(
      'routing uploads through regional relays',
    )
  })
})
