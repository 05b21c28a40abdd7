import { join } from 'node:path'
import { EXPORT_FORMATS, type ExportFormat, exportGraph } from '../export/index.ts'
import { writeAtomically } from '../io/write-atomically.ts'
import { UsageError } from './options.ts'
import { type Command, obtainGraph } from './run.ts'

/** `throughline export`: the graph in another program's form; a file, or a folder for formats of several tables. */
export async function exportCommand(command: Command, inputs: string[] = []): Promise<void> {
  const { raw, terminal } = command
  const format = String(raw.format)
  if (!isFormat(format)) throw new UsageError(`--format takes one of ${EXPORT_FORMATS.join(', ')}, not "${format}"`)
  const output = String(raw.output)
  const graph = await obtainGraph(inputs, command)
  for (const { name, chunks } of exportGraph(graph, format)) {
    await writeAtomically(name === null ? output : join(output, name), chunks)
  }
  terminal.say(`written to ${output}`)
}

function isFormat(value: string): value is ExportFormat {
  return (EXPORT_FORMATS as string[]).includes(value)
}
