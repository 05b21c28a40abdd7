/** A day, or a range of days. */
export interface EntryDate {
  date: string
  dateEnd?: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const MONTH_NAME = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const ISO = '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})'
const RANGE_WORD = '\\s{0,3}(?:to|through|until|till|and|–|—|-|→|\\.\\.)\\s{0,3}'
const ISO_DAY = new RegExp(`(?<!\\d)${ISO}(?!\\d)`)
const ISO_RANGE = new RegExp(`(?<!\\d)${ISO}${RANGE_WORD}${ISO}(?!\\d)`, 'i')
const COMPACT_DAY = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/
const US_DAY = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b`, 'i')
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s{1,3})?${MONTH},?\\s{1,3}(\\d{4})\\b`, 'i')
const MONTH_RANGE = new RegExp(
  `\\b${MONTH}\\s{1,3}(\\d{1,2})(?:,\\s{0,3}(\\d{4}))?${RANGE_WORD}(?:${MONTH}\\s{1,3})?(\\d{1,2}),?\\s{1,3}(\\d{4})\\b`,
  'i',
)
const DAY_RANGE = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{0,3}(?:${MONTH})?${RANGE_WORD}(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}${MONTH},?\\s{1,3}(\\d{4})\\b`,
  'i',
)
const ISO_WEEK = /(?<!\d)(\d{4})-?W(\d{2})(?!\d)/i

/**
 * The first date that a text states: an ISO day or range ("Week of 2026-04-11 to 2026-04-17"), an ISO week
 * (`2026-W17`, Monday to Sunday), "April 11, 2026", "11 April 2026", `20260411`, `04/11/2026`. Null where there is none.
 * Days that no calendar has are none. Reads the first 500 characters.
 */
export function findDate(text: string | undefined): EntryDate | null {
  if (text === undefined) return null
  const start = text.slice(0, 500)
  // Most texts state no date; the large expressions are not even compiled for them.
  if (!/\d/.test(start)) return null
  return findRange(start) ?? findDay(start) ?? findWeek(start)
}

function findRange(text: string): EntryDate | null {
  const iso = ISO_RANGE.exec(text)
  if (iso) return range(day(iso[1], iso[2], iso[3]), day(iso[4], iso[5], iso[6]))
  if (!MONTH_NAME.test(text)) return null
  const month = MONTH_RANGE.exec(text)
  if (month) {
    const end = month[6]
    return range(
      day(month[3] ?? end, monthNumber(month[1]), month[2]),
      day(end, monthNumber(month[4] ?? month[1]), month[5]),
    )
  }
  const days = DAY_RANGE.exec(text)
  if (days) {
    const [, first, firstMonth, last, month, year] = days
    return range(day(year, monthNumber(firstMonth ?? month), first), day(year, monthNumber(month), last))
  }
  return null
}

function findDay(text: string): EntryDate | null {
  const candidates: [number, string][] = []
  const add = (match: RegExpExecArray | null, make: (match: RegExpExecArray) => string | null) => {
    const date = match && make(match)
    if (date) candidates.push([match.index, date])
  }
  add(ISO_DAY.exec(text), (m) => day(m[1], m[2], m[3]))
  if (MONTH_NAME.test(text)) {
    add(MONTH_DAY.exec(text), (m) => day(m[3], monthNumber(m[1]), m[2]))
    add(DAY_MONTH.exec(text), (m) => day(m[3], monthNumber(m[2]), m[1]))
  }
  add(COMPACT_DAY.exec(text), (m) => day(m[1], m[2], m[3]))
  add(US_DAY.exec(text), (m) => day(m[3], m[1], m[2]) ?? day(m[3], m[2], m[1]))
  candidates.sort((a, b) => a[0] - b[0])
  return candidates[0] ? { date: candidates[0][1] } : null
}

function findWeek(text: string): EntryDate | null {
  const match = ISO_WEEK.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const week = Number(match[2])
  if (year < 1970 || week < 1 || week > 53) return null
  // The week that holds 4 January is the first (ISO 8601)
  const fourth = Date.UTC(year, 0, 4)
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7
  const monday = fourth + ((week - 1) * 7 - weekday) * DAY
  return { date: isoDay(monday), dateEnd: isoDay(monday + 6 * DAY) }
}

const DAY = 86_400_000

function range(start: string | null, end: string | null): EntryDate | null {
  if (start === null || end === null) return start === null ? null : { date: start }
  if (start === end) return { date: start }
  return start < end ? { date: start, dateEnd: end } : { date: end, dateEnd: start }
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const y = Number(year)
  const m = Number(month)
  const d = Number(date)
  if (!(y >= 1970 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null
  const time = Date.UTC(y, m - 1, d)
  return new Date(time).getUTCMonth() === m - 1 ? isoDay(time) : null
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
