import { describe, expect, test } from 'vitest'
import { createWordModel } from '../../../src/extract/themes/theme-words.ts'
import { stemsIn } from '../../../src/extract/themes/word-stems.ts'
import type { Entry, ThemeWords } from '../../../src/model/index.ts'
import { SHIPPED } from './shipped-ontology.ts'

describe('the stems of a text', () => {
  test.each<[string, string[]]>([
    ['Resolvers returned nothing.', ['resolv', 'return', 'noth']],
    ['the and with their', []],
    ['organised, organized', ['organ', 'organ']],
    ['re-elected leaders', ['elect', 'leader']],
    ['p95 of 200ms', ['p95']],
    ['İstanbul', []],
    ['', []],
  ])('%s', (text, stems) => {
    expect(stemsIn(text).map(({ stem }) => stem)).toEqual(stems)
  })

  test('stand where their words stand', () => {
    const text = 'No resolver answered'
    expect(stemsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['resolver', 'answered'])
  })
})

describe('how words speak for themes', () => {
  const themes = SHIPPED.failureModes
    .filter(({ id }) => id === 'dns-failure' || id === 'data-loss')
    .map((record) => ({ type: 'failure-mode' as const, record }))
  const words: ThemeWords = {
    format: 'throughline-theme-words',
    version: 1,
    trainedOn: 'nothing',
    themes: ['failure-mode:dns-failure', 'failure-mode:gone', 'failure-mode:data-loss'],
    bias: [-3, 0, -2],
    stems: { resolv: '0:250,1:900', zone: '0:100,2:-50', row: '2:300' },
  }
  const [dns, loss] = ['dns-failure', 'data-loss'].map((id) => themes.findIndex(({ record }) => record.id === id)) as [
    number,
    number,
  ]
  const model = createWordModel(words, themes)
  const body = 'The resolver lost its zone, and the resolver stopped. Rows were gone.'
  const entry = { title: 'A bad zone', bylineText: '', body } as Entry
  const scores = model.score(entry, {
    title: [[0, 10]],
    bylineText: [],
    body: [
      [0, 53],
      [54, 69],
    ],
  })

  test('a stem counts once in a sentence; themes that the ontology does not have are passed over', () => {
    expect(scores.best[dns]).toBeCloseTo(0.5)
    expect(scores.second[dns]).toBeCloseTo(-2)
    expect(scores.title[dns]).toBeCloseTo(-2)
    expect(scores.places[scores.place[dns] as number]).toEqual({ field: 'body', sentence: 0 })
    expect(scores.best[loss]).toBeCloseTo(1)
    expect(scores.places[scores.place[loss] as number]).toEqual({ field: 'body', sentence: 1 })
  })

  test('the words to quote are those that say most', () => {
    const spoke = model.speaking(dns, body.slice(0, 53), 2)
    expect(spoke.map(({ start, end }) => body.slice(start, end))).toEqual(['resolver', 'zone'])
    expect(model.speaking(loss, body.slice(0, 53), 2)).toEqual([])
  })

  test('a stem is no property that every object has', () => {
    expect(model.speaking(dns, 'constructor prototype valueOf', 3)).toEqual([])
  })
})
