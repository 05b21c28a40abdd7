import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const POST = 'The team moved its queue to a partitioned log after lock contention had stalled every consumer for days.'
const DIGEST = `<h2>Deep Dives</h2>
<p><b><a href="https://example.org/1">Moving Queues</a></b> · Acme<br>
A queue &amp; a log.</p>

<p><b><a href="https://example.org/2">Taming Retries</a></b> · Globex<br>
A cap at the edge.</p>`
const rss = (...items: string[]) =>
  `<?xml version="1.0"?>\n<!DOCTYPE rss [\n<!ENTITY x "y">\n]>\n<rss version="2.0"><channel><title>Blog</title>\n<!-- <item>\n</item> -->\n${items.join('\n')}\n</channel></rss>`
const item = (title: string, text: string) =>
  `<item>\n<title>${title}</title>\n<description>${text}</description>\n</item>`

describe('lines of items', () => {
  it('RSS: where each item begins, behind comments and a document type', () => {
    const xml = rss(
      item('One story', POST),
      item('Two stories', `<![CDATA[<p><item> ${POST}</p>]]>`),
      item('Three', POST),
    )
    const { entries } = read('feed.xml', xml)
    expect(entries.map(({ title, line }) => [title, line])).toEqual([
      ['One story', 8],
      ['Two stories', 12],
      ['Three', 16],
    ])
  })

  it('RSS: the entries of a digest in CDATA have their own lines, and places in the feed', () => {
    const xml = rss(item('One story', POST), item('Daily digest, 2026-05-02', `<![CDATA[${DIGEST}]]>`))
    const { entries } = read('feed.xml', xml)
    expect(entries.map(({ title, line }) => [title, line])).toEqual([
      ['One story', 8],
      ['Moving Queues', 15],
      ['Taming Retries', 18],
    ])
    for (const { body, sourceMap = [] } of entries.slice(1)) {
      expect(sourceMap.length).toBeGreaterThan(0)
      for (const [offset, place, length] of sourceMap)
        expect(xml.slice(place, place + length)).toBe(body.slice(offset, offset + length))
    }
  })

  it('a broken feed: where each item begins that could be read', () => {
    const xml = `${rss(item('One story', POST), item('Two stories', POST)).slice(0, -17)}<item><title>`
    const { entries, diagnostics } = read('feed.xml', xml)
    expect(diagnostics.map(({ code }) => code)).toEqual(['broken-feed'])
    expect(entries.map(({ title, line }) => [title, line])).toEqual([
      ['One story', 8],
      ['Two stories', 12],
    ])
  })

  const items = [1, 2].map((i) => ({ id: `${i}`, title: `Story ${i}`, content_text: POST, authors: [{ name: 'Jo' }] }))
  it('JSON Feed: where each item begins, whatever other lists there are', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'the \\"items\\": [',
      authors: [{ name: 'Jo' }, { name: 'Al' }],
      items,
    }
    const { entries } = read('feed.json', JSON.stringify(feed, null, 1))
    expect(entries.map(({ title, line }) => [title, line])).toEqual([
      ['Story 1', 13],
      ['Story 2', 23],
    ])
  })

  it('JSON: where each record of a named list begins', () => {
    const text = JSON.stringify({ kinds: [{ a: 1 }, { b: 2 }], records: items }, null, 1)
    expect(read('a.json', text).entries.map(({ title, line }) => [title, line])).toEqual([
      ['Story 1', 11],
      ['Story 2', 21],
    ])
  })
})
