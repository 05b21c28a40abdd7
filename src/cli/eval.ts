import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Evaluation, evaluate, type GoldEntry, GoldEntrySchema, SCORED_TYPES } from '../evaluate/index.ts'
import { type ExtractedEntry, ThroughlineError } from '../model/index.ts'
import { UsageError } from './options.ts'
import { type Command, startRun } from './run.ts'

/** `throughline eval`: precision, recall and F1 per type against gold files. */
export async function evaluateCommand(command: Command, inputs: string[] = []): Promise<void> {
  const { terminal, raw, options } = command
  const wanted = raw.errors
  if (wanted !== undefined && !(SCORED_TYPES as readonly unknown[]).includes(wanted)) {
    throw new UsageError(`--errors takes one of ${SCORED_TYPES.join(', ')}, not "${wanted}"`)
  }
  const gold = await readGold(String(raw.gold))
  const run = await startRun(inputs, command)
  const entries: ExtractedEntry[] = []
  for await (const entry of run.extraction.entries) entries.push(entry)
  await run.finish()
  const evaluation = evaluate(gold, entries, { seed: options.seed })
  if (options.json) return terminal.print(`${JSON.stringify(evaluation, null, 1)}\n`)
  if (wanted !== undefined) {
    for (const { type, kind, file, index, what } of evaluation.errors) {
      if (type === wanted) await terminal.print(`${kind}\t${file}#${index}\t${what}\n`)
    }
  }
  await terminal.print(`${table(evaluation).join('\n')}\n`)
}

/** All `.jsonl` files of a folder. Throws a ThroughlineError that names file and line. */
export async function readGold(folder: string): Promise<GoldEntry[]> {
  const fail = (source: string, message: string, remedy: string, line?: number) =>
    new ThroughlineError({
      code: 'gold',
      severity: 'error',
      source,
      message,
      remedy,
      ...(line === undefined ? {} : { line }),
    })
  const files = await readdir(folder).catch(() => {
    throw fail(folder, 'this folder of gold files cannot be read', 'give a folder that holds .jsonl files')
  })
  const names = files.filter((file) => file.endsWith('.jsonl')).sort()
  if (names.length === 0) throw fail(folder, 'this folder holds no .jsonl file', 'give a folder of gold files')
  const gold: GoldEntry[] = []
  for (const name of names) {
    const path = join(folder, name)
    const lines = (await readFile(path, 'utf8')).split('\n')
    lines.forEach((line, index) => {
      if (line.trim() === '') return
      const remedy = 'see data/gold/README.md for the form'
      let value: unknown
      try {
        value = JSON.parse(line)
      } catch {
        throw fail(path, 'not valid JSON', remedy, index + 1)
      }
      const result = GoldEntrySchema.safeParse(value)
      const [issue] = result.error?.issues ?? []
      if (!result.success) throw fail(path, `${issue?.path.join('.')}: ${issue?.message}`, remedy, index + 1)
      gold.push(result.data)
    })
  }
  return gold
}

function table({ entries, missing, titlesRight, bylinesRight, scores, polarity }: Evaluation): string[] {
  const number = (value: number) => value.toFixed(3)
  return [
    `${entries} labelled entries, ${missing} of them not read; titles right ${titlesRight}, bylines right ${bylinesRight}`,
    '',
    `${'type'.padEnd(14)} ${'P'.padStart(6)} ${'R'.padStart(6)} ${'F1'.padStart(6)}   95 % interval     tp   fp   fn`,
    ...SCORED_TYPES.map((type) => {
      const { precision, recall, f1, interval, tp, fp, fn } = scores[type]
      const columns = [precision, recall, f1].map((value) => number(value).padStart(6)).join(' ')
      const counts = [tp, fp, fn].map((value) => String(value).padStart(4)).join(' ')
      return `${type.padEnd(14)} ${columns}   ${number(interval[0])}–${number(interval[1])}    ${counts}`
    }),
    '',
    `polarity of failure modes found: ${number(polarity.accuracy)} (${polarity.right} right, ${polarity.wrong} wrong)`,
  ]
}
