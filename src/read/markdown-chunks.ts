/** A stretch of a Markdown text that can be parsed by itself. */
export interface Chunk {
  /** Offset and 1-based line in the text. */
  offset: number
  line: number
  text: string
  /** Too long or too dense with markup for the parser: to be read as plain lines. */
  plain: boolean
}

/** Chunks grow to about this many characters. */
const CHUNK = 32_768
/** A paragraph longer than this, or with more brackets and stars than this, is not parsed as Markdown. */
const MAX_PARAGRAPH = 65_536
const MAX_DELIMITERS = 2_000

/** Quotations in quotations, so deep that nobody writes them; each level costs the parser as much as the text itself. */
const DEEP_QUOTATION = /^(?:[ \t]{0,3}>){12}/

/**
 * Cuts Markdown into chunks at blank lines that no list, quote or fence spans, so that time and memory stay
 * linear in the text: the parser's worst cases are quadratic in one paragraph, and its tree is
 * a hundred times its text.
 */
export function markdownChunks(text: string, offset: number, line: number): Chunk[] {
  const chunks: Chunk[] = []
  let start = offset
  let startLine = line
  let fence: string | null = null
  let paragraphStart = offset
  let paragraphLine = line
  let blank = true
  let listOpen = false
  const push = (end: number, plain: boolean, nextLine: number) => {
    if (end > start) chunks.push({ offset: start, line: startLine, text: text.slice(start, end), plain })
    start = end
    startLine = nextLine
  }
  const endParagraph = (end: number, nextLine: number) => {
    if (!heavy(text, paragraphStart, end)) return
    // What stands before the heavy paragraph is parsed as ever
    push(paragraphStart, false, paragraphLine)
    push(end, true, nextLine)
  }
  let at = offset
  let number = line
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const head = text.slice(at, Math.min(end, at + 200))
    const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1]
    if (fence !== null) {
      if (fenceMark?.startsWith(fence)) fence = null
    } else if (
      fenceMark !== undefined &&
      !(fenceMark[0] === '`' && head.slice(head.indexOf(fenceMark) + fenceMark.length).includes('`'))
    ) {
      fence = fenceMark
    }
    const isBlank = head.trim() === '' && end - at < 200
    if (isBlank) {
      if (!blank) endParagraph(at, number)
    } else if (blank) {
      // A blank line ends quotations and tables
      const indented = /^(?:\s|[-*+]|\d{1,9}[.)])/.test(head)
      if (!indented) listOpen = false
      if (fence === null && !listOpen && at - start >= CHUNK) push(at, false, number)
      else if (at - start >= 16 * CHUNK) push(at, false, number)
      if (/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(head)) listOpen = true
      paragraphStart = at
      paragraphLine = number
    } else if (fence === null && /^(?:[-*+]|\d{1,9}[.)])\s/.test(head)) {
      // Each item of a list is measured by itself; a long list may be cut before one
      endParagraph(at, number)
      if (at - start >= CHUNK) push(at, false, number)
      paragraphStart = at
      paragraphLine = number
      listOpen = true
    }
    blank = isBlank
    at = end
    number++
  }
  if (!blank) endParagraph(text.length, number)
  push(text.length, false, number)
  return chunks
}

/** Whether the paragraph is too long or too dense with marks for the parser, whose worst cases are quadratic. */
export function heavy(text: string, start: number, end: number): boolean {
  if (end - start > MAX_PARAGRAPH || DEEP_QUOTATION.test(text.slice(start, start + 100))) return true
  if (end - start < MAX_DELIMITERS) return false
  let delimiters = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    // * [ ] _ ` < & ! ~ >
    if (
      code === 42 ||
      code === 91 ||
      code === 93 ||
      code === 95 ||
      code === 96 ||
      code === 60 ||
      code === 38 ||
      code === 33 ||
      code === 126 ||
      code === 62
    )
      if (++delimiters > MAX_DELIMITERS) return true
  }
  return false
}
