import { describe, expect, test } from 'vitest'
import { indexCues } from '../../../src/extract/themes/cue-index.ts'
import { alternativesOf, placesAfterBlanks } from '../../../src/extract/themes/pattern-places.ts'
import { SHIPPED } from './shipped-ontology.ts'

describe('the alternatives of an expression', () => {
  test.each<[string, string[]]>([
    ['data loss', ['data loss']],
    ['a|b(?:c|d)', ['a', 'b(?:c|d)']],
    ['(?:a|b)', ['a', 'b']],
    ['(?:a|b)c|d', ['(?:a|b)c', 'd']],
    ['(?:a|b)+', ['(?:a|b)+']],
    ['[a|b]c|\\|', ['[a|b]c', '\\|']],
    ['a|', ['a', '']],
    ['(a)\\1|b', ['(a)\\1|b']],
    ['a)|b', ['a)|b']],
  ])('%s', (source, alternatives) => {
    expect(alternativesOf(source)).toEqual(alternatives)
  })
})

describe('the places behind a blank, and how many blanks are before them at most', () => {
  test.each<[string, [string, number][]]>([
    ['lost data', [['data', 1]]],
    [
      'lost (?:\\w+ ){0,3}data',
      [
        ['(?:\\w+ ){0,3}data', 1],
        ['data', 4],
      ],
    ],
    ['log[- ](?:storm|flood)', [['(?:storm|flood)', 1]]],
    [
      'lost (?:\\w+ )*data',
      [
        ['(?:\\w+ )*data', 1],
        ['data', Number.POSITIVE_INFINITY],
      ],
    ],
    ['(?:no |without any )data', []],
    [
      'x (?:a b|c) d',
      [
        ['(?:a b|c) d', 1],
        ['d', 3],
      ],
    ],
    ['x(?: y)?data', []],
    ['a b|c d', []],
    ['\\p{L} data', []],
  ])('%s', (source, places) => {
    expect(placesAfterBlanks(source).map(({ at, blanks }) => [source.slice(at), blanks])).toEqual(places)
  })
})

test('neighbours that match a few words and no more are one part, which needs no expression', () => {
  const { cues, expressions } = indexCues([
    'lock contention|hot locks?|wait(?:s|ed)? (?:\\w+ ){1,3}locks?|mutex',
    'typos?',
  ])
  expect(cues).toEqual([0, 0, 0, 1])
  expect(expressions).toEqual(['', 'wait(?:s|ed)? (?:\\w+ ){1,3}locks?', '', ''])
})

test('no shipped cue has to be tried at each word, and few need an expression', () => {
  const sources = [...SHIPPED.failureModes, ...SHIPPED.lessons].flatMap(({ cues, weak = [] }) => [...cues, ...weak])
  const { everywhere, expressions } = indexCues([...new Set(sources)])
  expect(everywhere.map((part) => expressions[part])).toEqual([])
  expect(expressions.filter((expression) => expression !== '').length).toBeLessThan(expressions.length / 2)
})
