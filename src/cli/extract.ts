import type { ExtractedEntry } from '../model/index.ts'
import { type Command, startRun } from './run.ts'

/** `throughline extract`: one JSON line per entry, in input order. */
export async function extract(command: Command, inputs: string[] = []): Promise<void> {
  if (command.raw.explain === true) {
    const { explain } = await import('./explain.ts')
    return explain(command, inputs)
  }
  const run = await startRun(inputs, command)
  for await (const entry of run.extraction.entries) await command.terminal.print(entryLine(entry))
  await run.finish()
}

/** The NDJSON line of an entry; keys in the schema's order. */
export function entryLine(entry: ExtractedEntry): string {
  return `${JSON.stringify(entry)}\n`
}
