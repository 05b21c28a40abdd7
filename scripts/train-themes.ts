/**
 * Trains `data/ontology/theme-weights.json` on labelled digests, or reports how well that does on digests left out.
 *
 *     tsx scripts/train-themes.ts DIGESTS=LABELS [DIGESTS=LABELS …]            writes the weights, the same bytes every time
 *     tsx scripts/train-themes.ts --report DIGESTS=LABELS [DIGESTS=LABELS …]   trains once for each digest that is left out
 *
 * Each pair is a folder of digests and one of labels for some of their entries.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import { compileOntology } from '../src/ontology/index.ts'
import { crossValidate, describe, type HeldOut, tally } from './themes/cross-validate.ts'
import { DEFAULT_FIT, fitThemes } from './themes/fit-themes.ts'
import { readExamples } from './themes/theme-examples.ts'

const FOLDER = join(import.meta.dirname, '..', 'data', 'ontology')
const sets = process.argv
  .slice(2)
  .filter((each) => !each.startsWith('--'))
  .map((each) => each.split('='))
  .map(([digests = '', labels = '']) => ({ digests, labels }))
if (sets.length === 0 || sets.some(({ labels }) => labels === '')) {
  console.error('usage: tsx scripts/train-themes.ts [--report] DIGESTS=LABELS [DIGESTS=LABELS …]')
  process.exit(2)
}
const { ontology } = compileOntology(
  readOntologyFolder(FOLDER).filter(({ path }) => /^(?:failure-modes|lessons|theme-words)/.test(path)),
)
const examples = readExamples(sets)
if (process.argv.includes('--report')) report(crossValidate(examples, ontology, DEFAULT_FIT))
else {
  const weights = fitThemes(examples, ontology, DEFAULT_FIT)
  writeFileSync(join(FOLDER, 'theme-weights.json'), `${JSON.stringify(weights, null, 1)}\n`)
  console.error(`theme-weights.json: trained on ${weights.trainedOn}`)
}

function report(results: HeldOut[]): void {
  sets.forEach(({ labels: path }, folder) => {
    const own = results.filter(({ example }) => example.folder === folder)
    const polarity = own.flatMap((result) => result.polarity)
    const right = polarity.filter(({ said, truth }) => said === truth).length
    console.log(`${path}: ${own.length} entries, each labelled by weights that have not seen its digest`)
    console.log(`  failure modes  ${describe(tally(own, 'failure-mode'))}`)
    console.log(`  polarity       ${(right / (polarity.length || 1)).toFixed(3)} of ${polarity.length}`)
    console.log(`  lessons        ${describe(tally(own, 'lesson'))}`)
  })
  if (!process.argv.includes('--errors')) return
  for (const { example, found, missed, polarity } of results) {
    const id = `${example.file}#${example.entry.index}`
    for (const each of missed) console.log(['missed', each.type, id, each.id].join('\t'))
    for (const each of found) if (each.truth === 'no') console.log(['spurious', each.type, id, each.id].join('\t'))
    for (const each of polarity)
      if (each.said !== each.truth) console.log(['polarity', each.said, id, each.id].join('\t'))
  }
}
