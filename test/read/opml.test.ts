import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const list = (outlines: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${outlines}</body></opml>`

describe('OPML', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'feeds in order, each once, in folders too',
      list(
        '<outline text="f"><outline xmlUrl="https://a.example/feed"/><outline xmlUrl="https://b.example/feed"/></outline><outline xmlUrl="https://a.example/feed"/>',
      ),
      ['https://a.example/feed', 'https://b.example/feed'],
      [],
    ],
    ['no address of the disk', list('<outline xmlUrl="file:///etc/passwd"/>'), [], ['no-entries']],
    ['no script', list('<outline xmlUrl="javascript:alert(1)"/>'), [], ['no-entries']],
    ['an empty list', list(''), [], ['no-entries']],
    [
      'a list that breaks off',
      '<opml version="2.0"><body><outline xmlUrl="https://a.example/feed?x=1&amp;y=2"/><outline xml',
      ['https://a.example/feed?x=1&y=2'],
      ['broken-opml'],
    ],
    ['no list at all', '<opml/>', [], ['broken-opml', 'no-entries']],
  ])('%s', (_, xml, feeds, codes) => {
    const result = read('feeds.opml', xml)
    expect(result.feeds).toEqual(feeds)
    expect(result.diagnostics.map(({ code }) => code)).toEqual(codes)
    for (const { source, message } of result.diagnostics) expect([source, message]).not.toContain('')
  })
})
