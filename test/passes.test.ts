import { beforeEach, describe, expect, it, vi } from 'vitest'
import { loadOntology } from '../src/io/load-ontology.ts'
import type { OpenSource } from '../src/io/open-sources.ts'
import type { Diagnostic } from '../src/model/index.ts'
import { extractSources } from '../src/pipeline.ts'

/** Titles of entries that break what is named, and sources that break their reader. */
const faults = vi.hoisted(() => ({ collecting: '', extracting: '', reading: '' }))

vi.mock('../src/extract/index.ts', async (original) => {
  const real = await original<typeof import('../src/extract/index.ts')>()
  const breaking =
    <T>(work: (entry: { title: string }) => T, at: 'collecting' | 'extracting') =>
    (entry: { title: string }): T => {
      if (entry.title === faults[at]) throw new RangeError('a planted\nfault')
      return work(entry)
    }
  return {
    ...real,
    createCandidateCollector: (...given: Parameters<typeof real.createCandidateCollector>) =>
      breaking(real.createCandidateCollector(...given) as never, 'collecting'),
    createExtractor: (...given: Parameters<typeof real.createExtractor>) =>
      breaking(real.createExtractor(...given) as never, 'extracting'),
  }
})

vi.mock('../src/read/markdown.ts', async (original) => {
  const real = await original<typeof import('../src/read/markdown.ts')>()
  return {
    readMarkdown: (input: Parameters<typeof real.readMarkdown>[0]) => {
      if (input.source === faults.reading) throw new RangeError('a planted fault')
      return real.readMarkdown(input)
    },
  }
})

const { ontology } = loadOntology([])
const digest = (...titles: string[]) =>
  `## Deep Dives\n\n${titles.map((title) => `**${title}** · Acme\nThe team moved a queue to Kafka.\n`).join('\n')}`

function open(source: string, text: string, named: boolean): OpenSource {
  const bytes = new TextEncoder().encode(text)
  return { source, stem: source.replace('.md', ''), named, size: bytes.length, load: async () => ({ source, bytes }) }
}

async function run(named: boolean) {
  const told: Diagnostic[] = []
  const sources = [
    open('a.md', digest('One story', 'Two stories', 'Three stories'), named),
    open('b.md', digest('Four stories'), named),
  ]
  const { entries } = await extractSources(sources, { ontology, onDiagnostic: (one) => told.push(one) })
  const titles: string[] = []
  for await (const { title } of entries) titles.push(title)
  return { titles, told }
}

describe('a fault in one entry or file', () => {
  beforeEach(() => void Object.assign(faults, { collecting: '', extracting: '', reading: '' }))

  it('is none where nothing is broken', async () => {
    expect(await run(true)).toEqual({ titles: ['One story', 'Two stories', 'Three stories', 'Four stories'], told: [] })
  })

  it('costs the names that an entry would have taught, and no entry', async () => {
    faults.collecting = 'Two stories'
    const { titles, told } = await run(true)
    expect(titles).toEqual(['One story', 'Two stories', 'Three stories', 'Four stories'])
    expect(told).toMatchObject([{ code: 'entry-failed', severity: 'warning', source: 'a.md', line: 6 }])
  })

  it('costs the entry in which it stands, and says where and why', async () => {
    faults.extracting = 'Two stories'
    const { titles, told } = await run(true)
    expect(titles).toEqual(['One story', 'Three stories', 'Four stories'])
    expect(told).toEqual([
      {
        code: 'entry-failed',
        severity: 'warning',
        source: 'a.md',
        line: 6,
        message: 'this entry was left out: "Two stories" broke the extraction (a planted fault)',
        remedy: expect.stringMatching(/./),
      },
    ])
  })

  it.each([
    ['an error for a named file', true, 'error'],
    ['a warning for a file found on the way', false, 'warning'],
  ])('costs the file whose reader breaks: %s', async (_, named, severity) => {
    faults.reading = 'a.md'
    const { titles, told } = await run(named)
    expect(titles).toEqual(['Four stories'])
    expect(told).toMatchObject([
      { code: 'reader-failed', severity, source: 'a.md', message: expect.stringMatching(/a planted fault/) },
    ])
  })
})
