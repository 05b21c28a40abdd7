import { describe, expect, it } from 'vitest'
import { expectedEntries } from './expected-digest.ts'
import { CORPUS, filesOf, GOLD, HAS_CORPUS, read, SAMPLES, type SampleFile } from './sample-files.ts'

const samples = filesOf(SAMPLES, /^tech-.*\.md$/)

function check({ name, text }: SampleFile, date: string, dateEnd?: string): void {
  const { entries } = read(name, text)
  const expected = expectedEntries(text)
  expect(entries.map(({ title, bylineText, url, line }) => ({ title, bylineText, url, line }))).toEqual(
    expected.map(({ title, bylineText, url, line }) => ({ title, bylineText, url, line })),
  )
  for (const entry of entries) {
    expect(entry.date).toBe(date)
    expect(entry.dateEnd).toBe(dateEnd)
    expect(entry.index).toBe(entries.indexOf(entry))
    expect(entry.id).toBe(`${name.slice(0, -3)}#${entry.index}`)
    expect(entry.body.length).toBeGreaterThan(100)
    for (const [offset, source, length] of entry.sourceMap!) {
      expect(text.slice(source, source + length)).toBe(entry.body.slice(offset, offset + length))
    }
  }
}

describe('the sample digests', () => {
  it('README.md: no entry, and no warning of it', () => {
    const [readme] = filesOf(SAMPLES, /^README\.md$/)
    const { entries, diagnostics } = read(readme!.name, readme!.text)
    expect(entries).toEqual([])
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['no-entries', 'info']])
  })
  it('weekly-2026-W17.md: a week, its stories without links, its threads', () => {
    const [weekly] = filesOf(SAMPLES, /^weekly-2026-W17\.md$/)
    check(weekly!, '2026-04-11', '2026-04-17')
    const { entries, threads } = read(weekly!.name, weekly!.text)
    expect(entries.map(({ url }) => url)).toEqual([null, null, null, null, null])
    expect(threads.length).toBe(3)
  })
  it('are there', () => expect(samples.length).toBeGreaterThanOrEqual(5))
  it.each(samples)('$name: every entry with its title, byline, date, link and line', (file) => {
    check(file, file.name.slice(5, 15))
  })
  it.each(samples)('$name: signal and patterns are sections, not entries', (file) => {
    const { sections, entries } = read(file.name, file.text)
    // what a chat left before the title and after the last section is "other"
    expect(sections.map(({ role }) => role).filter((role) => role !== 'other')).toEqual(['signal', 'patterns'])
    for (const { text } of sections) {
      expect(text.length).toBeGreaterThan(50)
      expect(entries.some(({ body }) => body.includes(text.slice(0, 40)))).toBe(false)
    }
  })
})

describe.skipIf(!HAS_CORPUS)('the corpus beside the repository', () => {
  const digests = filesOf(`${CORPUS}/digests`, /\.md$/)
  const weekly = filesOf(`${CORPUS}/weekly`, /\.md$/)

  it.each(digests)('digest $name', (file) => check(file, file.name.slice(5, 15)))
  it('holds 267 entries in 12 digests', () => {
    expect(digests.length).toBe(12)
    expect(digests.flatMap(({ name, text }) => read(name, text).entries).length).toBe(267)
  })

  const weeks: Record<string, [string, string]> = {
    'weekly-2026-W17.md': ['2026-04-11', '2026-04-17'],
    'weekly-2026-W21.md': ['2026-05-16', '2026-05-22'],
    'weekly-2026-W34.md': ['2026-08-15', '2026-08-21'],
  }
  it.each(weekly)('weekly $name', (file) => {
    const [date, dateEnd] = weeks[file.name]!
    check(file, date, dateEnd)
    const { threads, entries } = read(file.name, file.text)
    expect(entries.length).toBe(5)
    expect(threads.length).toBe(file.name.includes('W21') ? 2 : 3)
    for (const { title, body } of threads) {
      expect(title).toMatch(/^[A-Z][^*]+[a-z]$/)
      expect(body.length).toBeGreaterThan(100)
    }
  })

  it('splits every byline as the gold files do', () => {
    const wrong: string[] = []
    let count = 0
    for (const gold of filesOf(GOLD, /\.jsonl$/)) {
      for (const line of gold.text.split('\n').filter((one) => one.trim() !== '')) {
        const { file, index, byline, title } = JSON.parse(line) as {
          file: string
          index: number
          byline: string[]
          title: string
        }
        const digest = digests.find(({ name }) => name === file)!
        const entry = read(digest.name, digest.text).entries[index]!
        count++
        if (JSON.stringify(entry.byline) !== JSON.stringify(byline) || entry.title !== title)
          wrong.push(`${file}#${index}`)
      }
    }
    expect(wrong).toEqual([])
    expect(count).toBe(126)
  })
})
