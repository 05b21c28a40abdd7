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
    ['an officer of the company', "Fernbank's CEO Jane Doe achieved a high approval rating."],
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

  it('gives the gerund of the same words', () => {
    expect(first('Fernbank routes uploads through regional relays.')?.gerund).toBe(
      'routing uploads through regional relays',
    )
  })
})
