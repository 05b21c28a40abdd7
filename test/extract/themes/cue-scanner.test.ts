import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCues } from '../../../src/extract/themes/cue-index.ts'
import { type CueHit, createCueScanner } from '../../../src/extract/themes/cue-scanner.ts'
import { ROOT } from '../../support/run-cli.ts'
import { SHIPPED } from './shipped-ontology.ts'

const CUES = [...SHIPPED.failureModes, ...SHIPPED.lessons].flatMap(({ cues, weak = [] }) => [...cues, ...weak])
/** The yardstick: a cue between word boundaries, in any case; a hyphen before it makes another word of it ("non-redundant"). */
const cueExpression = (source: string) =>
  new RegExp(`(?<![\\w-])(?:${source})(?![\\w])`, /\\[pPu]/.test(source) ? 'giu' : 'gi')

const scan = createCueScanner(indexCues(CUES))

/** What the plain expressions find, one after the other. */
function bruteForce(sources: string[], text: string): CueHit[] {
  return sources
    .flatMap((source, cue) =>
      [...text.matchAll(cueExpression(source))]
        .filter(([match]) => match !== '')
        .map((match) => ({ cue, start: match.index, end: match.index + match[0].length })),
    )
    .sort((a, b) => a.start - b.start || a.cue - b.cue)
}

describe('anchors never lose a match that the plain expression finds', () => {
  const folder = join(ROOT, 'data', 'digests')
  test.each(readdirSync(folder).filter((name) => name.startsWith('tech-')))('in %s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(scan(text)).toEqual(bruteForce(CUES, text))
    expect(scan(text).length).toBeGreaterThan(5)
  })

  test('in texts put together from words of the cues', () => {
    const words = [...new Set(CUES.flatMap((cue) => cue.match(/[a-z]{2,}/g) ?? []))].sort()
    const glue = fc.constantFrom(' ', ' ', ' ', '-', '', '. ', ', ', '\n', 's ', 'ed ', 'ing ')
    const text = fc
      .array(fc.tuple(fc.constantFrom(...words), glue, fc.boolean()), { minLength: 20, maxLength: 80 })
      .map((parts) => parts.map(([word, end, upper]) => (upper ? word.toUpperCase() : word) + end).join(''))
    fc.assert(
      fc.property(text, (sample) => {
        expect(scan(sample)).toEqual(bruteForce(CUES, sample))
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  test('with expressions that a user may write', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'ab',
      '[ab]',
      'a?',
      'b*',
      '(?:a|bc)',
      '(?:b|)',
      'c{2}',
      '\\w',
      'é',
      'a+',
      ' ',
      ' (?:\\w+ ){0,2}(?:abc|cab\\w*)',
      '[- ](?:abc|cab)',
      '(?:\\w+[- ]){0,2}(?:abc|cab\\w*)',
      ' (?:[\\w-]+ )?abc',
      '(?:\\w+ )?',
      '(?:a|b )?',
      ' abc',
      '|',
      '|a',
    )
    const source = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', 'abc ', ' cab', '-', '-abc', 'A', 'é', 'ſ'), { maxLength: 40 })
      .map((p) => p.join(''))
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), text, (sources, sample) => {
        expect(createCueScanner(indexCues(sources))(sample)).toEqual(bruteForce(sources, sample))
      }),
      { numRuns: 3000, seed: 11 },
    )
  })
})

describe('hostile text', () => {
  test.each<[string, string]>([
    ['one word', 'retry'.repeat(200_000)],
    ['hyphens', 're-'.repeat(300_000)],
    ['starts of cues', 'data data the no '.repeat(60_000)],
    ['bait for repeated groups', 'lack of a b c d e f g h '.repeat(40_000)],
    ['one long ending', `cascading ${'x'.repeat(1_000_000)}`],
  ])('a megabyte of %s is read in one pass', (_, text) => {
    for (const { start, end } of scan(text)) expect(end - start).toBeLessThanOrEqual(text.length)
  })
})
