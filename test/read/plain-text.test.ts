import { describe, expect, it } from 'vitest'
import { expectedEntries } from './expected-digest.ts'
import { CORPUS, filesOf, HAS_CORPUS, read, SAMPLES, type SampleFile } from './sample-files.ts'

/** How a digest's page reads when it is copied: curly apostrophes, no links, company and body on one line. */
interface Parts {
  title: string
  company: string
  source: string | undefined
  text: string
}
const FORMS: Record<string, (parts: Parts) => string> = {
  'title · company text': ({ title, company, text }) => `${title} · ${company} ${text}`,
  'title · company · source text': ({ title, company, source, text }) =>
    `${title} · ${company}${source === undefined ? '' : ` · ${source}`} ${text}`,
  '[title] · company text': ({ title, company, text }) => `[${title}] · ${company} ${text}`,
  'title — company text': ({ title, company, text }) => `${title} — ${company} ${text}`,
  'title – company text': ({ title, company, text }) => `${title} – ${company} ${text}`,
  'title | company text': ({ title, company, text }) => `${title} | ${company} ${text}`,
  'title - company text': ({ title, company, text }) => `${title} - ${company} ${text}`,
  'title — company — source text': ({ title, company, source, text }) =>
    `${title} — ${company}${source === undefined ? '' : ` — ${source}`} ${text}`,
  'title — company, text below': ({ title, company, text }) => `${title} — ${company}\n${text}`,
  'title | company, paragraph below': ({ title, company, text }) => `${title} | ${company}\n\n${text}`,
  'title, company, text on three lines': ({ title, company, text }) => `${title}\n${company}\n${text}`,
  'title, by company, text on three lines': ({ title, company, text }) => `${title}\nby ${company}\n${text}`,
  'title, company · source, text on three lines': ({ title, company, source, text }) =>
    `${title}\n${company}${source === undefined ? '' : ` · ${source}`}\n${text}`,
  'title, company, text in three paragraphs': ({ title, company, text }) => `${title}\n\n${company}\n\n${text}`,
  'title and company, paragraph below': ({ title, company, text }) => `${title}\n${company}\n\n${text}`,
}
const FORM_NAMES = Object.keys(FORMS)

interface PlainEntry {
  title: string
  bylineText: string
  body: string
}

