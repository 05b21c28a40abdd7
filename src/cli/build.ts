import { join } from 'node:path'
import pc from 'picocolors'
import { writeAtomically } from '../io/write-atomically.ts'
import { ENTITY_TYPES, type KnowledgeGraph } from '../model/index.ts'
import { findTrends } from '../patterns/index.ts'
import { entryLine } from './extract.ts'
import { buildFrom, type Command } from './run.ts'

/** `throughline build`: graph.json, entries.jsonl and patterns.json, and a summary on stderr. */
export async function build(command: Command, inputs: string[] = []): Promise<void> {
  const started = performance.now()
  const { terminal, raw, options } = command
  const folder = String(raw.output)
  const { graph: built, entries } = await buildFrom(inputs, command)
  const graph = await followed(built, raw.previous, terminal)
  await writeAtomically(join(folder, 'entries.jsonl'), lines(entries.map(entryLine)))
  await writeAtomically(join(folder, 'patterns.json'), `${JSON.stringify(graph.patterns, null, 1)}\n`)
  await writeAtomically(join(folder, 'graph.json'), graphText(graph))
  const summary = summarise(graph, (performance.now() - started) / 1000)
  if (options.json) await terminal.print(`${JSON.stringify(Object.fromEntries(summary))}\n`)
  for (const line of summaryTable(summary)) terminal.say(line)
  for (const line of trendLines(graph)) terminal.say(line)
  terminal.say(pc.dim(`written to ${folder}`))
}

const TRENDS_SAID = 3

/** What rises and fades most, strongest first; nothing where the entries lie in too few days to tell. */
export function trendLines(graph: KnowledgeGraph): string[] {
  const trends = findTrends(graph)
  return (['rising', 'fading'] as const).flatMap((kind) => {
    const said = trends
      .filter((trend) => trend.kind === kind)
      .slice(0, TRENDS_SAID)
      .map(({ label, early, late }) => `${label} (${early} → ${late})`)
    return said.length === 0 ? [] : [`${kind}: ${said.join(', ')}`]
  })
}

/** `graph.json`'s text: one table a line, so that a diff of two builds can be read. */
export function graphText(graph: KnowledgeGraph): string {
  const parts = Object.entries(graph).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  return `{${parts.join(',\n')}}\n`
}

/** Entries, entities by type, edges, patterns, time. */
export function summarise(graph: KnowledgeGraph, seconds: number): [string, number][] {
  const ofType = (type: string) => graph.nodes.type.filter((each) => each === type).length
  const names = { company: 'companies', technology: 'technologies', 'failure-mode': 'failure modes', lesson: 'lessons' }
  return [
    ['entries', graph.meta.entries],
    ['stories', graph.meta.stories],
    ...ENTITY_TYPES.map((type): [string, number] => [names[type], ofType(type)]),
    ['edges', graph.edges.from.length],
    ['patterns', graph.patterns.length],
    ['seconds', Math.round(seconds * 100) / 100],
  ]
}

export function summaryTable(summary: [string, number][]): string[] {
  const width = Math.max(...summary.map(([name]) => name.length))
  return summary.map(([name, value]) => `${name.padEnd(width)}  ${pc.bold(String(value).padStart(7))}`)
}

async function followed(
  graph: KnowledgeGraph,
  previous: unknown,
  terminal: Command['terminal'],
): Promise<KnowledgeGraph> {
  if (typeof previous !== 'string') return graph
  const { followPrevious } = await import('./follow-previous.ts')
  return followPrevious(graph, previous, terminal)
}

function* lines(texts: string[]): Generator<string> {
  yield* texts
}
