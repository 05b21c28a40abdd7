import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const DIGEST = (lines: string) =>
  `# Engineering — 2026-05-14\n\n## Deep Dives\n\n**[First title](https://example.org/1)** · Uber\nText of the first.\n\n${lines}\nText below it.\n`

describe('lines that look like entries and are not read as one', () => {
  it.each([
    ['a title alone', '**A title alone**', /no company follows the title/],
    ['a heading alone', '### A title alone', /no company follows the title/],
    ['a title that nothing sets off', 'A title of a story — Meta', /neither bold nor a link/],
    ['a quotation', '> **[A title](https://example.org/2)** · Meta', /in a quotation/],
    ['a link that is not closed', '[A title](https://example.org/2 · Meta', /a star or bracket is missing/],
  ])('%s', (_, line, reason) => {
    const { entries, diagnostics } = read('digest.md', DIGEST(line))
    expect(entries).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      {
        code: 'line-not-read-as-entry',
        severity: 'warning',
        source: 'digest.md',
        line: 8,
        message: expect.stringMatching(reason),
      },
    ])
  })

  it.each([
    '**Impact:** it was large.',
    '**Note.** It was large.',
    'Plain text with **bold words** in it.',
    '- **One** item',
    '**[The paper](https://example.org/p)** says so.',
    'The team — the best of Meta — was there.',
  ])('says nothing of text in a body: %s', (line) => expect(read('digest.md', DIGEST(line)).diagnostics).toEqual([]))
})

describe('crooked headers that are read all the same', () => {
  it.each([
    ['the stars at the end are missing', '**[A crooked title](https://example.org/2) · Meta'],
    ['the stars at the beginning are missing', '[A crooked title](https://example.org/2)** · Meta'],
    ['the bracket of the link is missing', '**[A crooked title](https://example.org/2** · Meta'],
    ['the bracket of the title is missing', '**[A crooked title(https://example.org/2)** · Meta'],
    ['a space stands in the link', '**[A crooked title] (https://example.org/2)** · Meta'],
    ['the stars are escaped', '\\*\\*[A crooked title](https://example.org/2)\\*\\* · Meta'],
    ['a number with its sign', '#2 **[A crooked title](https://example.org/2)** · Meta'],
    ['a dot as a bullet', '· **[A crooked title](https://example.org/2)** Meta'],
    ['slanted', '*[A crooked title](https://example.org/2)* · Meta'],
    ['a link and parentheses', '[A crooked title](https://example.org/2) (Meta)'],
    ['a heading among bold titles', '### [A crooked title](https://example.org/2) — Meta'],
    ['a comma', '**[A crooked title](https://example.org/2)**, Meta'],
    ['a text on the line before', 'Text that goes on.\n**[A crooked title](https://example.org/2)** · Meta'],
    [
      'the text on the same line',
      '**[A crooked title](https://example.org/2)** · Meta Text of it, which is long. It ends.',
    ],
  ])('%s', (_, line) => {
    const { entries, diagnostics } = read('digest.md', DIGEST(line))
    expect(entries.slice(1).map(({ title, bylineText, url }) => [title, bylineText, url])).toEqual([
      ['A crooked title', 'Meta', 'https://example.org/2'],
    ])
    expect(diagnostics).toEqual([])
  })

  it('tells of a second header on the same line', () => {
    const line =
      '**[A title](https://example.org/2)** · Meta Its text. **[Another title](https://example.org/3)** · Uber More.'
    const { entries, diagnostics } = read('digest.md', DIGEST(line))
    expect(entries.slice(1).map(({ title, bylineText }) => [title, bylineText])).toEqual([['A title', 'Meta']])
    expect(diagnostics.map(({ line: at, message }) => [at, /a second header/.test(message)])).toEqual([[8, true]])
  })
})
