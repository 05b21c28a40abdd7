import { type CutContext, cutCompany, EMPTY_CUT } from './company-cut.ts'
import { findDate } from './entry-date.ts'
import { normalizeRich } from './normalize-rich.ts'
import { EMPTY_RICH, joinRich, type RichMark, type RichText, sliceRich, trimRich } from './rich-text.ts'

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
  /** The company was named as such, by a label or on a line of its own. */
  told?: boolean
}

/** What lies beyond so many fields, or so many characters, is text. */
const MAX_FIELDS = 6
const MAX_FIELDS_LENGTH = 2000
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
  const text = normalizeRich(line)
  const title = findTitle(text, heading)
  if (title === null || title.end - title.start > MAX_TITLE) return null
  const rest = sliceRich(text, title.next)
  const sign = findSign(rest.text)
  const whole = stripBrackets(normalizeRich(sliceRich(text, title.start, title.end)))
  const named = companyInTitle(whole)
  const titleText = named === null ? whole : named.title
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
  if (named !== null) return { ...header, byline: named.byline, sign: '·', rest: trimRich(after) }
  if (after.text.trim() === '') return title.form === 'plain' ? null : header
  if (sign.sign === '' && header.linked && isProperName(after.text)) return { ...header, byline: normalizeRich(after) }
  if (sign.sign === '' && title.form !== 'plain' && !header.linked) {
    // `**Title** Company [Source](url)`
    const name = withoutTrailingLink(header, trimRich(after))
    if (header.href !== undefined && isProperName(name.text))
      return { ...header, byline: normalizeRich(name), sign: '·' }
    if (header.href !== undefined) delete header.href
  }
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
  const lead = /^(?:\*\*\s?)?(?:\d{1,3}[.)]\s+|(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\s►▶•→*–-]){1,6}\s*)?/u.exec(
    text,
  )![0].length
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
    // A dash may stand in a title that a dot ends
    const sign =
      /\s[·•・●]\s/.exec(text) ?? /\s\|{1,2}\s/.exec(text) ?? /\s[—–]\s/.exec(text) ?? namedInParentheses(text)
    const end = sign ? sign.index : text.length
    return { start: lead, end, next: end, form: 'heading' }
  }
  if (text[lead] === '[') {
    const close = matchingBracket(text, lead)
    if (close > lead + 1) return { start: lead, end: close + 1, next: close + 1, form: 'bracket' }
  }
  const dot = /(?<=\S ?)[·•]\s/.exec(text)
  if (dot && dot.index > lead) return { start: lead, end: dot.index, next: dot.index, form: 'plain' }
  return null
}

/** `### Title (Company)`; a year, an acronym or "Part 2" in parentheses is the title's own. */
function namedInParentheses(text: string): RegExpExecArray | null {
  const found = /\s\(([^()]{2,60})\)$/.exec(text)
  const inside = found?.[1] ?? ''
  const own = /^(?:\p{Lu}{2,6}s?|\d.*|(?:part|chapter|episode|vol|volume|draft|updated?|v)\b.*)$/iu.test(inside)
  return found !== null && !own && isProperName(inside) ? found : null
}

function markAt(marks: readonly RichMark[], kind: RichMark['kind'], lead: number): RichMark | null {
  let best: RichMark | null = null
  for (const mark of marks) {
    if (mark.kind === kind && mark.start <= lead + 1 && mark.end > lead && (best === null || mark.end > best.end))
      best = mark
  }
  return best
}

/** `**Company: [Title](url)**`: the link begins where the title does. */
function companyInTitle(whole: RichText): { byline: RichText; title: RichText } | null {
  const link = whole.marks.find(({ kind }) => kind === 'link')
  if (link === undefined || link.start < 3 || link.end < whole.text.length) return null
  const name = /^(.{1,60}?)\s*(?:[:·|]|\s[—–-])\s*$/.exec(whole.text.slice(0, link.start))?.[1]
  if (name === undefined || !isProperName(name)) return null
  return { byline: withoutMarks(sliceRich(whole, 0, name.length)), title: sliceRich(whole, link.start) }
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
    /^\s*(?:\*\*\s*)?(?:([·•‧∙⋅・●])|(\|{1,2})|(—|―|–|--)|(-)\s|(:)(?:\s|$)|(\.)(?:\s|$)|(?:by|from)\s|(\()(?=[^)]{1,200}\)))\s*/i.exec(
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
  '·': /\s*[·•‧∙⋅・●](?:\s+|$)/g,
  '|': /\s*\|{1,2}\s*/g,
  '—': /\s+(?:—|―|–|--)\s+/g,
  '-': /\s+-\s+/g,
}

