import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entriesOf, median, overlap, type Problem, problemOf } from '../../scripts/bench/communities.ts'
import { adjustedRandIndex, consensusCommunities, toWeightedGraph } from '../../src/graph/index.ts'
import { CORPUS, HAS_CORPUS } from '../read/sample-files.ts'

const cluster = ({ ids, edges }: Problem, seed: number) =>
  consensusCommunities(toWeightedGraph(ids.length, edges), 100, 'auto', seed).community

describe.skipIf(!HAS_CORPUS)('consensus over the twelve digests beside the repository', () => {
  it('stays put: from seed to seed, and with a digest left out', { timeout: 180_000 }, async () => {
    const entries = await entriesOf(join(CORPUS, 'digests'))
    const sources = [...new Set(entries.map(({ source }) => source))]
    expect(sources).toHaveLength(12)
    const whole = problemOf(entries)
    const first = cluster(whole, 1)
    for (const seed of [2, 3, 4]) expect(adjustedRandIndex(first, cluster(whole, seed))).toBeGreaterThanOrEqual(0.95)
    // Every second one, for time; `npm run bench -- communities` leaves out each.
    const left = sources
      .filter((_, i) => i % 2 === 0)
      .map((source) => {
        const part = problemOf(entries.filter((entry) => entry.source !== source))
        return overlap(whole, first, part, cluster(part, 1))
      })
    expect(median(left)).toBeGreaterThanOrEqual(0.6)
    // Shattering would pass for stability: communities stay as large as themes are.
    expect(new Set(first).size).toBeLessThan(whole.ids.length / 4)
  })
})
