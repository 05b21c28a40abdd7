import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block } from './block.ts'
import { type RichText, RichTextBuilder } from './rich-text.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** What is needed to say where a node of one chunk stands in the whole source. */
interface Place {
  text: string
  /** Offset and line of the chunk in the source. */
  offset: number
  line: number
  definitions: Map<string, string>
}

/**
 * Markdown (CommonMark with GFM) to blocks. `offset` and `line` place `text` in its source.
 * Raw HTML blocks come as kind `html`, for the HTML reader.
 */
export function markdownBlocks(
  text: string,
  offset: number,
  line: number,
  definitions: Map<string, string>,
): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  const place: Place = { text, offset, line, definitions }
  for (const node of parser.parse(text).children) addBlock(node, place, blocks, 0)
  return blocks
}

export type MarkdownBlock = Block | { kind: 'html'; depth: 0; line: number; html: string }

/** Nesting below this is flattened: nobody writes it. */
const MAX_DEPTH = 50

function addBlock(node: RootContent, place: Place, blocks: MarkdownBlock[], depth: number): void {
  const line = place.line + (node.position?.start.line ?? 1) - 1
  const inner = Math.min(depth + 1, MAX_DEPTH)
  switch (node.type) {
    case 'heading':
      blocks.push({ kind: 'heading', depth: node.depth, line, rich: flatten(node.children, place) })
      return
    case 'paragraph':
      blocks.push({ kind: 'paragraph', depth: 0, line, rich: flatten(node.children, place) })
      return
    case 'thematicBreak':
      blocks.push({ kind: 'rule', depth: 0, line, rich: { text: '', marks: [], segments: [] } })
      return
    case 'list':
      for (const item of node.children) {
        const first = blocks.length
        for (const child of item.children) addBlock(child, place, blocks, inner)
        const head = blocks[first]
        if (head?.kind === 'paragraph') blocks[first] = { ...head, kind: 'item', depth: inner }
      }
      return
    case 'blockquote': {
      const first = blocks.length
      for (const child of node.children) addBlock(child, place, blocks, inner)
      for (let i = first; i < blocks.length; i++) {
        const block = blocks[i]!
        if (block.kind === 'paragraph') blocks[i] = { ...block, kind: 'quote' }
      }
      return
    }
    case 'code': {
      const builder = new RichTextBuilder()
      builder.append(node.value)
      builder.mark('code', 0)
      blocks.push({ kind: 'code', depth: 0, line, rich: builder.build() })
      return
    }
    case 'table':
      for (const row of node.children) {
        const builder = new RichTextBuilder()
        row.children.forEach((cell, i) => {
          if (i > 0) builder.append(' | ')
          flattenInto(cell.children, place, builder)
        })
        blocks.push({
          kind: 'row',
          depth: 0,
          line: place.line + (row.position?.start.line ?? 1) - 1,
          rich: builder.build(),
        })
      }
      return
    case 'html':
      blocks.push({ kind: 'html', depth: 0, line, html: node.value })
      return
    case 'footnoteDefinition':
      for (const child of node.children) addBlock(child, place, blocks, inner)
      return
    default:
  }
}

function flatten(nodes: readonly PhrasingContent[], place: Place): RichText {
  const builder = new RichTextBuilder()
  flattenInto(nodes, place, builder)
  return builder.build()
}

/** Inline HTML that stands for Markdown: opening tag to the start of what it marks. */
interface OpenTag {
  name: string
  start: number
  href?: string
}

function flattenInto(nodes: readonly PhrasingContent[], place: Place, builder: RichTextBuilder): void {
  const open: OpenTag[] = []
  for (const node of nodes) {
    const start = builder.length
    switch (node.type) {
      case 'text':
        appendAligned(builder, node.value, node, place)
        break
      case 'inlineCode':
        appendAligned(builder, node.value, node, place)
        builder.mark('code', start)
        break
      case 'strong':
        flattenInto(node.children, place, builder)
        builder.mark('strong', start)
        break
      case 'emphasis':
        flattenInto(node.children, place, builder)
        builder.mark('emphasis', start)
        break
      case 'link':
        flattenInto(node.children, place, builder)
        builder.mark('link', start, node.url)
        break
      case 'linkReference': {
        flattenInto(node.children, place, builder)
        const url = place.definitions.get(node.identifier)
        if (url !== undefined) builder.mark('link', start, url)
        break
      }
      case 'break':
        builder.append('\n')
        break
      case 'image':
      case 'imageReference':
        break
      case 'html':
        inlineHtml(node.value, builder, open)
        break
      case 'delete':
        flattenInto(node.children, place, builder)
        break
      default:
    }
  }
}

