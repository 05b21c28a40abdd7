import { decodeText } from './decode-text.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './plain-text.ts'
import type { ReadOptions, ReadResult, SourceFile } from './read-result.ts'

/** Reads one file of any known format. Never throws: what cannot be read is a diagnostic. */
export function readSource(file: SourceFile, options: ReadOptions = {}): ReadResult {
  const { source } = file
  const decoded = decodeText(file.bytes, source)
  if (decoded.text === null) {
    return { reader: 'none', entries: [], sections: [], threads: [], diagnostics: decoded.diagnostics }
  }
  const input = { text: decoded.text, source, options, ...(file.url === undefined ? {} : { url: file.url }) }
  const result = /\.txt$/i.test(source) ? readPlainText(input) : readMarkdown(input)
  return { ...result, diagnostics: [...decoded.diagnostics, ...result.diagnostics] }
}
