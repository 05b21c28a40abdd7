import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readGraphFile } from '../io/read-graph-file.ts'
import { writeAtomically } from '../io/write-atomically.ts'
import { ThroughlineError } from '../model/index.ts'
import { findBridges, findGaps, findTrends, renderSection, writeParagraph } from '../patterns/index.ts'
import { putSection } from '../patterns/put-section.ts'
import { UsageError } from './options.ts'
import { type Command, dates, obtainGraph } from './run.ts'

/** `throughline patterns`: the section "Patterns Across Companies", from the entries alone. */
export async function patterns(command: Command, inputs: string[] = []): Promise<void> {
  const { options, raw, config, terminal } = command
  const target = raw.write === true ? await openTarget(inputs) : undefined
  const historyPath = typeof raw.history === 'string' ? raw.history : config.history
  const history = historyPath === undefined ? undefined : await readGraphFile(await graphIn(historyPath))
  const graph = await obtainGraph(inputs, command)
  const paragraph = writeParagraph(graph, {
    seed: options.seed,
    ...dates(options),
    ...(history === undefined ? {} : { history }),
  })
  if (target !== undefined) {
    await target.put(renderSection(paragraph, graph))
    terminal.say(`written into ${target.path}`)
  }
  if (options.json) {
    const more = { trends: findTrends(graph), bridges: findBridges(graph), gaps: findGaps(graph) }
    await terminal.print(`${JSON.stringify({ paragraph, patterns: graph.patterns, ...more }, null, 1)}\n`)
  } else if (raw.plain === true) await terminal.print(`${paragraph.text}\n`)
  else if (target === undefined) await terminal.print(`${renderSection(paragraph, graph)}\n`)
}

/** `--history` may name a build's folder as well as its graph.json. */
async function graphIn(path: string): Promise<string> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true
  return isFolder ? join(path, 'graph.json') : path
}

interface Target {
  path: string
  put(section: string): Promise<void>
}

/** The digest file that the section goes into, as it stands before anything is computed. */
async function openTarget(inputs: string[]): Promise<Target> {
  const [path] = inputs
  if (path === undefined || inputs.length > 1 || !(await stat(path).catch(() => null))?.isFile()) {
    throw new UsageError('--write takes exactly one digest file as input')
  }
  const before = await readFile(path)
  const wide = before.subarray(0, 2)
  if (wide.equals(Buffer.from([0xff, 0xfe])) || wide.equals(Buffer.from([0xfe, 0xff]))) {
    throw new ThroughlineError({
      code: 'write-encoding',
      severity: 'error',
      source: path,
      message: 'is in UTF-16, where the section cannot be put byte by byte',
      remedy: 'save it as UTF-8',
    })
  }
  return {
    path,
    async put(section) {
      // Latin-1 keeps every byte as it is, in whatever encoding the file may be.
      const text = putSection(before.toString('latin1'), Buffer.from(section, 'utf8').toString('latin1'))
      const now = await readFile(path)
      if (!now.equals(before)) {
        throw new ThroughlineError({
          code: 'changed-meanwhile',
          severity: 'error',
          source: path,
          message: 'was changed by another program meanwhile and was left as it is',
          remedy: 'run the command again',
        })
      }
      const bytes = Buffer.from(text, 'latin1')
      if (!bytes.equals(before)) await writeAtomically(resolve(path), bytes)
    },
  }
}
