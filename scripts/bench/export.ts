import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchRow, row, runProgram } from './measure.ts'

/** Edges a node: 250,000 of 100,000 nodes. */
const DENSITY = 2.5

interface Written {
  seconds: number
  /** The most memory that the process held, MB. */
  memory: number
}

/** A made-up graph to GEXF, beside graphology-gexf's and NetworkX's writers of the same graph. */
export async function benchExport(nodes: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  try {
    const edges = Math.round(nodes * DENSITY)
    const script = join(import.meta.dirname, 'write-graph.ts')
    const write = async (writer: string): Promise<Written> => {
      const args = ['--import', 'tsx', script, writer, String(nodes), String(edges), folder]
      return JSON.parse((await runProgram(process.execPath, args)).trim().split('\n').at(-1) ?? '{}')
    }
    const ours = await write('throughline')
    const what = `GEXF of ${nodes.toLocaleString('en')} nodes and ${edges.toLocaleString('en')} edges`
    const memory = `${ours.memory} MB at most`
    const rows: BenchRow[] = []
    const graphology = await write('graphology').catch(() => null)
    if (graphology !== null)
      rows.push(row(what, ours.seconds, `graphology-gexf, ${graphology.memory} MB`, graphology.seconds, memory))
    const networkx = writeByNetworkX(join(folder, 'graph.json'))
    if (networkx === null) console.log('no python3 with networkx: its writer is not compared')
    else rows.push(row(what, ours.seconds, `NetworkX, ${networkx.memory} MB`, networkx.seconds, memory))
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Only the writing is timed. NetworkX takes neither null nor lists. */
const PROGRAM = `
import sys, json, time, resource, networkx
data = json.load(open(sys.argv[1]))
g = networkx.MultiDiGraph()
plain = lambda row, skip: {k: json.dumps(v) if isinstance(v, list) else v for k, v in row.items() if v is not None and k not in skip}
for row in data["nodes"]: g.add_node(row["id"], **plain(row, ("id",)))
for row in data["links"]: g.add_edge(row["source"], row["target"], key=row["key"], **plain(row, ("source", "target", "key")))
started = time.time()
networkx.write_gexf(g, sys.argv[1] + ".gexf")
print(json.dumps({"seconds": time.time() - started, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000}))`

function writeByNetworkX(path: string): Written | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(python, ['-c', 'import networkx'], { stdio: 'ignore' })
    } catch {
      continue
    }
    return JSON.parse(execFileSync(python, ['-c', PROGRAM, path], { encoding: 'utf8' }))
  }
  return null
}
