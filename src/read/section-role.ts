import type { SectionRole } from '../model/index.ts'

const ROLES: [RegExp, SectionRole][] = [
  [
    /^signals? of the (?:day|week|month)\b|^(?:top|key) signal|^highlight of the|^(?:the )?big (?:idea|picture)|^quote of the/,
    'signal',
  ],
  [
    /\bpatterns?\b.*\b(?:across|companies|week|period|today)\b|^(?:cross-company |cross-cutting |common |emerging |recurring )?patterns?$|^(?:cross-cutting|common|recurring|emerging) themes?\b|^themes? across\b/,
    'patterns',
  ],
  [
    /^developing threads?\b|^(?:ongoing|running|continuing|emerging) (?:threads?|stories|topics)\b|^threads?(?: to (?:watch|follow))?$|^(?:what|things|trends?|topics) to watch\b|^on the horizon$/,
    'threads',
  ],
  [
    /^(?:the )?(?:day|week|month|year|quarter)(?:'s|’s)? in (?:review|brief)\b|^(?:executive |weekly |daily )?(?:summary|overview|synopsis)$|^tl;?dr\b|^at a glance$|^introduction$|^(?:editor(?:'s|’s)? (?:note|letter)|foreword|preface)\b|^in brief$/,
    'review',
  ],
  [
    /^(?:sources?|references?|categories|tags|table of contents|contents|about(?: this digest)?|footnotes?|further reading|next steps?(?: suggestion)?|subscribe|feedback|comments?|related(?: posts| articles)?|share|appendix|methodology|licen[cs]e|credits)$/,
    'other',
  ],
]

/** Role of a digest's section by its heading; null where entries may stand under it ("Deep Dives", "Top Stories", anything unknown). */
export function sectionRole(heading: string): SectionRole | null {
  const text = heading
    .toLowerCase()
    .replace(/[#*_`:[\]]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ')
  for (const [pattern, role] of ROLES) if (pattern.test(text)) return role
  return null
}

/** Headings under which a digest's entries stand; they speak for a text being a digest. */
export function isEntrySection(heading: string): boolean {
  return /^[^\p{L}]*(?:deep dives?|top stor(?:y|ies)|(?:more |other )?(?:stories|headlines|articles|highlights|releases|reads)|(?:the )?(?:entries|news|links|roundup|digest)|quick (?:hits|links|reads|takes)|engineering blogs?|(?:incidents?|post-?mortems?)$)(?![\p{L}\p{N}])/iu.test(
    heading,
  )
}

/** A first heading that says what the document is; dates and names stand around the word. */
export function isDigestTitle(heading: string): boolean {
  return /\b(?:digest|round-?up|newsletter|bulletin|briefing|weekly|daily|(?:this|the) week in|week of|links)\b/i.test(
    heading,
  )
}

/** The name of a digest's section, so plain that it is one without being set as a heading. */
export function isSectionTitle(text: string): boolean {
  if (text.length > 60 || !/\s/.test(text.trim())) return false
  const role = sectionRole(text)
  if (role === 'signal' || role === 'patterns' || role === 'threads') return true
  return /^[^\p{L}]*(?:deep dives|top stories|(?:the )?(?:day|week|month) in review)[^\p{L}]*$/iu.test(text)
}
