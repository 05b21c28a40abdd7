import { isCompanyName } from './company-place.ts'
import type { EntryDraft } from './finish-entry.ts'
import { type RichText, sliceRich, trimRich } from './rich-text.ts'

/** "Source: Acme Blog", "Read more", "🔗 Link →": what stands before a link, or is its label. */
const LABELS =
  /(?:^|\s)\(?(?:🔗\s*)?(?:(?:original |full |primary )?(?:source|link|article|post|story|url)s?|read (?:more|on|the (?:full |original |whole )?(?:article|post|story))|via|learn more|more|details)\s*(?::|→|»|↗)?\s*$/iu
const LABEL_ALONE =
  /^(?:source|link|read (?:more|on|the (?:full |original |whole )?(?:article|post|story))|original(?: article| post)?|full (?:article|post|story)|(?:view |go to )?source|→|↗|🔗)(?:\s*[→»↗])?$/iu

/** A last line that only says where the entry comes from gives its link and is no text, where the header has no link. */
export function takeSourceLine({ header, body }: EntryDraft): void {
  if (header.href !== undefined && !/^\s*#?\s*$/.test(header.href)) return
  const last = body.at(-1)
  if (last === undefined || last.kind === 'code') return
  const { rich } = last
  const link = rich.marks.findLast(({ kind }) => kind === 'link')
  const address = /(?:^|\s)<?(https?:\/\/[^\s<>]{1,2000})>?\s*$/.exec(rich.text.slice(-2100))
  const start = link?.start ?? (address ? rich.text.length - address[0].trimStart().length : -1)
  const href = link?.href ?? address?.[1]
  if (href === undefined || start < 0 || !/^[\s).\]>]*$/.test(rich.text.slice(link?.end ?? rich.text.length))) return
  const before = rich.text.slice(Math.max(0, start - 60), start)
  const label = LABELS.exec(before)
  const alone = LABEL_ALONE.test(rich.text.slice(start, link?.end).trim())
  if (label === null && !alone && !(address !== null && start === 0)) return
  header.href = href
  const rest = trimRich(withoutOpening(sliceRich(rich, 0, start - (label === null ? 0 : label[0].length))))
  if (rest.text === '') body.pop()
  else body[body.length - 1] = { ...last, rich: rest }
}

/** What stood before the link and is left alone without it: a bracket, an arrow, the sign of a link. */
function withoutOpening(text: RichText): RichText {
  const tail = /[\s([🔗→»|·—–-]+$/u.exec(text.text.slice(-20))
  return tail === null ? text : sliceRich(text, 0, text.text.length - tail[0].length)
}

/** `— Company` as the last line, in the manner of an attribution, where no company stands elsewhere. */
export function takeAttribution({ header, body }: EntryDraft): void {
  const last = body.at(-1)
  if (header.byline.text !== '' || last === undefined || last.kind === 'code' || body.length < 2) return
  const sign = /^[—–-]{1,2}\s*(?=\S)/.exec(last.rich.text)
  if (sign === null || !isCompanyName(last.rich.text.slice(sign[0].length))) return
  header.byline = { ...sliceRich(last.rich, sign[0].length), marks: [] }
  body.pop()
}
