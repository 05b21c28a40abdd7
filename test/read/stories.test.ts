import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupStories, type StoryEntry } from '../../src/read/index.ts'
import { CORPUS, filesOf, HAS_CORPUS, read } from './sample-files.ts'

function story(part: Partial<StoryEntry> & { title: string }): StoryEntry {
  return { url: null, byline: ['Acme'], bylineRoles: ['subject'], body: '', date: '2026-04-11', ...part }
}

const DAILY = story({
  title: 'Acme moves 425 TB of shards to Vitess',
  url: 'https://www.infoq.com/news/acme-vitess/',
  body: 'The ledger of Acme held 1,000 shards and 425 TB; vindexes now route queries, and resharding happens online without downtime.',
})
const FILLER = Array.from({ length: 30 }, (_, i) =>
  story({
    title: `Other title ${i}`,
    byline: ['Other'],
    body: `An unrelated matter number ${i} about caches and the weather of databases.`,
  }),
)

describe('groupStories', () => {
  it.each<[string, StoryEntry, boolean]>([
    ['the same link', story({ title: 'Shards', url: 'https://www.infoq.com/news/acme-vitess/' }), true],
    [
      'the same link with tracking, scheme, host and slash changed',
      story({ title: 'Shards', url: 'http://INFOQ.com/news/acme-vitess?utm_source=x#top' }),
      true,
    ],
    ['another link', story({ title: 'Shards', url: 'https://www.infoq.com/news/acme-other/' }), false],
    ['the same title and subject', story({ title: 'ACME moves 425 TB of shards to Vitess!' }), true],
    ['the same title of another company', story({ title: DAILY.title, byline: ['Globex'] }), false],
    [
      'a weekly retelling without link',
      story({
        title: 'Sharding leaves the application',
        date: '2026-04-11',
        dateEnd: '2026-04-17',
        body: 'Acme migrated 425 TB in 1,000 shards; Vitess vindexes route each query.',
      }),
      true,
    ],
    [
      'a weekly story of another week',
      story({
        title: 'Sharding leaves the application',
        date: '2026-06-11',
        dateEnd: '2026-06-17',
        body: 'Acme migrated 425 TB in 1,000 shards; Vitess vindexes route each query.',
      }),
      false,
    ],
    [
      'a weekly story of the same company about something else',
      story({
        title: 'New keyboard',
        date: '2026-04-11',
        dateEnd: '2026-04-17',
        body: 'Acme presented a keyboard whose keys glow while agents type on it.',
      }),
      false,
    ],
  ])('%s', (_, other, same) => {
    const numbers = groupStories([DAILY, ...FILLER, other])
    expect(numbers.at(-1) === numbers[0]).toBe(same)
  })

  it('takes a front page for no article', () => {
    const [a, b] = groupStories([
      story({ title: 'One', url: 'https://acme.com/' }),
      story({ title: 'Two', url: 'https://acme.com' }),
    ])
    expect(a).not.toBe(b)
  })

  it('numbers stories by first appearance, whatever the entries', () => {
    const entry = fc.record({
      title: fc.constantFrom('A title', 'B title', 'C title'),
      url: fc.constantFrom(null, 'https://a.com/x', 'https://b.com/y'),
      byline: fc.constantFrom<string[]>(['Acme'], ['Globex'], []),
      date: fc.constantFrom('2026-04-11', '2026-04-12', null),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (parts) => {
        const entries = parts.map((part) => story({ ...part, bylineRoles: part.byline.map(() => 'subject' as const) }))
        const numbers = groupStories(entries)
        let seen = 0
        for (const number of numbers) {
          expect(number).toBeLessThanOrEqual(seen)
          if (number === seen) seen++
        }
        entries.forEach((a, i) => {
          entries.forEach((b, j) => {
            if (a.url !== null && a.url === b.url) expect(numbers[i]).toBe(numbers[j])
          })
        })
      }),
    )
  })

  it.skipIf(!HAS_CORPUS)('finds the three retellings of the corpus and no other', () => {
    const entries = ['digests', 'weekly'].flatMap((folder) =>
      filesOf(`${CORPUS}/${folder}`, /\.md$/).flatMap(({ name, text }) => read(name, text).entries),
    )
    const numbers = groupStories(entries)
    const first = new Map<number, string>()
    const pairs: string[] = []
    entries.forEach(({ id }, i) => {
      const other = first.get(numbers[i]!)
      if (other === undefined) first.set(numbers[i]!, id)
      else pairs.push(`${other} ${id}`)
    })
    expect(pairs).toEqual([
      'tech-2026-04-16#3 weekly-2026-W17#0',
      'tech-2026-04-11#0 weekly-2026-W17#1',
      'tech-2026-05-21#19 weekly-2026-W21#2',
    ])
  })
})
