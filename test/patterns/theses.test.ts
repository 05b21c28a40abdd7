import { describe, expect, it } from 'vitest'
import { loadShippedOntology } from '../../src/io/load-ontology.ts'
import { viewGraph } from '../../src/patterns/graph-view.ts'
import { createTellers } from '../../src/patterns/tell-instances.ts'
import { THESES } from '../../src/patterns/theses.ts'
import { thesisCandidates } from '../../src/patterns/thesis-candidates.ts'
import { graphOf, STORIES } from './invented-entries.ts'

const all = Object.entries(THESES)

describe('theses', () => {
  it('claim nothing that a checker would have to look up', () => {
    const claims = all.flatMap(([, { claims, alike = {} }]) => [...claims, ...Object.values(alike).flat()])
    expect(claims.length).toBeGreaterThan(60)
    for (const claim of claims) expect(claim).toMatch(/^[A-Z][a-z', -]+[a-z]$/)
    expect(new Set(claims).size).toBe(claims.length)
  })

  it('name labels that the ontology has', () => {
    const { failureModes, lessons } = loadShippedOntology()
    const ids = new Set([...failureModes, ...lessons].map(({ id }) => id.replace(/^[^:]+:/, '')))
    const missing = all.flatMap(([, { labels }]) => labels.filter((label) => !ids.has(label.replace(/^[^:]+:/, ''))))
    expect(missing).toEqual([])
  })

  it('start no claim of a group of words with a word that shows nothing', () => {
    for (const [, { shows, alike = {} }] of all)
      for (const stem of Object.keys(alike)) {
        expect(stem.length).toBeLessThanOrEqual(6)
        expect(shows.source.toLowerCase()).toContain(stem)
      }
  })

  it.each([
    ['layers-apart', 'decoupled the relay from its store', true],
    ['layers-apart', 'unified the relay and its store, decoupling nothing', false],
    ['hidden-causes', 'traced the stalls to leaked file handles', true],
    ['hidden-causes', 'eliminated the stalls by replacing an exclusive lock', false],
    ['measured-gains', 'reduced the delay from hours to minutes', true],
    ['measured-gains', 'reduced the delay of its relay', false],
    ['narrower-trust', 'replaced static secrets with short-lived tokens', true],
    ['narrower-trust', 'cut input tokens by a third', false],
    ['gateways', 'trained a proxy model on the output of another', false],
  ])('%s shown by “%s”: %s', (id, past, shown) => {
    const { shows, not } = THESES[id] as (typeof THESES)[string]
    expect(shows.test(past) && !not?.test(past)).toBe(shown)
  })
})

describe('thesisCandidates', () => {
  const view = viewGraph(graphOf(STORIES))
  const candidates = thesisCandidates(view, view.entries, createTellers(view).whatever, false)

  it('tells a thesis in two companies or more, each in clauses that show it', () => {
    expect(candidates.length).toBeGreaterThan(0)
    for (const { id, showings } of candidates) {
      expect(showings.length).toBeGreaterThanOrEqual(2)
      for (const { instances } of showings)
        for (const { past } of instances) expect(past).toMatch((THESES[id] as (typeof THESES)[string]).shows)
    }
  })

  it('favours instances that say it in the same word', () => {
    const isolated = candidates.filter(({ cohesion = 0 }) => cohesion > 0)
    expect(isolated.length).toBeGreaterThan(0)
  })
})
