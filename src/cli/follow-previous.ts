import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type KnowledgeGraph, PatternSchema, ThroughlineError } from '../model/index.ts'
import { followPatterns } from '../patterns/index.ts'
import type { Terminal } from './terminal.ts'

/** Carries pattern ids over from an earlier build's patterns.json and tells what changed. */
export async function followPrevious(graph: KnowledgeGraph, path: string, terminal: Terminal): Promise<KnowledgeGraph> {
  const fail = (message: string, cause?: unknown) =>
    new ThroughlineError(
      {
        code: 'unreadable-patterns',
        severity: 'error',
        source: path,
        message,
        remedy: 'give a patterns.json that `throughline build` wrote',
      },
      { cause },
    )
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw fail(`cannot be read: ${(error as Error).message}`, error)
  }
  const previous = z.array(PatternSchema).safeParse(value)
  if (!previous.success) throw fail('not a list of patterns')
  const { patterns, changes } = followPatterns(previous.data, graph.patterns)
  for (const change of changes)
    terminal.say(`pattern ${change.kind}: ${change.name}${change.detail === '' ? '' : ` (${change.detail})`}`)
  return { ...graph, patterns }
}
