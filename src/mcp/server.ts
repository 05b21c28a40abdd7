import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { ENTITY_TYPES, EntityTypeSchema, type KnowledgeGraph, type Ontology } from '../model/index.ts'
import { writeParagraph } from '../patterns/index.ts'
import {
  type Claim,
  createAnswerer,
  findEntity,
  findPaths,
  graphIndex,
  type Neighbour,
  neighboursOf,
  quotesOf,
  showEntity,
} from '../query/index.ts'
import { boundedResult, clip, failedResult, NOTICE, quotation, type ToolResult } from './bounded-result.ts'

const entity = z.string().min(1).max(200).describe('name, alias or id, such as "ClickHouse" or "technology:clickhouse"')
const limit = (most: number, usual: number) => z.int().min(1).max(most).default(usual)

/** No tool changes anything, and none reaches beyond the graph. */
const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

/** An MCP server over one graph. Connect it to a transport; it holds no other state. */
export function createMcpServer(graph: KnowledgeGraph, ontology: Ontology, version = '0.1.0'): McpServer {
  const server = new McpServer({ name: 'throughline', version }, { instructions: instructions(graph) })
  const index = graphIndex(graph)
  const { nodes, edges } = graph

  /** Runs with the node that a name means, or says what comes near. */
  const withEntity = (name: string, run: (row: number) => ToolResult): ToolResult => {
    const { row, near } = findEntity(index, name)
    if (row >= 0) return run(row)
    return failedResult(`no entity is called "${clip(name, 100)}"`, near)
  }
  const neighbour = ({ quotes, ...rest }: Neighbour) => ({
    ...rest,
    label: clip(rest.label),
    quotations: quotes.map(quotation),
  })

  const claim = ({ text, quotes, ...rest }: Claim) => ({
    claim: clip(text),
    ...rest,
    quotations: quotes.map(quotation),
  })
  let answer: ReturnType<typeof createAnswerer> | undefined

  server.registerTool(
    'search',
    {
      title: 'Ask a question',
      description:
        'Answers a question such as "who hit lock contention in ClickHouse" or "what did companies learn about retries" with claims and the sentences that back them; falls back to full-text search.',
      inputSchema: { question: z.string().min(1).max(1000), limit: limit(25, 8) },
      annotations: READ_ONLY,
    },
    ({ question, limit }) => {
      answer ??= createAnswerer(graph, ontology)
      const { understood, claims, near, absent, unknown } = answer(question, { limit })
      return boundedResult({
        found: claims.length > 0,
        understood,
        claims: claims.map(claim),
        ...(near.length > 0 ? { cameNear: near.map(claim) } : {}),
        ...(absent.length > 0 ? { namedByNoEntry: absent } : {}),
        ...(unknown.length > 0 ? { unknownWords: unknown } : {}),
      })
    },
  )

  server.registerTool(
    'entity',
    {
      title: 'Show an entity',
      description:
        'What the graph holds of a company, technology, failure mode or lesson: facts, counts, dates, strongest edges, quotations.',
      inputSchema: { name: entity },
      annotations: READ_ONLY,
    },
    ({ name }) =>
      withEntity(name, (row) => {
        const { quotes, stated, associated, ...card } = showEntity(graph, row)
        return boundedResult({
          ...card,
          stated: stated.map(neighbour),
          associated: associated.map(neighbour),
          quotations: quotes.map(quotation),
        })
      }),
  )

  server.registerTool(
    'neighbours',
    {
      title: 'Neighbours of an entity',
      description: 'Entities that edges tie to one, strongest first, each with its best quotation.',
      inputSchema: {
        name: entity,
        type: EntityTypeSchema.optional(),
        kind: z.string().max(40).optional(),
        limit: limit(50, 15),
      },
      annotations: READ_ONLY,
    },
    ({ name, type, kind, limit }) =>
      withEntity(name, (row) => {
        const found = neighboursOf(index, row).filter(
          (each) => (type === undefined || each.type === type) && (kind === undefined || each.kind === kind),
        )
        return boundedResult({
          of: nodes.id[row],
          total: found.length,
          neighbours: found.slice(0, limit).map(neighbour),
        })
      }),
  )

  server.registerTool(
    'path',
    {
      title: 'Chains between two entities',
      description: 'The strongest loopless chains between two entities; each hop has its best quotation.',
      inputSchema: { from: entity, to: entity, count: limit(5, 3) },
      annotations: READ_ONLY,
    },
    ({ from, to, count }) =>
      withEntity(from, (a) =>
        withEntity(to, (b) => {
          const paths = findPaths(graph, a, b, { count })
          return boundedResult({
            paths: paths.map(({ nodes, cost, hops }) => ({
              nodes,
              cost,
              hops: hops.map(({ quote, ...hop }) => ({ ...hop, ...(quote === null ? {} : quotation(quote)) })),
            })),
          })
        }),
      ),
  )

  server.registerTool(
    'patterns',
    {
      title: 'Recurring patterns',
      description:
        'Communities of the graph that recur over several companies: name, companies, themes, stability, dates, and a sentence that tells each.',
      inputSchema: { about: entity.optional(), limit: limit(25, 10) },
      annotations: READ_ONLY,
    },
    ({ about, limit }) => {
      const list = (row?: number) => {
        const id = row === undefined ? undefined : nodes.id[row]
        const found = graph.patterns.filter(
          ({ members }) => id === undefined || members.some(({ node }) => node === id),
        )
        return boundedResult({
          total: found.length,
          patterns: found.slice(0, limit).map((pattern) => ({
            id: pattern.id,
            name: clip(pattern.name),
            themes: pattern.themes,
            companies: pattern.companies,
            stories: pattern.stories,
            firstDate: pattern.firstDate,
            lastDate: pattern.lastDate,
            stability: pattern.stability,
            lift: pattern.lift,
            paragraph: clip(pattern.paragraph, 1200),
            quotations: quotesOf(graph, pattern.evidence, 3).map(quotation),
          })),
        })
      }
      return about === undefined ? list() : withEntity(about, list)
    },
  )

  server.registerTool(
    'evidence',
    {
      title: 'Quoted evidence',
      description: 'The sentences that back an entity, or the edges between two entities.',
      inputSchema: { name: entity, with: entity.optional(), limit: limit(20, 10) },
      annotations: READ_ONLY,
    },
    ({ name, with: other, limit }) =>
      withEntity(name, (a) => {
        if (other === undefined) {
          return boundedResult({
            of: nodes.id[a],
            quotations: quotesOf(graph, nodes.evidence[a] ?? [], limit).map(quotation),
          })
        }
        return withEntity(other, (b) => {
          const between = (index.edgesOfNode[a] ?? []).filter((edge) => edges.from[edge] === b || edges.to[edge] === b)
          return boundedResult({
            edges: between.map((edge) => ({
              from: nodes.id[edges.from[edge] ?? -1],
              kind: edges.kind[edge],
              to: nodes.id[edges.to[edge] ?? -1],
              weight: edges.weight[edge],
              evidence: edges.count[edge],
              quotations: quotesOf(graph, edges.evidence[edge] ?? [], limit).map(quotation),
            })),
          })
        })
      }),
  )

  server.registerTool(
    'paragraph',
    {
      title: 'Patterns across companies',
      description:
        'The paragraph "Patterns Across Companies" over the graph or a range of days; every clause cites its entries.',
      inputSchema: { since: z.iso.date().optional(), until: z.iso.date().optional() },
      annotations: READ_ONLY,
    },
    ({ since, until }) => {
      const { text, clauses } = writeParagraph(graph, {
        seed: graph.meta.seed,
        ...(since === undefined ? {} : { since }),
        ...(until === undefined ? {} : { until }),
      })
      return boundedResult({
        paragraph: clip(text, 6000),
        clauses: clauses.map(({ text, entries, company, theme }) => ({ text: clip(text), company, theme, entries })),
      })
    },
  )
  return server
}

function instructions({ meta, nodes, patterns }: KnowledgeGraph): string {
  const counts = ENTITY_TYPES.map((type) => `${nodes.type.filter((each) => each === type).length} ${type}`).join(', ')
  const days = meta.from === null ? '' : `, ${meta.from} to ${meta.to}`
  return `A knowledge graph of ${meta.entries} engineering stories${days} (${counts}; ${patterns.length} patterns). Start with "search"; cite titles and links. ${NOTICE}`
}
