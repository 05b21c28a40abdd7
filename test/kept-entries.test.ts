import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadShippedOntology } from '../src/io/load-ontology.ts'
import { packageRoot } from '../src/io/package-root.ts'
import { createKeptEntries } from '../src/kept-entries.ts'
import type { Entry } from '../src/model/index.ts'
import { createFirstPass, createSecondPass, type FileTask } from '../src/passes.ts'
import { resolveCandidates } from '../src/resolve/index.ts'

describe('kept entries', () => {
  const some = [{ title: 'One' }] as Entry[]

  it('are given up once', () => {
    const kept = createKeptEntries()
    kept.keep('a', some, 10)
    expect(kept.take('a')).toBe(some)
    expect(kept.take('a')).toBeUndefined()
  })

  it('take no more than their room, which is free again when they are given up', () => {
    const kept = createKeptEntries(100)
    kept.keep('a', some, 80)
    kept.keep('b', some, 30)
    expect(kept.take('b')).toBeUndefined()
    expect(kept.take('a')).toBe(some)
    kept.keep('b', some, 30)
    expect(kept.take('b')).toBe(some)
  })

  it('are given up only where the names that were asked for are known as before', () => {
    const kept = createKeptEntries()
    const asked = new Map([['Zanderling moved', 0]])
    kept.keep('a', some, 10, asked)
    expect(kept.take('a', () => 0)).toBe(some)
    kept.keep('a', some, 10, asked)
    expect(kept.take('a', () => 'Zanderling'.length)).toBeUndefined()
  })

  it('change nothing in what is found, also where a learned name cuts them otherwise', () => {
    const ontology = loadShippedOntology()
    const folder = join(packageRoot(), 'data', 'digests')
    // Only who knows the company does not end its name before "Quench"
    const digest = [
      '## Deep Dives',
      '**[Moving Queues](https://example.org/queues)** · Zanderling Quench',
      'The team moved its queues to Kafka after an outage of two hours.',
    ].join('\n\n')
    const plain = [
      'Moving Queues · Orbweft Traditional queues were moved to Kafka after an outage of two hours.',
      'A Second Look at Retries · Zanderling Quench Retries without jitter brought it down again and did not quench the load.',
    ].join('\n\n')
    const tasks: FileTask[] = [
      ...readdirSync(folder)
        .filter((name) => /^tech.*\.md$/.test(name))
        .slice(0, 2)
        .map((name) => ({ file: { source: name, bytes: readFileSync(join(folder, name)) }, stem: name })),
      { file: { source: 'digest.md', bytes: Buffer.from(digest) }, stem: 'digest' },
      { file: { source: 'plain.txt', bytes: Buffer.from(plain) }, stem: 'plain' },
    ]
    const run = (kept: ReturnType<typeof createKeptEntries> | undefined) => {
      const first = createFirstPass(ontology, kept)
      const lexicon = resolveCandidates(
        tasks.flatMap((task) => first(task).candidates),
        ontology,
      )
      return tasks.map(createSecondPass(lexicon, ontology, kept))
    }
    const found = run(createKeptEntries())
    expect(found.flatMap(({ entries }) => entries).length).toBeGreaterThan(20)
    expect(found.at(-1)?.entries.map(({ bylineText }) => bylineText)).toEqual(['Orbweft', 'Zanderling Quench'])
    expect(found).toEqual(run(undefined))
  })
})
