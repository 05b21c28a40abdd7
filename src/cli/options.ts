import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { DateSchema, ThroughlineError } from '../model/index.ts'

/** Options that commands share. */
export interface CommonOptions {
  quiet: boolean
  json: boolean
  debug: boolean
  strict: boolean
  since?: string
  until?: string
  /** Folders laid over the shipped ontology, in order. */
  ontology: string[]
  seed: number
  /** 0: as many as pay. */
  workers: number
  map?: Record<string, string>
  /** A built graph.json in place of inputs. */
  graph?: string
}

export const DEFAULT_SEED = 1
export const CONFIG_FILE = 'throughline.config.yaml'

const ConfigSchema = z.strictObject({
  inputs: z.union([z.string(), z.array(z.string())]).optional(),
  ontology: z.union([z.string(), z.array(z.string())]).optional(),
  history: z.string().optional(),
  seed: z.int().optional(),
})

export interface Config {
  inputs: string[]
  ontology: string[]
  history?: string
  seed?: number
}

/** Wrong usage: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `throughline.config.yaml` of the working folder; an absent file is an empty one. */
export function readConfig(folder = process.cwd()): Config {
  const path = resolve(folder, CONFIG_FILE)
  if (!existsSync(path)) return { inputs: [], ontology: [] }
  const fail = (message: string) =>
    new ThroughlineError({
      code: 'config',
      severity: 'error',
      source: CONFIG_FILE,
      message,
      remedy: 'it may hold inputs, ontology, history and seed',
    })
  let value: unknown
  try {
    value = parse(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    throw fail(`not valid YAML: ${(error as Error).message.split('\n')[0]}`)
  }
  const result = ConfigSchema.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    throw fail(`${issue?.path.join('.') || 'file'}: ${issue?.message}`)
  }
  const { inputs, ontology, history, seed } = result.data
  return {
    inputs: list(inputs),
    ontology: list(ontology),
    ...(history === undefined ? {} : { history }),
    ...(seed === undefined ? {} : { seed }),
  }
}

/** Checks what commander parsed; the message of a UsageError names the option and the value. */
export function resolveOptions(raw: Record<string, unknown>, config: Config): CommonOptions {
  const since = dateOption('--since', raw.since)
  const until = dateOption('--until', raw.until)
  const map = mapOption(raw.map)
  const ontology = list(raw.ontology as string[] | undefined)
  return {
    quiet: raw.quiet === true,
    json: raw.json === true,
    debug: raw.debug === true,
    strict: raw.strict === true,
    ontology: ontology.length > 0 ? ontology : config.ontology,
    seed: integerOption('--seed', raw.seed, config.seed ?? DEFAULT_SEED, 0),
    workers: integerOption('--workers', raw.workers, 0, 0),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(map === undefined ? {} : { map }),
    ...(typeof raw.graph === 'string' ? { graph: raw.graph } : {}),
  }
}

export function integerOption(name: string, value: unknown, fallback: number, least: number): number {
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`${name} takes a whole number of ${least} or more, not "${value}"`)
  }
  return number
}

function dateOption(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = String(value)
  const valid = DateSchema.safeParse(text).success && !Number.isNaN(Date.parse(text))
  if (!valid) throw new UsageError(`${name} takes a date such as 2026-05-14, not "${text}"`)
  return text
}

/** `title=headline,body=text` */
function mapOption(value: unknown): Record<string, string> | undefined {
  if (value === undefined) return undefined
  const pairs = String(value)
    .split(',')
    .map((pair) => pair.split('=').map((part) => part.trim()))
  if (pairs.some(([field, column, ...rest]) => !field || !column || rest.length > 0)) {
    throw new UsageError(`--map takes pairs such as title=headline,body=text, not "${value}"`)
  }
  return Object.fromEntries(pairs) as Record<string, string>
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
