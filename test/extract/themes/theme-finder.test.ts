import { describe, expect, test } from 'vitest'
import { sentenceSpans } from '../../../src/extract/sentence-spans.ts'
import { createThemeFinder } from '../../../src/extract/themes/index.ts'
import type { Entry } from '../../../src/model/index.ts'
import { SHIPPED } from './shipped-ontology.ts'

const findThemes = createThemeFinder(SHIPPED)

function themesOf(body: string, title = 'Notes') {
  const entry: Entry = {
    id: 'x#0',
    key: 'x',
    source: 'x.md',
    index: 0,
    date: null,
    title,
    url: null,
    bylineText: '',
    byline: [],
    bylineRoles: [],
    body,
  }
  const sentences = { title: sentenceSpans(title), bylineText: [], body: sentenceSpans(body) }
  return { entry, ...findThemes(entry, sentences) }
}

describe('cues', () => {
  test.each<[string, string, string]>([
    ['A memory leak took the gateway down twice a day.', 'failure-mode:memory-leak', 'memory leak'],
    ['All pods ran out of memory at noon.', 'failure-mode:resource-exhaustion', 'ran out of memory'],
    ['Every box had a single point of failure.', 'failure-mode:single-point-of-failure', 'single point of failure'],
    [
      'A single\u00a0point of failure hid in the rack.',
      'failure-mode:single-point-of-failure',
      'single\u00a0point of failure',
    ],
    ['They put a circuit breaker before the ledger.', 'lesson:circuit-breaker', 'circuit breaker'],
    ['Changes now go through a canary first.', 'lesson:progressive-delivery', 'canary'],
  ])('%s', (body, entity, text) => {
    expect(themesOf(body).mentions).toContainEqual(
      expect.objectContaining({ entity, text, field: 'body', sentence: 0 }),
    )
  })

  test('one weak cue alone is none', () => {
    expect(themesOf('The schema is public.').mentions).toEqual([])
  })

  test('offsets slice back, and the same entry gives the same result', () => {
    const body = 'A bad deploy caused an outage. Retries overloaded the database, which lost data. They rolled back.'
    const { entry, ...first } = themesOf(body, 'How a thundering herd took the shop down')
    const { entry: _, ...second } = themesOf(body, 'How a thundering herd took the shop down')
    expect(second).toEqual(first)
    expect(first.mentions.length).toBeGreaterThan(3)
    for (const { field, start, end, text } of first.mentions) expect(entry[field].slice(start, end)).toBe(text)
  })
})

describe('polarity', () => {
  test.each<[string, string]>([
    ['A memory leak took the gateway down.', 'occurred'],
    ['The team fixed a memory leak in the proxy.', 'occurred'],
    ['Without limits, a plugin could cause a memory leak.', 'risk'],
    ['The new allocator prevents any memory leak.', 'risk'],
    ['Engineers saw no memory leak.', 'denied'],
    ['The team battled a memory leak: if the proxy grew, it was restarted.', 'occurred'],
    ['To defend the gateway from any sudden memory leak, a plugin is restarted daily.', 'risk'],
    ['A new gateway went live. Profiles revealed a memory leak in its plugin.', 'occurred'],
  ])('%s', (body, polarity) => {
    expect(themesOf(body).mentions.find(({ entity }) => entity === 'failure-mode:memory-leak')?.polarity).toBe(polarity)
  })

  test('what is denied is no label', () => {
    expect(themesOf('Engineers saw no memory leak.').failureModes).toEqual([])
  })
})

describe('ranking', () => {
  test('what the title says comes first, and every label quotes its evidence', () => {
    const { entry, failureModes } = themesOf(
      'A deadlock in the scheduler caused a long outage. A cold start then cost a second, until the deadlock was found.',
      'Hunting a deadlock',
    )
    expect(failureModes[0]?.id).toBe('deadlock')
    for (const { field, start, end } of failureModes)
      expect(entry[field].slice(start, end)).toMatch(/deadlock|cold start/i)
  })

  test('an entry has three failure modes at most', () => {
    const body =
      'A memory leak, a deadlock, a race condition, a retry storm, a cold start, a split brain and a thundering herd hit us.'
    expect(themesOf(body).failureModes.length).toBeLessThanOrEqual(3)
  })

  test('an entry without cues has no themes', () => {
    expect(themesOf('The firm moved to a new building.')).toMatchObject({ mentions: [], failureModes: [], lessons: [] })
  })
})
