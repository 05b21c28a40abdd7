import { describe, expect, it } from 'vitest'
import { compileOntology, mergeOntology } from '../../src/ontology/index.ts'

const company = (text: string) => ({ path: 'companies.yaml', text })

describe('compileOntology', () => {
  it('reads records from a list and sorts them by id', () => {
    const { ontology, diagnostics } = compileOntology([
      company('- {id: zoox, name: Zoox}\n- {id: agoda, name: Agoda}\n'),
    ])
    expect(diagnostics).toEqual([])
    expect(ontology.companies.map(({ id }) => id)).toEqual(['agoda', 'zoox'])
  })

  it.each([
    ['a broken schema', '- {id: a, name: A}\n- {id: b, nam: B}\n', 'companies.yaml', 2, 'ontology-schema'],
    ['broken YAML', '- {id: a, name: A}\n- {id: b, name: [\n', 'companies.yaml', 2, 'ontology-syntax'],
    [
      'an id that stands twice',
      '- {id: a, name: A}\n\n- {id: a, name: B}\n',
      'companies.yaml',
      3,
      'ontology-duplicate',
    ],
    ['a mapping without records', 'firms: []\n', 'companies.yaml', 1, 'ontology-shape'],
  ])('reports %s with file and line', (_, text, source, line, code) => {
    const { diagnostics } = compileOntology([company(text)])
    expect(diagnostics[0]).toMatchObject({ severity: 'error', source, code })
    expect(diagnostics[0]?.line).toBeGreaterThanOrEqual(line)
  })

  it('leaves out a cue that is no regular expression and says so', () => {
    const record = 'group: g, tier: core, definition: d'
    const { ontology, diagnostics } = compileOntology([
      { path: 'lessons.yaml', text: `lessons:\n  - {id: a, label: A, ${record}, cues: ['(', 'fine']}\n` },
    ])
    expect(ontology.lessons[0]?.cues).toEqual(['fine'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['ontology-cue'])
  })

  it('passes over files that are no part of an ontology, with a warning', () => {
    const { diagnostics } = compileOntology([{ path: 'notes.txt', text: '' }])
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'unknown-ontology-file', source: 'notes.txt' }])
  })

  it('does not let a key of the input reach a prototype', () => {
    compileOntology([{ path: 'rules.yaml', text: '__proto__: {polluted: true}\n' }])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('mergeOntology', () => {
  const { ontology: base } = compileOntology([
    company('- {id: cloudflare, name: Cloudflare, aliases: [CF]}\n- {id: stream, name: Stream}\n'),
  ])
  it('adds, overrides and removes by id', () => {
    const { ontology } = mergeOntology(base, [
      company(
        '- {id: cloudflare, name: Cloudflare Inc, aliases: [Cloud Flare]}\n- {id: stream, remove: true}\n- {id: ours, name: Ours}\n',
      ),
    ])
    expect(ontology.companies).toEqual([
      { id: 'cloudflare', name: 'Cloudflare Inc', aliases: ['CF', 'Cloud Flare'] },
      { id: 'ours', name: 'Ours' },
    ])
    expect(base.companies).toHaveLength(2)
  })
  it('says when there is nothing to remove', () => {
    const { diagnostics } = mergeOntology(base, [company('- {id: nobody, remove: true}\n')])
    expect(diagnostics).toMatchObject([{ code: 'ontology-unknown-id', line: 1 }])
  })
  it('collects rules of several folders', () => {
    const first = mergeOntology(base, [
      { path: 'rules.yaml', text: 'hide: [Foo]\nmerge: [[CF Workers, Cloudflare Workers]]\n' },
    ])
    const second = mergeOntology(first.ontology, [{ path: 'rules.yaml', text: 'hide: [Bar]\n' }])
    expect(second.ontology.rules).toEqual({ hide: ['Foo', 'Bar'], merge: [['CF Workers', 'Cloudflare Workers']] })
  })
})
