import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toFields } from '../../src/read/front-matter.ts'
import { simpleFrontMatter } from '../../src/read/simple-front-matter.ts'

/** Pieces of front matter whose combinations decide between the direct reader and the parser. */
const PIECES = [
  ...['title', 'Title', 'a-b', 'null', 'true', 'y', '2026', '2026-05-14', '0', '007', '1.0', '1e3', '0x1f', '.5', '-3'],
  ...[
    ':',
    ': ',
    ':  ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
    '\t',
    '\r\n',
    '#',
    ' # note',
    '-',
    '- ',
    ',',
    ', ',
    '.',
    '/',
    '(',
    ')',
  ],
  ...['"', '"News"', '"a, b"', '["News", "Tech"]', '["a" ,"b"]', '[]', '[', ']', '{', '}', '"\\n"', "'one'", '"é"'],
  ...[
    '&a',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '~',
    'Null',
    'FALSE',
    'word',
    'Two words',
    'é',
    '---',
    '...',
  ],
]

const viaYaml = (raw: string) =>
  toFields(parse(raw, { schema: 'core', maxAliasCount: 20, merge: false, logLevel: 'silent', uniqueKeys: false }))

describe('front matter that is read directly', () => {
  it('is what the YAML parser reads', () => {
    const key = fc.constantFrom('title', 'Title', 'weight', 'a-b', 'a', 'null', '2026', '"a"', '?', '- a')
    const value = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
    const line = fc
      .tuple(key, fc.constantFrom(': ', ': ', ': ', ':', ':  '), value)
      .map((parts) => `${parts.join('')}\n`)
    let direct = 0
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const raw = lines.join('')
        const simple = simpleFrontMatter(raw)
        if (simple === null) return
        direct++
        expect(simple).toEqual(viaYaml(raw))
      }),
      { numRuns: 20_000, seed: 7 },
    )
    expect(direct).toBeGreaterThan(200)
  })

  it('is everyday front matter', () => {
    const raw =
      'title: 2026-05-14\nweight: 8\nurl: /docs/x/\ncategories: ["News", "Tech"]\nname: "A: b"\ntext: Two words\n'
    expect(simpleFrontMatter(raw)).toEqual(viaYaml(raw))
    expect(simpleFrontMatter(raw)?.size).toBe(6)
  })

  it.each([
    'a: b: c',
    'a: b # c',
    'a: [b]',
    'a:\n  b: c',
    'a: true',
    'a: 1.0',
    'a: 007',
    'a: b\nA: c',
    'a: "b\\n"',
    '- a',
  ])('is not %j', (raw) => expect(simpleFrontMatter(raw)).toBeNull())
})
