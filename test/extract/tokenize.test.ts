import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/extract/tokenize.ts'

const keys = (text: string) => tokenize(text).map(({ key }) => key)

describe('tokenize', () => {
  it.each([
    ['Node.js and C++', ['node', '.', 'js', 'and', 'c', '+', '+ ']],
    ['Retrieval-Augmented Generation', ['retrieval', 'augmented', 'generation']],
    ["Acme's cache", ['acme', "'s", 'cache']],
    ['Acme’s cache', ['acme', "'s", 'cache']],
    ["O'Reilly", ["o'reilly"]],
    ['It ends. Next', ['it', 'ends', '. ', 'next']],
    ['pg_durable v2.1', ['pg_durable', 'v2', '.', '1 '.trim()]],
    ['one\n\ntwo', ['one', '\n', '\n', 'two']],
    ['a — b', ['a', '— ', 'b']],
  ])('%j', (text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  it('gives ascending spans that hold no blank, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(token.start, token.end)).not.toContain(' ')
          end = token.end
        }
      }),
    )
  })
})
