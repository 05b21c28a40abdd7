import { type CutContext, cutCompany } from './company-cut.ts'
import { findDate } from './entry-date.ts'
import { markAt } from './find-title.ts'
import type { Header } from './header.ts'
import { SPLITTERS } from './header-sign.ts'
import { isLinkLabel } from './link-label.ts'
import { isNameLike, isProperName } from './name-shape.ts'
import { normalizeRich } from './normalize-rich.ts'
import { EMPTY_RICH, joinRich, type RichMark, type RichText, sliceRich, trimRich } from './rich-text.ts'

/** What lies beyond so many fields, or so many characters, is text. */
const MAX_FIELDS = 6
const MAX_FIELDS_LENGTH = 2000

/** A longer text is no company field. */
const MAX_BYLINE = 120

export function readFields(header: Header, after: RichText, cut: CutContext): Header {
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
  // A field that holds a sentence is the last one: what follows it is text, whatever signs stand there
  const long =
    header.sign === '·' ? fields.findIndex(({ text }) => /[.!?]\s+\p{Lu}/u.test(text) && !isNameLike(text)) : -1
  if (long >= 0) fields.splice(long, fields.length, restFrom(after, fields[long]!))
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

/** The text from where a field begins. */
function restFrom(after: RichText, { text }: RichText): RichText {
  return sliceRich(after, after.text.indexOf(text))
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
  const field = withoutAside(header, withoutTrailingLink(header, whole))
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

/** `Company (2026-05-02)`, `Company (via Outlet)`. */
function withoutAside(header: Header, field: RichText): RichText {
  const tail = /\s*\(([^()]{4,60})\)$/.exec(field.text)
  if (tail === null || tail.index === 0) return field
  const date = findDate(tail[1])
  const outlet = /^via\s+(.+)$/i.exec(tail[1]!)?.[1]
  if (date === null && outlet === undefined) return field
  if (date !== null) header.date ??= date.date
  else if (outlet !== undefined) header.outlet ??= outlet
  return sliceRich(field, 0, tail.index)
}

/** `Company [→](url)`, `Company ([link](url))`, `Company [1]`: what hangs on the name is no part of it. */
export function withoutTrailingLink(header: Header, field: RichText): RichText {
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