function plainForm({ name, text }: SampleFile, form: string): { text: string; expected: PlainEntry[] } {
  const curly = (one: string) => one.replace(/'/g, '’')
  const bodies = read(name, text).entries.map(({ body }) => body.replace(/\s+/g, ' '))
  const sources = text
    .split('\n')
    .filter((line) => /^\*\*.+\*\* · /.test(line))
    .map((line) => / · [^·]+ · \[?([^\]]+)/.exec(line)?.[1]?.trim())
  const expected = expectedEntries(text).map(({ title, bylineText }, i) => ({
    title: curly(title),
    bylineText: curly(bylineText),
    body: curly(bodies[i]!),
  }))
  const lines = expected.map(({ title, bylineText, body }, i) => {
    const source = sources[i] === undefined ? undefined : curly(sources[i])
    return FORMS[form]!({ title, company: bylineText, source, text: body })
  })
  const page = [
    'Sources',
    `Engineering @ Scale — ${name.slice(5, 15)}#`,
    'Signal of the Day#',
    'A single sentence on the day.',
    'Deep Dives#',
    ...lines,
    'Patterns Across Companies#',
    'What goes through all of it.',
    'Categories: News, Tech',
  ]
  return { text: page.join('\n\n'), expected }
}

/** Shares of entries with the right title, byline and body; entries are compared by position. */
function agreement(
  files: readonly SampleFile[],
  form: string,
): { title: number; byline: number; body: number; count: number } {
  let title = 0
  let byline = 0
  let body = 0
  let count = 0
  for (const file of files) {
    const { text, expected } = plainForm(file, form)
    const { entries } = read(file.name.replace('.md', '.txt'), text)
    expect(entries.length, file.name).toBe(expected.length)
    for (const [i, entry] of entries.entries()) {
      count++
      if (entry.title === expected[i]!.title) title++
      if (entry.bylineText === expected[i]!.bylineText) byline++
      if (entry.body === expected[i]!.body) body++
      expect(entry.date).toBe(file.name.slice(5, 15))
    }
  }
  return { title: title / count, byline: byline / count, body: body / count, count }
}

describe('plain text copied from a page', () => {
  const samples = filesOf(SAMPLES, /^tech-.*\.md$/)
  it.each(FORM_NAMES)('generated from the sample digests as "%s": 98 %% of titles, 95 %% of bylines', (form) => {
    const { title, byline, body, count } = agreement(samples, form)
    expect(count).toBeGreaterThan(90)
    expect(title).toBeGreaterThanOrEqual(0.98)
    expect(byline).toBeGreaterThanOrEqual(0.95)
    expect(body).toBeGreaterThanOrEqual(0.93)
  })

  it.each([
    // A name no list holds, cut by the way the sentence begins
    [
      'Moon · Moonrepo Managing complex monorepos requires toolchains, leading Moonrepo to overhaul its CLI.',
      'Moonrepo',
    ],
    ['Sea’s View · Sea Limited Accelerating development at scale is what Sea Limited pursues.', 'Sea Limited'],
    ['Dashboards · AWS & OPLOG To generate dashboards, OPLOG and AWS built an agent.', 'AWS & OPLOG'],
    ['Cortex at Zoox · Zoox Zoox transitioned its documentation into an ecosystem.', 'Zoox'],
    ['Code review · Uber, DoorDash, Cloudflare As AI writes code, review moves up.', 'Uber, DoorDash, Cloudflare'],
    ['Audio · React Native / InfoQ Building a playback engine is hard on phones.', 'React Native / InfoQ'],
    ['Context · O’Reilly Developers frequently hit limits.', 'O’Reilly'],
    ['Rules · General AI Engineers often anthropomorphize models.', 'General AI'],
    ['Radiology · Radiology Partners & AWS Radiologists face fatigue that costs lives.', 'Radiology Partners & AWS'],
  ])('%s', (line, byline) => {
    const [entry] = read('x.txt', `Deep Dives#\n\n${line}\n`).entries
    expect(entry?.bylineText).toBe(byline)
    expect(`${entry?.title} · ${entry?.bylineText} ${entry?.body}`).toBe(line)
  })

  it('cuts where the known names say', () => {
    const line = 'Grid · Indian Electricity Grid One night a demand surge tripped a line.'
    const nameAtStart = (text: string) => (text.startsWith('Indian Electricity Grid') ? 23 : 0)
    expect(read('x.txt', line, { nameAtStart }).entries[0]?.bylineText).toBe('Indian Electricity Grid')
  })

  it('cuts where several lines branch', () => {
    const page = [
      'Browsing · Amazon Web Services AI agents run web research.',
      'Athena · Amazon Web Services Centralizing intelligence duplicates data.',
      'Lex · Amazon Web Services Traditional systems fail on varied input.',
    ]
    const { entries } = read('x.txt', page.join('\n\n'))
    expect(entries.map(({ bylineText }) => bylineText)).toEqual(Array(3).fill('Amazon Web Services'))
  })

  it.each([
    ['• A queue moved · Acme Labs To scale, the team moved a queue.'],
    ['3. A queue moved · Acme Labs To scale, the team moved a queue.'],
    ['A queue moved· Acme Labs  To scale, the team moved a queue.'],
    ['A queue moved\u00a0·\u00a0Acme Labs To scale, the team moved a queue.'],
    ['\tA queue moved ·\tAcme Labs\tTo scale, the team moved a queue.  '],
    ['A queue moved · Acme Labs: To scale, the team moved a queue.'],
    ['A queue moved • Acme Labs\nTo scale, the team moved a queue.'],
  ])('reads other spaces and marks: %j', (line) => {
    const { entries } = read('x.txt', `Deep Dives #\n\n${line}\n`)
    expect(entries.map(({ title, bylineText, body }) => [title, bylineText, body])).toEqual([
      ['A queue moved', 'Acme Labs', 'To scale, the team moved a queue.'],
    ])
  })

  it('takes a body from the next line or paragraph', () => {
    const { entries } = read(
      'x.txt',
      'First title · Acme\nIts body stands below.\n\nSecond title · Globex\n\nSo does this one.\n',
    )
    expect(entries.map(({ bylineText, body }) => [bylineText, body])).toEqual([
      ['Acme', 'Its body stands below.'],
      ['Globex', 'So does this one.'],
    ])
  })
})

describe('prose with the same signs', () => {
  it.each([
    ['dashes', 'The Queue — which nobody owned — was slow. It took the Team weeks to see why, and a day to mend it.'],
    ['hyphens', 'Queues - Like Logs - are slow in the end. It took the Team weeks to see why, and a day to mend it.'],
    ['bars', 'It was slow. a | b | c are the three kinds of it that the Team found within these many weeks.'],
  ])('%s make no entries', (_, paragraph) => {
    const { entries } = read('notes.txt', Array(6).fill(paragraph).join('\n\n'))
    expect(entries.map(({ bylineText }) => bylineText).filter((byline) => byline !== '')).toEqual([])
  })

  it('stays as it is in sections', () => {
    const page = `Signal of the Day#\n\nBig Change — Acme Moved its queue.\n\nDeep Dives#\n\nA Queue Moved — Acme To scale, the team moved it.\n\nA Lock Went — Globex Engineers took it out.\n`
    const { sections, entries } = read('x.txt', page)
    expect(sections.map(({ text }) => text)).toEqual(['Big Change — Acme Moved its queue.'])
    expect(entries.map(({ title, bylineText, body }) => [title, bylineText, body])).toEqual([
      ['A Queue Moved', 'Acme', 'To scale, the team moved it.'],
      ['A Lock Went', 'Globex', 'Engineers took it out.'],
    ])
  })
})

describe.skipIf(!HAS_CORPUS)('plain text of the corpus', () => {
  const digests = filesOf(`${CORPUS}/digests`, /\.md$/)

  it('reads the copied page as its Markdown: 21 of 21 titles, bylines, dates', () => {
    const page = filesOf(`${CORPUS}/plain`, /^tech-2026-05-14\.txt$/)[0]!
    const markdown = digests.find(({ name }) => name === 'tech-2026-05-14.md')!
    const curly = (one: string) =>
      one
        .replace(/[’‘]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/ \([\d,]+\)/g, '')
    const brief = (entry: { title: string; bylineText: string; date: string | null; body: string }) => [
      curly(entry.title),
      curly(entry.bylineText),
      entry.date,
      curly(entry.body).slice(0, 60),
    ]
    const { entries, sections } = read(page.name, page.text)
    expect(entries.length).toBe(21)
    expect(entries.map(brief)).toEqual(read(markdown.name, markdown.text).entries.map(brief))
    expect(sections.map(({ role }) => role).slice(0, 3)).toEqual(
      ['signal', 'patterns', 'other'].slice(0, sections.length),
    )
  })

  it.each(FORM_NAMES)('generated from the other digests as "%s"', (form) => {
    const { title, byline, body, count } = agreement(
      digests.filter(({ name }) => name !== 'tech-2026-05-14.md'),
      form,
    )
    expect(count).toBe(246)
    expect(title).toBeGreaterThanOrEqual(0.98)
    expect(byline).toBeGreaterThanOrEqual(0.95)
    expect(body).toBeGreaterThanOrEqual(0.93)
  })
})
