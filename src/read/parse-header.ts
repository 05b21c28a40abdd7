import { type CutContext, cutCompany, EMPTY_CUT } from './company-cut.ts'
import { findDate } from './entry-date.ts'
import { normalizeRich } from './normalize-rich.ts'
import { EMPTY_RICH, type RichMark, type RichText, sliceRich, trimRich } from './rich-text.ts'

/** How the title of a header is set off from the rest. */
export type TitleForm = 'strong' | 'link' | 'heading' | 'bracket' | 'plain'
/** What stands between title and company: the sign, `by`, `(`, or nothing. */
export type HeaderSign = '·' | '|' | '—' | '-' | ':' | '.' | 'by' | '(' | ''

/** The parts of an entry's header line. */
export interface Header {
  title: RichText
  byline: RichText
  /** Raw address of the article, or undefined. */
  href?: string
  outlet?: string
  /** A date field of its own. */
  date?: string
  /** What stands after the header on the same line. */
  rest: RichText
  form: TitleForm
  sign: HeaderSign
  /** The title itself is a link. */
  linked: boolean
}

/** A text longer than this is no title, one longer than the second no company field. */
const MAX_TITLE = 400
const MAX_BYLINE = 120
const GENERIC_LABEL =
  /^(?:source|sources|link|links|article|read(?: more| article| the (?:article|post|story))?|original(?: article| post)?|full (?:article|story|post)|blog post|post|more|details|here|url|web|site|→|↗|🔗|via)$/i

/**
 * Reads one line as an entry's header: `**[Title](url)** · Company · Source` and its relatives.
 * Null where the line has no title set off by bold, link, brackets or heading, and no middle dot.
 */
export function parseHeader(line: RichText, heading: boolean, cut: CutContext = EMPTY_CUT): Header | null {
  const text = trimRich(line)
  const title = findTitle(text, heading)
  if (title === null || title.end - title.start > MAX_TITLE) return null
  const rest = sliceRich(text, title.next)
  const sign = findSign(rest.text)
  const titleText = stripBrackets(normalizeRich(sliceRich(text, title.start, title.end)))
  if (titleText.text === '') return null
  const ownHref = linkIn(titleText.marks)
  const header: Header = {
    title: withoutMarks(titleText),
    byline: EMPTY_RICH,
    rest: EMPTY_RICH,
    form: title.form,
    sign: sign.sign,
    linked: ownHref !== undefined,
  }
  if (ownHref !== undefined) header.href = ownHref
  const after = sliceRich(rest, sign.length)
  if (after.text.trim() === '') return title.form === 'plain' ? null : header
  if (sign.sign === '.' || sign.sign === ':' || sign.sign === '') return { ...header, rest: trimRich(after) }
  return readFields(header, after, cut)
}

interface TitleSpan {
  start: number
  end: number
  /** Where the rest of the line begins. */
  next: number
  form: TitleForm
}

function findTitle(line: RichText, heading: boolean): TitleSpan | null {
  const { text } = line
  // Numbers, ticks, emoji and quotes may stand before the title
  const lead = /^(?:\d{1,3}[.)]\s+|(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\s►▶•→*–-]){1,6}\s*)?/u.exec(text)![0]
    .length
  const strong = markAt(line.marks, 'strong', lead)
  const link = markAt(line.marks, 'link', lead)
  if (strong && (!link || strong.end >= link.end)) {
    // `**[Title](url) · Company**`: the company is inside the bold
    const inner = link && strong.end > link.end && findSign(text.slice(link.end, strong.end)).sign === '·' ? link : null
    const dot = !link && strong.end === text.length ? text.indexOf(' · ', strong.start) : -1
    if (inner) return { start: inner.start, end: inner.end, next: inner.end, form: 'strong' }
    if (dot > 0) return { start: strong.start, end: dot, next: dot, form: 'strong' }
    return { start: strong.start, end: strong.end, next: strong.end, form: 'strong' }
  }
  if (link) return { start: link.start, end: link.end, next: link.end, form: heading ? 'heading' : 'link' }
  if (heading) {
    const sign = /\s+[·•|—–]\s+/.exec(text)
    const end = sign ? sign.index : text.length
    return { start: lead, end, next: end, form: 'heading' }
  }
  if (text[lead] === '[') {
    const close = matchingBracket(text, lead)
    if (close > lead + 1) return { start: lead, end: close + 1, next: close + 1, form: 'bracket' }
  }
  const dot = /\s[·•]\s/.exec(text)
  if (dot && dot.index > lead) return { start: lead, end: dot.index, next: dot.index, form: 'plain' }
  return null
}

function markAt(marks: readonly RichMark[], kind: RichMark['kind'], lead: number): RichMark | null {
  let best: RichMark | null = null
  for (const mark of marks) {
    if (mark.kind === kind && mark.start <= lead + 1 && mark.end > lead && (best === null || mark.end > best.end))
      best = mark
  }
  return best
}

function linkIn(marks: readonly RichMark[]): string | undefined {
  return marks.find(({ kind, href }) => kind === 'link' && href !== undefined)?.href
}

/** Index of the bracket that closes the one at `start`, or -1. */
function matchingBracket(text: string, start: number): number {
  let depth = 0
  for (let i = start; i < text.length; i++) {
    if (text[i] === '[') depth++
    else if (text[i] === ']' && --depth === 0) return i
  }
  return -1
}

/** Drops one pair of brackets around the whole title. */
function stripBrackets(title: RichText): RichText {
  const { text } = title
  if (!text.startsWith('[') || matchingBracket(text, 0) !== text.length - 1) return title
  return trimRich(sliceRich(title, 1, text.length - 1))
}

