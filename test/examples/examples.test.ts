import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)

/** What each prints; they run on the sample corpus, so names of it may stand here. */
const EXPECTED: Record<string, RegExp[]> = {
  'extract-entries.mjs': [/^Cloudflare: /m, /technologies: .*ClickHouse/, /failure modes: .*lock-contention/],
  'ask-questions.mjs': [/Cloudflare faced lock contention in ClickHouse/, /“.+” \(.+, \d{4}-\d\d-\d\d\)/],
  'write-gexf.mjs': [/\d+ nodes and \d+ edges written to /],
  'own-names.mjs': [/Acme Rockets uses Roadrunner: “Acme Rockets uses Roadrunner for orders\.”/],
  'compare-months.mjs': [/^New: .+/m, /^Grown: .+/m, /^Patterns: \d+ came/m],
}

describe('examples', () => {
  it('are all run here', () => {
    const programs = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.mjs'))
    expect(programs.sort()).toEqual(Object.keys(EXPECTED).sort())
  })

  it.each(Object.entries(EXPECTED))('%s', { timeout: 120_000 }, async (name, expected) => {
    const output = join(temporaryFolder(), 'graph.gexf')
    const args = name === 'write-gexf.mjs' ? [output] : []
    const { stdout, stderr } = await run(process.execPath, [join('examples', name), ...args], { cwd: ROOT })
    expect(stderr).toBe('')
    for (const form of expected) expect(stdout).toMatch(form)
    if (args.length > 0) expect(readFileSync(output, 'utf8')).toMatch(/<\/gexf>\s*$/)
  })
})
