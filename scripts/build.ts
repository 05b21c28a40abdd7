/**
 * Builds `dist/`: the compiled ontology, the library, the CLI and its workers, the type declarations and the page.
 * `--watch` rebuilds the code on change; `--code` leaves the page out.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, context } from 'esbuild'
import { surfacePolicies } from '../src/extract/index.ts'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import { formatDiagnostic } from '../src/model/diagnostic.ts'
import { compileOntology } from '../src/ontology/index.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const BINS: Record<string, string> = { tsc: 'typescript/bin/tsc', vite: 'vite/bin/vite.js' }
const flag = (name: string) => process.argv.includes(name)

const code: BuildOptions = {
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    'mcp/server': 'src/mcp/server.ts',
    'cli/main': 'src/cli/main.ts',
    'io/pass-worker': 'src/io/pass-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // What every start needs is bundled, which saves its look-up on disk; the rest is loaded from node_modules when it is used.
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
}

if (!flag('--watch')) rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
writeOntology()
if (flag('--watch')) {
  const watcher = await context(code)
  await watcher.watch()
} else {
  await build(code)
  chmodSync(join(dist, 'cli', 'main.js'), 0o755)
  run('tsc', '-p', 'tsconfig.build.json')
  if (!flag('--code')) run('vite', 'build', '-c', 'viz/vite.config.ts', '--logLevel', 'warn')
}

/** A shipped ontology with a fault in it must not be built. */
function writeOntology(): void {
  const { ontology, diagnostics } = compileOntology(readOntologyFolder(join(root, 'data', 'ontology')))
  for (const diagnostic of diagnostics) console.error(`data/ontology/${formatDiagnostic(diagnostic)}`)
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exit(1)
  // How each spelling is matched is worked out here rather than at every start.
  writeFileSync(join(dist, 'ontology.json'), JSON.stringify({ ...ontology, policies: surfacePolicies(ontology) }))
}

function run(name: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', BINS[name] ?? name), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
}