const TAGS: Record<string, 'strong' | 'emphasis' | 'code' | 'quote' | 'link'> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  code: 'code',
  q: 'quote',
  a: 'link',
}

function inlineHtml(html: string, builder: RichTextBuilder, open: OpenTag[]): void {
  const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html)
  if (!tag) return
  const name = tag[2]!.toLowerCase()
  if (name === 'br') builder.append('\n')
  if (!Object.hasOwn(TAGS, name)) return
  if (tag[1] !== '/') {
    const href =
      name === 'a' ? /\shref\s*=\s*(?:"([^"]{0,8192})"|'([^']{0,8192})'|([^\s>"']{1,8192}))/i.exec(html) : null
    open.push({ name, start: builder.length, ...(href ? { href: href[1] ?? href[2] ?? href[3] ?? '' } : {}) })
    return
  }
  const at = open.findLastIndex((one) => one.name === name)
  if (at < 0) return
  const [{ start, href } = { start: builder.length, href: undefined }] = open.splice(at, 1)
  if (name !== 'a') builder.mark(TAGS[name]!, start)
  else if (href !== undefined) builder.mark('link', start, href)
}

/**
 * Appends a node's value with its place in the source. Where the source has more than the value (escapes,
 * entities, indents and `>` of continuation lines) the segments step over it; where the two cannot be
 * aligned the rest of the value has no place.
 */
function appendAligned(builder: RichTextBuilder, value: string, node: Nodes, place: Place): void {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) {
    builder.append(value)
    return
  }
  const { text, offset } = place
  if (to - from === value.length && text.startsWith(value, from)) {
    builder.append(value, offset + from)
    return
  }
  let at = from
  if (node.type === 'inlineCode') while (at < to && (text[at] === '`' || text[at] === ' ')) at++
  let i = 0
  while (i < value.length && at < to) {
    let run = 0
    while (i + run < value.length && at + run < to && value[i + run] === text[at + run]) {
      if (text[at + run] === '&' && ENTITY.test(text.slice(at + run, at + run + 34))) break
      run++
    }
    if (run > 0) {
      builder.append(value.slice(i, i + run), offset + at)
      i += run
      at += run
      continue
    }
    if (text[at] === '\\' && text[at + 1] === value[i]) {
      at++
      continue
    }
    const entity = text[at] === '&' ? ENTITY.exec(text.slice(at, at + 34)) : null
    if (entity) {
      at += entity[0].length
      const next = text[at]
      const decoded = at >= to || next === '&' || value[i + 1] === next ? 1 : 2
      builder.append(value.slice(i, i + decoded))
      i += decoded
      continue
    }
    if (text[at] === '\r' || text[at] === ' ' || text[at] === '\t' || text[at] === '>') {
      at++
      continue
    }
    break
  }
  builder.append(value.slice(i))
}
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i

/** Plain definitions, as nearly all are; the others go to the parser. */
const DEFINITION =
  /^ {0,3}\[([^[\]\\]{1,200})\]:[ \t]{1,20}<?([^\s<>\\&()"']{1,2000})>?[ \t]{0,20}(?:"[^"\\]{0,500}"|'[^'\\]{0,500}')?\s{0,20}$/
/** At most so many definitions are given to the parser. */
const MAX_PARSED = 500

/** Link definitions (`[id]: url`) by normalized identifier; the first wins, as in CommonMark. */
export function collectDefinitions(text: string): Map<string, string> {
  const definitions = new Map<string, string>()
  if (!text.includes(']:')) return definitions
  let parsed = 0
  const add = (identifier: string, url: string) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  }
  for (const [line] of text.matchAll(/^ {0,3}\[[^\]\n]{1,999}\]:.{0,3000}/gm)) {
    const plain = DEFINITION.exec(line)
    if (plain && !plain[1]!.startsWith('^')) add(identifierOf(plain[1]!), plain[2]!)
    else if (plain === null && parsed++ < MAX_PARSED) {
      for (const node of parser.parse(line).children) if (node.type === 'definition') add(node.identifier, node.url)
    }
  }
  return definitions
}

/** As `micromark-util-normalize-identifier` and mdast make it. */
function identifierOf(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}
