import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import nlp from 'compromise'
import { build } from 'esbuild'
import { packageRoot } from '../../src/io/package-root.ts'
import { type BenchRow, quickest, row, runProgram } from './measure.ts'

/** Bytes of input for the comparison of one worker with two: well above what the workers need to start. */
const LARGE = 4_500_000
/** A yardstick of a second and passes of a fifth need about the same time in all. */
const ROUNDS = 8

/** The passes bundled as they ship: what runs TypeScript adds a call to each function that is made. */
async function loadPasses() {
  const outfile = join(packageRoot(), 'dist', 'bench-passes.mjs')
  await build({
    stdin: {
      contents: `
        export { loadShippedOntology } from './src/io/load-ontology.ts'
        export { createKeptEntries } from './src/kept-entries.ts'
        export { createFirstPass, createSecondPass } from './src/passes.ts'
        export { resolveCandidates } from './src/resolve/index.ts'`,
      resolveDir: packageRoot(),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  try {
    return (await import(pathToFileURL(outfile).href)) as typeof import('../../src/io/load-ontology.ts') &
      typeof import('../../src/kept-entries.ts') &
      typeof import('../../src/passes.ts') &
      typeof import('../../src/resolve/index.ts')
  } finally {
    rmSync(outfile)
  }
}

/** The two passes on one core beside compromise's organisations on the same text, and two workers beside one. */
export async function benchExtraction(): Promise<BenchRow[]> {
  const { createFirstPass, createKeptEntries, createSecondPass, loadShippedOntology, resolveCandidates } =
    await loadPasses()
  const folder = join(packageRoot(), 'data', 'digests')
  const digests = readdirSync(folder)
    .filter((name) => name !== 'README.md' && name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const bytes = digests.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const tasks = digests.map(({ name, text }) => ({
    file: { source: name, bytes: Buffer.from(text) },
    stem: name.replace('.md', ''),
  }))
  const ontology = loadShippedOntology()
  // As a run does it: what the first pass read is kept for the second.
  const kept = createKeptEntries()
  const first = createFirstPass(ontology, kept)
  const second = createSecondPass(
    resolveCandidates(
      tasks.flatMap((task) => first(task).candidates),
      ontology,
    ),
    ontology,
    kept,
  )
  const rate = (seconds: number) => `${(bytes / 1e6 / seconds).toFixed(2)} MB/s`
  const yardstick = await quickest(3, () => {
    for (const { text } of digests) nlp(text).organizations().out('array')
  })
  const name = `compromise, nlp(text).organizations(), ${rate(yardstick)}`
  let learn = Number.POSITIVE_INFINITY
  let extract = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (const task of tasks) first(task)
    const learned = performance.now()
    for (const task of tasks) second(task)
    learn = Math.min(learn, (learned - start) / 1000)
    extract = Math.min(extract, (performance.now() - learned) / 1000)
  }
  return [
    row('first pass, one core', learn, name, yardstick, rate(learn)),
    row('second pass, one core', extract, name, yardstick, rate(extract)),
    row('both passes, one core', learn + extract, name, yardstick, rate(learn + extract)),
    await benchWorkers(digests.map(({ text }) => text).join('\n\n')),
  ]
}

/** `extract` over many files with one worker and with two. */
async function benchWorkers(text: string): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  try {
    mkdirSync(join(folder, 'in'))
    const files = Math.ceil(LARGE / Buffer.byteLength(text))
    for (let file = 0; file < files; file++)
      writeFileSync(join(folder, 'in', `${String(file).padStart(3, '0')}.md`), text)
    const main = join(packageRoot(), 'dist', 'cli', 'main.js')
    const run = (workers: number) => () =>
      runProgram(process.execPath, [main, 'extract', join(folder, 'in'), '--workers', String(workers), '--quiet'])
    const one = await quickest(1, run(1))
    const two = await quickest(1, run(2))
    const size = (files * Buffer.byteLength(text)) / 1e6
    return row(
      `extract, ${size.toFixed(1)} MB in ${files} files, 2 workers`,
      two,
      '1 worker',
      one,
      `${(size / two).toFixed(2)} MB/s`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
