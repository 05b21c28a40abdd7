// What is new in summer: node examples/compare-months.mjs
import { buildAll, diffGraphs, writeParagraph } from 'throughline'

const spring = await buildAll(['data/digests'], { until: '2026-05-31' })
const all = await buildAll(['data/digests'])
const { entities, patterns } = diffGraphs(spring.graph, all.graph)

const list = (changes) =>
  changes
    .slice(0, 8)
    .map(({ label, before, after }) => `${label} (${before} → ${after})`)
    .join(', ')
console.log(`New: ${list(entities.came)}`)
console.log(`Grown: ${list(entities.changed)}`)
console.log(`Patterns: ${patterns.came.length} came, ${patterns.went.length} went`)
console.log(`\n${writeParagraph(all.graph, { seed: 1, since: '2026-06-01' }).text}`)
