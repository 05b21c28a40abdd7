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

  it('change nothing in what is found, and are not kept where a learned name may cut them otherwise', () => {
    const ontology = loadShippedOntology()
    const folder = join(packageRoot(), 'data', 'digests')
    const plain = [
      'Zanderling Moves Its Queues · Zanderling Zanderling moved its queues to Kafka after an outage of two hours.',
      'A Second Look at Retries · Zanderling Retries without jitter brought the same service down again.',
    ].join('\n\n')
    const tasks: FileTask[] = [
      ...readdirSync(folder)
        .filter((name) => /^tech.*\.md$/.test(name))
        .slice(0, 2)
        .map((name) => ({ file: { source: name, bytes: readFileSync(join(folder, name)) }, stem: name })),
      { file: { source: 'plain.txt', bytes: Buffer.from(plain) }, stem: 'plain' },
    ]
    const run = (kept: ReturnType<typeof createKeptEntries> | undefined) => {
      const first = createFirstPass(ontology, kept)
      const lexicon = resolveCandidates(
        tasks.flatMap((task) => first(task).candidates),
        ontology,
      )
      const still = kept?.take('plain')
      return { still, found: tasks.map(createSecondPass(lexicon, ontology, kept)) }
    }
    const kept = run(createKeptEntries())
    expect(kept.still).toBeUndefined()
    expect(kept.found.flatMap(({ entries }) => entries).length).toBeGreaterThan(20)
    expect(kept.found).toEqual(run(undefined).found)
  })
})
