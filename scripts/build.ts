/**
 * Builds `dist/`: the compiled ontology, the library, the CLI and its workers, the type declarations and the page.
 * `--watch` rebuilds the code on change; `--code` leaves the page out.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, context, type Plugin } from 'esbuild'
import { cueIndexOf, surfacePolicies } from '../src/extract/index.ts'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import { formatDiagnostic } from '../src/model/diagnostic.ts'
import { compileOntology } from '../src/ontology/index.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const BINS: Record<string, string> = { tsc: 'typescript/bin/tsc', vite: 'vite/bin/vite.js' }
const flag = (name: string) => process.argv.includes(name)

const common: BuildOptions = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
}

/** zod's messages in fifty languages are half of it; ours are in English, which it imports by itself. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/.test(importer) ? { path: 'zod-locales', namespace: 'empty' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {}' }))
  },
}

/** Programs that import the library share their copies of its dependencies. */
const library: BuildOptions = {
  ...common,
  entryPoints: { index: 'src/index.ts', 'mcp/server': 'src/mcp/server.ts' },
  packages: 'external',
}

/**
 * Commands and their workers carry what every run needs: to look some 400 files up on disk takes longer than a short text
 * to read. The rest is loaded from node_modules when it is used.
 */
const commands: BuildOptions = {
  ...common,
  entryPoints: { 'cli/main': 'src/cli/main.ts', 'io/pass-worker': 'src/io/pass-worker.ts' },
  external: [
    '@modelcontextprotocol/sdk',
    '@mozilla/readability',
    'feedsmith',
    'hyparquet-writer',
    'linkedom',
    'open',
    'ora',
    'piscina',
    'sirv',
  ],
  // CommonJS packages inside the bundle ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [withoutLocales],
  metafile: true,
  // Half the text is half the time to compile it.
  minifyWhitespace: true,
  minifySyntax: true,
}

if (!flag('--watch')) rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
writeOntology()
if (flag('--watch')) {
  for (const each of [library, commands]) await (await context(each)).watch()
} else {
  await build(library)
  writeNotices(Object.keys((await build(commands)).metafile?.inputs ?? {}))
  chmodSync(join(dist, 'cli', 'main.js'), 0o755)
  run('tsc', '-p', 'tsconfig.build.json')
  if (!flag('--code')) run('vite', 'build', '-c', 'viz/vite.config.ts', '--logLevel', 'warn')
}

/** A shipped ontology with a fault in it must not be built. */
function writeOntology(): void {
  const { ontology, diagnostics } = compileOntology(readOntologyFolder(join(root, 'data', 'ontology')))
  for (const diagnostic of diagnostics) console.error(`data/ontology/${formatDiagnostic(diagnostic)}`)
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exit(1)
  // How spellings are matched and where cues start is worked out here rather than at every start.
  const prepared = { ...ontology, policies: surfacePolicies(ontology), cueIndex: cueIndexOf(ontology) }
  writeFileSync(join(dist, 'ontology.json'), JSON.stringify(prepared))
}

/** The licences of the packages whose code is in the bundle. */
function writeNotices(inputs: string[]): void {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*?\/)??node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))
    const text = file === undefined ? '' : `\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
    return `${name} ${version} (${license})${text}`
  })
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
}

function run(name: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', BINS[name] ?? name), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
}
