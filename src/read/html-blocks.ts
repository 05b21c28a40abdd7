import type { Block } from './block.ts'
import { isNestedDeeply, withoutTags } from './html-depth.ts'
import { type TextPlaces, textPlaces } from './html-places.ts'
import { normalizeRich } from './normalize-rich.ts'
import { parseHtml } from './parse-html.ts'
import { plainRich, type RichText, RichTextBuilder, richLines } from './rich-text.ts'

/** What of the DOM is used here. */
export interface HtmlNode {
  nodeType: number
  nodeName: string
  childNodes: Iterable<HtmlNode>
  nodeValue: string | null
  getAttribute?(name: string): string | null
}

const BEFORE = '<!doctype html><html><body>'

/**
 * HTML to blocks; scripts, styles, forms and navigation are left out. `source`: where the HTML stands letter by letter; without
 * it the blocks have no place (`line` 1).
 */
export function htmlBlocks(html: string, source?: { offset: number; lineAt: (offset: number) => number }): Block[] {
  if (isNestedDeeply(html)) return textOnly(html)
  const page = `${BEFORE}${html}</body></html>`
  const document = parseHtml<HtmlNode & { body: HtmlNode }>(page)
  if (source === undefined) return nodeBlocks(document.body)
  const texts = new Map<HtmlNode, number>()
  for (const [node, offset] of textPlaces(page, document)) texts.set(node, offset - BEFORE.length + source.offset)
  return nodeBlocks(document.body, { texts, lineAt: source.lineAt })
}

/** What is left of HTML that is nested too deeply to be parsed. */
export function textOnly(html: string): Block[] {
  return withoutTags(html)
    .split(/\n\s*\n/)
    .map((text): Block => ({ kind: 'paragraph', depth: 0, line: 1, rich: normalizeRich(plainRich(text)) }))
    .filter(({ rich }) => rich.text !== '')
}

const SKIPPED = new Set(
  'TITLE SCRIPT STYLE NOSCRIPT TEMPLATE NAV FORM BUTTON SELECT TEXTAREA IFRAME OBJECT EMBED SVG CANVAS VIDEO AUDIO HEAD LINK META INPUT DIALOG'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER HEADER HR HTML LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
)
const MARKS: Record<string, 'strong' | 'emphasis' | 'code' | 'quote'> = {
  B: 'strong',
  STRONG: 'strong',
  I: 'emphasis',
  EM: 'emphasis',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
  Q: 'quote',
}
/** Elements nested deeper are left out: nobody writes them, and the walk is recursive. */
const MAX_DEPTH = 200

/** Where a page's texts stand in it. */
export interface Places {
  texts: TextPlaces
  lineAt: (offset: number) => number
}

/** Blocks of the tree under a node, in document order. */
export function nodeBlocks(root: HtmlNode, places?: Places): Block[] {
  const walker = new Walker(places)
  walker.children(root, 0)
  walker.flush()
  return walker.blocks
}

class Walker {
  readonly blocks: Block[] = []
  private builder = new RichTextBuilder()
  private kind: Block['kind'] = 'paragraph'
  private depth = 0
  private list = 0
  /** Depth of inline elements around the text. */
  private inlines = 0
  private preformatted = false
  private readonly places: Places | undefined

  constructor(places: Places | undefined) {
    this.places = places
  }

  flush(): void {
    const rich = this.builder.build()
    this.builder = new RichTextBuilder()
    const text = this.preformatted ? rich : tidyLines(rich)
    if (text.text.trim() !== '') {
      const start = text.segments[0]?.[1]
      const line = start === undefined ? 1 : (this.places?.lineAt(start) ?? 1)
      this.blocks.push({ kind: this.kind, depth: this.depth, line, rich: text })
    }
    if (this.kind === 'item' || this.kind === 'heading') {
      this.kind = 'paragraph'
      this.depth = 0
    }
  }

  children(node: HtmlNode, level: number): void {
    if (level > MAX_DEPTH) return
    for (const child of node.childNodes) this.node(child, level + 1)
  }