function readFields(header: Header, after: RichText, cut: CutContext): Header {
  const swapped = companyFirst(header, after)
  if (swapped !== null) return swapped
  const fields: RichText[] = []
  let rest = EMPTY_RICH
  if (header.sign === '(') {
    const close = after.text.indexOf(')')
    fields.push(sliceRich(after, 0, close))
    rest = withoutColon(sliceRich(after, close + 1))
  } else {
    const splitter = SPLITTERS[header.sign]
    let start = 0
    if (splitter) {
      for (const match of after.text.slice(0, MAX_FIELDS_LENGTH).matchAll(splitter)) {
        if (fields.length === MAX_FIELDS) break
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
      addRest(result, withoutColon(sliceRich(field, end)))
      field = trimRich(sliceRich(field, 0, end))
    }
    if (!takeField(result, field, sole || i > 0)) addRest(result, field)
  })
  return result
}

/** `**Company** · [Title](url)`: the short name stands first, the article's link after it. */
function companyFirst(header: Header, after: RichText): Header | null {
  const lead = after.text.length - after.text.trimStart().length
  const link = after.marks.find(({ kind, start }) => kind === 'link' && start === lead)
  if (header.linked || link?.href === undefined || !isProperName(header.title.text)) return null
  const ours = wordCount(header.title.text)
  if (ours > 4 || wordCount(after.text.slice(link.start, link.end)) < ours + 2) return null
  const title = stripBrackets(normalizeRich(sliceRich(after, link.start, link.end)))
  const rest = sliceRich(after, link.end)
  return {
    ...header,
    title: withoutMarks(title),
    byline: header.title,
    href: link.href,
    linked: true,
    rest: trimRich(sliceRich(rest, findSign(rest.text).length)),
  }
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length
}

/** What no field takes is text of the entry: nothing of a header line is lost. */
function addRest(header: Header, text: RichText): void {
  const more = trimRich(text)
  if (more.text === '') return
  header.rest = header.rest.text === '' ? more : joinRich([header.rest, more], ' ')
}

/** `· Company: The text begins here`. */
function withoutColon(rest: RichText): RichText {
  const sign = /^\s*(?::|—|–|-)\s+/.exec(rest.text)
  return sign ? sliceRich(rest, sign[0].length) : rest
}

/** Where the last field ends and the body begins, on a line that holds both. */
function nameEnd(field: RichText, title: string, outlet: boolean, cut: CutContext): number {
  const { text } = field
  const link = markAt(field.marks, 'link', 0)
  if (link && link.start === 0) return lastLinkEnd(field, link.end)
  const address = /^<?https?:\/\/[^\s>]+>?/.exec(text)
  if (address) return address[0].length
  const label = outlet ? /^(?:\[?source\]?|read more|link|article)(?=\s|$)/i.exec(text) : null
  if (label) return label[0].length
  const colon = /^((?:[^:.!?]|\b\p{Lu}\.){1,60}?)(?::|\s[—–-])\s+\S/u.exec(text)
  if (colon && isProperName(colon[1]!)) return colon[1]!.length
  if (isNameLike(text)) return text.length
  return cutCompany(text, title, cut, outlet)
}

/** `[Source 1](url), [Source 2](url)`: the end of the last link of a run. */
function lastLinkEnd({ text, marks }: RichText, end: number): number {
  for (;;) {
    const gap = /^\s*(?:[,;|&/]|and)?\s*/.exec(text.slice(end, end + 20))![0].length
    const next = marks.find(({ kind, start }) => kind === 'link' && start === end + gap)
    if (next === undefined || gap === 0) return end
    end = next.end
  }
}

