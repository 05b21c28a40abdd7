import type { ReadResult } from './read-result.ts'

/** What is left of a file that broke its reader: an error, for such a file has failed as a whole. */
export function readerFailed(source: string, format: string, error: unknown): ReadResult {
  return {
    reader: format,
    entries: [],
    sections: [],
    threads: [],
    diagnostics: [
      {
        code: 'reader-failed',
        severity: 'error',
        message: `the file cannot be read as ${format}: ${reasonOf(error)}`,
        remedy: 'check that the file is what its name says',
        source,
      },
    ],
  }
}

/** What a fault says of itself, on one short line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\s+/g, ' ').slice(0, 200)
}
