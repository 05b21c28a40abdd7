import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { expect, it } from 'vitest'
import { ROOT } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
  bin: Record<string, string>
  exports: Record<string, string | Record<string, string>>
}

it('is a package that publint finds no fault with', async () => {
  const { messages } = await publint({ pkgDir: ROOT, strict: true, pack: 'npm' })
  expect(messages).toEqual([])
})

it('packs what bin, exports and types point to, and the sample corpus, but no sources or tests', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }),
  ) as { files: { path: string }[]; unpackedSize: number }[]
  const files = new Set(packed?.files.map(({ path }) => path))
  const targets = Object.values(PACKAGE.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  )
  for (const target of [...targets, ...Object.values(PACKAGE.bin)]) expect(files).toContain(target.replace('./', ''))
  for (const file of ['dist/ontology.json', 'data/digests/tech-2026-05-14.md', 'LICENSE']) expect(files).toContain(file)
  expect([...files].filter((path) => /^(src|test|scripts|viz|node_modules|\.ci)\//.test(path))).toEqual([])
  expect(packed?.unpackedSize).toBeLessThan(12_000_000)
})

it('can be imported, and typed, by a program of its own', { timeout: 120_000 }, () => {
  const folder = temporaryFolder({
    'package.json': '{ "type": "module" }',
    'use.ts': [
      "import { buildAll, createAnswerer, exportGraph, loadOntology, type KnowledgeGraph } from 'throughline'",
      "import { createMcpServer } from 'throughline/mcp'",
      'const { ontology } = loadOntology([])',
      'const graph: KnowledgeGraph = (await buildAll([])).graph',
      "const claims: string[] = createAnswerer(graph, ontology)('who').claims.map(({ text }) => text)",
      "const names: (string | null)[] = exportGraph(graph, 'gexf').map(({ name }) => name)",
      'createMcpServer(graph, ontology)',
      '// @ts-expect-error: a format that is none',
      "exportGraph(graph, 'docx')",
      'console.log(claims.length, names.length)',
    ].join('\n'),
    'use.mjs': "import * as library from 'throughline'\nconsole.log(Object.keys(library).length)\n",
  })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules', 'throughline'))
  expect(Number(execFileSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' }))).toBeGreaterThan(40)
  const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--noEmit', '--types', 'node']
  const roots = ['--typeRoots', join(ROOT, 'node_modules', '@types')]
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), ...options, ...roots, 'use.ts'],
    {
      cwd: folder,
      stdio: 'pipe',
      encoding: 'utf8',
    },
  )
})
