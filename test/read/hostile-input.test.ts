import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntrySchema } from '../../src/model/index.ts'
import { read } from './sample-files.ts'

const ENTRY =
  '**[A lock in the planner](https://example.org/lock)** · Cloudflare\nA shared lock removed the contention.\n'
const utf16 = (text: string, mark = true) =>
  new Uint8Array(Buffer.concat([mark ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0), Buffer.from(text, 'utf16le')]))

/** Every one is read beside an ordinary entry, or is the file itself; none may throw, hang or hide its neighbour. */
const AROUND: Record<string, string> = {
  'a thousand open brackets': '['.repeat(1000),
  'open links': '[a]('.repeat(800),
  'stars without end': '**a *b '.repeat(900),
  'quotations in quotations': `${'> '.repeat(500)}x`,
  'lists in lists': Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
  'a line of 200,000 characters': 'word '.repeat(40_000),
  'a line without a space': 'x'.repeat(200_000),
  'spaces within a line': `a${' '.repeat(100_000)}b`,
  'many middle dots': 'a · '.repeat(20_000),
  'open shortcodes': '{{< '.repeat(5000),
  'open HTML': '<div><span>'.repeat(3000),
  'HTML that runs code': '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>',
  'NUL bytes': 'a\0b\0c',
  'lone surrogates': 'a\ud800b\udc00c',
  'bidirectional controls': 'a\u202eb\u2066c\u2069',
  'no characters': '\u200b\u200d\ufeff',
  'an open code fence after it': '',
}

describe('hostile input around an entry', () => {
  it.each(Object.entries(AROUND))('%s', (_, hostile) => {
    const { entries } = read('digest.md', `# Engineering — 2026-05-14\n\n${hostile}\n\n## Deep Dives\n\n${ENTRY}`)
    const entry = entries.find(({ title }) => title === 'A lock in the planner')
    expect(entry).toMatchObject({ bylineText: 'Cloudflare', date: '2026-05-14', url: 'https://example.org/lock' })
    expect(entry?.body).toBe('A shared lock removed the contention.')
  })

  it.each<[string, string | Uint8Array]>([
    ['carriage returns', ENTRY.replace(/\n/g, '\r\n')],
    ['a byte order mark', `\ufeff${ENTRY}`],
    ['UTF-16 with a mark', utf16(ENTRY)],
    ['UTF-16 without one', utf16(ENTRY, false)],
    ['Windows-1252', Buffer.from(ENTRY.replace('shared', 'sh\u00e4red'), 'latin1')],
    ['front matter that would run code', `---\na: !!js/function "function(){throw 1}"\n---\n${ENTRY}`],
    ['front matter that is JavaScript', `---js\n{ title: process.exit(1) }\n---\n\n${ENTRY}`],
    ['front matter that would reach a prototype', `---\n__proto__: {polluted: yes}\nconstructor: x\n---\n${ENTRY}`],
    [
      'front matter of aliases',
      `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n---\n${ENTRY}`,
    ],
    ['broken front matter', `---\na: [1\nb: "\n---\n${ENTRY}`],
    ['a broken TOML head', `+++\na = = b\n+++\n${ENTRY}`],
  ])('%s', (_, content) => {
    const { entries } = read('digest.md', content)
    expect(entries.map(({ title, bylineText }) => [title, bylineText])).toEqual([
      ['A lock in the planner', 'Cloudflare'],
    ])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each<[string, string, Uint8Array]>([
    ['a zip archive', 'a.md', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe])],
    ['an image', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['random bytes', 'a.md', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) & 255)],
  ])('says that %s is no text', (_, name, bytes) => {
    const { entries, diagnostics } = read(name, bytes)
    expect(entries).toEqual([])
    expect(diagnostics[0]).toMatchObject({ code: 'binary-file', source: name })
  })
})

