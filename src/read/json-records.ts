import type { Diagnostic, Entry } from '../model/index.ts'
import { documentDate } from './document-date.ts'
import { fieldParagraphs } from './field-text.ts'
import type { EntryContext } from './finish-entry.ts'
import { toFields } from './front-matter.ts'
import { jsonItems } from './item-places.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { recordEntry } from './record.ts'

/** Where an object holds its list of records. */
const LISTS = [
  'items',
  'entries',
  'records',
  'data',
  'results',
  'posts',
  'articles',
  'incidents',
  'postmortems',
  'post_mortems',
]
/** At most this many bad lines of one file are reported one by one. */
const MAX_REPORTED = 20

/** Reads JSON Lines: one record a line. */
export function readJsonLines(input: ReaderInput): ReadResult {
  const reader = new RecordReader(input, 'JSON Lines records')
  let line = 0
  let start = 0
  const { text } = input
  while (start < text.length) {
    line++
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const raw = text.slice(start, end).trim()
    start = end + 1
    if (raw === '' || raw.startsWith('//') || raw === '[' || raw === ']') continue
    const value = parse(raw.replace(/,$/, ''))
    if (value === undefined) reader.reject(line, 'the line is no JSON')
    else reader.take(value, line)
  }
  return reader.result()
}

/** Reads one JSON document: a list of records, an object that holds one, or a single record. */
export function readJson(input: ReaderInput): ReadResult {
  const reader = new RecordReader(input, 'JSON records')
  const value = parse(input.text)
  if (value === undefined) {
    reader.reject(1, 'the file is no JSON')
    return reader.result()
  }
  const { records, name } = listOf(value)
  const places = name === null ? [] : jsonItems(input.text, name)
  // A list may hold what is no object and has no place: then no place is sure
  const sure = places.length === records.length
  records.forEach((record, i) => {
    reader.take(record, sure ? places[i]!.line : 1)
  })
  return reader.result()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The records of a document, and the name of their list: none where it is the document itself, null where there is no list. */
function listOf(value: unknown): { records: unknown[]; name?: string | null } {
  if (Array.isArray(value)) return { records: value }
  if (typeof value !== 'object' || value === null) return { records: [], name: null }
  const entries = new Map(Object.entries(value))
  for (const name of LISTS) {
    const list = entries.get(name)
    if (Array.isArray(list)) return { records: list, name }
  }
  return { records: [value], name: null }
}

class RecordReader {
  private readonly entries: Entry[] = []
  private readonly diagnostics: Diagnostic[] = []
  private readonly explain: { line: number; as: string; text: string }[] = []
  private readonly input: ReaderInput
  private readonly name: string
  private readonly context: EntryContext
  private rejected = 0

  constructor(input: ReaderInput, name: string) {
    this.input = input
    this.name = name
    const date = documentDate({ fields: new Map(), source: input.source })
    const { roleOf } = input.options
    this.context = {
      source: input.source,
      date: date?.date ?? null,
      notes: this.diagnostics,
      ...(date?.dateEnd === undefined ? {} : { dateEnd: date.dateEnd }),
      ...(input.url === undefined ? {} : { base: input.url }),
      ...(roleOf === undefined ? {} : { roleOf }),
    }
  }

  take(value: unknown, line: number): void {
    const fields = toFields(value)
    const entry =
      fields.size === 0
        ? null
        : recordEntry(fields, line, this.entries.length, this.context, fieldParagraphs, this.input.options.map)
    if (entry === null) {
      this.reject(
        line,
        fields.size === 0 ? 'it is no record' : 'it has neither title nor text under a known name',
        'name its fields with --map title=…,body=…',
      )
      return
    }
    this.entries.push(entry)
    this.explain.push({ line, as: 'entry', text: entry.title })
  }

  reject(line: number, reason: string, remedy?: string): void {
    this.rejected++
    this.explain.push({ line, as: 'not read', text: reason })
    if (this.rejected > MAX_REPORTED) return
    this.diagnostics.push({
      code: 'record-not-read',
      severity: 'warning',
      message: `a record was not read: ${reason}`,
      ...(remedy === undefined ? {} : { remedy }),
      source: this.input.source,
      line,
    })
  }

  result(): ReadResult {
    const { diagnostics } = this
    if (this.rejected > MAX_REPORTED) {
      const message = `${this.rejected - MAX_REPORTED} more records were not read`
      diagnostics.push({ code: 'record-not-read', severity: 'warning', message, source: this.input.source })
    }
    return { reader: this.name, entries: this.entries, sections: [], threads: [], diagnostics, explain: this.explain }
  }
}
