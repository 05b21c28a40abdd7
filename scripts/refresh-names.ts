/**
 * Writes `data/ontology/names.generated.json`: names from lists on npm that the curated files lack, with the list and
 * licence of each. The lists are unpacked into a temporary folder, or read from the folder given, where they lie as
 * `npm pack` unpacks them, one folder each.
 *
 * usage: npx tsx scripts/refresh-names.ts [FOLDER]
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import type { GeneratedName } from '../src/model/index.ts'
import { compileOntology, EMPTY_ONTOLOGY } from '../src/ontology/index.ts'
import { chooseNames } from './names/choose-names.ts'
import { LISTS, readLists } from './names/read-lists.ts'

const folder = join(import.meta.dirname, '..', 'data', 'ontology')
const given = process.argv[2]
const unpacked = given ?? mkdtempSync(join(tmpdir(), 'throughline-names-'))
if (given === undefined) for (const { key, packageName, version } of LISTS) unpack(key, `${packageName}@${version}`)
const listed = await readLists(unpacked)
if (given === undefined) rmSync(unpacked, { recursive: true })

const curated = compileOntology(readOntologyFolder(folder).filter(({ path }) => path !== 'names.generated.json'))
const names = chooseNames(listed, { ...EMPTY_ONTOLOGY, ...curated.ontology })
writeFileSync(join(folder, 'names.generated.json'), fileText(names))
console.log(`${listed.length} listed, ${names.length} kept`)

function unpack(key: string, spec: string): void {
  const target = join(unpacked, key)
  mkdirSync(target)
  // `npm pack` fetches one package without what it depends on; nothing of it runs.
  const archive = execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', unpacked], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim()
  execFileSync('tar', ['-xzf', join(unpacked, archive), '-C', target, '--strip-components=1'])
}

/** One name a line, so that a refresh reads as a list of additions and removals. */
function fileText(rows: GeneratedName[]): string {
  const sources = Object.fromEntries(
    LISTS.map(({ key, packageName, version, licence }) => [key, { package: packageName, version, licence }]),
  )
  const lines = rows.map((row) => JSON.stringify(row))
  return `{"note":"Written by scripts/refresh-names.ts; do not edit by hand.","sources":${JSON.stringify(sources)},"names":[\n${lines.join(',\n')}\n]}\n`
}