const RSS = (head: string, items: string) =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Acme</title>${items}</channel></rss>`
const ITEM =
  '<item><title>A lock in the planner</title><link>https://example.org/lock</link><description>Text.</description></item>'

describe('hostile XML and JSON', () => {
  it.each([
    [
      'an entity bomb',
      RSS(
        '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
        `${ITEM}<item><title>&c;</title></item>`,
      ),
    ],
    [
      'an external entity',
      RSS('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', `${ITEM}<item><title>&x;</title></item>`),
    ],
    ['a feed that breaks off', RSS('', `${ITEM}<item><title>cut`).slice(0, -16)],
    ['a broken item after it', RSS('', `${ITEM}<item><title>A <b <broken</title></item>`)],
    ['HTML that runs code', RSS('', ITEM.replace('Text.', '&lt;script&gt;alert(1)&lt;/script&gt;'))],
  ])('%s: the good item is read', (_, xml) => {
    const { entries } = read('feed.xml', xml)
    expect(entries[0]).toMatchObject({ title: 'A lock in the planner', url: 'https://example.org/lock' })
    expect(JSON.stringify(entries)).not.toMatch(/root:|lollol|<script/)
  })

  it('reads the records around a broken one, and says where it stands', () => {
    const { entries, diagnostics } = read(
      'a.jsonl',
      '{"title":"One","text":"t"}\n{"title":\n[]\n{"title":"Two","text":"t"}\n',
    )
    expect(entries.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['record-not-read', 2],
      ['record-not-read', 3],
    ])
  })

  it('lets no record reach a prototype', () => {
    const { entries } = read(
      'a.jsonl',
      '{"__proto__":{"polluted":1},"constructor":{"x":"y"},"title":"T","text":"b","toString":"z"}\n',
    )
    expect(entries).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each(['['.repeat(50_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`, '{"a":'.repeat(20_000)])(
    'survives deep nesting',
    (json) => {
      expect(read('a.json', json).diagnostics.length).toBeGreaterThan(0)
    },
  )
  it('survives deeply nested HTML, and reads its text', () => {
    const { diagnostics, entries } = read('a.html', `<!doctype html>${'<div>'.repeat(20_000)}<p>Title here · Acme</p>`)
    expect(diagnostics.map(({ code }) => code)).toContain('html-too-deep')
    expect(entries.length + diagnostics.length).toBeGreaterThan(0)
  })
})

const PIECES = [
  ...[
    '**',
    '[',
    ']',
    '(https://example.org/a)',
    ' · ',
    'Title',
    'Company',
    ' — ',
    '\n',
    '\n\n',
    '- ',
    '## Deep Dives\n',
    '# ',
    '---\n',
    '```\n',
    '> ',
  ],
  ...[
    '{{< x >}}',
    '<b>',
    '</b>',
    '<p>',
    '&amp;',
    '\\',
    '`',
    '| ',
    '\0',
    '\u202e',
    '\ud83d',
    '2026-05-14',
    '{"title":"T","text":"b"}',
    '<item>',
    '<title>T</title>',
  ],
  ...[
    '<rss version="2.0"><channel>',
    '<?xml version="1.0"?>',
    '<!doctype html>',
    '+++\n',
    'Signal of the Day#\n',
    'Body text of an entry that goes on.',
  ],
]
const text = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const name = fc.constantFrom('a.md', 'a.txt', 'a.html', 'a.xml', 'a.json', 'a.jsonl', 'a.opml', 'stdin')

describe('any string', () => {
  it('gives entries that fit the model, or a diagnosis', () => {
    fc.assert(
      fc.property(name, text, (source, content) => {
        const { entries, diagnostics, feeds = [] } = read(source, content)
        expect(entries.length + feeds.length + diagnostics.length).toBeGreaterThan(0)
        for (const entry of entries) {
          EntrySchema.parse(entry)
          expect(entry.title).not.toBe('')
          expect(entry.byline.length).toBe(entry.bylineRoles.length)
          for (const { field, start, end } of entry.marks ?? []) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(entry[field].length)
          }
        }
        for (const { line, message } of diagnostics) {
          expect(message).not.toBe('')
          expect(line ?? 1).toBeLessThanOrEqual(content.split('\n').length)
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 400), seed: 1 },
    )
  })

  it('maps its bodies back to the text', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.md', 'a.txt', 'a.html'), text, (source, content) => {
        const decoded = new TextDecoder().decode(new TextEncoder().encode(content))
        for (const { body, sourceMap = [] } of read(source, content).entries) {
          for (const [offset, place, length] of sourceMap)
            expect(decoded.slice(place, place + length)).toBe(body.slice(offset, offset + length))
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 400), seed: 2 },
    )
  })

  it('is read the same each time, and whatever was read before', () => {
    fc.assert(
      fc.property(name, text, text, (source, content, other) => {
        const first = JSON.stringify(read(source, content))
        read(source, other)
        expect(JSON.stringify(read(source, content))).toBe(first)
      }),
      { numRuns: Number(process.env.RUNS ?? 200), seed: 3 },
    )
  })
})
