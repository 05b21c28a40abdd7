import { readFile } from 'node:fs/promises'
import { parseGraph } from '../graph/index.ts'
import { type KnowledgeGraph, ThroughlineError } from '../model/index.ts'

/** Reads a `graph.json`. Throws a ThroughlineError that says whether it is missing, no JSON, no graph or too new. */
export async function readGraphFile(path: string): Promise<KnowledgeGraph> {
  const fail = (message: string, remedy: string, cause: unknown) =>
    new ThroughlineError({ code: 'unreadable-graph', severity: 'error', source: path, message, remedy }, { cause })
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw fail('this graph cannot be read', 'make one with `throughline build INPUT -o DIR`', error)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw fail('not valid JSON', 'give a graph.json that `throughline build` wrote', error)
  }
  return parseGraph(value)
}
