import { describe, expect, it } from 'vitest'
import { overstatedVerb } from '../../src/patterns/aspect.ts'
import { type CondenseOptions, condense } from '../../src/patterns/condense.ts'

const OPTIONS: CondenseOptions = {
  company: 'Fernbank',
  aliases: ['Fernbank'],
  technologies: ['Quarzine'],
  products: ['Quarzine'],
  own: true,
}
const told = (sentence: string) => condense(sentence, OPTIONS).map(({ subject, past }) => `${subject} ${past}`)

describe('what is not done', () => {
  it.each([
    'Fernbank plans to move its session store into Quarzine by spring.',
    'Fernbank will move its session store into Quarzine next year.',
    'Fernbank aims to cut its storage bill by 40% with regional relays.',
    'Fernbank can route uploads through regional relays.',
    'Fernbank would replace nightly exports with streaming snapshots.',
    'Fernbank expects to replace nightly exports with streaming snapshots.',
    'Fernbank intends to rewrite the scheduler in Rust.',
    'Fernbank is expected to move its session store into Quarzine.',
    'Fernbank is considering replacing nightly exports with streaming snapshots.',
    'Fernbank has yet to replace nightly exports with streaming snapshots.',
    'Fernbank did not replace nightly exports with streaming snapshots.',
    'Fernbank never replaced nightly exports with streaming snapshots.',
    'Fernbank nearly replaced nightly exports with streaming snapshots.',
    'Fernbank no longer routes uploads through regional relays.',
    'Fernbank is blocked by routers that drop uploads in large regions.',
    'If Fernbank moved its session store into Quarzine, restarts would be cheap.',
    'Analysts expect that Fernbank moves its session store into Quarzine.',
    'By moving its session store into Quarzine, Fernbank could halve its storage bill.',
    'Moving uploads off the host would have reduced latency from hours to minutes.',
    'Fernbank proposes a relay that copies uploads into regional stores.',
    'Rising bills could end up forcing nobody, allowing Fernbank to move its cold archive onto tape.',
    'Fernbank hopes to build a relay that copies uploads into regional stores, replacing nightly exports with snapshots.',
    'The team should replace nightly exports with streaming snapshots.',
    'Quarzine may copy uploads into regional stores.',
    'Fernbank started moving its session store onto tape, replacing nightly exports with snapshots.',
    'Fernbank announced plans to move its session store onto tape, replacing nightly exports with snapshots.',
    'When Fernbank moves its archive onto tape, restores will slow.',
    'Fernbank has been replacing nightly exports with streaming snapshots.',
    'Fernbank was replacing nightly exports with snapshots when the outage hit.',
    'The new system will replace nightly exports with snapshots and cut latency from hours to minutes.',
    'The migration should cut latency by 40% in all regions.',
    'A redesign could lead Fernbank to move its cold archive onto tape.',
  ])('tells nothing as done of “%s”', (sentence) => {
    const deeds = told(sentence).filter((text) =>
      /\b(?:moved|cut|routed|replaced|rewrote|copied|reduced|blocked|dropped)\b/.test(text),
    )
    expect(deeds).toEqual([])
  })

  it.each([
    ['Fernbank is migrating its session store to Quarzine.', 'Fernbank is migrating its session store to Quarzine'],
    [
      'Fernbank is currently moving its session store into Quarzine, isolating sign-in into a dedicated service.',
      'Fernbank is moving its session store into Quarzine',
    ],
    [
      'Teams at Tidewater, Grantley, and Fernbank are replacing nightly exports with streaming snapshots.',
      'Tidewater, Grantley and Fernbank are replacing nightly exports with streaming snapshots',
    ],
  ])('keeps what is under way: “%s”', (sentence, expected) => {
    const all = told(sentence)
    expect(all).toContain(expected)
    for (const text of all) expect(text).toMatch(/ (?:is|are) [a-z]+ing /)
  })

  it.each([
    ['Fernbank has moved its session store into Quarzine.', 'Fernbank moved its session store into Quarzine'],
    ['Fernbank had to replace its exports with snapshots.', 'Fernbank replaced its exports with snapshots'],
    [
      'Fernbank is growing fast, and Fernbank moved its session store into Quarzine.',
      'Fernbank moved its session store into Quarzine',
    ],
  ])('still tells what was done: “%s”', (sentence, expected) => {
    expect(told(sentence)).toContain(expected)
  })
})

describe('what several did', () => {
  it.each([
    [
      'Tidewater and Fernbank moved their exports onto tape.',
      'Tidewater and Fernbank moved its exports onto tape',
      false,
    ],
    ['Engineers from Tidewater, Grantley, Fernbank and Solano built a relay in Rust.', 'Fernbank and Solano', false],
    [
      'Engineers from Tidewater, Grantley, Fernbank and Solano built a relay in Rust.',
      'Tidewater, Grantley, Fernbank and Solano built a relay in Rust',
      true,
    ],
    [
      'Engineers from Ostrava, Pellmoor, Tidewater, Grantley and Fernbank built a relay in Rust.',
      'Fernbank, Ostrava, Pellmoor and others built a relay in Rust',
      true,
    ],
    ['By using Quarzine, Tidewater and Fernbank moved their session store into Tarn.', 'Fernbank moved', false],
    [
      'In March, Fernbank and Solano moved their session store into Tarn.',
      'Fernbank and Solano moved their session',
      true,
    ],
    ['Tidewater, Grantley, and Fernbank route uploads through regional relays.', 'Fernbank routed', false],
    [
      'Tidewater built Tarn for its own plant, and Fernbank routed uploads through regional relays.',
      'Fernbank routed uploads through regional relays',
      true,
    ],
    [
      'Engineers at Tidewater and Fernbank replaced nightly exports with snapshots.',
      'Tidewater and Fernbank replaced nightly exports with snapshots',
      true,
    ],
  ])('%s: “%s” is told: %s', (sentence, expected, is) => {
    expect(told(sentence).some((text) => text.startsWith(expected))).toBe(is)
  })
})

describe('overstatedVerb', () => {
  it.each([
    ['Fernbank moved its store', 'Fernbank is moving its store.', 'moved'],
    ['Fernbank moving its store', 'Fernbank is moving its store.', null],
    ['Fernbank is moving its store', 'Fernbank is moving its store.', null],
    ['Fernbank moving its store', 'Fernbank will move its store.', 'moving'],
    ['Fernbank moved its store', 'Fernbank has begun to move its store.', 'moved'],
    ['Fernbank moved its store', 'Fernbank moved one and will move the other store.', null],
    ['Fernbank moved its store', 'Fernbank could not move its store.', 'moved'],
    ['Fernbank planned to move its store', 'Fernbank planned to move its store.', null],
    ['Fernbank wrote its own cache', 'Fernbank proposes to write its own cache.', 'wrote'],
    ['Fernbank built a relay', 'The relay was built by Fernbank.', null],
  ])('“%s” on “%s”: %s', (clause, sentence, verb) => {
    expect(overstatedVerb(clause, sentence)).toBe(verb)
  })
})