/** Takes a field as link, date, company or outlet; false where it is none of these. */
function takeField(header: Header, whole: RichText, mayLink: boolean): boolean {
  const field = withoutTrailingLink(header, whole)
  const link = field.marks.find(({ kind }) => kind === 'link')
  const label = normalizeRich(field)
  const bare = label.text.replace(/^\[|\]$/g, '')
  if (bare === '') return true
  const address =
    link === undefined ? /^<?(https?:\/\/\S+?)>?$/.exec(bare)?.[1] : coversMost(link, field) ? link.href : undefined
  if (address !== undefined && isPlaceholder(header.href) && (mayLink || !header.linked)) header.href = address
  if (isLinkLabel(bare)) return true
  const date = bare.length <= 40 && /^[\s\d\p{L}.,/-]+$/u.test(bare) ? findDate(bare) : null
  if (date) header.date = date.date
  else if (header.byline.text === '' && bare.length <= MAX_BYLINE && (header.sign === '·' || isNameLike(bare)))
    header.byline = label
  else if (header.byline.text !== '' && header.outlet === undefined && bare.length <= MAX_BYLINE && isNameLike(bare))
    header.outlet = bare
  else return false
  return true
}

/** `Company [→](url)`, `Company ([link](url))`, `Company [1]`: what hangs on the name is no part of it. */
function withoutTrailingLink(header: Header, field: RichText): RichText {
  const links = field.marks.filter(({ kind }) => kind === 'link')
  // `[Source 1](url), [Source 2](url)` is a field of links
  const link = links[0]?.start === 0 ? undefined : links.at(-1)
  const label = link === undefined ? '' : field.text.slice(link.start, link.end)
  const tail = link === undefined ? '' : field.text.slice(link.end)
  if (link !== undefined && link.start > 0 && /^[\s)\]]*$/.test(tail) && isLinkLabel(label.replace(/^\[|\]$/g, ''))) {
    if (isPlaceholder(header.href)) header.href = link.href!
    return trimRich(sliceRich(field, 0, field.text.slice(0, link.start).replace(/[\s([]+$/, '').length))
  }
  const note = /(?:\s*\[\^?\d{1,3}\])+$/.exec(field.text.slice(-40))
  return note === null ? field : trimRich(sliceRich(field, 0, field.text.length - note[0].length))
}

/** "Source", "Source 1, Source 2", an address, "5 min read": says nothing of company or outlet. */
function isLinkLabel(text: string): boolean {
  return text
    .split(/\s*[,;|]\s*|\s+(?:and|&)\s+|\]\s*\[/)
    .every(
      (one) =>
        one === '' ||
        GENERIC_LABEL.test(one.replace(/\s*\d{1,2}$/, '')) ||
        /^<?https?:\/\/\S+$/.test(one) ||
        /^\d{1,3}[\s-]?min(?:ute)?s?(?: read)?$/i.test(one),
    )
}

function isPlaceholder(href: string | undefined): boolean {
  return href === undefined || href.trim() === '' || href.trim() === '#'
}

/** The company's own link in a byline field may be shorter than it; an article's link covers its field, or shares it with others. */
function coversMost(link: RichMark, field: RichText): boolean {
  if (link.end - link.start >= field.text.length * 0.6) return true
  let covered = 0
  for (const { kind, start, end } of field.marks) if (kind === 'link') covered += end - start
  return covered >= field.text.length * 0.6
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

/** A name and nothing more: every word begins with a capital or digit, or joins such words. */
export function isProperName(text: string): boolean {
  const clean = text.trim()
  if (clean.length > 60 || !isNameLike(clean) || /[:;.!?]$/.test(clean.replace(/\b(?:Inc|Co|Corp|Ltd)\.$/, '')))
    return false
  const words = clean.split(/\s+/)
  return (
    words.length <= 9 &&
    words.every((word) => /^[“"'‘(@]?[\p{Lu}\p{N}]|^[a-z]+[A-Z.]|^(?:and|of|for|the|de|with|x)$|^[&/+,×]$/u.test(word))
  )
}
