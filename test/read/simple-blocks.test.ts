import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../src/read/markdown-blocks.ts'
import { simpleBlocks } from '../../src/read/simple-blocks.ts'

/** Pieces of Markdown whose combinations decide between the direct reader and the parser. */
const PIECES = [
  ...[
    'a',
    'word',
    'Two words',
    'É',
    '日本',
    '😀',
    '1',
    '3.',
    '2026',
    'snake_case',
    'x@y.org',
    'www.x.org',
    'https://x.org/a',
    '://',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](u)',
    '[t](u)',
    '[t](https://x.org/a_b)',
    '[t][r]',
    '[r]: u',
  ],
  ...[
    '\\',
    '\\*',
    '&',
    '&amp;',
    '&middot;',
    '<',
    '<b>',
    '</b>',
    '<!--',
    '!',
    '![i](u)',
    '~',
    '~~',
    '|',
    '---',
    '===',
    '#',
    '# ',
    '## h',
    '> ',
    '- ',
    '\n- ',
    '\n- item',
    '\n* ',
    '\n  more',
    '\n1. one',
    '\n2. two',
    '\n   more',
    '[ ] task',
    '+ ',
  ],
  ...[
    '1. ',
    '1) ',
    ':',
    ':-',
    '·',
    ' · ',
    '—',
    '"',
    "'",
    '.',
    ',',
    '-',
    '  ',
    '    ',
    '\t',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n',
    '  \n',
    '\\\n',
    '\u00a0',
    '\u200b',
  ],
  ...[
    '**bold**',
    '*em*',
    '`code`',
    '` code `',
    '**[T](u)** · C',
    '[a [b] c](u)',
    '[^1]',
    '**`c`**',
    '(*x*)',
    '**"q"**',
    '**a**b',
    'a**b**',
  ],
]
const markdown = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(''))
  // A run has no blank lines
  .filter((text) => text.split('\n').every((line) => line.trim() !== ''))

describe('simpleBlocks', () => {
  it('says the same as the parser wherever it says anything', () => {
    let read = 0
    fc.assert(
      fc.property(markdown, (text) => {
        const simple = simpleBlocks(text, 0, text.length, 1, 0)
        if (simple === null) return
        read++
        const brief = (
          blocks: { kind: string; depth: number; line: number; rich?: { text: string; marks: unknown[] } }[],
        ) => blocks.map(({ kind, depth, line, rich }) => ({ kind, depth, line, text: rich?.text, marks: rich?.marks }))
        expect(brief(simple)).toEqual(brief(markdownBlocks(text, 0, 1, new Map())))
        for (const { rich } of simple) {
          for (const [offset, source, length] of rich.segments) {
            expect(text.slice(source, source + length)).toBe(rich.text.slice(offset, offset + length))
          }
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 1500), seed: Number(process.env.SEED ?? 1) },
    )
    expect(read).toBeGreaterThan(100)
  })

  it.each([
    'Plain words.',
    '**[Title](https://example.org/a)** · Company\nBody with `code` and *stress*, and a [link](https://example.org).',
    '## Heading\nText below it.',
    '**[A [bracketed] title](https://example.org/a)** · C',
    'Some words:\n- one **bold** item\n- [another](https://example.org)\n  that goes on',
    '1. one\n2. two',
    'A snake_case_name, 2 * 3, a & b, a [bracket].',
  ])('reads everyday text directly: %s', (text) => {
    expect(simpleBlocks(text, 0, text.length, 1, 0)).not.toBeNull()
  })

  it.each([
    ['a nested list', '- item\n  - inner'],
    ['a task', '- [ ] item'],
    ['a lazy line', '- item\nlazy'],
    ['a setext heading', 'Title\n==='],
    ['a table', 'a | b\n--- | ---\n1 | 2'],
    ['a definition', '[r]: https://example.org'],
    ['an image', 'See ![alt](x.png).'],
    ['an entity', 'A &middot; B'],
    ['an escape', 'A \\* B'],
    ['a bare address', 'See https://example.org for more.'],
    ['HTML', 'A <b>bold</b> word.'],
    ['ambiguous stars', 'a**b**c'],
  ])('leaves %s to the parser', (_, text) => {
    expect(simpleBlocks(text, 0, text.length, 1, 0)).toBeNull()
  })
})
