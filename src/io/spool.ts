import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { limited } from './input-limit.ts'

/** A temporary folder for what can be had only once: both passes read it from there, so that memory stays bounded. */
export interface Spool {
  /** Keeps bytes, or a stream's up to the size limit of inputs, and gives back how to load them. `source` is for errors. */
  keep(
    content: Uint8Array | NodeJS.ReadableStream,
    source: string,
  ): Promise<{ size: number; load: () => Promise<Uint8Array> }>
  /** Removes the folder. */
  close(): Promise<void>
}

export function createSpool(): Spool {
  let folder: Promise<string> | undefined
  let count = 0
  return {
    async keep(content, source) {
      folder ??= mkdtemp(join(tmpdir(), 'throughline-'))
      const path = join(await folder, String(count++))
      if (content instanceof Uint8Array) await writeFile(path, content)
      else await pipeline(content, limited(source), createWriteStream(path))
      const { size } = await stat(path)
      return { size, load: () => readFile(path) }
    },
    async close() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true })
    },
  }
}
