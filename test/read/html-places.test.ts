import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const PAGE = `<!doctype html>
<html><head><title>Daily — 2026-05-02</title>
<script>if (a < b) { document.write("<p>no</p>") }</script></head>
<body><nav><a href="/">Home</a></nav>
<main>
<h1>Daily — 2026-05-02</h1>
<h2>Deep Dives</h2>
<p><strong><a href="https://example.org/1">Queues &amp; Logs</a></strong> · Frobnix
<br>The team moved its queue
   to a log &mdash; and replays take minutes.</p>
<!-- a comment
     of two lines --><p><strong><a href="https://example.org/2">Taming Retries</a></strong> · Quux Labs<br>
A change capped retries.</p><p><strong><a href="https://example.org/3">Third &lt;b&gt;</a></strong> · Acme</p>
<ul><li>First point.<li>Second point.</ul>
</main></body></html>
`

describe('places of an HTML page', () => {
  it('gives each entry its line, and maps its text to the source', () => {
    const { entries } = read('page.html', PAGE)
    expect(entries.map(({ title, bylineText, line }) => [title, bylineText, line])).toEqual([
      ['Queues & Logs', 'Frobnix', 8],
      ['Taming Retries', 'Quux Labs', 12],
      ['Third <b>', 'Acme', 13],
    ])
    expect(entries.map(({ body }) => body)).toEqual([
      'The team moved its queue to a log — and replays take minutes.',
      'A change capped retries.',
      'First point.\n\nSecond point.',
    ])
    for (const { body, sourceMap = [] } of entries) {
      for (const [offset, source, length] of sourceMap)
        expect(PAGE.slice(source, source + length)).toBe(body.slice(offset, offset + length))
      const mapped = sourceMap.reduce((sum, [, , length]) => sum + length, 0)
      expect(mapped / body.length).toBeGreaterThan(0.7)
    }
  })

  it('gives a post the line of its text, and its places', () => {
    const text = 'The outage began when a lock was held by a job that nobody owned, and every query waited for it.'
    const page = `<!doctype html>\n<title>A lock nobody owned</title>\n<body>\n<article>\n<h1>A lock nobody owned</h1>\n<p>${text}</p>\n<p>${text.replace('lock', 'latch')}</p></article></body>\n`
    const { entries, reader } = read('post.html', page)
    expect(reader).toBe('html post')
    expect(entries[0]?.line).toBeGreaterThan(4)
    for (const [offset, source, length] of entries[0]?.sourceMap ?? [])
      expect(page.slice(source, source + length)).toBe(entries[0]!.body.slice(offset, offset + length))
    expect(entries[0]?.sourceMap?.length).toBeGreaterThan(0)
  })

  it('reads a page without the tags html and body', () => {
    const page =
      '<!doctype html>\n<title>Daily — 2026-05-02</title>\n<h2>Deep Dives</h2>\n<p><b>Moving Queues</b> · Frobnix<br>It moved.</p>'
    const { entries } = read('page.html', page)
    expect(entries).toMatchObject([{ title: 'Moving Queues', bylineText: 'Frobnix', date: '2026-05-02', line: 4 }])
  })

  it('says of a page with too little text why it gives no entry', () => {
    const { entries, diagnostics } = read(
      'app.html',
      '<!doctype html>\n<title>A long enough title</title>\n<div id="app">Loading…</div>',
    )
    expect(entries).toEqual([])
    expect(diagnostics).toMatchObject([
      {
        code: 'text-too-short',
        source: 'app.html',
        line: 3,
        message: expect.stringMatching(/8 characters/),
        remedy: expect.stringMatching(/feed/),
      },
    ])
  })
})
