import { decodeText } from './decode-text.ts'
import { detectFormat, type Format } from './detect.ts'
import { readFeed } from './feed.ts'
import { readHtml } from './html.ts'
import { readJson, readJsonLines } from './json-records.ts'
import { readMarkdown } from './markdown.ts'
import { readOpml } from './opml.ts'
import { readPlainText } from './plain-text.ts'
import { noEntries } from './read-blocks.ts'
import type { ReaderInput, ReadOptions, ReadResult, SourceFile } from './read-result.ts'
import { readerFailed } from './reader-failed.ts'

const READERS: Record<Format, (input: ReaderInput) => ReadResult> = {
  markdown: readMarkdown,
  text: readPlainText,
  html: readHtml,
  feed: readFeed,
  opml: readOpml,
  json: readJson,
  jsonl: readJsonLines,
}

/** Reads one file of any known format. Never throws: what cannot be read is a diagnostic. */
export function readSource(file: SourceFile, options: ReadOptions = {}): ReadResult {
  const { source, url, mediaType } = file
  const decoded = decodeText(file.bytes, source)
  if (decoded.text === null) {
    return { reader: 'none', entries: [], sections: [], threads: [], diagnostics: decoded.diagnostics }
  }
  const { text } = decoded
  const format = detectFormat({ text, source, ...(mediaType === undefined ? {} : { mediaType }) })
  const input: ReaderInput = { text, source, options, ...(url === undefined ? {} : { url }) }
  const result = readWith(READERS[format], input, format)
  const diagnostics = [...decoded.diagnostics, ...result.diagnostics]
  const told = result.diagnostics.some(({ code }) => code === 'text-too-short' || code === 'reader-failed')
  if (result.entries.length === 0 && !result.feeds?.length && !told) diagnostics.push(noEntries(source, result.reader))
  return { ...result, diagnostics }
}

/** The libraries that parse for us may fail on input that no one has tried: the file is lost then, not the run. */
function readWith(read: (input: ReaderInput) => ReadResult, input: ReaderInput, format: Format): ReadResult {
  try {
    return read(input)
  } catch (error) {
    return readerFailed(input.source, format, error)
  }
}
