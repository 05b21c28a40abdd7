import type { Entry } from './model/index.ts'

/** The entries of files that one pass read, for the next, so that a short run reads each file once. */
export interface KeptEntries {
  /** Keeps them while there is room; `bytes` is the size of the file that they are from. */
  keep(stem: string, entries: Entry[], bytes: number): void
  /** Gives them up: each file comes once in a pass. */
  take(stem: string): Entry[] | undefined
}

/** Bytes of input whose entries are kept: memory stays bounded, and what goes beyond is read twice. */
const ROOM = 8 * 2 ** 20

export function createKeptEntries(room = ROOM): KeptEntries {
  const kept = new Map<string, { entries: Entry[]; bytes: number }>()
  let left = room
  return {
    keep(stem, entries, bytes) {
      if (bytes > left || kept.has(stem)) return
      left -= bytes
      kept.set(stem, { entries, bytes })
    },
    take(stem) {
      const found = kept.get(stem)
      if (found === undefined) return undefined
      kept.delete(stem)
      left += found.bytes
      return found.entries
    },
  }
}
