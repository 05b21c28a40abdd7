import { describe, expect, it } from 'vitest'
import { normalizeRich } from '../../src/read/normalize-rich.ts'
import { plainRich, type RichText, type Segment } from '../../src/read/rich-text.ts'

describe('white space', () => {
  // A segment for each word made long lines slow
  it.each<[string, string, Segment[]]>([
    ['one two three ', 'one two three', [[0, 100, 13]]],
    [' one two three', 'one two three', [[0, 101, 13]]],
    [
      'one two  three four',
      'one two three four',
      [
        [0, 100, 7],
        [8, 109, 10],
      ],
    ],
    [
      'one\ntwo three',
      'one two three',
      [
        [0, 100, 3],
        [4, 104, 9],
      ],
    ],
  ])('%j: what needs no change stays in one segment', (text, normal, segments) => {
    expect(normalizeRich(plainRich(text, 100))).toEqual({ text: normal, marks: [], segments })
  })

  it('moves marks along', () => {
    const rich: RichText = { text: ' a  bold  word ', marks: [{ kind: 'strong', start: 4, end: 8 }], segments: [] }
    expect(normalizeRich(rich)).toEqual({
      text: 'a bold word',
      marks: [{ kind: 'strong', start: 2, end: 6 }],
      segments: [],
    })
  })
})
