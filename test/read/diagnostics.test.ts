import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const DIGEST = (lines: string) =>
  `# Engineering — 2026-05-14\n\n## Deep Dives\n\n**[First title](https://example.org/1)** · Uber\nText of the first.\n\n${lines}\nText below it.\n`

describe('lines that look like entries and are not read as one', () => {
  it.each([
    ['a title alone', '**A title alone**', /no company follows the title/],
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
  ])('says nothing of text in a body: %s', (line) => expect(read('digest.md', DIGEST(line)).diagnostics).toEqual([]))
})
