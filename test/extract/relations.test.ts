import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRelationFinder } from '../../src/extract/relations/find-relations.ts'
import { sentenceSpans } from '../../src/extract/sentence-spans.ts'
import type { Entry, Field, LexiconEntity, Mention } from '../../src/model/index.ts'

type Known = Partial<LexiconEntity> & { names: string[] }

const COMPANIES: Record<string, Known> = {
  acme: { names: ['Acme'] },
  globex: { names: ['Globex'] },
  'broad-labs': { names: ['Broad Labs'] },
  snowflake: { names: ['Snowflake'] },
  'daily-paper': { names: ['The Daily Paper'], publisher: true },
}
const TECHNOLOGIES: Record<string, Known> = {
  kafka: { names: ['Kafka'], kind: 'messaging' },
  postgresql: { names: ['PostgreSQL', 'Postgres'], kind: 'database' },
  mongodb: { names: ['MongoDB'], kind: 'database' },
  rails: { names: ['Rails'], kind: 'framework' },
  react: { names: ['React'], kind: 'library' },
  rust: { names: ['Rust'], kind: 'language' },
  kubernetes: { names: ['Kubernetes'], kind: 'infrastructure' },
  'acme-cloud': { names: ['Acme Cloud'], kind: 'service', vendor: 'company:acme' },
  'globex-queue': { names: ['Globex Queue'], kind: 'service', vendor: 'company:globex' },
  roadrunner: { names: ['Roadrunner'], origin: 'learned' },
  skimmer: { names: ['Skimmer'], origin: 'learned' },
  llm: { names: ['LLM'], generic: true },
}

const entities: LexiconEntity[] = (['company', 'technology'] as const).flatMap((type) =>
  Object.entries(type === 'company' ? COMPANIES : TECHNOLOGIES).map(([slug, { names, ...rest }]) => ({
    id: `${type}:${slug}`,
    type,
    label: names[0]!,
    surfaces: [],
    origin: 'curated' as const,
    confidence: 1,
    ...rest,
  })),
)
const find = createRelationFinder({ entities, log: [] })

/** The relations of an entry, as `from type to`, sorted. */
function relations(body: string, { byline = 'Acme', title = 'A story' } = {}): string[] {
  const entry: Entry = {
    ...{ id: 'a#0', key: 'k', source: 'a.md', index: 0, date: null, url: null, title, body },
    bylineText: byline,
    byline: byline.split(' / '),
    bylineRoles: byline.split(' / ').map(() => 'subject'),
  }
  return find(entry, mentionsOf(entry), spansOf(entry)).map(({ from, type, to }) =>
    [from, type, to].map((part) => part.split(':').pop()).join(' '),
  )
}

function spansOf(entry: Entry): Record<Field, [number, number][]> {
  return {
    title: sentenceSpans(entry.title),
    bylineText: sentenceSpans(entry.bylineText),
    body: sentenceSpans(entry.body),
  }
}

function mentionsOf(entry: Entry): Mention[] {
  const names = [COMPANIES, TECHNOLOGIES].flatMap((table, i) =>
    Object.entries(table).flatMap(([slug, { names }]) =>
      names.map((name) => ({ name, type: i === 0 ? ('company' as const) : ('technology' as const), slug })),
    ),
  )
  return (['title', 'bylineText', 'body'] as const).flatMap((field) =>
    names.flatMap(({ name, type, slug }) =>
      [...entry[field].matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => ({
        ...{ entity: `${type}:${slug}`, type, label: name, text: name, field },
        ...{ start: index, end: index + name.length, sentence: 0, confidence: 1 },
      })),
    ),
  )
}

