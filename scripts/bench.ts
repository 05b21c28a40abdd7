/**
 * `npm run bench [-- parts…] [-- --json FILE] [-- --nodes N]`: speed and stability as ratios against a yardstick that
 * runs in the same minute on the same machine, because milliseconds of another machine say nothing.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BenchRow } from './bench/measure.ts'

const PARTS: Record<string, (options: { nodes: number }) => Promise<BenchRow[]>> = {
  startup: async () => (await import('./bench/startup.ts')).benchStartup(),
  reading: async () => (await import('./bench/reading.ts')).benchReading(),
  extraction: async () => (await import('./bench/extraction.ts')).benchExtraction(),
  export: async ({ nodes }) => (await import('./bench/export.ts')).benchExport(nodes),
  communities: async () => {
    // It prints tables of its own: agreement and recovery are no times.
    await (await import('./bench/communities.ts')).benchCommunities()
    return []
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, nodes: { type: 'string', default: '100000' } },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS)
const record: Record<string, BenchRow[]> = {}
for (const name of wanted) {
  const part = PARTS[name]
  if (part === undefined) {
    console.error(`no part is called "${name}": ${Object.keys(PARTS).join(', ')}`)
    process.exit(2)
  }
  const rows = await part({ nodes: Number(values.nodes) })
  if (rows.length === 0) continue
  record[name] = rows
  console.log(`\n${name}`)
  console.table(rows)
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, ...record }, null, 1)}\n`)
