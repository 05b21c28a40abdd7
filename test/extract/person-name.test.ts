import { describe, expect, it } from 'vitest'
import { createCandidateCollector, createExtractor } from '../../src/extract/index.ts'
import { isPersonName } from '../../src/extract/names/person-name.ts'
import type { Entry, Ontology } from '../../src/model/index.ts'
import { EMPTY_ONTOLOGY } from '../../src/ontology/index.ts'
import { readSource } from '../../src/read/index.ts'
import { resolveCandidates } from '../../src/resolve/index.ts'

it.each<[string, boolean]>([
  ['Jane Smith', true],
  ['Jane Doe', true],
  ['Julia Evans', true],
  ['Brett Terpstra', true],
  ['Oscar Health', false],
  ['Harvey AI', false],
  ['Blue Origin', false],
  ['Jane', false],
  ['Acme', false],
])('%s names a person: %s', (name, expected) => {
  expect(isPersonName(name)).toBe(expected)
})

describe('a byline that names a person', () => {
  const ontology: Ontology = {
    ...EMPTY_ONTOLOGY,
    technologies: [{ id: 'julia', name: 'Julia', kind: 'language' }],
  }
  const text = '# Digest 2026-05-14\n\n**[On tests](https://example.org/a)** · Julia Evans\n\nTests should say why.\n'
  const [read] = readSource({ source: 'digest.md', bytes: new TextEncoder().encode(text) }).entries as [Entry]
  const entry: Entry = { ...read, id: 'digest#0' }

  it('names no company, and not the language that shares its first word', () => {
    const candidates = createCandidateCollector(ontology)(entry)
    expect(candidates.filter(({ field }) => field === 'bylineText')).toEqual([])
    const extracted = createExtractor(resolveCandidates(candidates, ontology), ontology)(entry)
    expect(extracted.bylineRoles).toEqual(['none'])
    expect(extracted.mentions).toEqual([])
  })
})
