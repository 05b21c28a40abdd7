import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { associationStrength } from '../../src/graph/associate.ts'
import { backbone } from '../../src/graph/backbone.ts'
import { buildGraph, parseGraph, project, resolveGraphOptions } from '../../src/graph/index.ts'
import { invent, ONTOLOGY, STORIES } from '../patterns/invented-entries.ts'

const entries = invent(STORIES)
const graph = buildGraph(entries, ONTOLOGY, { runs: 10 })

describe('buildGraph', () => {
  it('gives the same for entries in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(buildGraph(shuffled, ONTOLOGY, { runs: 10 })).toEqual(graph)
      }),
      { numRuns: 5 },
    )
  })

  it('backs every node and edge with evidence', () => {
    for (const list of graph.nodes.evidence) expect(list.length).toBeGreaterThan(0)
    for (const list of graph.edges.evidence) expect(list.length).toBeGreaterThan(0)
  })

  it('quotes each piece of evidence as the entry has it', () => {
    graph.evidence.sentence.forEach((row, piece) => {
      const entry = entries.find(({ id }) => id === graph.entries.id[graph.evidence.entry[piece] as number])
      const start = graph.sentences.start[row] as number
      const text = graph.sentences.text[row] as string
      expect(entry?.[graph.sentences.field[row] as 'body'].slice(start, start + text.length)).toBe(text)
    })
  })

  it('ties a company to the failure that it hit', () => {
    const number = (id: string) => graph.nodes.id.indexOf(id)
    const hits = graph.edges.kind.flatMap((kind, e) =>
      kind === 'hit' && graph.edges.to[e] === number('failure-mode:lock-contention')
        ? [graph.nodes.id[graph.edges.from[e] as number]]
        : [],
    )
    expect(hits).toContain('company:tidewater')
    expect(hits).toContain('company:grantley')
  })

  it('is read back as it was written', () => {
    expect(parseGraph(JSON.parse(JSON.stringify(graph)))).toEqual(JSON.parse(JSON.stringify(graph)))
  })

  it('projects to a simple graph of the associations', () => {
    const simple = project(graph, { backbone: true })
    expect(simple.order).toBe(graph.nodes.id.length)
    expect(simple.size).toBe(
      graph.edges.kind.filter((kind, e) => kind === 'associated' && graph.edges.backbone[e]).length,
    )
  })
})

describe('parseGraph', () => {
  it.each([
    ['something else', { nodes: [] }, 'not-a-graph'],
    ['a later version', { format: 'throughline', version: 99 }, 'graph-version'],
    ['a broken table', { ...graph, nodes: { ...graph.nodes, label: [] } }, 'broken-graph'],
    [
      'a row that is not there',
      { ...graph, edges: { ...graph.edges, to: graph.edges.to.map(() => 9999) } },
      'broken-graph',
    ],
  ])('refuses %s', (_, value, code) => {
    expect(() => parseGraph(value)).toThrow(expect.objectContaining({ diagnostic: expect.objectContaining({ code }) }))
  })
})

describe('resolveGraphOptions', () => {
  it('names the option that is wrong and its value', () => {
    expect(() => resolveGraphOptions({ runs: 0 })).toThrow(/runs is 0/)
  })
})

describe('associationStrength', () => {
  it('lies between 0 and 1 and grows with the stories that name both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(100), fc.nat(100), (total, p, q) => {
        const both = Math.min(p, q, total)
        const strength = associationStrength(
          both,
          both,
          Math.min(total, Math.max(p, both)),
          Math.min(total, Math.max(q, both)),
          total,
          1.5,
        )
        expect(strength).toBeGreaterThanOrEqual(0)
        expect(strength).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('trusts three stories more than one', () => {
    expect(associationStrength(3, 3, 4, 4, 100, 1.5)).toBeGreaterThan(associationStrength(1, 1, 1, 1, 100, 1.5))
  })
})

describe('backbone', () => {
  it('keeps everything joined that was joined', () => {
    const edges = Array.from({ length: 12 }, (_, i) => ({
      a: i % 6,
      b: ((i % 6) + 1 + Math.floor(i / 6)) % 7,
      weight: 1 + (i % 3),
    })).filter(({ a, b }) => a !== b)
    const kept = edges.filter((_, i) => backbone(7, edges, 0)[i])
    const parent = Array.from({ length: 7 }, (_, i) => i)
    const find = (i: number): number => (parent[i] === i ? i : find(parent[i] as number))
    for (const { a, b } of kept) parent[find(a)] = find(b)
    for (const { a, b } of edges) expect(find(a)).toBe(find(b))
  })
})
