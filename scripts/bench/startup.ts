import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/io/package-root.ts'
import { type BenchRow, quickest, row, runProgram } from './measure.ts'

const RUNS = 5

/** What a person waits for before anything happens, beside an empty Node. */
export async function benchStartup(): Promise<BenchRow[]> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js')
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  try {
    const entry = join(folder, 'one.md')
    writeFileSync(
      entry,
      '**[A lock](https://example.org/a)** · Cloudflare\nCloudflare found lock contention in ClickHouse.\n',
    )
    const node = await quickest(RUNS, () => runProgram(process.execPath, ['-e', '0']))
    const help = await quickest(RUNS, () => runProgram(process.execPath, [main, '--help']))
    const one = await quickest(RUNS, () => runProgram(process.execPath, [main, 'extract', entry]))
    return [row('--help', help, 'node -e 0', node), row('extract, one entry', one, 'node -e 0', node)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
