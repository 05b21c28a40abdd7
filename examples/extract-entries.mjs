// What one digest says: node examples/extract-entries.mjs [file]
import { extractSources, loadOntology, openSources } from 'throughline'

const inputs = process.argv.length > 2 ? process.argv.slice(2) : ['data/digests/tech-2026-05-14.md']
const { ontology } = loadOntology([])
const { sources, close } = await openSources(inputs)
const { entries } = await extractSources(sources, { ontology })

for await (const { title, byline, mentions, failureModes, lessons } of entries) {
  const technologies = new Set(mentions.filter(({ type }) => type === 'technology').map(({ label }) => label))
  console.log(`${byline.join(', ')}: ${title}`)
  console.log(`  technologies: ${[...technologies].join(', ') || 'none'}`)
  console.log(`  failure modes: ${failureModes.map(({ id }) => id).join(', ') || 'none'}`)
  console.log(`  lessons: ${lessons.map(({ id }) => id).join(', ') || 'none'}`)
}
await close()
