// Names that only your company knows, laid over the shipped ones: node examples/own-names.mjs

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll, createAnswerer, loadShippedOntology, mergeOntology } from 'throughline'

const { ontology, diagnostics } = mergeOntology(loadShippedOntology(), [
  { path: 'companies.yaml', text: 'companies:\n  - { id: acme-rockets, name: Acme Rockets }\n' },
  {
    path: 'technologies.yaml',
    text: 'technologies:\n  - { id: roadrunner, name: Roadrunner, kind: messaging, vendor: acme-rockets }\n',
  },
])
for (const { message } of diagnostics) console.error(message)

const folder = await mkdtemp(join(tmpdir(), 'throughline-example-'))
await writeFile(
  join(folder, 'postmortem.md'),
  '# Post-mortems\n\n**[The queue that ate itself](https://example.org/queue)** · Acme Rockets\nAcme Rockets uses Roadrunner for orders. A retry storm filled Roadrunner within minutes.\n',
)
const { graph } = await buildAll([folder], { ontology })
const { claims } = createAnswerer(graph, ontology)('who uses Roadrunner')
for (const { text, quotes } of claims) console.log(`${text}: “${quotes[0]?.text}”`)
await rm(folder, { recursive: true })