  private node(node: HtmlNode, level: number): void {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? ''
      const place = this.places?.texts.get(node)
      if (this.preformatted) this.builder.append(text, place)
      else this.spaced(text, place)
      return
    }
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.has(name) || isHidden(node)) return
    if (name === 'BR') this.builder.append('\n')
    else if (name === 'HR') {
      this.flush()
      this.blocks.push({ kind: 'rule', depth: 0, line: 1, rich: { text: '', marks: [], segments: [] } })
    } else if (BLOCKS.has(name)) this.block(node, name, level)
    else this.inline(node, name, level)
  }

  /**
   * White space is one space; but a line break of the source that stands in no inline element stays: pages made from
   * Markdown keep there the line on which a header ends.
   */
  private spaced(text: string, place: number | undefined): void {
    const breaks = this.inlines === 0 && this.kind !== 'heading' && this.kind !== 'row'
    let last = 0
    const at = (offset: number) => (place === undefined ? undefined : place + offset)
    // A single space is one already
    for (const space of text.matchAll(/[\s\u00a0]{2,}|[^\S ]|\u00a0/g)) {
      this.builder.append(text.slice(last, space.index), at(last))
      this.builder.append(breaks && space[0].includes('\n') ? '\n' : ' ')
      last = space.index + space[0].length
    }
    this.builder.append(text.slice(last), at(last))
  }

  private block(node: HtmlNode, name: string, level: number): void {
    this.flush()
    const before = { kind: this.kind, depth: this.depth, list: this.list, preformatted: this.preformatted }
    if (/^H[1-6]$/.test(name)) {
      this.kind = 'heading'
      this.depth = Number(name[1])
    } else if (name === 'UL' || name === 'OL') this.list++
    else if (name === 'LI') {
      this.kind = 'item'
      this.depth = Math.max(1, this.list)
    } else if (name === 'TR') this.kind = 'row'
    else if (name === 'BLOCKQUOTE') this.kind = 'quote'
    else if (name === 'PRE') {
      this.kind = 'code'
      this.preformatted = true
    }
    if (name === 'TR') this.row(node, level)
    else this.children(node, level)
    this.flush()
    this.kind = before.kind === 'item' || before.kind === 'heading' ? 'paragraph' : before.kind
    this.depth = this.kind === 'paragraph' ? 0 : before.depth
    this.list = before.list
    this.preformatted = before.preformatted
  }

  private row(node: HtmlNode, level: number): void {
    let first = true
    for (const cell of node.childNodes) {
      if (cell.nodeType !== 1) continue
      if (!first) this.builder.append(' | ')
      first = false
      for (const child of cell.childNodes) this.inlineOnly(child, level + 2)
    }
  }

  private inlineOnly(node: HtmlNode, level: number): void {
    if (level > MAX_DEPTH) return
    if (node.nodeType === 1 && BLOCKS.has(node.nodeName.toUpperCase())) {
      for (const child of node.childNodes) this.inlineOnly(child, level + 1)
      this.builder.append(' ')
    } else this.node(node, level)
  }

  private inline(node: HtmlNode, name: string, level: number): void {
    const start = this.builder.length
    const { builder } = this
    this.inlines++
    this.children(node, level)
    this.inlines--
    // A block inside the inline element has begun a new text
    if (this.builder !== builder) return
    if (name === 'A') {
      const href = node.getAttribute?.('href')
      const text = isAnchor(node) ? null : href
      if (text) this.builder.mark('link', start, text)
    } else if (Object.hasOwn(MARKS, name)) this.builder.mark(MARKS[name]!, start)
  }
}

function isHidden(node: HtmlNode): boolean {
  return node.getAttribute?.('hidden') != null || node.getAttribute?.('aria-hidden') === 'true' || isAnchor(node)
}

/** The `#` that themes hang on headings. */
function isAnchor(node: HtmlNode): boolean {
  if (node.nodeName.toUpperCase() !== 'A') return false
  return /(?:^|\s)(?:anchor|headerlink|heading-link|header-anchor|permalink)(?:\s|$)/.test(
    node.getAttribute?.('class') ?? '',
  )
}

/** Spaces at line breaks go; the lines stay. */
function tidyLines(rich: RichText): RichText {
  if (!rich.text.includes('\n')) return normalizeRich(rich)
  const builder = new RichTextBuilder()
  richLines(rich).forEach((line, i) => {
    const part = normalizeRich(line)
    if (i > 0 && part.text !== '' && builder.length > 0) builder.append('\n')
    builder.appendRich(part)
  })
  return builder.build()
}
