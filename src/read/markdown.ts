import type { Block } from './block.ts'
import { readDigest } from './digest.ts'
import { documentDate } from './document-date.ts'
import { type FrontMatter, fieldText, readFrontMatter } from './front-matter.ts'
import { collectDefinitions, type MarkdownBlock, markdownBlocks } from './markdown-blocks.ts'
import { type Chunk, markdownChunks } from './markdown-chunks.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'
import { plainRich } from './rich-text.ts'

/** Reads a Markdown text: a digest, a link list, or one post. */
export function readMarkdown(input: ReaderInput): ReadResult {
  const { text, source, options } = input
  const front = readFrontMatter(text, source)
  const { blocks, diagnostics } = blocksOf(text, front.end, input)
  const heading = firstHeading(blocks)
  const date = documentDate({ fields: front.fields, heading, source })
  const base = absoluteUrl(fieldText(front.fields, 'url', 'permalink')) ?? input.url
  const digest = readDigest(blocks, {
    source,
    date: date?.date ?? null,
    ...(date?.dateEnd === undefined ? {} : { dateEnd: date.dateEnd }),
    ...(base === undefined ? {} : { base }),
    ...(options.roleOf === undefined ? {} : { roleOf: options.roleOf }),
  })
  return {
    reader: 'markdown digest',
    entries: digest.entries,
    sections: digest.sections,
    threads: digest.threads,
    diagnostics: [...front.diagnostics, ...diagnostics, ...digest.diagnostics],
    explain: digest.explain,
  }
}

export type { FrontMatter }

/** The text of the first heading of the highest level, for its date. */
export function firstHeading(blocks: readonly Block[]): string | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const top = headings.reduce((least, { depth }) => Math.min(least, depth), 6)
  const first = headings.find(({ depth }) => depth === top)
  return first === undefined ? undefined : normalizeRich(first.rich).text
}

function absoluteUrl(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined
}

function blocksOf(
  text: string,
  start: number,
  input: ReaderInput,
): { blocks: Block[]; diagnostics: ReadResult['diagnostics'] } {
  const clean = blankShortcodes(text)
  const diagnostics: ReadResult['diagnostics'] = []
  const definitions = collectDefinitions(clean)
  const line = 1 + countLines(clean, 0, start)
  const blocks: Block[] = []
  for (const chunk of markdownChunks(clean, start, line)) {
    if (chunk.plain) {
      blocks.push(...plainBlocks(chunk))
      diagnostics.push({
        code: 'paragraph-too-heavy',
        severity: 'warning',
        message:
          'a paragraph is too long or too dense with markup to be read as Markdown; its lines were read as plain text',
        source: input.source,
        line: chunk.line,
      })
    } else
      for (const block of markdownBlocks(chunk.text, chunk.offset, chunk.line, definitions))
        blocks.push(...htmlAware(block))
  }
  return { blocks, diagnostics }
}

function htmlAware(block: MarkdownBlock): Block[] {
  return block.kind === 'html' ? [] : [block]
}

function plainBlocks(chunk: Chunk): Block[] {
  return [{ kind: 'paragraph', depth: 0, line: chunk.line, rich: plainRich(chunk.text.trimEnd(), chunk.offset) }]
}

function countLines(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Hugo shortcodes (`{{< sources "tech" >}}`) become spaces, so that all offsets stay. */
function blankShortcodes(text: string): string {
  if (!text.includes('{{')) return text
  const pieces: string[] = []
  let last = 0
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', Math.max(at + 2, last))) {
    const sign = text[at + 2]
    if (sign !== '<' && sign !== '%') continue
    const window = text.slice(at + 3, at + 1000)
    const end = window.indexOf(sign === '<' ? '>}}' : '%}}')
    const newline = window.indexOf('\n')
    if (end < 0 || (newline >= 0 && newline < end)) continue
    const stop = at + 3 + end + 3
    pieces.push(text.slice(last, at), ' '.repeat(stop - at))
    last = stop
  }
  pieces.push(text.slice(last))
  return pieces.join('')
}
