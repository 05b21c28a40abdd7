import { Transform } from 'node:stream'
import { ThroughlineError } from '../model/index.ts'

/**
 * A larger file is not read: both passes hold one whole file in memory, and a file of many small records takes some ninety
 * times its size there. A year of daily digests has some 5 MiB.
 */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024

export function tooLarge(source: string): ThroughlineError {
  return new ThroughlineError({
    code: 'file-too-large',
    severity: 'error',
    source,
    message: `is larger than ${MAX_INPUT_BYTES / 1024 / 1024} MiB and was not read`,
    remedy: 'split it into several files, for example with: split --line-bytes=16M',
  })
}

/** Passes a stream on, up to the limit. */
export function limited(source: string): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length
      if (size > MAX_INPUT_BYTES) done(tooLarge(source))
      else done(null, chunk)
    },
  })
}
