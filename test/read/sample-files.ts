import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReadOptions, type ReadResult, readSource } from '../../src/read/index.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const SAMPLES = join(ROOT, 'data/digests')
/** A larger corpus that some machines hold beside the repository. */
export const CORPUS = join(ROOT, '../shared/corpus')
export const GOLD = join(ROOT, '../shared/gold')
export const HAS_CORPUS = existsSync(CORPUS)
if (!HAS_CORPUS) console.info('no corpus beside the repository: its tests are skipped, those of data/digests run')

export interface SampleFile {
  name: string
  path: string
  text: string
}

/** Files of a folder by name; none where there is no folder. */
export function filesOf(folder: string, pattern: RegExp): SampleFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

export function read(source: string, content: string | Uint8Array, options?: ReadOptions): ReadResult {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return readSource({ source, bytes }, options)
}
