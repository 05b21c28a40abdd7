import type { TitleForm } from './header.ts'
import { findSign } from './header-sign.ts'
import { isProperName } from './name-shape.ts'
import { type RichMark, type RichText, sliceRich, trimRich } from './rich-text.ts'

export interface TitleSpan {
  start: number
  end: number
  /** Where the rest of the line begins. */
  next: number
  form: TitleForm
}

export function findTitle(line: RichText, heading: boolean): TitleSpan | null {
  const { text } = line
  // Numbers, ticks, emoji and quotes may stand before the title
  const lead =
    /^(?:\*\*\s?)?(?:(?:\d{1,3}[.)]|#\d{1,3}[.:)]?)\s+|(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\s►▶•·→*–-]){1,6}\s*)?/u.exec(
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

export function markAt(marks: readonly RichMark[], kind: RichMark['kind'], lead: number): RichMark | null {
  let best: RichMark | null = null
  for (const mark of marks) {
    if (mark.kind === kind && mark.start <= lead + 1 && mark.end > lead && (best === null || mark.end > best.end))
      best = mark
  }
  return best
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
export function stripBrackets(title: RichText): RichText {
  const { text } = title
  if (!text.startsWith('[') || matchingBracket(text, 0) !== text.length - 1) return title
  return trimRich(sliceRich(title, 1, text.length - 1))
}

export function withoutMarks({ text, marks, segments }: RichText): RichText {
  return { text, marks: marks.filter(({ kind }) => kind === 'code'), segments }
}
