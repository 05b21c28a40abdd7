import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLabel, cleanSentence, hostOf, LABEL_LIMIT, safeHref } from '../../viz/src/data/safe-text.ts'

describe('safeHref', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,<script>', null],
    ['file:///etc/passwd', null],
    ['//example.org/a', null],
    ['#', null],
    ['', null],
    [null, null],
  ])('%j → %j', (url, href) => {
    expect(safeHref(url)).toBe(href)
  })
  test('lets only http and https through', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
        const href = safeHref(url)
        expect(href === null || /^https?:\/\//.test(href)).toBe(true)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})

describe('cleanLabel', () => {
  test.each([
    ['Vercel', 'Vercel'],
    ['a\u202eb\u200bc', 'a b c'],
    ['  two\n lines ', 'two lines'],
    ['\u200b', '(no name)'],
    ['', '(no name)'],
    ['👩‍💻'.repeat(60), `${[...'👩‍💻'.repeat(60).replace(/\u200d/g, ' ')].slice(0, LABEL_LIMIT - 1).join('')}…`],
  ])('%j → %j', (text, label) => {
    expect(cleanLabel(text)).toBe(label)
  })
  test('is short however long the text is', () => {
    expect([...cleanLabel('x'.repeat(10_000))]).toHaveLength(LABEL_LIMIT)
  })
})

test('cleanSentence keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanSentence(text)).toHaveLength(text.length)
    }),
    { seed: 2 },
  )
})

test('hostOf drops www', () => {
  expect(hostOf('https://www.infoq.com/news')).toBe('infoq.com')
})
