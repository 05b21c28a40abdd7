// Questions, answered with quoted evidence: node examples/ask-questions.mjs ["who uses Kubernetes" …]
import { buildAll, createAnswerer, loadOntology } from 'throughline'

const asked = process.argv.slice(2)
const questions =
  asked.length > 0 ? asked : ['who hit lock contention in ClickHouse', 'what did companies learn about retries']
const { ontology } = loadOntology([])
const { graph } = await buildAll(['data/digests'], { ontology })
const answer = createAnswerer(graph, ontology)

for (const question of questions) {
  const { claims, unknown } = answer(question, { limit: 3 })
  console.log(`\n${question}`)
  if (claims.length === 0) console.log('  nothing found', unknown.map(({ near }) => near.join(', ')).join(' '))
  for (const { text, quotes } of claims) {
    console.log(`  ${text}`)
    for (const quote of quotes) console.log(`    “${quote.text}” (${quote.title}, ${quote.date ?? 'undated'})`)
  }
}
