import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph/index.ts'
import { loadShippedOntology } from '../../src/io/load-ontology.ts'
import { checkParagraph, renderSection, writeParagraph } from '../../src/patterns/index.ts'
import { THESES } from '../../src/patterns/theses.ts'
import { CORPUS, filesOf, HAS_CORPUS } from '../read/sample-files.ts'
import { goldEntries } from './gold-entries.ts'
import { graphOf, invent, ONTOLOGY, STORIES } from './invented-entries.ts'

const words = (text: string) => text.split(/\s+/).length

describe('writeParagraph', () => {
  it('tells two themes, each with the companies that show it and an instance for each', () => {
    const { text, clauses } = writeParagraph(graphOf(STORIES))
    for (const company of ['Fernbank', 'Ostrava Labs', 'Pellmoor', 'Tidewater', 'Grantley'])
      expect(text).toContain(company)
    expect(text).not.toContain('Solano')
    expect(new Set(clauses.map(({ theme }) => theme))).toEqual(new Set(['lesson:sandboxing', 'hidden-causes']))
    expect(text).toMatch(/trac(?:ed|ing) the stalls to table locks held by a Vellum migration/)
  })

  it('cites for every clause the sentences that it rests on', () => {
    const entries = invent(STORIES)
    const { text, clauses } = writeParagraph(graphOf(STORIES))
    for (const clause of clauses) {
      expect(text.slice(clause.start, clause.end)).toBe(clause.text)
      expect(clause.evidence.length).toBeGreaterThan(0)
      for (const { entry, field, start, end } of clause.evidence) {
        const source = entries.find(({ id }) => id === entry)?.[field] ?? ''
        expect(source.slice(start, end)).toMatch(/[.]$/)
      }
    }
  })

  it('does not depend on the order of entries', () => {
    const entries = invent(STORIES)
    const expected = writeParagraph(graphOf(STORIES))
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        const graph = buildGraph(shuffled, ONTOLOGY, { runs: 3, layout: false })
        expect(writeParagraph(graph)).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })

  it('says honestly that nothing recurs', () => {
    const { text } = writeParagraph(graphOf([STORIES[0] as (typeof STORIES)[0], STORIES[5] as (typeof STORIES)[0]]))
    expect(text).toMatch(/^Nothing here recurs across two companies; what stands out is [^.]*\./)
  })

  it('says so of no entries at all', () => {
    expect(writeParagraph(graphOf([])).text).toBe('There are no entries here, so nothing recurs.')
  })

  it('tells only what lies within the dates', () => {
    const told = STORIES.map((story, i) => ({ ...story, date: i < 3 ? '2026-02-03' : '2026-03-03' }))
    const { text } = writeParagraph(graphOf(told), { since: '2026-03-01' })
    expect(text).not.toContain('Fernbank')
    expect(text).toContain('Tidewater')
  })

  it('takes an archive to weigh against', () => {
    const archive = graphOf(STORIES)
    const { clauses } = writeParagraph(graphOf(STORIES.slice(0, 3)), { history: archive })
    expect(clauses.length).toBeGreaterThan(2)
  })
})

describe('renderSection', () => {
  it('marks each instance with a footnote to its entry', () => {
    const graph = graphOf(STORIES)
    const paragraph = writeParagraph(graph)
    const section = renderSection(paragraph, graph)
    expect(section).toMatch(/^## Patterns Across Companies\n\n/)
    const marks = new Set([...section.matchAll(/(?<!^)\[\^p(\d+)\]/gm)].map(([, n]) => n))
    const notes = new Set([...section.matchAll(/^\[\^p(\d+)\]: \[/gm)].map(([, n]) => n))
    const cited = paragraph.clauses.flatMap(({ company, entries }) => (company === undefined ? [] : entries))
    expect(marks.size).toBe(new Set(cited).size)
    expect(marks.size).toBeGreaterThanOrEqual(4)
    expect(notes).toEqual(marks)
  })

  it('lets nothing of an entry become markup', () => {
    const title = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) *now*'
    const graph = graphOf(STORIES.map((story) => ({ ...story, title })))
    const section = renderSection(writeParagraph(graph), graph)
    expect(section).not.toMatch(/(?<!\\)<img|(?<!\\)\[click|(?<!\\)\*now/)
  })
})

describe.skipIf(!HAS_CORPUS)('over the corpus beside the repository', () => {
  const entries = [...goldEntries('digests', /^tech-.*\.md$/), ...goldEntries('weekly', /^weekly-.*\.md$/)]
  const sources = [...new Set(entries.map(({ source }) => source))]
  const paragraphs = sources.map((source) => {
    const graph = buildGraph(
      entries.filter((entry) => entry.source === source),
      loadShippedOntology(),
      { runs: 1, layout: false },
    )
    return { source, graph, paragraph: writeParagraph(graph) }
  })

  it('bears out every name and number', () => {
    expect(paragraphs.length).toBe(15)
    for (const { graph, paragraph } of paragraphs) expect(checkParagraph(paragraph, graph)).toEqual([])
  })

  it('stays within 130 words, and tells something where a digest has ten entries', () => {
    for (const { source, paragraph, graph } of paragraphs) {
      expect(words(paragraph.text)).toBeLessThanOrEqual(130)
      if (graph.entries.id.length >= 10) expect(words(paragraph.text), source).toBeGreaterThanOrEqual(30)
    }
  })

  it('tells a company once for each thing', () => {
    for (const { paragraph } of paragraphs) {
      const told = paragraph.clauses.flatMap(({ company, text }) => (company === undefined ? [] : [text]))
      expect(new Set(told).size).toBe(told.length)
    }
  })

  it('reaches 60 words in most digests', () => {
    const full = paragraphs.filter(({ paragraph }) => words(paragraph.text) >= 60)
    expect(full.length).toBeGreaterThanOrEqual(12)
  })

  it('gives no two sentences the same frame and opening, in one digest or in two', () => {
    const keys = paragraphs.flatMap(({ paragraph: { text, clauses } }) =>
      clauses
        .filter(({ company, text: claim }) => company === undefined && !claim.startsWith('The same concern'))
        .map(({ start, end }) => {
          const sentence = text.slice(0, start).split(/[.] /).at(-1) + text.slice(start, end)
          // What joins the claim to its instances is the frame.
          return `${sentence.split(' ').slice(0, 4).join(' ')} ${text.slice(end, end + 7).replace(/[A-Z].*/, '')}`
        }),
    )
    expect(keys.length).toBeGreaterThanOrEqual(15)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('tells a thesis only in clauses that bear it out', () => {
    let told = 0
    for (const { paragraph } of paragraphs)
      for (const { theme = '', company, text } of paragraph.clauses) {
        const thesis = THESES[theme]
        if (thesis === undefined || company === undefined) continue
        expect(text).toMatch(thesis.shows)
        told++
      }
    expect(told).toBeGreaterThanOrEqual(3)
  })

  it('never reads the author’s own section', () => {
    for (const { text, name } of filesOf(join(CORPUS, 'digests'), /\.md$/)) {
      const own = /## Patterns Across Companies\s+([\s\S]{60})/.exec(text)?.[1] ?? ''
      const graph = paragraphs.find(({ source }) => source === name)?.graph
      expect(JSON.stringify(graph)).not.toContain(own.slice(0, 50))
    }
  })
})
