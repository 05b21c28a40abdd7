// A graph for Gephi: node examples/write-gexf.mjs [output.gexf]
import { buildAll, exportGraph, writeAtomically } from 'throughline'

const output = process.argv[2] ?? 'out/graph.gexf'
const { graph } = await buildAll(['data/digests'])
for (const { chunks } of exportGraph(graph, 'gexf')) await writeAtomically(output, chunks)
console.log(`${graph.nodes.id.length} nodes and ${graph.edges.from.length} edges written to ${output}`)
