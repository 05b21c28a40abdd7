const MS_PER_DAY = 86_400_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Days since 1970-01-01 of a `YYYY-MM-DD`, or `NO_DAY`. */
export function dayOf(date: string | null | undefined): number {
  if (!date) return NO_DAY
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) ? NO_DAY : ms / MS_PER_DAY
}

/** The day of what has no date. */
export const NO_DAY = -2_000_000_000

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** `14 May 2026`; without the year where `withYear` is false. */
export function sayDate(date: string, withYear = true): string {
  const [year, month, day] = date.split('-')
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return date
  return `${Number(day)} ${name}${withYear ? ` ${year}` : ''}`
}

/** `19 March to 12 August 2026`, or one date where both are the same. */
export function sayRange(from: string, to: string): string {
  if (from === to) return sayDate(from)
  return `${sayDate(from, from.slice(0, 4) !== to.slice(0, 4))} to ${sayDate(to)}`
}

/** The first days of the months between two days, with the month's name; none closer than a twelfth of the whole. */
export function monthStarts(first: number, last: number): { day: number; name: string }[] {
  const starts: { day: number; name: string }[] = []
  const apart = (last - first + 1) / 12
  const date = new Date(first * MS_PER_DAY)
  for (let month = date.getUTCMonth() + 1; ; month++) {
    const day = Date.UTC(date.getUTCFullYear(), month, 1) / MS_PER_DAY
    // A name at the very end would run over what stands beside it.
    if (day > last - (last - first) * 0.04) return starts
    const before = starts.at(-1)?.day ?? Number.NEGATIVE_INFINITY
    const name = MONTHS[month % 12]!
    if (day - before >= apart) {
      starts.push({ day, name: month % 12 === 0 ? dateOf(day).slice(0, 4) : name.slice(0, 3) })
    }
  }
}
