import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate, type GoldEntry, GoldEntrySchema } from '../../src/evaluate/index.ts'
import type { ExtractedEntry } from '../../src/model/index.ts'
import { ROOT } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const gold: GoldEntry = {
  file: 'a.md',
  index: 0,
  title: 'A lock in the planner',
  byline: ['Cloudflare'],
  companies: [{ name: 'Cloudflare' }, { name: 'Amazon Web Services', aliases: ['AWS'], optional: true }],
  technologies: [{ name: 'ClickHouse' }, { name: 'Rust' }],
  failureModes: [{ id: 'lock-contention', polarity: 'occurred' }],
  lessons: [{ id: 'reduce-contention' }, { id: 'caching', optional: true }],
  relations: [{ from: 'Cloudflare', type: 'uses', to: 'ClickHouse' }],
}

function entry(mentions: [string, string, string][], rest: Partial<ExtractedEntry> = {}): ExtractedEntry {
  return {
    id: 'a#0',
    key: 'k',
    source: 'deep/a.md',
    index: 0,
    date: null,
    title: 'A lock in the planner',
    url: null,
    bylineText: 'Cloudflare',
    byline: ['Cloudflare'],
    bylineRoles: ['subject'],
    body: '',
    relations: [],
    failureModes: [],
    lessons: [],
    mentions: mentions.map(([entity, label, text]) => ({
      entity,
      label,
      text,
      type: entity.split(':')[0] as 'company',
      field: 'body',
      start: 0,
      end: 0,
      sentence: 0,
      confidence: 1,
    })),
    ...rest,
  }
}

const counts = (predicted: ExtractedEntry | undefined) => {
  const { scores } = evaluate([gold], predicted === undefined ? [] : [predicted], { samples: 10 })
  return Object.fromEntries(Object.entries(scores).map(([type, { tp, fp, fn }]) => [type, [tp, fp, fn]]))
}

describe('evaluate', () => {
  it.each([
    [
      'a name is right under any of its spellings',
      entry([['company:x', 'Cloudflare, Inc.', 'CLOUDFLARE’s']]),
      'company',
      [1, 0, 0],
    ],
    ['an optional name counts neither way', entry([['company:aws', 'AWS', 'AWS']]), 'company', [0, 0, 1]],
    ['a name that is not there counts against precision', entry([['company:x', 'Acme', 'Acme']]), 'company', [0, 1, 1]],
    ['a name under the other type is wrong', entry([['company:r', 'Rust', 'Rust']]), 'company', [0, 1, 1]],
    ['nothing read misses everything required', undefined, 'technology', [0, 0, 2]],
    [
      'a relation is right by any spelling of its ends',
      entry(
        [
          ['company:cf', 'Cloudflare', 'CF'],
          ['technology:ch', 'ClickHouse', 'ClickHouse'],
        ],
        {
          relations: [{ from: 'company:cf', type: 'uses', to: 'technology:ch', field: 'body', start: 0, end: 1 }],
        },
      ),
      'relation',
      [1, 0, 0],
    ],
    [
      'labels are sets of ids',
      entry([], {
        lessons: ['reduce-contention', 'caching', 'sharding'].map((id) => ({ id, field: 'body', start: 0, end: 1 })),
      }),
      'lesson',
      [1, 1, 0],
    ],
  ] as [string, ExtractedEntry | undefined, string, number[]][])('%s', (_, predicted, type, expected) => {
    expect(counts(predicted)[type]).toEqual(expected)
  })

  it('scores polarity of the failure modes that were found', () => {
    const wrong = entry([], {
      failureModes: [{ id: 'lock-contention', polarity: 'risk', field: 'body', start: 0, end: 1 }],
    })
    expect(evaluate([gold], [wrong]).polarity).toEqual({ right: 0, wrong: 1, accuracy: 0 })
  })

  it('gives the same interval for the same seed, around the score', () => {
    const many = Array.from({ length: 30 }, (_, index): GoldEntry => ({ ...gold, index }))
    const some = many
      .slice(0, 15)
      .map(({ index }) => ({ ...entry([['company:x', 'Cloudflare', 'Cloudflare']]), index }))
    const one = evaluate(many, some).scores.company
    expect(evaluate(many, some).scores.company).toEqual(one)
    expect(one.interval[0]).toBeLessThan(one.f1)
    expect(one.interval[1]).toBeGreaterThan(one.f1)
  })
})

const shared = join(ROOT, '..', 'shared')
describe.skipIf(!existsSync(shared))('beside the reference scorer (skipped where it is absent)', () => {
  it('agrees on every count over a perturbed copy of its gold', () => {
    const folder = join(shared, 'gold')
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== ''),
      )
    const labelled = lines.map((line) => GoldEntrySchema.parse(JSON.parse(line)))
    const predicted = labelled.map((each, n): ExtractedEntry => {
      const mentions: [string, string, string][] = [
        ...each.companies
          .filter((_, i) => (i + n) % 3 !== 0)
          .map(({ name }): [string, string, string] => [`company:${name}`, name, name]),
        ...each.technologies
          .filter((_, i) => (i + n) % 4 !== 0)
          .map(({ name }): [string, string, string] => [`technology:${name}`, name, name]),
        ...(n % 5 === 0 ? [['technology:nothing', 'Nothing', 'Nothing'] as [string, string, string]] : []),
      ]
      return entry(mentions, {
        source: each.file,
        index: each.index,
        title: each.title,
        byline: each.byline,
        failureModes: each.failureModes
          .filter((_, i) => (i + n) % 3 !== 1)
          .map(({ id }) => ({ id, polarity: 'risk', field: 'body', start: 0, end: 0 })),
        lessons: [
          ...each.lessons
            .filter((_, i) => (i + n) % 3 !== 2)
            .map(({ id }) => ({ id, field: 'body' as const, start: 0, end: 0 })),
          { id: 'made-up', field: 'body', start: 0, end: 0 },
        ],
        relations: each.relations
          .filter((_, i) => (i + n) % 2 === 0)
          .map((r) => ({
            from: `technology:${r.from}`,
            type: r.type,
            to: `technology:${r.to}`,
            field: 'body',
            start: 0,
            end: 0,
          })),
      })
    })
    const file = join(temporaryFolder(), 'predictions.ndjson')
    writeFileSync(file, predicted.map((each) => JSON.stringify(each)).join('\n'))
    const reference = JSON.parse(
      execFileSync(process.execPath, [join(shared, 'tools', 'score.mjs'), file, folder], { encoding: 'utf8' }),
    )
    const ours = evaluate(labelled, predicted, { samples: 1 })
    for (const [type, { tp, fp, fn }] of Object.entries(ours.scores))
      expect([type, tp, fp, fn]).toEqual([type, reference[type].tp, reference[type].fp, reference[type].fn])
    expect([ours.polarity.right, ours.polarity.wrong]).toEqual([reference.polarity.right, reference.polarity.wrong])
    expect([ours.titlesRight, ours.bylinesRight]).toEqual([reference.titleOk, reference.bylineOk])
  })
})
