import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, runCli } from '../support/run-cli.ts'

/** Extraction is deterministic: a score that falls by more than rounding fell because somebody changed something. */
const TOLERANCE = 0.005

const recorded = JSON.parse(readFileSync(join(ROOT, 'data', 'gold', 'recorded.json'), 'utf8')) as Record<string, number>

describe('the recorded scores', () => {
  it('are not fallen below', async () => {
    const { stdout, status } = await runCli(['eval', '--json', '--gold', 'data/gold', 'data/digests'], { cwd: ROOT })
    expect(status).toBe(0)
    const { entries, missing, scores, polarity } = JSON.parse(stdout) as {
      entries: number
      missing: number
      scores: Record<string, { f1: number }>
      polarity: { accuracy: number }
    }
    expect(entries).toBeGreaterThanOrEqual(60)
    expect(missing).toBe(0)
    const now = {
      ...Object.fromEntries(Object.entries(scores).map(([type, { f1 }]) => [type, f1])),
      polarity: polarity.accuracy,
    } as Record<string, number>
    expect(Object.keys(now).sort()).toEqual(Object.keys(recorded).sort())
    const fallen = Object.entries(recorded).filter(([type, before]) => now[type]! < before - TOLERANCE)
    expect(fallen.map(([type, before]) => `${type}: ${before} -> ${now[type]}`)).toEqual([])
  })
})
