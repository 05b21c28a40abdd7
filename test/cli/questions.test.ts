import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { smallGraph } from '../query/small-graph.ts'
import { runCli } from '../support/run-cli.ts'

let graph = ''
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'))
  graph = join(folder, 'graph.json')
  writeFileSync(graph, JSON.stringify(smallGraph()))
})

describe('questions on the command line', () => {
  it.each([
    [
      ['query', 'who uses RookDB'],
      [
        /^1\. Acorn uses RookDB$/m,
        /“Acorn stores its bills in RookDB\.”/,
        /A lock in the planner · https:\/\/example\.org\/0 · 2026-05-14/,
      ],
    ],
    [
      ['query', 'who moved away from Wxyz'],
      [/Nothing here says “Wxyz”/, /^Nothing found\.$/m],
    ],
    [['path', 'Acorn', 'Birch'], [/^1\. Acorn → .* → Birch \(cost \d/m]],
    [
      ['show', 'rookdb'],
      [/^RookDB technology · technology:rookdb$/m, /^Stated$/m, /Acorn uses RookDB/],
    ],
    [
      ['compare', 'Acorn', 'Birch'],
      [/^Acorn and Birch share$/m, /Lock contention/, /^Only Birch$/m],
    ],
  ])('%j', async (args, expected) => {
    const { status, stdout, stderr } = await runCli([...args, '--graph', graph])
    expect(stderr).toBe('')
    for (const form of expected) expect(stdout).toMatch(form)
    expect(status).toBe(0)
  })

  it('prints JSON', async () => {
    const { stdout } = await runCli(['query', 'who uses RookDB', '--graph', graph, '--json'])
    expect(JSON.parse(stdout).claims[0]).toMatchObject({ text: 'Acorn uses RookDB', kind: 'uses' })
  })

  it('compares two graphs', async () => {
    const { stdout } = await runCli(['diff', graph, graph])
    expect(stdout).toBe(
      ['entities', 'edges', 'patterns'].map((what) => `${what}: 0 came, 0 went, 0 changed\n`).join(''),
    )
  })

  it('says what it does not know, in one line', async () => {
    const { status, stderr } = await runCli(['show', 'Birhc', '--graph', graph])
    expect(stderr).toMatch(/^error: no entity of this graph is called "Birhc" \(did you mean Birch\?\)$/m)
    expect(status).toBe(1)
  })
})

describe('extract --explain', () => {
  it('tells how a file was read that holds no entry', async () => {
    const { status, stdout } = await runCli(['extract', '--explain', '-'], { input: '# Notes\n\nJust words.\n' })
    expect(stdout).toMatch(/read as .*, 0 entries/)
    expect(status).toBe(0)
  })

  it('tells why each name was taken', async () => {
    const input = '**[A lock](https://example.org/a)** · Cloudflare\nCloudflare found lock contention in ClickHouse.\n'
    const { stdout } = await runCli(['extract', '--explain', '-'], { input })
    expect(stdout).toMatch(/technology:clickhouse {2}“ClickHouse” body \d+–\d+: in the (ontology|list of names)/)
    expect(stdout).toMatch(/failure-mode:lock-contention {2}“.*contention.*” body .*: label 1 of the entry/)
    expect(stdout).toMatch(/failure-mode:lock-contention scores [\d.]+ of -?[\d.]+: a label; .*rarest cue/)
  })
})
