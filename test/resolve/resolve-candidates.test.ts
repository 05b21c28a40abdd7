import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, LexiconEntity, Ontology, Rules } from '../../src/model/index.ts'
import { EMPTY_ONTOLOGY } from '../../src/ontology/index.ts'
import { createNameAtStart, resolveCandidates } from '../../src/resolve/index.ts'

const ONTOLOGY: Ontology = {
  ...EMPTY_ONTOLOGY,
  companies: [
    { id: 'microsoft', name: 'Microsoft' },
    { id: 'acme', name: 'Acme', aliases: ['Acme Corp'] },
  ],
  technologies: [
    { id: 'langchain', name: 'LangChain', kind: 'framework' },
    { id: 'cortex', name: 'Cortex', kind: 'database', vendor: 'grafana', ambiguous: ['Cortex'] },
  ],
}

const candidate = (text: string, over: Partial<Candidate> = {}): Candidate => ({
  text,
  type: 'technology',
  reason: 'head',
  confidence: 0.9,
  field: 'body',
  start: 0,
  end: text.length,
  entry: 'text:a',
  source: 'a.md',
  index: 0,
  date: '2026-01-01',
  ...over,
})

const company = (text: string, over: Partial<Candidate> = {}) =>
  candidate(text, { type: 'company', reason: 'byline', confidence: 0.95, ...over })

/** Spellings of each entity that the candidates added or changed. */
function learned(candidates: Candidate[]): Record<string, string[]> {
  const before = new Map(resolveCandidates([], ONTOLOGY).entities.map((entity) => [entity.id, entity.surfaces.length]))
  return Object.fromEntries(
    resolveCandidates(candidates, ONTOLOGY)
      .entities.filter(({ id, surfaces }) => before.get(id) !== surfaces.length)
      .map(({ id, surfaces }) => [id, surfaces.map(({ text }) => text)]),
  )
}

describe('resolveCandidates', () => {
  it.each<[string, Candidate[], Record<string, string[]>]>([
    ['learns a name', [candidate('Quuxly')], { 'technology:quuxly': ['Quuxly'] }],
    ['drops what is likely no name', [candidate('Quuxly', { confidence: 0.4 })], {}],
    [
      'joins spellings',
      [candidate('ShardRunner'), candidate('shardrunner', { index: 1 })],
      { 'technology:shardrunner': ['ShardRunner', 'shardrunner'] },
    ],
    ['joins the same letters', [candidate('Lang Chain')], { 'technology:langchain': ['LangChain', 'Lang Chain'] }],
    ['knows a unit', [company('Microsoft Research')], { 'company:microsoft': ['Microsoft', 'Microsoft Research'] }],
    ['knows a legal form', [company('Microsoft, Inc.')], { 'company:microsoft': ['Microsoft', 'Microsoft, Inc.'] }],
    [
      'leaves an article out',
      [company('The Quux Foundation')],
      { 'company:quux-foundation': ['Quux Foundation', 'Quux'] },
    ],
    [
      'gives a namesake to its maker',
      [candidate('Cortex', { owner: 'Frobnia' })],
      { 'technology:cortex@frobnia': ['Cortex'] },
    ],
    [
      'names an acronym once',
      [candidate('Layered Graph', { aliasOf: 'LG9' }), candidate('LG9', { index: 1 })],
      { 'technology:lg9': ['LG9', 'Layered Graph'] },
    ],
  ])('%s', (_, candidates, expected) => {
    expect(learned(candidates)).toEqual(expected)
  })

  it('takes id and label from the first attestation by date, then place', () => {
    const early = candidate('quuxly', { date: '2026-01-01', source: 'z.md' })
    const late = candidate('Quuxly', { date: '2026-02-01', source: 'a.md' })
    const { entities } = resolveCandidates([late, early], ONTOLOGY)
    expect(entities.find(({ id }) => id === 'technology:quuxly')?.label).toBe('quuxly')
  })

  it('trusts an everyday word only where something spoke for it', () => {
    const { entities } = resolveCandidates([candidate('Lantern', { entry: 'text:b' })], ONTOLOGY)
    expect(entities.find(({ id }) => id === 'technology:lantern')?.only).toEqual(['text:b'])
  })

  it('says why, for each name that was merged or dropped', () => {
    const { log } = resolveCandidates(
      [company('Microsoft Research'), candidate('Quuxly', { confidence: 0.4 })],
      ONTOLOGY,
    )
    expect(log).toEqual([
      { from: 'Quuxly', to: null, reason: 'likely no name (0.4)' },
      { from: 'Microsoft Research', to: 'company:microsoft', reason: 'a unit of the company' },
    ])
  })

  it('does not depend on the order of the candidates', () => {
    const pool = [
      candidate('Quuxly'),
      candidate('QUUXLY', { index: 3 }),
      company('Frobnia', { source: 'b.md' }),
      candidate('Cortex', { owner: 'Frobnia', source: 'b.md', index: 2 }),
      candidate('Lang Chain', { date: null }),
      company('Microsoft Research', { date: '2026-03-01' }),
      candidate('Lantern', { confidence: 0.6, date: '2025-01-01' }),
    ]
    const expected = resolveCandidates(pool, ONTOLOGY)
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        expect(resolveCandidates(shuffled, ONTOLOGY)).toEqual(expected)
      }),
    )
  })
})

describe('rules', () => {
  const entitiesUnder = (rules: Rules) =>
    resolveCandidates([candidate('Quuxly'), company('Frobnia')], { ...ONTOLOGY, rules }).entities
  it.each<[string, Rules, (entities: LexiconEntity[]) => unknown, unknown]>([
    [
      'merge',
      { merge: [['Quuxly', 'LangChain']] },
      (all) => all.find(({ id }) => id === 'technology:langchain')?.surfaces.map(({ text }) => text),
      ['LangChain', 'Quuxly'],
    ],
    [
      'split',
      { split: [['Acme Corp', 'company:acme']] },
      (all) => all.filter(({ id }) => id.startsWith('company:acme')).map(({ id }) => id),
      ['company:acme', 'company:acme-corp'],
    ],
    ['hide', { hide: ['Quuxly'] }, (all) => all.some(({ label }) => label === 'Quuxly'), false],
    [
      'rename',
      { rename: { Frobnia: 'Frobnia AG' } },
      (all) => all.find(({ id }) => id === 'company:frobnia')?.label,
      'Frobnia AG',
    ],
    [
      'retype',
      { retype: { Frobnia: 'technology' } },
      (all) => all.find(({ label }) => label === 'Frobnia')?.id,
      'technology:frobnia',
    ],
  ])('%s', (_, rules, read, expected) => {
    expect(read(entitiesUnder(rules))).toEqual(expected)
  })
})

describe('createNameAtStart', () => {
  const length = createNameAtStart(['Acme', 'Acme Cloud', 'AT&T'])
  it.each([
    ['Acme Cloud moved', 10],
    ['acme moved', 4],
    ['Acmeologists moved', 0],
    ['AT&T moved', 4],
    ['Moved by Acme', 0],
  ])('%j', (text, expected) => {
    expect(length(text)).toBe(expected)
  })
})