function withoutMarks({ text, marks, segments }: RichText): RichText {
  return { text, marks: marks.filter(({ kind }) => kind === 'code'), segments }
}

/** The sign that the text begins with, and its length. */
function findSign(text: string): { sign: HeaderSign; length: number } {
  const match =
    /^\s*(?:([·•‧∙⋅])|(\|{1,2})|(—|―|–|--)|(-)\s|(:)(?:\s|$)|(\.)(?:\s|$)|(?:by|from)\s|(\()(?=[^)]{1,200}\)))\s*/i.exec(
      text,
    )
  if (!match) return { sign: '', length: 0 }
  const length = match[0].length
  if (match[1]) return { sign: '·', length }
  if (match[2]) return { sign: '|', length }
  if (match[3]) return { sign: '—', length }
  if (match[4]) return { sign: '-', length }
  if (match[5]) return { sign: ':', length }
  if (match[6]) return { sign: '.', length }
  return { sign: match[7] ? '(' : 'by', length }
}

const SPLITTERS: Record<string, RegExp> = {
  '·': /\s*[·•‧∙⋅](?:\s+|$)/g,
  '|': /\s*\|{1,2}\s*/g,
  '—': /\s+(?:—|―|–|--)\s+/g,
  '-': /\s+-\s+/g,
}

function readFields(header: Header, after: RichText, cut: CutContext): Header {
  const fields: RichText[] = []
  let rest = EMPTY_RICH
  if (header.sign === '(') {
    const close = after.text.indexOf(')')
    fields.push(sliceRich(after, 0, close))
    rest = sliceRich(after, close + 1)
  } else {
    const splitter = SPLITTERS[header.sign]
    let start = 0
    if (splitter) {
      for (const match of after.text.matchAll(splitter)) {
        fields.push(sliceRich(after, start, match.index))
        start = match.index + match[0].length
      }
    }
    fields.push(sliceRich(after, start))
  }
  const result = { ...header, rest: trimRich(rest) }
  const sole = fields.length === 1
  fields.forEach((raw, i) => {
    let field = trimRich(raw)
    if (field.text === '') return
    if (i === fields.length - 1 && header.sign === '·') {
      const end = nameEnd(field, header.title.text, result.byline.text !== '', cut)
      result.rest = end < field.text.length ? trimRich(sliceRich(field, end)) : result.rest
      field = trimRich(sliceRich(field, 0, end))
    }
    takeField(result, field, sole || i > 0)
  })
  return result
}

/** Where the last field ends and the body begins, on a line that holds both. */
function nameEnd(field: RichText, title: string, outlet: boolean, cut: CutContext): number {
  const { text } = field
  const link = markAt(field.marks, 'link', 0)
  if (link && link.start === 0) return link.end
  const address = /^<?https?:\/\/[^\s>]+>?/.exec(text)
  if (address) return address[0].length
  const label = outlet ? /^(?:\[?source\]?|read more|link|article)(?=\s|$)/i.exec(text) : null
  if (label) return label[0].length
  if (isNameLike(text)) return text.length
  return cutCompany(text, title, cut, outlet)
}

function takeField(header: Header, field: RichText, mayLink: boolean): void {
  const link = field.marks.find(({ kind }) => kind === 'link')
  const label = normalizeRich(field)
  const bare = label.text.replace(/^\[|\]$/g, '')
  if (bare === '') return
  const address =
    link === undefined ? /^<?(https?:\/\/\S+?)>?$/.exec(bare)?.[1] : coversMost(link, field) ? link.href : undefined
  if (address !== undefined && isPlaceholder(header.href) && (mayLink || !header.linked)) header.href = address
  if (GENERIC_LABEL.test(bare) || /^<?https?:\/\/\S+$/.test(bare) || /^\d{1,3}\s?min(?:ute)?s?(?: read)?$/i.test(bare))
    return
  const date = bare.length <= 40 && /^[\s\d\p{L}.,/-]+$/u.test(bare) ? findDate(bare) : null
  if (date) header.date = date.date
  else if (header.byline.text === '') {
    if (bare.length <= MAX_BYLINE && (header.sign === '·' || isNameLike(bare))) header.byline = label
    else header.rest = header.rest.text === '' ? label : header.rest
  } else if (header.outlet === undefined && bare.length <= MAX_BYLINE) header.outlet = bare
}

function isPlaceholder(href: string | undefined): boolean {
  return href === undefined || href.trim() === '' || href.trim() === '#'
}

/** The company's own link in a byline field may be longer than its label; an article's link covers its field. */
function coversMost(link: RichMark, field: RichText): boolean {
  return link.end - link.start >= field.text.length * 0.6
}

/** A short run of words that could be a name: no sentence, no clause. */
export function isNameLike(text: string): boolean {
  const clean = text.trim()
  if (clean === '' || clean.length > 80) return false
  if (/[.!?;:]$/.test(clean) && !/\b(?:Inc|Co|Corp|Ltd|Jr|Sr|S\.A|Labs|\p{Lu})\.$/u.test(clean) && !/!$/.test(clean))
    return false
  if (/[.!?]\s/.test(clean.replace(/\b(?:\p{Lu}|St|Dr|Inc|Co|vs)\./gu, ''))) return false
  if (clean.split(/\s+/).length > 9) return false
  return /^[\p{Lu}\p{N}@“"‘'([]/u.test(clean) || clean.split(/\s+/).length <= 2
}
