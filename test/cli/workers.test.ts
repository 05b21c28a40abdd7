import { expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'

// The workers failed at their start once, unseen, because small inputs need none.
it('gives the same bytes for one worker and for two', { timeout: 120_000 }, async () => {
  const one = await runCli(['extract', 'data/digests', '--workers', '1', '--quiet'])
  const two = await runCli(['extract', 'data/digests', '--workers', '2', '--quiet'])
  expect(two.stderr).toBe('')
  expect(two.status).toBe(0)
  expect(one.stdout.length).toBeGreaterThan(10_000)
  expect(two.stdout).toBe(one.stdout)
})
