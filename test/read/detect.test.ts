import { expect, it } from 'vitest'
import { detectFormat, type Format } from '../../src/read/detect.ts'

it.each<[Format, string, string, string?]>([
  ['markdown', 'a.md', 'Nothing but words.'],
  ['markdown', 'a.txt', '**A title** · Acme\nText.'],
  ['markdown', 'stdin', 'See [this](https://example.org).'],
  ['markdown', 'stdin', '---\ndate: 2026-05-02\n---\nText.'],
  ['markdown', 'https://example.org/raw', 'Text.', 'text/markdown; charset=utf-8'],
  ['text', 'a.txt', 'A title · Acme Text of it.'],
  ['text', 'stdin', 'Deep Dives#\n\nA title · Acme Text of it.'],
  ['html', 'a.md', '<!DOCTYPE html><p>x</p>'],
  ['html', 'a.txt', '<!-- saved --> <html lang="en">'],
  ['html', 'https://example.org/', '<p>A fragment</p>', 'text/html; charset=utf-8'],
  ['feed', 'a.txt', '<?xml version="1.0"?>\n<rss version="2.0"/>'],
  ['feed', 'a.html', '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ['feed', 'a', '<?xml version="1.0"?><rdf:RDF xmlns:rdf="x"/>'],
  ['feed', 'a.json', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
  ['feed', 'https://example.org/x', 'broken', 'application/rss+xml'],
  ['opml', 'a.xml', '<?xml version="1.0"?><opml version="2.0"/>'],
  ['opml', 'feeds.opml', ''],
  ['html', 'a.xml', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>'],
  ['json', 'stdin', '[{"title": "x"}]'],
  ['json', 'https://example.org/x', 'null', 'application/json'],
  ['jsonl', 'stdin', '{"title": "x"}\n{"title": "y"}\n'],
  ['jsonl', 'a.json', '{"title": "x"}\n{"title": "y"}\n'],
  ['markdown', 'stdin', '[A link](https://example.org) that begins a text.'],
])('%s: %s that begins with %j', (format, source, text, mediaType) => {
  expect(detectFormat({ source, text, ...(mediaType === undefined ? {} : { mediaType }) })).toBe(format)
})
