/**
 * Writes data/gold/recorded.json: the scores on data/gold below which `test/evaluate/recorded-scores.test.ts` lets no
 * change fall. Run it (`npm run eval:record`) when the scores have risen, and say so in the commit.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { writeAtomically } from '../src/io/write-atomically.ts'

const root = join(import.meta.dirname, '..')
const output = execFileSync(
  process.execPath,
  ['dist/cli/main.js', 'eval', '--json', '--gold', 'data/gold', 'data/digests'],
  { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
)
const { scores, polarity } = JSON.parse(output) as {
  scores: Record<string, { f1: number }>
  polarity: { accuracy: number }
}
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
const recorded = {
  ...Object.fromEntries(Object.entries(scores).map(([type, { f1 }]) => [type, rounded(f1)])),
  polarity: rounded(polarity.accuracy),
}
await writeAtomically(join(root, 'data', 'gold', 'recorded.json'), `${JSON.stringify(recorded, null, 2)}\n`)
console.log(recorded)
