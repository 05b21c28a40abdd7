import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeSpells } from '../../src/export/spells.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)
const spell = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 14 })).map(([start, length]) => ({
  start: day(start),
  end: day(start + length),
}))
const daysOf = (spells: { start: string; end: string }[]) => {
  const days = new Set<string>()
  for (const { start, end } of spells)
    for (let at = Date.parse(start); at <= Date.parse(end); at += 86_400_000)
      days.add(new Date(at).toISOString().slice(0, 10))
  return [...days].sort()
}

it('merges spells without losing or adding a day, so that none overlap', () => {
  fc.assert(
    fc.property(fc.array(spell), (spells) => {
      const merged = mergeSpells(spells)
      expect(daysOf(merged)).toEqual(daysOf(spells))
      for (const [at, { start, end }] of merged.entries()) {
        expect(start <= end).toBe(true)
        expect(at === 0 || (merged[at - 1]?.end ?? '') < start).toBe(true)
      }
    }),
  )
})

it.each([
  ['neighbouring days become one spell', ['2026-02-28', '2026-03-01'], [['2026-02-28', '2026-03-01']]],
  [
    'a gap stays',
    ['2026-05-14', '2026-05-16'],
    [
      ['2026-05-14', '2026-05-14'],
      ['2026-05-16', '2026-05-16'],
    ],
  ],
  ['the same day twice is once', ['2026-05-14', '2026-05-14'], [['2026-05-14', '2026-05-14']]],
])('%s', (_, days, expected) => {
  const merged = mergeSpells(days.map((each) => ({ start: each, end: each })))
  expect(merged.map(({ start, end }) => [start, end])).toEqual(expected)
})
