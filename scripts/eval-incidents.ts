/**
 * Names in post-mortems that others collected: is the company that a record states found in its text (the field itself is
 * not read), and are the technologies that a record lists found in it?
 *
 * usage: npx tsx scripts/eval-incidents.ts FOLDER   (with danluu-postmortems, icco-postmortems, k8s-failure-stories .jsonl)
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldName } from '../src/extract/index.ts'
import { loadShippedOntology } from '../src/io/load-ontology.ts'
import type { ExtractedEntry } from '../src/model/index.ts'
import { createFirstPass, createSecondPass, type FileTask } from '../src/passes.ts'
import { resolveCandidates } from '../src/resolve/index.ts'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npx tsx scripts/eval-incidents.ts FOLDER')
  process.exit(2)
}
const ontology = loadShippedOntology()

type Row = Record<string, unknown>

function rowsOf(name: string): Row[] {
  const path = join(folder as string, `${name}.jsonl`)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}

function extract(name: string, rows: Row[]): ExtractedEntry[] {
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'))
  const task: FileTask = { file: { source: `${name}.jsonl`, bytes }, stem: name }
  const { candidates } = createFirstPass(ontology)(task)
  return createSecondPass(resolveCandidates(candidates, ontology), ontology)(task).entries
}

/** Folded spellings of an entry's mentions of one type. */
function formsOf(entry: ExtractedEntry, type: string): Set<string> {
  const forms = new Set<string>()
  for (const mention of entry.mentions) {
    if (mention.type === type) forms.add(foldName(mention.label)).add(foldName(mention.text))
  }
  return forms
}

/** 95 % interval of a share (Wilson). */
function interval(right: number, of: number): string {
  if (of === 0) return 'none'
  const z = 1.96
  const p = right / of
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return `${p.toFixed(3)} (${(middle - half).toFixed(3)}–${(middle + half).toFixed(3)}), ${right} of ${of}`
}

for (const name of ['danluu-postmortems', 'icco-postmortems']) {
  const rows = rowsOf(name)
  const named = extract(name, rows)
  let withField = 0
  let rowsWithCompany = 0
  let found = 0
  let inText = 0
  // Records without their company field: the text alone must give it.
  const bare = extract(
    name,
    rows.map(({ company: _, ...rest }) => rest),
  )
  rows.forEach((row, i) => {
    const company = foldName(String(row.company ?? ''))
    if (company === '') return
    rowsWithCompany++
    const entry = named[i]
    if (entry !== undefined && formsOf(entry, 'company').has(company)) withField++
    const alone = bare[i]
    if (alone === undefined || !foldName(`${alone.title} ${alone.body}`).includes(company)) return
    inText++
    if (formsOf(alone, 'company').has(company)) found++
  })
  console.log(`${name}: company named right ${interval(withField, rowsWithCompany)}`)
  console.log(`${name}: the same without the company field, where the text names it ${interval(found, inText)}`)
}

const rows = rowsOf('k8s-failure-stories')
let listed = 0
let right = 0
const missed = new Map<string, number>()
extract('k8s-failure-stories', rows).forEach((entry, i) => {
  const forms = formsOf(entry, 'technology')
  for (const name of (rows[i]?.involved ?? []) as string[]) {
    listed++
    const fold = foldName(name)
    if (forms.has(fold) || [...forms].some((form) => fold.split(' ').includes(form) || fold.startsWith(`${form} `)))
      right++
    else missed.set(name, (missed.get(name) ?? 0) + 1)
  }
})
console.log(`k8s-failure-stories: technologies named ${interval(right, listed)}`)
console.log(`missed: ${[...missed.keys()].sort().join('; ')}`)
