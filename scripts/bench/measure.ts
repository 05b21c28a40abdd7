import { spawn } from 'node:child_process'

/** One measured thing beside its yardstick. */
export interface BenchRow {
  what: string
  seconds: number
  yardstick: string
  yardstickSeconds: number
  /** How many times longer the yardstick takes; above 1 is quicker than it. */
  ratio: number
  /** Megabytes of text a second, or the most memory in MB, where that is the point. */
  note?: string
}

export function row(
  what: string,
  seconds: number,
  yardstick: string,
  yardstickSeconds: number,
  note?: string,
): BenchRow {
  const round = (value: number) => Math.round(value * 1000) / 1000
  return {
    ...{ what, seconds: round(seconds), yardstick, yardstickSeconds: round(yardstickSeconds) },
    ratio: Math.round((yardstickSeconds / seconds) * 100) / 100,
    ...(note === undefined ? {} : { note }),
  }
}

/** Seconds of the quickest of some runs: the one that other programs disturbed least. */
export async function quickest(runs: number, run: () => Promise<unknown> | unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < runs; at++) {
    const started = performance.now()
    await run()
    best = Math.min(best, (performance.now() - started) / 1000)
  }
  return best
}

/** Runs a program to its end and gives what it printed. @throws where it fails. */
export function runProgram(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      // Lines of `extract` are only read, the last of a benchmark are looked at.
      text = (text + chunk).slice(-10_000)
    })
    child.on('error', reject)
    child.on('close', (status) => (status === 0 ? resolve(text) : reject(new Error(`${command} ended with ${status}`))))
  })
}
