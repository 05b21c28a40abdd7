import { fieldText, readFrontMatter } from './front-matter.ts'
import { markdownDocument } from './markdown-document.ts'
import { readBlocks } from './read-blocks.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'

/** Reads a Markdown text: a digest, a list of links, or one post. */
export function readMarkdown(input: ReaderInput): ReadResult {
  const { text, source } = input
  const front = readFrontMatter(text, source)
  const { blocks, diagnostics } = markdownDocument(text, front.end, source)
  const base = absoluteUrl(fieldText(front.fields, 'url', 'permalink')) ?? input.url
  const result = readBlocks(
    blocks,
    { ...input, fields: front.fields, ...(base === undefined ? {} : { url: base }) },
    'markdown',
  )
  return { ...result, diagnostics: [...front.diagnostics, ...diagnostics, ...result.diagnostics] }
}

function absoluteUrl(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined
}
