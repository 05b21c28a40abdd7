import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/index.ts'
import { read } from './sample-files.ts'

const TEXT =
  'A certificate ran out on a Sunday. Clients retried without pause, and the login service fell over until it was renewed by hand.'
const brief = ({ title, bylineText, date, url, body, facts }: Entry) => ({ title, bylineText, date, url, body, facts })

describe('post-mortems with front matter', () => {
  it.each([
    [
      'YAML',
      `---\ntitle: Login down\ncompany: Frobnix\nproduct: Login\ncategories: [certificates, retries]\ndate: 2026-03-04\nurl: https://example.org/p\n---\n\n${TEXT}\n`,
    ],
    [
      'TOML',
      `+++\ntitle = "Login down"\ncompany = "Frobnix"\nproduct = "Login"\ncategories = ["certificates", "retries"]\ndate = 2026-03-04\nurl = "https://example.org/p"\n+++\n\n${TEXT}\n`,
    ],
    [
      'JSON',
      `{"title": "Login down", "company": "Frobnix", "product": "Login", "categories": ["certificates", "retries"], "date": "2026-03-04", "url": "https://example.org/p"}\n\n${TEXT}\n`,
    ],
  ])('%s', (_, text) => {
    const { entries, reader } = read('post.md', text)
    expect(reader).toBe('markdown post')
    expect(entries.map(brief)).toEqual([
      {
        title: 'Login down',
        bylineText: 'Frobnix',
        date: '2026-03-04',
        url: 'https://example.org/p',
        body: TEXT,
        facts: { product: 'Login', categories: ['certificates', 'retries'] },
      },
    ])
  })

  it.each([
    ['the first heading', '---\ncompany: Frobnix\n---\n# Login down\n\n', 'post.md', 'Login down', null],
    ['the file name for a date', '---\ntitle: Login down\n---\n', '2026-03-04-login.md', 'Login down', '2026-03-04'],
    [
      'a start time',
      '---\ntitle: Login down\nstart_time: 2026-03-04T05:06:07Z\n---\n',
      'p.md',
      'Login down',
      '2026-03-04',
    ],
  ])('falls back on %s', (_, head, name, title, date) => {
    expect(read(name, `${head}${TEXT}\n`).entries).toMatchObject([{ title, date, body: TEXT }])
  })
})

describe('a README beside the files', () => {
  it('is no post, but may be a list of links', () => {
    expect(read('incidents/README.md', `# What these files are\n\n${TEXT}\n`).entries).toEqual([])
    const list = [1, 2, 3].map((i) => `[Acme ${i}](https://example.org/${i}). A route was announced ${i} times.\n`)
    expect(read('README.md', `# A list of incidents\n\n${list.join('\n')}`).entries).toHaveLength(3)
  })
})

describe('lists of links', () => {
  it('reads the company, the link and what happened', () => {
    const list = `# Incidents\n\n## Certificates\n\n[Frobnix](https://example.org/1). ${TEXT}\n\n[Quux Labs](https://example.org/2). A disk filled up with logs. Nobody watched it.\n\n## Networks\n\n[Acme](https://example.org/3). A route was announced twice.\n`
    expect(
      read('list.md', list).entries.map(({ title, bylineText, url, section }) => [title, bylineText, url, section]),
    ).toEqual([
      ['A certificate ran out on a Sunday', 'Frobnix', 'https://example.org/1', 'Certificates'],
      ['A disk filled up with logs', 'Quux Labs', 'https://example.org/2', 'Certificates'],
      ['A route was announced twice', 'Acme', 'https://example.org/3', 'Networks'],
    ])
  })

  it('reads a list of titles', () => {
    const list = `# Reading\n\n- [How the login fell over](https://example.org/1) - Frobnix - talk\n- [How a disk filled up](https://example.org/2) - Quux Labs\n- [How a route leaked](https://example.org/3) - Acme\n`
    expect(read('list.md', list).entries.map(({ title, bylineText, url }) => [title, bylineText, url])).toEqual([
      ['How the login fell over', 'Frobnix', 'https://example.org/1'],
      ['How a disk filled up', 'Quux Labs', 'https://example.org/2'],
      ['How a route leaked', 'Acme', 'https://example.org/3'],
    ])
  })
})

describe('records: guesses and --map', () => {
  it.each<[string, object, Record<string, string> | undefined, Partial<Entry>]>([
    [
      'usual names',
      { title: 'T one', text: 'B', company: 'Acme', date: '2026-01-02', link: 'https://example.org/a' },
      undefined,
      { title: 'T one', body: 'B', bylineText: 'Acme', date: '2026-01-02', url: 'https://example.org/a' },
    ],
    [
      'names of incident files',
      { incident: 'T two', root_cause_details: 'B', provider: 'Acme', start_time: '2026-01-02 03:04' },
      undefined,
      { title: 'T two', body: 'B', bylineText: 'Acme', date: '2026-01-02' },
    ],
    [
      'letter case',
      { Title: 'T three', BODY: 'B', Organization: 'Acme' },
      undefined,
      { title: 'T three', body: 'B', bylineText: 'Acme' },
    ],
    [
      'a list of companies',
      { title: 'T four', body: 'B', companies: ['Acme', 'Quux Labs'] },
      undefined,
      { bylineText: 'Acme, Quux Labs', byline: ['Acme', 'Quux Labs'] },
    ],
    [
      'a map, before the guesses',
      { title: 'wrong', kopf: 'T five', notiz: 'B', firma: 'Acme' },
      { title: 'kopf', body: 'notiz', company: 'firma' },
      { title: 'T five', body: 'B', bylineText: 'Acme' },
    ],
    [
      'a map into a nested record',
      { meta: { head: 'T six' }, body: 'B' },
      { title: 'meta.head' },
      { title: 'T six', body: 'B' },
    ],
    [
      'no title',
      { text: 'It fell over. Then it rose.', company: 'Acme' },
      undefined,
      { title: 'It fell over', body: 'It fell over. Then it rose.' },
    ],
  ])('%s', (_, record, map, expected) => {
    const options = map === undefined ? {} : { map }
    expect(read('a.json', JSON.stringify([record]), options).entries).toMatchObject([expected])
    expect(read('a.jsonl', `${JSON.stringify(record)}\n`, options).entries).toMatchObject([expected])
  })

  it('says which record has no known field, and how to name them', () => {
    const { entries, diagnostics } = read('a.jsonl', '{"title":"T","text":"B"}\n{"kopf":"T"}\n')
    expect(entries).toHaveLength(1)
    expect(diagnostics).toMatchObject([{ code: 'record-not-read', line: 2, remedy: expect.stringContaining('--map') }])
  })
})
