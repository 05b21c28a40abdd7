import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { RulesSchema } from '../../src/model/index.ts'
import { checkGraph } from '../../viz/src/data/check-graph.ts'
import { applyCorrections, type Correction, toRules } from '../../viz/src/data/corrections.ts'
import { cutGraph } from '../../viz/src/data/cut-graph.ts'
import { applyFilters, DEFAULT_FILTERS } from '../../viz/src/data/filters.ts'
import { indexGraph } from '../../viz/src/data/graph-index.ts'
import { smallGraph } from './small-graph.ts'

const graph = smallGraph(
  [
    ['company:acme', { entries: [0] }],
    ['company:acme-inc', { entries: [0, 1], aliases: ['ACME'] }],
    ['technology:rails'],
  ],
  [
    ['company:acme', 'uses', 'technology:rails'],
    ['company:acme-inc', 'uses', 'technology:rails'],
    ['company:acme', 'associated', 'company:acme-inc'],
  ],
  ['2026-05-01', '2026-05-02'],
)
const ALL: Correction[] = [
  { kind: 'rename', id: 'company:acme', label: 'Acme: "the" firm' },
  { kind: 'retype', id: 'technology:rails', type: 'company' },
  { kind: 'hide', id: 'company:zeta' },
  { kind: 'merge', id: 'company:acme-inc', into: 'company:acme' },
]

describe('applyCorrections', () => {
  test('renames and retypes', () => {
    const { nodes } = applyCorrections(graph, ALL.slice(0, 2))
    expect([nodes.label[0], nodes.type[2]]).toEqual(['Acme: "the" firm', 'company'])
  })
  test('hides a node with its edges and mentions', () => {
    const hidden = applyCorrections(graph, [{ kind: 'hide', id: 'company:acme' }])
    expect([hidden.nodes.id, hidden.edges.from, hidden.edges.to]).toEqual([
      ['company:acme-inc', 'technology:rails'],
      [0],
      [1],
    ])
  })
  test('merges names, counts and edges, and keeps no loop', () => {
    const merged = applyCorrections(graph, ALL.slice(3))
    expect(merged.nodes.id).toEqual(['company:acme', 'technology:rails'])
    expect(merged.nodes.aliases[0]).toEqual(['acme-inc', 'ACME'])
    expect(merged.nodes.entries[0]).toBe(2)
    expect(merged.edges.kind).toEqual(['uses'])
  })
  test('leaves a graph that can still be read', () => {
    expect(checkGraph(applyCorrections(graph, ALL))).toHaveProperty('graph')
  })
  test('does nothing for an id that is not there', () => {
    expect(applyCorrections(graph, [{ kind: 'hide', id: 'company:zeta' }])).toBe(graph)
  })
})

test('toRules writes what --ontology reads', () => {
  expect(RulesSchema.parse(parse(toRules(ALL)))).toEqual({
    merge: [['company:acme-inc', 'company:acme']],
    hide: ['company:zeta'],
    rename: { 'company:acme': 'Acme: "the" firm' },
    retype: { 'technology:rails': 'company' },
  })
})

test('cutGraph gives a whole graph of what is shown', () => {
  const index = indexGraph(graph)
  const cut = cutGraph(index, applyFilters(index, { ...DEFAULT_FILTERS, types: ['company'] }))
  expect(checkGraph(cut)).toHaveProperty('graph')
  expect([cut.nodes.id, cut.edges.kind, cut.mentions.node]).toEqual([
    ['company:acme', 'company:acme-inc'],
    ['associated'],
    [0, 1, 1],
  ])
})
