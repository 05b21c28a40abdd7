import type { Entry } from './model/index.ts'

/** What a reader asked of the names that are known, each text with the answer: the length of the name that it starts with. */
export type AskedNames = ReadonlyMap<string, number>

/** The entries of files that one pass read, for the next, so that a short run reads each file once. */
export interface KeptEntries {
  /** Keeps them while there is room; `bytes` is the size of the file that they are from. */
  keep(stem: string, entries: Entry[], bytes: number, asked?: AskedNames): void
  /** Gives them up: each file comes once in a pass. Undefined where a name that was asked for is known otherwise by now. */
  take(stem: string, nameAtStart?: (text: string) => number): Entry[] | undefined
}

/** Bytes of input whose entries are kept: memory stays bounded, and what goes beyond is read twice. */
const ROOM = 8 * 2 ** 20

export function createKeptEntries(room = ROOM): KeptEntries {
  const kept = new Map<string, { entries: Entry[]; bytes: number; asked: AskedNames | undefined }>()
  let left = room
  return {
    keep(stem, entries, bytes, asked) {
      if (bytes > left || kept.has(stem)) return
      left -= bytes
      kept.set(stem, { entries, bytes, asked })
    },
    take(stem, nameAtStart) {
      const found = kept.get(stem)
      if (found === undefined) return undefined
      kept.delete(stem)
      left += found.bytes
      for (const [text, length] of found.asked ?? []) if (nameAtStart?.(text) !== length) return undefined
      return found.entries
    },
  }
}
