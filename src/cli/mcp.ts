import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { loadOntology } from '../io/load-ontology.ts'
import { createMcpServer } from '../mcp/server.ts'
import { type Command, obtainGraph } from './run.ts'
import { VERSION } from './version.ts'

/** `throughline mcp`: serves the graph as MCP tools over stdio until the client leaves. stdout is the protocol's alone. */
export async function mcp(command: Command, inputs: string[] = []): Promise<void> {
  const graph = await obtainGraph(inputs, command)
  const server = createMcpServer(graph, loadOntology(command.options.ontology).ontology, VERSION)
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.stdin.once('end', resolve)
  })
  await server.connect(new StdioServerTransport())
  command.terminal.say(`serving ${graph.nodes.id.length} entities and ${graph.edges.from.length} edges over MCP`)
  await closed
  await server.close()
}
