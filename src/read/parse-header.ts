import { type CutContext, EMPTY_CUT } from './company-cut.ts'
import { findDate } from './entry-date.ts'
import { findTitle, stripBrackets, withoutMarks } from './find-title.ts'
import type { Header } from './header.ts'
import { readFields, withoutTrailingLink } from './header-fields.ts'
import { findSign } from './header-sign.ts'
import { isProperName, wordCount } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import { EMPTY_RICH, type RichMark, type RichText, sliceRich, trimRich } from './rich-text.ts'

/** A longer text is no title. */
const MAX_TITLE = 400

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
  const whole = withoutNumber(stripBrackets(mendLink(normalizeRich(sliceRich(text, title.start, title.end)))))
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
  const dated = isDay(header.title.text) ? parseHeader(after, heading, cut) : null
  if (dated !== null) return { ...dated, date: findDate(header.title.text)!.date }
  const loose = header.linked || header.form === 'heading' || wordCount(header.title.text) > 2 ? looseName(after) : null
  if (loose !== null && (sign.sign === ':' || (sign.sign === '' && (header.linked || loose.signed))))
    return { ...header, byline: loose.name, sign: 'by' }
  if (sign.sign === '' && title.form !== 'plain' && !header.linked) {
    // `**Title** Company [Source](url)`
    const name = withoutTrailingLink(header, trimRich(after))
    if (header.href !== undefined && isProperName(name.text))
      return { ...header, byline: normalizeRich(name), sign: '·' }
    if (header.href !== undefined) delete header.href
  }
  if (sign.sign === '.' || sign.sign === ':' || sign.sign === '') return { ...header, rest: trimRich(after) }
  return companyFirst(header, after) ?? readFields(header, after, cut)
}

/** Signs and words before a company that are read so only where a name and nothing more follows. */
const LOOSE_SIGN = /^\s*(?:(?:@|\/{1,2}|~|→|»|::|,)\s*|(?:at|via|in)\s+|\[(?=[^\]]+\]$))/i

function looseName(after: RichText): { name: RichText; signed: boolean } | null {
  const sign = LOOSE_SIGN.exec(after.text)?.[0] ?? ''
  const name = normalizeRich(sliceRich(after, sign.length, after.text.length - Number(sign.includes('['))))
  return isProperName(name.text) ? { name, signed: sign !== '' } : null
}

/** `[Title](https://…` and `[Title] (https://…)`: a bracket is missing or too far, and the Markdown is no link. */
function mendLink(title: RichText): RichText {
  const tail = /^\[.*?(\]?\s?\(?<?(https?:\/\/[^\s<>()]{1,2000})>?\)?\]?)$/.exec(title.text)
  if (tail === null) return title
  const text = trimRich(sliceRich(title, 1, title.text.length - tail[1]!.length))
  return { ...text, marks: [{ kind: 'link', start: 0, end: text.text.length, href: tail[2]! }] }
}

/** A date and nothing more. */
function isDay(text: string): boolean {
  return text.length <= 20 && /^[\d\p{L}.,/ -]+$/u.test(text) && /\d/.test(text) && findDate(text) !== null
}

/** `**1. [Title](url)**`: the number of the entry is no part of its title. */
function withoutNumber(title: RichText): RichText {
  const number = /^(?:\d{1,3}[.)]|#\d{1,3}[.:)]?)\s+(?=\S)/.exec(title.text)
  return number === null ? title : stripBrackets(sliceRich(title, number[0].length))
}

/** `**Company: [Title](url)**`: the link begins where the title does. */
function companyInTitle(whole: RichText): { byline: RichText; title: RichText } | null {
  const link = whole.marks.find(({ kind }) => kind === 'link')
  if (link === undefined || link.start < 3 || link.end < whole.text.length) return null
  const name = /^(.{1,60}?)\s*(?:[:·|]|\s[—–-])\s*$/.exec(whole.text.slice(0, link.start))?.[1]
  if (name === undefined || !isProperName(name)) return null
  return { byline: withoutMarks(sliceRich(whole, 0, name.length)), title: sliceRich(whole, link.start) }
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

function linkIn(marks: readonly RichMark[]): string | undefined {
  return marks.find(({ kind, href }) => kind === 'link' && href !== undefined)?.href
}
