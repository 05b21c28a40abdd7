import { join } from 'node:path'
import { singleFile, writeSite } from '../io/page-files.ts'
import { writeAtomically } from '../io/write-atomically.ts'
import { graphText } from './build.ts'
import { type Command, obtainGraph } from './run.ts'

/** `throughline site`: the page and its data as static files, or all in one HTML file. */
export async function site(command: Command, inputs: string[] = []): Promise<void> {
  const output = String(command.raw.output)
  const graph = await obtainGraph(inputs, command)
  const json = graphText(graph)
  if (command.raw.singleFile === true) {
    const path = /\.html?$/i.test(output) ? output : join(output, 'index.html')
    await writeAtomically(path, await singleFile(graph, json))
    command.terminal.say(`written to ${path}`)
    return
  }
  await writeSite(output, graph, json)
  command.terminal.say(`written to ${output}; serve it with any file server, or use --single-file`)
}