describe('relations', () => {
  it.each<[string, string[]]>([
    ['Acme built Roadrunner, a proxy for its edge.', ['acme built roadrunner']],
    ['To cut cost, the team at Acme introduced an in-house scheduler dubbed “Roadrunner”.', ['acme built roadrunner']],
    [
      'Acme and Broad Labs built Roadrunner together.',
      ['acme built roadrunner', 'broad-labs built roadrunner', 'acme partnered-with broad-labs'],
    ],
    ['Acme uses Kafka and PostgreSQL for its orders.', ['acme uses kafka', 'acme uses postgresql']],
    ['Queues fill up. They moved the load to workers using Kafka.', ['acme uses kafka']],
    ['Roadrunner relies on Kafka to order events.', ['roadrunner uses kafka']],
    [
      'Acme released Roadrunner. The framework stores state via PostgreSQL.',
      ['acme built roadrunner', 'roadrunner uses postgresql'],
    ],
    ['Acme wrote a proxy. It is built on Rust.', ['acme uses rust']],
    [
      'Acme announced Roadrunner, a Kubernetes-based scheduler.',
      ['acme built roadrunner', 'roadrunner uses kubernetes'],
    ],
    [
      'On their Kubernetes-based Roadrunner platform, Acme saw starvation.',
      ['acme built roadrunner', 'roadrunner uses kubernetes', 'acme uses kubernetes'],
    ],
    ['Acme’s Postgres database was slow.', ['acme uses postgresql']],
    ['Acme’s Roadrunner was slow.', ['acme built roadrunner']],
    ['Acme had to read a thousand PostgreSQL shards at once.', ['acme uses postgresql']],
    ['Acme partitioned its multi-tenant PostgreSQL schema by day.', ['acme uses postgresql']],
    ['They built a lakehouse guarded by a scanner (Skimmer).', ['acme built skimmer']],
    [
      'Acme transitioned Issues from Rails to React.',
      ['acme migrated-from rails', 'acme migrated-to react', 'rails replaced-by react'],
    ],
    ['Globex described its move off MongoDB.', ['globex migrated-from mongodb']],
    [
      'Acme replaced MongoDB with PostgreSQL.',
      ['acme migrated-from mongodb', 'acme migrated-to postgresql', 'mongodb replaced-by postgresql'],
    ],
    ['Acme has agreed to acquire Globex.', ['acme acquired globex']],
    ['Acme and Globex launched a joint standard.', ['acme partnered-with globex']],
    [
      'Nothing was ready. Migrated the state live to PostgreSQL using Kafka.',
      ['acme migrated-to postgresql', 'acme uses kafka'],
    ],
    ['Kafka is now available on Acme Cloud.', ['acme-cloud uses kafka']],
    ['Acme self-hosted Kafka and PostgreSQL on its own machines, using Rust.', ['acme uses rust']],
    ['Roadrunner, a scheduler from Globex, is fast.', ['globex built roadrunner']],
    ['Roadrunner is young. On PostgreSQL, the company now keeps a million rows.', ['acme uses postgresql']],
    ['The acquisition of Globex closes the gap.', ['acme acquired globex']],
    ['Acme partnered with Globex on the standard.', ['acme partnered-with globex']],
    ['Growth was hard. The team coped by relying on Snowflake.', ['acme uses snowflake']],
    ['Acme integrated Kafka into Acme Cloud.', ['acme-cloud uses kafka', 'acme uses kafka', 'acme uses acme-cloud']],
    ['Nothing fits. Globex, the maker of Roadrunner, says so.', ['globex built roadrunner']],
    ['Few know Roadrunner, which originated at Globex.', ['globex built roadrunner']],
    ['It was slow. Roadrunner, the in-house scheduler, hides it.', ['acme built roadrunner']],
    ['They ran two home-grown libraries, Roadrunner and another.', ['acme built roadrunner']],
    ['Roadrunner, a small Rust service, is fast.', ['acme uses rust', 'roadrunner uses rust']],
    ['Roadrunner is a small proxy in Rust.', ['roadrunner uses rust']],
    [
      'Acme built Skimmer, a Rust service that reads Kafka via PostgreSQL.',
      ['acme built skimmer', 'acme uses rust', 'skimmer uses rust', 'skimmer uses postgresql'],
    ],
    [
      'MongoDB was replaced by a set of PostgreSQL workers.',
      [
        'acme migrated-from mongodb',
        'acme migrated-to postgresql',
        'acme uses postgresql',
        'mongodb replaced-by postgresql',
      ],
    ],
    [
      'Migrating a Trillion of Acme’s Rows from MongoDB to PostgreSQL took a year.',
      ['acme migrated-from mongodb', 'acme migrated-to postgresql', 'mongodb replaced-by postgresql'],
    ],
    ['In six months Acme took five applications off Kubernetes.', ['acme migrated-from kubernetes']],
    ['Acme bought Roadrunner.', ['acme acquired roadrunner']],
    [
      'Globex and Broad Labs are technology partners.',
      ['acme partnered-with globex', 'acme partnered-with broad-labs'],
    ],
    ['Many streams at Acme run on Kafka.', ['acme uses kafka']],
    ['Acme moved its history out of the PostgreSQL instance.', ['acme uses postgresql']],
    ['Growth was hard. A Rust service that uses Kafka failed.', ['acme uses rust']],
  ])('%s', (body, expected) => {
    expect(relations(body).sort()).toEqual([...expected].sort())
  })

  it.each([
    ['a comparison', 'Unlike MongoDB, the store keeps rows in order.'],
    ['what is avoided', 'Acme runs the jobs on machines of its own instead of Kafka.'],
    ['the problem before anybody acts', 'Building agents requires using PostgreSQL, Kafka and Rust at once.'],
    ['a generic', 'Acme uses an LLM.'],
    ['another sentence', 'Acme uses queues. Kafka is popular.'],
    ['another company’s technology behind a verb of making', 'Acme introduced Globex Queue.'],
  ])('says nothing of %s', (_, body) => {
    expect(relations(body).filter((relation) => !/globex-queue$/.test(relation) || /built/.test(relation))).toEqual([])
  })

  it('gives the use to the company that did not make the thing', () => {
    expect(relations('The pipeline was slow. They rebuilt it using Acme Cloud.', { byline: 'Acme / Globex' })).toEqual([
      'globex uses acme-cloud',
    ])
  })

  it('takes a vendor’s title for its product', () => {
    expect(relations('Nothing more.', { title: 'Acme Cloud gets faster' })).toEqual(['acme built acme-cloud'])
  })

  it('states nothing of a publisher', () => {
    expect(relations('The Daily Paper uses Kafka.', { byline: 'The Daily Paper' })).toEqual([])
  })

  it('stands for any text on spans of the text, between mentioned names, once each', () => {
    const word = fc.constantFrom(
      ...[
        'Acme',
        'Globex',
        'Kafka',
        'Rust',
        'built',
        'uses',
        'from',
        'to',
        'its',
        'replaced',
        'with',
        '⟦0⟧',
        '.',
        ',',
        '(',
        '\n',
      ],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const body = words.join(' ')
        const entry: Entry = {
          ...{ id: 'a#0', key: 'k', source: 'a.md', index: 0, date: null, url: null, title: '', body },
          ...{ bylineText: 'Acme', byline: ['Acme'], bylineRoles: ['subject'] },
        }
        const mentions = mentionsOf(entry)
        const named = new Set(mentions.map(({ entity }) => entity))
        const found = find(entry, mentions, spansOf(entry))
        expect(new Set(found.map(({ from, type, to }) => `${from}|${type}|${to}`)).size).toBe(found.length)
        for (const { from, to, field, start, end } of found) {
          expect(from).not.toBe(to)
          expect(named.has(from) && named.has(to)).toBe(true)
          expect(entry[field].slice(start, end).trim().length).toBe(end - start)
        }
      }),
    )
  })
})
