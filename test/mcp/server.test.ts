import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NOTICE, QUOTATION_LIMIT, RESULT_LIMIT } from '../../src/mcp/bounded-result.ts'
import { createMcpServer } from '../../src/mcp/server.ts'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { hostileGraph } from '../export/hostile-graph.ts'
import { ONTOLOGY, smallGraph } from '../query/small-graph.ts'
import { ROOT } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function connect(graph: KnowledgeGraph): Promise<Client> {
  const server = createMcpServer(graph, ONTOLOGY)
  const client = new Client({ name: 'test', version: '1' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(theirs), client.connect(ours)])
  onTestFinished(() => client.close())
  return client
}

// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of many shapes, and each test names what it expects
type Json = Record<string, any>

async function call(
  client: Client,
  name: string,
  args: Json = {},
): Promise<{ text: string; value: Json; isError: boolean }> {
  const result = await client.callTool({ name, arguments: args })
  const [content] = result.content as { type: string; text: string }[]
  const text = content?.text ?? ''
  let value: Json = {}
  try {
    value = JSON.parse(text)
  } catch {
    // The SDK's own errors are words.
  }
  return { text, value, isError: result.isError === true }
}

const CALLS: [string, Json][] = [
  ['search', { question: 'who hit lock contention in RookDB' }],
  ['entity', { name: 'Birch' }],
  ['neighbours', { name: 'Birch' }],
  ['path', { from: 'Acorn', to: 'Birch' }],
  ['patterns', {}],
  ['evidence', { name: 'RookDB' }],
  ['paragraph', {}],
]

describe('MCP tools', () => {
  it('are listed with a schema each, and change nothing', async () => {
    const { tools } = await (await connect(smallGraph())).listTools()
    expect(tools.map(({ name }) => name)).toEqual(CALLS.map(([name]) => name))
    for (const { inputSchema, annotations, description } of tools) {
      expect(inputSchema.type).toBe('object')
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(description?.length).toBeGreaterThan(20)
    }
  })

  it.each(CALLS)('%s answers, and says that quotations are third-party text', async (name, args) => {
    const { value, isError } = await call(await connect(smallGraph()), name, args)
    expect(isError).toBe(false)
    expect(value.notice).toBe(NOTICE)
  })

  it('search gives claims with entities, quotation, link and date', async () => {
    const { value } = await call(await connect(smallGraph()), 'search', {
      question: 'who hit lock contention in RookDB',
    })
    expect(value.found).toBe(true)
    expect(value.claims[0]).toMatchObject({
      claim: 'Acorn faced lock contention in RookDB',
      entities: ['company:acorn', 'failure-mode:lock-contention', 'technology:rookdb'],
      quotations: [
        {
          quotation: 'Flame graphs showed lock contention in the RookDB planner.',
          title: 'A lock in the planner',
          url: 'https://example.org/0',
          date: '2026-05-14',
        },
      ],
    })
  })

  it('search says that it found nothing, and what it does not know', async () => {
    const { value } = await call(await connect(smallGraph()), 'search', { question: 'who uses RoukDB' })
    expect(value).toMatchObject({ found: false, claims: [], unknownWords: [{ text: 'RoukDB', near: ['RookDB'] }] })
  })

  it('neighbours can be told by type and kind', async () => {
    const client = await connect(smallGraph())
    const { value } = await call(client, 'neighbours', { name: 'Birch', type: 'technology', kind: 'uses' })
    expect(value.neighbours.map(({ id }: Json) => id)).toEqual(['technology:pawnmq'])
  })

  it('path gives hops with quotations', async () => {
    const { value } = await call(await connect(smallGraph()), 'path', { from: 'Acorn', to: 'Birch', count: 2 })
    expect(value.paths).toHaveLength(2)
    for (const { hops } of value.paths) for (const hop of hops) expect(hop.quotation).toMatch(/\w/)
  })

  it('evidence between two entities comes edge by edge', async () => {
    const { value } = await call(await connect(smallGraph()), 'evidence', { name: 'Acorn', with: 'RookDB' })
    expect(value.edges.map(({ kind }: Json) => kind)).toContain('uses')
  })

  it.each([
    ['entity', { name: 'Birhc' }],
    ['path', { from: 'Birhc', to: 'Acorn' }],
    ['path', { from: 'Acorn', to: 'Birhc' }],
    ['evidence', { name: 'Acorn', with: 'Birhc' }],
  ])('%s of an unknown name %j is an error that says so', async (name, args) => {
    const { value, isError } = await call(await connect(smallGraph()), name, args)
    expect(isError).toBe(true)
    expect(value.error).toContain('Birhc')
  })

  it.each([
    ['no name', 'entity', {}],
    ['a limit beyond the bound', 'neighbours', { name: 'Birch', limit: 1000 }],
    ['a limit that is none', 'search', { question: 'x', limit: 'all' }],
    ['a type that is none', 'neighbours', { name: 'Birch', type: 'person' }],
    ['a question of 2,000 letters', 'search', { question: 'x'.repeat(2000) }],
    ['a day that is none', 'paragraph', { since: 'yesterday' }],
    ['a tool that is none', 'delete', {}],
  ])('refuses %s', async (_, name, args) => {
    expect((await call(await connect(smallGraph()), name, args)).isError).toBe(true)
  })

  it('stays within its bounds, whatever the corpus holds', async () => {
    const graph = hostileGraph()
    const client = await connect(graph)
    for (const [name, args] of [
      ['entity', { name: 'company:birch' }],
      ['neighbours', { name: 'company:birch', limit: 50 }],
      ['evidence', { name: 'technology:rookdb', limit: 20 }],
      ['path', { from: 'company:acorn', to: 'company:birch', count: 5 }],
      ['search', { question: 'bell', limit: 25 }],
    ] as [string, Json][]) {
      const { text, isError } = await call(client, name, args)
      expect(isError).toBe(false)
      expect(text.length).toBeLessThanOrEqual(RESULT_LIMIT)
      // No control character and no direction override reaches the model's context.
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      for (const [, quotation] of text.matchAll(/"quotation": "((?:[^"\\]|\\.)*)"/g))
        expect(JSON.parse(`"${quotation}"`).length).toBeLessThanOrEqual(QUOTATION_LIMIT + 1)
    }
  })
})

it('is served over stdio by `throughline mcp`', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'graph.json'), JSON.stringify(smallGraph()))
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'dist', 'cli', 'main.js'), 'mcp', '--graph', join(folder, 'graph.json')],
    stderr: 'pipe',
  })
  const client = new Client({ name: 'test', version: '1' })
  onTestFinished(() => client.close())
  await client.connect(transport)
  expect(client.getServerVersion()?.name).toBe('throughline')
  expect(client.getInstructions()).toContain('4 engineering stories')
  const { value } = await call(client, 'entity', { name: 'RookDB' })
  expect(value.id).toBe('technology:rookdb')
})
