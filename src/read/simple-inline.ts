import { plainRich, type RichText, RichTextBuilder } from './rich-text.ts'

/** Nesting below this is left to the parser. */
const MAX_NESTING = 4
const SPECIAL = /[\\`*_[\]<&~!@:.\0]/g

/**
 * Inline Markdown of everyday paragraphs, read in one pass: code spans, `**strong**`, `*emphasis*` and `[links](url)`.
 * Null wherever CommonMark or GFM could see more than that (escapes, entities, HTML, images, references, bare addresses,
 * ambiguous stars): such text goes to the parser, which is twenty times slower. A property test holds the two equal.
 *
 * @param text lines joined by `\n`, without white space around them
 * @param source offset of each line in the source, in order
 */
export function simpleInline(text: string, source: readonly number[]): RichText | null {
  if (text.search(SPECIAL) < 0) return linesRich(text, source)
  const builder = new RichTextBuilder()
  const scanner = new Scanner(text, source, builder)
  return scanner.scan(0, text.length, 0, false) ? builder.build() : null
}

function linesRich(text: string, source: readonly number[]): RichText {
  if (source.length === 1) return plainRich(text, source[0])
  const builder = new RichTextBuilder()
  new Scanner(text, source, builder).literal(0, text.length)
  return builder.build()
}

interface Open {
  length: number
  start: number
}

class Scanner {
  private readonly text: string
  private readonly source: readonly number[]
  private readonly builder: RichTextBuilder
  /** Offset in `text` of each line. */
  private readonly starts: number[] = [0]
  private line = 0

  constructor(text: string, source: readonly number[], builder: RichTextBuilder) {
    this.text = text
    this.source = source
    this.builder = builder
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  /** Appends `[from, to)` as it stands, each line with its place in the source. Calls come in ascending order. */
  literal(from: number, to: number): void {
    let at = from
    while (at < to) {
      while (this.line + 1 < this.starts.length && this.starts[this.line + 1]! <= at) this.line++
      const next = this.starts[this.line + 1] ?? this.text.length + 1
      // The line break itself has no place: the source may have spaces or a carriage return there
      const end = Math.min(to, next - 1)
      if (at < end)
        this.builder.append(this.text.slice(at, end), this.source[this.line]! + (at - this.starts[this.line]!))
      if (end < to) this.builder.append('\n')
      at = end + 1
    }
  }

  /** Reads `[from, to)`; false where it holds more than this reader knows. */
  scan(from: number, to: number, nesting: number, inLink: boolean): boolean {
    if (nesting > MAX_NESTING) return false
    const { text } = this
    const stack: Open[] = []
    const special = new RegExp(SPECIAL)
    let at = from
    special.lastIndex = from
    for (let match = special.exec(text); match !== null && match.index < to; match = special.exec(text)) {
      const i = match.index
      let next = i + 1
      switch (text[i]) {
        case '`': {
          const end = this.code(i, to, at)
          if (end < 0) return false
          at = end
          next = end
          break
        }
        case '*': {
          while (text[next] === '*' && next < to) next++
          const role = this.role(i, next, from, to)
          if (role === 'unknown') return false
          if (role === 'literal') break
          this.literal(at, i)
          at = next
          if (role === 'open') stack.push({ length: next - i, start: this.builder.length })
          else {
            const open = stack.pop()
            if (open?.length !== next - i) return false
            this.builder.mark(open.length === 2 ? 'strong' : 'emphasis', open.start)
          }
          break
        }
        case '[': {
          // Brackets within a label are text: `link` saw that they are balanced and make no link
          if (inLink) break
          const link = this.link(i, to)
          if (link === 'unknown') return false
          if (link === null) break
          this.literal(at, i)
          const start = this.builder.length
          if (!this.scan(i + 1, link.close, nesting + 1, true)) return false
          if (this.builder.length === start) return false
          this.builder.mark('link', start, text.slice(link.close + 2, link.end - 1))
          at = link.end
          next = link.end
          break
        }
        case ']':
          // A bracket that closes nothing here may close something around it
          if (!inLink && (text[next] === '(' || text[next] === '[')) return false
          break
        case '_':
          if (!isWord(text[i - 1]) || !isWord(text[next]) || i === from || next === to) return false
          break
        case '!':
          if (text[next] === '[') return false
          break
        case '<':
          if (/[a-z/!?]/i.test(text[next] ?? '')) return false
          break
        case '&':
          if (/^&(?:#|[a-z])[\da-z]{0,40};/i.test(text.slice(i, i + 44))) return false
          break
        case '~':
          if (text[next] === '~') return false
          break
        case '@':
          if (!inLink && /[\w.+-]/.test(text[i - 1] ?? '')) return false
          break
        case ':':
          if (!inLink && text.startsWith('//', next) && /https?$/i.test(text.slice(Math.max(0, i - 5), i))) return false
          if (!inLink && /(?:mailto|xmpp)$/i.test(text.slice(Math.max(0, i - 6), i))) return false
          break
        case '.':
          if (!inLink && /www$/i.test(text.slice(Math.max(0, i - 3), i))) return false
          break
        default:
          return false
      }
      special.lastIndex = next
    }
    this.literal(at, to)
    return stack.length === 0
  }

  /** A code span that begins at `i`: its end, or -1. `at`: what is not yet appended begins there. */
  private code(i: number, to: number, at: number): number {
    const { text } = this
    let open = i
    while (text[open] === '`') open++
    const length = open - i
    for (let close = text.indexOf('`', open); close >= 0 && close < to; ) {
      let end = close
      while (text[end] === '`') end++
      if (end - close === length) {
        const inner = text.slice(open, close)
        const padded = inner.length > 2 && inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== ''
        // The parser's rules for spaces and line breaks in code are its own
        if (inner.includes('\n') || inner.includes('\0') || (!padded && /^ | $/.test(inner))) return -1
        this.literal(at, i)
        const start = this.builder.length
        this.literal(padded ? open + 1 : open, padded ? close - 1 : close)
        this.builder.mark('code', start)
        return end
      }
      close = text.indexOf('`', end)
    }
    return -1
  }

  /** What a run of stars is, by what stands before and after it (CommonMark's flanking rules, where they are plain). */
  private role(start: number, end: number, from: number, to: number): 'open' | 'close' | 'literal' | 'unknown' {
    if (end - start > 2) return 'unknown'
    // Inside a link's label its bracket is the neighbour
    const before = kindOf(start === from && from === 0 ? undefined : this.text[start - 1])
    const after = kindOf(end === to && to === this.text.length ? undefined : this.text[end])
    if (before === 'space') return after === 'space' ? 'literal' : 'open'
    if (after === 'space') return 'close'
    if (before === 'sign' && after === 'word') return 'open'
    if (before === 'word' && after === 'sign') return 'close'
    return 'unknown'
  }

  /** The link whose label begins at `i`; null where the bracket is a mere sign. */
  private link(i: number, to: number): { close: number; end: number } | 'unknown' | null {
    const { text } = this
    let depth = 0
    let close = -1
    for (let k = i; k < Math.min(to, i + MAX_LABEL); k++) {
      const char = text[k]
      if (char === '`' || char === '\\' || char === '<') return 'unknown'
      if (char === '[') depth++
      else if (char === ']' && --depth === 0) {
        close = k
        break
      }
    }
    if (close < 0) return 'unknown'
    if (text[close + 1] === '[') return 'unknown'
    if (/\][([]/.test(text.slice(i + 1, close))) return 'unknown'
    if (text[close + 1] !== '(') return null
    const target = TARGET.exec(text.slice(close + 2, Math.min(to, close + 2 + MAX_TARGET)))
    return target === null ? 'unknown' : { close, end: close + 2 + target[0].length }
  }
}

const MAX_TARGET = 2048
const MAX_LABEL = 1000
const TARGET = /^[^()\s<>\\&"'\0]+\)/

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char)
}

function kindOf(char: string | undefined): 'space' | 'sign' | 'word' {
  if (char === undefined || /\s/.test(char)) return 'space'
  return /[\p{P}\p{S}]/u.test(char) ? 'sign' : 'word'
}
