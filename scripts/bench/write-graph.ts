/** `write-graph.ts WRITER NODES EDGES FOLDER`: writes a made-up graph as GEXF, in a process of its own so that its memory can be told. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import { exportGraph } from '../../src/export/index.ts'
import { writeAtomically } from '../../src/io/write-atomically.ts'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { syntheticGraph } from '../../test/e2e/fixtures/synthetic-graph.ts'

const [writer, nodes, edges, folder = '.'] = process.argv.slice(2)
const graph = syntheticGraph({ nodes: Number(nodes), edges: Number(edges), entries: 20_000, patterns: 50, seed: 3 })

async function exportTo(format: 'gexf' | 'node-link' | 'json', name: string): Promise<void> {
  for (const { chunks } of exportGraph(graph, format)) await writeAtomically(join(folder, name), chunks)
}

function text(of: KnowledgeGraph): string {
  let all = ''
  for (const { chunks } of exportGraph(of, 'json')) for (const chunk of chunks as Iterable<string>) all += chunk
  return all
}

let seconds: number
if (writer === 'throughline') {
  const started = performance.now()
  await exportTo('gexf', 'graph.gexf')
  seconds = (performance.now() - started) / 1000
  // For the other program, after the clock was stopped.
  const { maxRSS } = process.resourceUsage()
  await exportTo('node-link', 'graph.json')
  console.log(JSON.stringify({ seconds, memory: Math.round(maxRSS / 1000) }))
} else {
  const read = MultiDirectedGraph.from(JSON.parse(text(graph)))
  const started = performance.now()
  writeFileSync(join(folder, 'graphology.gexf'), write(read))
  seconds = (performance.now() - started) / 1000
  console.log(JSON.stringify({ seconds, memory: Math.round(process.resourceUsage().maxRSS / 1000) }))
}
