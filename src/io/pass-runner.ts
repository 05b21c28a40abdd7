import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Piscina } from 'piscina'
import type { Ontology } from '../model/index.ts'
import type { FileTask, FirstPassResult, SecondPassResult } from '../passes.ts'
import { inThisThread, type PassRunner } from '../pipeline.ts'
import { type PackedLexicon, packLexicon } from '../resolve/index.ts'
import type { OpenSource } from './open-sources.ts'
import { packageRoot } from './package-root.ts'
import type { PassTask, PassWorkerData } from './pass-worker.ts'

export interface PassRunnerOptions {
  /** 1: this thread. 0: as many as pay. */
  workers: number
  /** The users' ontology folders, which each worker loads itself. */
  ontology: string[]
}

/**
 * Bytes of input below which workers cost more than they save: a worker needs about 0.4 s to start and load the
 * ontology, in which one thread reads and extracts this much.
 */
export const WORKERS_BREAK_EVEN = 2_000_000

/** How many files may be in flight per worker: enough to keep it busy, few enough to bound memory. */
const IN_FLIGHT = 3

/** Nearly all that a pass makes is soon garbage: with room for it, little is copied. */
const YOUNG = { maxYoungGenerationSizeMb: 96 }

/** Chooses where the passes run. The result is the same for any number of workers. */
export function createPassRunner(sources: OpenSource[], options: PassRunnerOptions, ontology: Ontology): PassRunner {
  const bytes = sources.reduce((sum, { size }) => sum + (size ?? 0), 0)
  const wanted = options.workers > 0 ? options.workers : bytes < WORKERS_BREAK_EVEN ? 1 : availableParallelism()
  const threads = Math.min(wanted, sources.length)
  const filename = join(packageRoot(), 'dist', 'io', 'pass-worker.js')
  // Node runs no TypeScript: a checkout that was not built has no workers.
  if (threads <= 1 || !existsSync(filename)) return inThisThread(ontology)
  return inWorkers(filename, threads, options.ontology, ontology)
}

/** A thread with what was given to it. */
interface Worker {
  pool: Piscina
  bytes: number
}

/**
 * One pool of one thread for each worker, for both passes: a worker takes most of its time to load the ontology, and a file
 * goes to the same worker in both, which has kept its entries.
 */
function inWorkers(filename: string, threads: number, folders: string[], ontology: Ontology): PassRunner {
  let workers: Worker[] = []
  const homes = new Map<string, Worker>()
  async function startWorkers(): Promise<void> {
    const { Piscina } = await import('piscina')
    const workerData: PassWorkerData = { ontology: folders }
    workers = Array.from({ length: threads }, () => ({
      pool: new Piscina({ filename, minThreads: 1, maxThreads: 1, workerData, resourceLimits: YOUNG }),
      bytes: 0,
    }))
  }
  function homeOf({ stem, file }: FileTask): Worker {
    const known = homes.get(stem)
    if (known !== undefined) return known
    const least = workers.reduce((best, each) => (each.bytes < best.bytes ? each : best))
    least.bytes += file.bytes.length
    homes.set(stem, least)
    return least
  }
  async function* runAll<T>(tasks: AsyncIterable<FileTask>, lexicon: PackedLexicon | null): AsyncGenerator<T> {
    if (workers.length === 0) await startWorkers()
    const running: Promise<string>[] = []
    for await (const file of tasks) {
      const task: PassTask = { file, lexicon }
      const result = homeOf(file).pool.run(task) as Promise<string>
      // A failure is thrown where the result is awaited, in order.
      result.catch(() => undefined)
      running.push(result)
      const next = running.length >= threads * IN_FLIGHT ? running.shift() : undefined
      if (next !== undefined) yield JSON.parse(await next) as T
    }
    for (const result of running) yield JSON.parse(await result) as T
  }
  return {
    first: (tasks) => runAll<FirstPassResult>(tasks, null),
    second: (lexicon, tasks) => runAll<SecondPassResult>(tasks, packLexicon(lexicon, ontology)),
    async close() {
      await Promise.all(workers.map(({ pool }) => pool.destroy()))
    },
  }
}
