import { loadOntology } from '../io/load-ontology.ts'
import { readGraphFile } from '../io/read-graph-file.ts'
import { type KnowledgeGraph, ThroughlineError } from '../model/index.ts'
import {
  answerQuestion,
  compareEntities,
  diffGraphs,
  findEntity,
  findPaths,
  graphIndex,
  showEntity,
} from '../query/index.ts'
import { answerText, comparisonText, diffText, entityText, pathsText } from './answer-text.ts'
import { type Command, dates, obtainGraph } from './run.ts'

/** `throughline query TEXT`: claims with quoted evidence. */
export async function query(command: Command, [text = '']: string[], inputs: string[] = []): Promise<void> {
  const graph = await obtainGraph(inputs, command)
  const { ontology } = loadOntology(command.options.ontology)
  const answer = answerQuestion(graph, ontology, text, dates(command.options))
  await print(command, answer, () => answerText(answer))
}

/** `throughline path FROM TO`: the strongest chains between two entities. */
export async function path(
  command: Command,
  [from = '']: string[],
  [to = '']: string[],
  inputs: string[] = [],
): Promise<void> {
  const graph = await obtainGraph(inputs, command)
  const [a, b] = [entityRow(graph, from), entityRow(graph, to)]
  const paths = findPaths(graph, a, b)
  await print(command, paths, () => pathsText(graph, a, b, paths))
}

/** `throughline show ENTITY`: everything that the graph holds of one. */
export async function show(command: Command, [name = '']: string[], inputs: string[] = []): Promise<void> {
  const graph = await obtainGraph(inputs, command)
  const card = showEntity(graph, entityRow(graph, name))
  await print(command, card, () => entityText(card))
}

/** `throughline compare A B`: what two share, and what only one has. */
export async function compare(
  command: Command,
  [a = '']: string[],
  [b = '']: string[],
  inputs: string[] = [],
): Promise<void> {
  const graph = await obtainGraph(inputs, command)
  const comparison = compareEntities(graph, entityRow(graph, a), entityRow(graph, b))
  await print(command, comparison, () => comparisonText(graph, comparison))
}

/** `throughline diff OLD NEW`: what came, went and changed between two graphs. */
export async function diff(command: Command, [older = '']: string[], [newer = '']: string[]): Promise<void> {
  const changes = diffGraphs(await readGraphFile(older), await readGraphFile(newer))
  await print(command, changes, () => diffText(changes))
}

/** @throws ThroughlineError that says which names come near. */
function entityRow(graph: KnowledgeGraph, name: string): number {
  const { row, near } = findEntity(graphIndex(graph), name)
  if (row >= 0) return row
  const names = near.map((id) => graph.nodes.label[graphIndex(graph).rowOfId.get(id) ?? -1] ?? id)
  throw new ThroughlineError({
    code: 'no-entity',
    severity: 'error',
    message: `no entity of this graph is called "${name}"`,
    remedy: names.length > 0 ? `did you mean ${names.join(', ')}?` : 'see what it holds with `throughline query`',
  })
}

async function print({ options, terminal }: Command, value: unknown, text: () => string[]): Promise<void> {
  await terminal.print(options.json ? `${JSON.stringify(value, null, 1)}\n` : `${text().join('\n')}\n`)
}
