import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, Paragraph } from '../../src/model/index.ts'
import { checkParagraph, writeParagraph } from '../../src/patterns/index.ts'
import { graphOf, STORIES } from './invented-entries.ts'

const graph = graphOf(STORIES)
const written = writeParagraph(graph)

/** One clause that is the whole text. */
function single(text: string, entries: string[], more: Partial<Clause> = {}): Paragraph {
  return { text, clauses: [{ start: 0, end: text.length, text, entries, evidence: [], ...more }] }
}

/** The paragraph with words put in before a clause's end, every offset moved along. */
function plant({ text, clauses }: Paragraph, which: number, words: string): Paragraph {
  const at = (clauses[which] as Clause).end
  const moved = clauses.map((clause, i) => ({
    ...clause,
    start: clause.start >= at ? clause.start + words.length : clause.start,
    end: i === which || clause.end > at ? clause.end + words.length : clause.end,
    text: i === which ? clause.text + words : clause.text,
  }))
  return { text: text.slice(0, at) + words + text.slice(at), clauses: moved }
}

describe('checkParagraph', () => {
  it('passes what the writer wrote', () => {
    expect(written.clauses.length).toBeGreaterThan(3)
    expect(checkParagraph(written, graph)).toEqual([])
  })

  it.each([
    [
      'a name of another entry',
      single('Fernbank moved plugins to Vellum', ['invented#0'], { company: 'company:fernbank' }),
      'unknown-name',
    ],
    ['a name of nowhere', single('Fernbank moved plugins to Zanzibar', ['invented#0']), 'unknown-name'],
    ['a numeral', single('Fernbank moved 17 plugins', ['invented#0']), 'unknown-number'],
    ['a numeral in part', single('Ostrava Labs gave an agent 640 MB', ['invented#1']), 'unknown-number'],
    ['an entry that is not there', single('Plugins were moved', ['invented#99']), 'unknown-entry'],
    ['no entry', single('Plugins were moved', []), 'unknown-entry'],
    [
      'a wrong count',
      single('Isolation recurs, and three companies show how', ['invented#0'], { theme: 'lesson:sandboxing' }),
      'wrong-count',
    ],
    [
      'a clause out of place',
      { text: 'Plugins moved', clauses: [{ start: 1, end: 4, text: 'Plug', entries: ['invented#0'], evidence: [] }] },
      'broken-clause',
    ],
    ['a name outside of all clauses', { text: 'As Vellum shows, nothing moved', clauses: [] }, 'outside-clause'],
  ] as [string, Paragraph, string][])('refuses %s', (_, paragraph, code) => {
    expect(checkParagraph(paragraph, graph).map((problem) => problem.code)).toContain(code)
  })

  const PLANS = graphOf([
    {
      company: 'Fernbank',
      title: 'What comes next',
      body: 'Fernbank is moving its relay onto tape. Fernbank will replace nightly exports with snapshots. Fernbank could not rewrite the planner. Fernbank split its store.',
    },
  ])
  it.each([
    ['what is under way', 'Fernbank moved its relay onto tape', ['told-as-done']],
    ['what is under way, kept so', 'Fernbank is moving its relay onto tape', []],
    ['what is under way, as a participle', 'Fernbank moving its relay onto tape', []],
    ['what is planned', 'Fernbank replaced nightly exports', ['told-as-done']],
    ['what is planned, as a participle', 'Fernbank replacing nightly exports', ['told-as-done']],
    ['what is denied', 'Fernbank rewrote the planner', ['told-as-done']],
    ['what was done', 'Fernbank split its store', []],
  ])('proves that %s is not told as done: “%s”', (_, text, codes) => {
    const told = single(text, ['invented#0'], { company: 'company:fernbank' })
    expect(checkParagraph(told, PLANS).map(({ code }) => code)).toEqual(codes)
  })

  it('lets a capital pass that only opens a sentence, and a possessive', () => {
    expect(checkParagraph(single('Walls matter. Fernbank’s plugins moved', ['invented#0']), graph)).toEqual([])
  })

  it('refuses a planted name in any clause', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,9}$/).filter((word) => !JSON.stringify(graph).includes(word))
    fc.assert(
      fc.property(name, fc.nat(written.clauses.length - 1), (word, which) => {
        expect(checkParagraph(plant(written, which, ` of ${word}`), graph)).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a planted number in any clause', () => {
    const numbers = new Set(JSON.stringify(graph).match(/\d+/g))
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e6 }), fc.nat(written.clauses.length - 1), (number, which) => {
        fc.pre(!numbers.has(`${number}`))
        expect(checkParagraph(plant(written, which, ` by ${number}`), graph)).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
