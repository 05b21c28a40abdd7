import { Readability } from '@mozilla/readability'
import type { Diagnostic } from '../model/index.ts'
import type { Block } from './block.ts'
import { learnCuts } from './company-cut.ts'
import { type HtmlNode, htmlBlocks, nodeBlocks, textOnly } from './html-blocks.ts'
import { isNestedDeeply, MAX_HTML_DEPTH } from './html-depth.ts'
import { type HtmlDocument, type PageFacts, pageFacts, parsePage } from './html-page.ts'
import { lineFinder, textPlaces } from './html-places.ts'
import { readBlocks } from './read-blocks.ts'
import type { ReaderInput, ReadResult } from './read-result.ts'

/** A longer page is read without looking for its article: that costs time more than linear in the page. */
const MAX_ARTICLE = 2_000_000

/**
 * Reads a page: a digest as published, a list of links, or a single post (whose text is found by Readability). A front page
 * that announces feeds names them in `feeds`.
 */
export function readHtml(input: ReaderInput): ReadResult {
  if (isNestedDeeply(input.text)) return tooDeep(input)
  const document = parsePage(input.text)
  const lineAt = lineFinder(input.text)
  const texts = textPlaces(input.text, document as unknown as HtmlNode)
  const facts = pageFacts(document)
  const blocks = nodeBlocks(rootOf(document), { texts, lineAt })
  const context = { ...input, fields: facts.fields, cut: cutsOf(blocks, input), lineAt, ...published(facts) }
  const whole = readBlocks(blocks, context, 'html')
  if (/digest$|list$/.test(whole.reader)) return whole
  const article = input.text.length > MAX_ARTICLE ? null : articleOf(input.text)
  const result = article === null ? whole : readBlocks(placed(htmlBlocks(article), blocks), context, 'html')
  if (facts.feeds.length === 0 || facts.article) return result
  return { ...result, feeds: facts.feeds.flatMap((feed) => absolute(feed, input.url)) }
}

function tooDeep(input: ReaderInput): ReadResult {
  const result = readBlocks(textOnly(input.text), { ...input, fields: new Map() }, 'html')
  const diagnostic: Diagnostic = {
    code: 'html-too-deep',
    severity: 'warning',
    message: `elements are nested more than ${MAX_HTML_DEPTH} deep; the page was read as plain text`,
    remedy: 'save the page as Markdown or plain text',
    source: input.source,
  }
  return { ...result, diagnostics: [diagnostic, ...result.diagnostics] }
}

/** Tags of `html` and `body` may be left out: linkedom makes none then, and the document itself is the root. */
function rootOf(document: HtmlDocument): HtmlNode {
  return (
    document.querySelector('main') ??
    document.querySelector('article') ??
    document.querySelector('body') ??
    (document as unknown as HtmlNode)
  )
}

function published({ published: date }: PageFacts): { published?: string } {
  return date === undefined ? {} : { published: date }
}

/** A page may show title, company and text on one line, as its plain copy does. */
function cutsOf(blocks: readonly Block[], input: ReaderInput) {
  const texts = blocks.map(({ rich }) => rich.text)
  const rests = texts.flatMap((text) => {
    const dot = /\s[·•]\s+/.exec(text.slice(0, 600))
    return dot ? [text.slice(dot.index + dot[0].length, dot.index + dot[0].length + 400)] : []
  })
  return learnCuts(rests, texts.join('\n'), input.options.nameAtStart)
}

/** The HTML of the page's article, or null where Readability finds none. It changes the document, so it has its own. */
function articleOf(html: string): string | null {
  try {
    const document = parsePage(html) as unknown as ConstructorParameters<typeof Readability>[0]
    return new Readability(document, { maxElemsToParse: 50_000 }).parse()?.content ?? null
  } catch {
    return null
  }
}

/** The article's blocks with the places of those blocks of the page that say the same. */
function placed(article: readonly Block[], page: readonly Block[]): Block[] {
  const byText = new Map<string, Block[]>()
  for (const block of page) {
    const same = byText.get(block.rich.text)
    if (same === undefined) byText.set(block.rich.text, [block])
    else same.push(block)
  }
  for (const blocks of byText.values()) blocks.reverse()
  return article.map((block) => {
    const own = byText.get(block.rich.text)?.pop()
    if (own === undefined) return block
    return { ...block, line: own.line, rich: { ...block.rich, segments: own.rich.segments } }
  })
}

function absolute(href: string, base: string | undefined): string[] {
  try {
    return [new URL(href, base).href]
  } catch {
    return []
  }
}
