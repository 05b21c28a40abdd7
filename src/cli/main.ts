#!/usr/bin/env node
import { CommanderError, Option, Command as Program } from 'commander'
import { formatDiagnostic, ThroughlineError } from '../model/diagnostic.ts'
import { readConfig, resolveOptions, UsageError } from './options.ts'
import type { Command } from './run.ts'
import { createTerminal, printable } from './terminal.ts'
import { VERSION } from './version.ts'

/** A command's module, loaded when the command is called: `--help` and `extract` stay quick. */
type Runner = (command: Command, ...args: string[][]) => Promise<void>

const collect = (value: string, before: string[]) => [...before, value]

const program = new Program('throughline')
  .description(
    'A knowledge graph of companies, technologies, failure modes and lessons from engineering digests, feeds and post-mortems.',
  )
  .version(VERSION)
  .exitOverride()
  .showHelpAfterError('(see throughline --help)')

function command(usage: string, description: string, load: () => Promise<Runner>): Program {
  return program
    .command(usage)
    .description(description)
    .option('--quiet', 'print results and errors only')
    .option('--json', 'print JSON')
    .option('--since <date>', 'only entries of this day or later (undated ones stay)')
    .option('--until <date>', 'only entries of this day or earlier (undated ones stay)')
    .option(
      '--ontology <dir>',
      'lay a folder of your own names and rules over the shipped ones (repeatable)',
      collect,
      [],
    )
    .option('--seed <n>', 'seed of layout and communities')
    .option('--workers <n>', 'threads that read and extract (default: as many as pay)')
    .option('--strict', 'exit 1 on warnings too')
    .option('--map <pairs>', 'fields of JSON records, such as title=headline,body=text')
    .addOption(new Option('--debug', 'print stack traces').hideHelp())
    .action(async (...args: unknown[]) => {
      const self = args.at(-1) as Program
      const raw = self.opts()
      const config = readConfig()
      const options = resolveOptions(raw, config)
      const run = await load()
      const values = args
        .slice(0, -2)
        .map((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]))
      await run({ options, config, terminal: createTerminal(options), raw }, ...values)
    })
}

const graphOption = () => new Option('--graph <file>', 'a built graph.json in place of inputs')

command(
  'extract',
  'print one JSON line per entry with what was found in it',
  async () => (await import('./extract.ts')).extract,
)
  .argument('[inputs...]')
  .option('--explain', 'show how each file was read and why each name and label was taken')
command('build', 'write graph.json, entries.jsonl and patterns.json', async () => (await import('./build.ts')).build)
  .argument('[inputs...]')
  .option('-o, --output <dir>', 'folder to write to', 'out')
  .option('--previous <patterns.json>', 'carry over the ids of these patterns and tell what changed')
command(
  'patterns',
  'write the section "Patterns Across Companies"',
  async () => (await import('./patterns.ts')).patterns,
)
  .argument('[inputs...]')
  .option('--plain', 'the paragraph alone')
  .option('--history <graph>', 'the graph.json of an archive to weigh against')
  .option('--write', 'put the section into the digest file')
  .addOption(graphOption())
command('export', 'write the graph in another form', async () => (await import('./export.ts')).exportCommand)
  .argument('[inputs...]')
  .requiredOption('--format <name>', 'gexf, graphml, json, node-link, cypher, turtle, jsonld, csv or parquet')
  .requiredOption('-o, --output <path>', 'file, or folder for csv and parquet')
  .addOption(graphOption())
command('site', 'write the page and its data as static files', async () => (await import('./site.ts')).site)
  .argument('[inputs...]')
  .option('-o, --output <dir>', 'folder to write to', 'site')
  .option('--single-file', 'one HTML file that opens by double-click')
  .addOption(graphOption())
command('explore', 'build the graph, serve the page and open it', async () => (await import('./explore.ts')).explore)
  .argument('[inputs...]')
  .option('--port <n>', 'port on 127.0.0.1')
  .option('--no-open', 'do not open a browser')
  .addOption(graphOption())
command('query', 'answer a question with quoted evidence', async () => (await import('./questions.ts')).query)
  .argument('<text>')
  .argument('[inputs...]')
  .addOption(graphOption())
command('path', 'the strongest chains between two entities', async () => (await import('./questions.ts')).path)
  .argument('<from>')
  .argument('<to>')
  .argument('[inputs...]')
  .addOption(graphOption())
command('show', 'what the graph holds of an entity', async () => (await import('./questions.ts')).show)
  .argument('<entity>')
  .argument('[inputs...]')
  .addOption(graphOption())
command(
  'compare',
  'what two entities share, and what only one has',
  async () => (await import('./questions.ts')).compare,
)
  .argument('<a>')
  .argument('<b>')
  .argument('[inputs...]')
  .addOption(graphOption())
command('diff', 'what came, went and changed between two graphs', async () => (await import('./questions.ts')).diff)
  .argument('<old>')
  .argument('<new>')
command('eval', 'precision, recall and F1 against gold files', async () => (await import('./eval.ts')).evaluateCommand)
  .argument('[inputs...]')
  .requiredOption('--gold <dir>', 'folder of gold .jsonl files')
  .option('--errors <type>', 'list the errors of one type')
command('mcp', 'serve the graph as MCP tools over stdio', async () => (await import('./mcp.ts')).mcp)
  .argument('[inputs...]')
  .addOption(graphOption())

// A reader that closes early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = failure(error)
}

/** Prints one line and gives the exit status: 2 for wrong usage, 1 for the rest. */
function failure(error: unknown): number {
  // Commander printed its own message; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (process.argv.includes('--debug')) console.error(error)
  else if (error instanceof ThroughlineError) console.error(`error: ${printable(formatDiagnostic(error.diagnostic))}`)
  else console.error(`error: ${printable(error instanceof Error ? error.message : String(error))}`)
  return error instanceof UsageError ? 2 : 1
}
