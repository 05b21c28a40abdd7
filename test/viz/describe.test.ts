import { describe, expect, test } from 'vitest'
import { dayOf, monthStarts, sayRange } from '../../viz/src/data/day.ts'
import { quotesOf, relationOf, splitMarks } from '../../viz/src/data/describe.ts'
import { histogramOf } from '../../viz/src/data/histogram.ts'
import { createSearch } from '../../viz/src/data/search.ts'
import { initialsOf } from '../../viz/src/draw/glyphs.ts'
import { smallIndex } from './small-graph.ts'

describe('splitMarks', () => {
  const show = (text: string, marks: [number, number][]) =>
    splitMarks(text, marks)
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('')
  test.each<[[number, number][], string]>([
    [[[0, 4]], '[Acme] uses Rails'],
    [
      [
        [10, 15],
        [0, 4],
      ],
      '[Acme] uses [Rails]',
    ],
    [
      [
        [0, 4],
        [2, 9],
      ],
      '[Acme uses] Rails',
    ],
    [[[10, 99]], 'Acme uses [Rails]'],
    [
      [
        [5, 5],
        [40, 50],
      ],
      'Acme uses Rails',
    ],
    [[], 'Acme uses Rails'],
  ])('%j', (marks, expected) => {
    expect(show('Acme uses Rails', marks)).toBe(expected)
  })
})

const index = smallIndex(
  [
    ['company:acme', { aliases: ['Acme Corporation'] }],
    ['technology:rails', { label: 'Ruby on Rails' }],
  ],
  [['company:acme', 'migrated-from', 'technology:rails']],
  ['2026-03-19', '2026-04-02', '2026-08-12', null],
)

test('a relation reads from either end', () => {
  expect([relationOf(index, 0, 0), relationOf(index, 0, 1)]).toEqual(['migrated from', 'left by'])
})

test('two spans of one sentence are one quotation with two marks', () => {
  expect(quotesOf(index, [0])).toMatchObject([
    {
      title: 'Title 0',
      href: 'https://example.org/a',
      sentences: [
        {
          marks: [
            [0, 4],
            [16, 21],
          ],
        },
      ],
    },
  ])
})

test.each([
  ['2026-03-19', '2026-08-12', '19 March to 12 August 2026'],
  ['2025-12-30', '2026-01-02', '30 December 2025 to 2 January 2026'],
  ['2026-05-14', '2026-05-14', '14 May 2026'],
])('%s to %s: %s', (from, to, expected) => {
  expect(sayRange(from, to)).toBe(expected)
})

test('months start where a scale has room for them', () => {
  const names = (from: string, to: string) => monthStarts(dayOf(from), dayOf(to)).map(({ name }) => name)
  expect(names('2026-03-19', '2026-08-12')).toEqual(['Apr', 'May', 'Jun', 'Jul', 'Aug'])
  expect(names('2025-11-20', '2026-01-05')).toEqual(['Dec', '2026'])
  expect(names('2020-01-01', '2026-01-01').length).toBeLessThanOrEqual(13)
  expect(names('2026-05-02', '2026-05-20')).toEqual([])
})

test('the histogram counts dated entries', () => {
  const { counts, days } = histogramOf(index, 10)
  expect([counts.reduce((sum, count) => sum + count, 0), counts.length, days.length]).toEqual([3, 10, 10])
})

describe('search', () => {
  test.each([
    ['acme', 'acme'],
    ['corporation', 'acme'],
    ['railz', 'Ruby on Rails'],
    ['ruby rai', 'Ruby on Rails'],
    ['title 2', 'Title 2'],
  ])('%s finds %s', async (text, label) => {
    const search = createSearch(index)
    await search.ready
    expect(search.find(text)[0]?.label).toBe(label)
  })
  test('finds entities alone where only they are wanted', async () => {
    const search = createSearch(index)
    await search.ready
    expect(search.find('title', 'node')).toEqual([])
  })
})

test.each([
  ['OpenAI', 'OA'],
  ['Amazon Web Services', 'AW'],
  ['vercel', 'V'],
  ['C++', 'C'],
  ['\u202e', 'NN'],
  ['日本', '日'],
])('the initials of %j are %j', (label, initials) => {
  expect(initialsOf(label)).toBe(initials)
})
