import type { BylineRole, Diagnostic, Entry, Section, Thread } from '../model/index.ts'

/** A file as it was found or fetched. */
export interface SourceFile {
  /** Path relative to the input root with `/`, or an address, or `<stdin>`. */
  source: string
  bytes: Uint8Array
  /** `Content-Type`, where a server gave one. */
  mediaType?: string
  /** Address it was fetched from; the base of its relative links. */
  url?: string
}

export interface ReadOptions {
  /**
   * Length in UTF-16 units of the longest known company or technology name, or byline ("AWS & OPLOG"), that `text`
   * starts with, or 0. The plain-text reader cuts company from body with it.
   */
  nameAtStart?: (text: string) => number
  /** Role of a byline name; undefined where it knows none. Default: lists of publishers and non-companies. */
  roleOf?: (name: string) => BylineRole | undefined
  /** Field map of JSON records (`--map title=…,body=…`): our field to theirs. */
  map?: Record<string, string>
}

export interface ReadResult {
  /** Which reader read it, for a person: "markdown digest". */
  reader: string
  entries: Entry[]
  sections: Section[]
  threads: Thread[]
  /** Addresses of the feeds that an OPML list names. */
  feeds?: string[]
  diagnostics: Diagnostic[]
  /** How each line was read (`extract --explain`). */
  explain?: { line: number; as: string; text: string }[]
}

/** What a reader of text is given. */
export interface ReaderInput {
  text: string
  source: string
  url?: string
  options: ReadOptions
}
