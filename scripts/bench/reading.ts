import { readSource } from '../../src/read/index.ts'
import { type BenchRow, quickest, row } from './measure.ts'

/** Characters of the smallest text; the others have twice as many each. */
const SMALLEST = 40_000
const DOUBLINGS = 3
const RUNS = 2

const SENTENCE =
  'The team moved a queue to `log-v2` after **lock contention** stalled [every reader](https://example.org/r). '
const BARE = 'The team moved a queue to a log after contention stalled every reader. '

/** Repeats what `part` makes until the text is long enough. */
function textOf(length: number, part: (i: number) => string, before = '', after = ''): string {
  const parts = [before]
  for (let i = 0, size = 0; size < length; i++) {
    const one = part(i)
    parts.push(one)
    size += one.length
  }
  return parts.join('') + after
}

/** An everyday text for each reader, and some that are made to be slow. */
const TEXTS: Record<string, { source: string; text: (length: number) => string }> = {
  Markdown: {
    source: 'a.md',
    text: (n) =>
      textOf(
        n,
        (i) => `**[Title ${i}](https://example.org/${i})** · Acme\n${SENTENCE.repeat(4)}\n\n`,
        '## Deep Dives\n\n',
      ),
  },
  'Markdown for the parser': {
    source: 'a.md',
    text: (n) =>
      textOf(n, (i) => `1. > ${SENTENCE}&amp; <b>bold</b> ~~${i}~~\n\n   | a | b |\n   |---|---|\n   | c | d |\n\n`),
  },
  'Markdown in one line': {
    source: 'a.md',
    text: (n) => textOf(n, () => SENTENCE, '**[Title](https://example.org)** · Acme '),
  },
  'brackets without end': { source: 'a.md', text: (n) => textOf(n, () => '[a](b **c *d _e `f ![') },
  'quotations in quotations': { source: 'a.md', text: (n) => textOf(n, () => `${'> '.repeat(11)}${BARE}\n\n`) },
  'middle dots': { source: 'a.md', text: (n) => textOf(n, () => 'a · ') },
  'plain text': {
    source: 'a.txt',
    text: (n) => textOf(n, (i) => `A title of number ${i} · Acme Labs ${BARE.repeat(4)}\n\n`, 'Deep Dives#\n\n'),
  },
  'plain text in one line': { source: 'a.txt', text: (n) => textOf(n, () => BARE, 'A title · Acme ') },
  HTML: {
    source: 'a.html',
    text: (n) =>
      textOf(
        n,
        (i) => `<p><b><a href="https://example.org/${i}">Title ${i}</a></b> · Acme<br>\n${BARE.repeat(4)}</p>\n`,
        '<!doctype html><html><body><h2>Deep Dives</h2>',
        '</body></html>',
      ),
  },
  'HTML in one paragraph': {
    source: 'a.html',
    text: (n) =>
      textOf(
        n,
        (i) => `<b>Title ${i}</b> · Acme<br>${BARE}<br>`,
        '<!doctype html><html><body><p>',
        '</p></body></html>',
      ),
  },
  RSS: {
    source: 'a.xml',
    text: (n) =>
      textOf(
        n,
        (i) =>
          `<item><title>Title ${i}</title><link>https://example.org/${i}</link><description>&lt;p&gt;${BARE.repeat(4)}&lt;/p&gt;</description></item>\n`,
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Acme Blog</title>',
        '</channel></rss>',
      ),
  },
  'JSON Lines': {
    source: 'a.jsonl',
    text: (n) =>
      textOf(n, (i) => `${JSON.stringify({ title: `Title ${i}`, company: 'Acme', text: BARE.repeat(4) })}\n`),
  },
}

/**
 * How the time of each reader grows with its text: beside it, how that of splitting the same texts by lines does. A reader
 * is linear where the cost a character of the longest text is not far above that of the shortest.
 */
export async function benchReading(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [what, { source, text }] of Object.entries(TEXTS)) {
    const costs: number[] = []
    let last: BenchRow | undefined
    for (let doubling = 0; doubling <= DOUBLINGS; doubling++) {
      const content = text(SMALLEST * 2 ** doubling)
      const bytes = new TextEncoder().encode(content)
      const ours = await quickest(RUNS, () => readSource({ source, bytes }))
      const split = await quickest(RUNS, () => new TextDecoder().decode(bytes).split(/\r?\n|(?<=[.!?]) /).length)
      costs.push(ours / content.length)
      last = row(`${what}, ${Math.round(content.length / 1000)} kB`, ours, 'split into lines and sentences', split)
    }
    const growth = costs.map((cost) => (cost / costs[0]!).toFixed(2)).join(' ')
    rows.push({ ...last!, note: `cost a character at 1, 2, 4, 8 times the text: ${growth}` })
  }
  return rows
}
