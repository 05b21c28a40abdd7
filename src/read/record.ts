import type { Entry } from '../model/index.ts'
import { findDate } from './entry-date.ts'
import { type EntryContext, finishEntry } from './finish-entry.ts'
import { type FrontMatterValue, fieldText } from './front-matter.ts'
import { plainRich, type RichText, sliceRich } from './rich-text.ts'

/** Our fields, and under which names records hold them; the first that is there wins. */
const GUESSES = {
  title: ['title', 'name', 'headline', 'subject', 'incident', 'incident_title', 'heading'],
  body: [
    'body',
    'text',
    'content',
    'content_text',
    'postmortem',
    'details',
    'article',
    'markdown',
    'content_html',
    'narrative',
    'root_cause_details',
    'root_cause',
  ],
  summary: ['summary', 'description', 'abstract', 'excerpt', 'impact', 'lead'],
  company: [
    'company',
    'companies',
    'organization',
    'organisation',
    'org',
    'provider',
    'vendor',
    'bylinetext',
    'byline',
    'owner',
    'site_name',
  ],
  url: ['url', 'link', 'href', 'permalink', 'external_url', 'source_url', 'report', 'original', 'archive_url'],
  date: [
    'date',
    'start_time',
    'started_at',
    'incident_date',
    'time',
    'datetime',
    'day',
    'published',
    'published_at',
    'date_published',
    'publishdate',
    'pubdate',
    'source_published_at',
    'created_at',
    'updated',
  ],
  dateEnd: ['dateend', 'date_end'],
  section: ['section', 'group'],
  outlet: ['outlet', 'source_name', 'publisher', 'site'],
} as const
export type RecordField = keyof typeof GUESSES
export const RECORD_FIELDS = Object.keys(GUESSES) as RecordField[]

/** Lists that belong to the text: what they name stands nowhere else in the record. */
const TOLD_LISTS: [string, string][] = [
  ['involved', 'Involved'],
  ['technologies', 'Technologies'],
  ['involved_technologies', 'Involved'],
  ['components', 'Components'],
  ['stack', 'Stack'],
  ['services', 'Services'],
]
/** Kept as facts of the entry. */
const FACTS = new Set(
  'product products categories category keywords tags severity service services symptom symptoms kind type root_cause human_error mitigation operation detection duration end_time author authors product_area region environment status involved technologies components language level'.split(
    ' ',
  ),
)

/** The names under which a record holds our fields: `map` wins over the guesses. */
export function recordFields(
  fields: ReadonlyMap<string, FrontMatterValue>,
  map: Record<string, string> = {},
): Map<RecordField, string> {
  const found = new Map<RecordField, string>()
  for (const field of RECORD_FIELDS) {
    const named = Object.hasOwn(map, field) ? map[field]!.toLowerCase() : undefined
    const name = named ?? GUESSES[field].find((guess) => fieldText(fields, guess) !== undefined)
    if (name !== undefined && fieldText(fields, name) !== undefined) found.set(field, name)
  }
  return found
}

/**
 * The entry that a record makes, or null where it has neither title nor text. `rich` turns a field's text
 * into plain text (it may be Markdown or HTML).
 */
export function recordEntry(
  fields: ReadonlyMap<string, FrontMatterValue>,
  line: number,
  index: number,
  context: EntryContext,
  rich: (text: string) => RichText[],
  map?: Record<string, string>,
  ownBody: RichText[] = [],
): Entry | null {
  const names = recordFields(fields, map)
  const text = (field: RecordField) => {
    const name = names.get(field)
    return name === undefined ? undefined : fieldText(fields, name)
  }
  const body =
    ownBody.length > 0
      ? [...ownBody]
      : [text('body'), text('summary')]
          .filter((one) => one !== undefined)
          .slice(0, 1)
          .flatMap(rich)
  const summary = text('summary')
  if (summary !== undefined && (ownBody.length > 0 || text('body') !== undefined)) {
    const lead = rich(summary)
    const told = body.map((part) => part.text).join(' ')
    const first = lead[0]?.text ?? ''
    if (first !== '' && !told.includes(first.slice(0, 60))) body.unshift(...lead)
  }
  const title = text('title')
  if (title === undefined && body.length === 0) return null
  for (const [name, label] of TOLD_LISTS) {
    const list = fields.get(name)
    if (Array.isArray(list) && list.length > 0) body.push(plainRich(`${label}: ${list.join(', ')}.`))
  }
  const companyName = names.get('company')
  const company = companyName === undefined ? undefined : fields.get(companyName)
  const date = findDate(text('date'))
  const dateEnd = findDate(text('dateEnd'))
  const entry = finishEntry(
    {
      header: {
        title: title === undefined ? firstSentence(body[0]!) : (rich(title)[0] ?? plainRich(title)),
        byline: plainRich((Array.isArray(company) ? company.join(', ') : (company ?? '')).replace(/\s+/g, ' ').trim()),
        ...optional('href', text('url')),
        ...optional('outlet', text('outlet')),
      },
      line,
      section: text('section') ?? '',
      body: body.map((part) => ({ kind: 'paragraph', rich: part })),
      facts: factsOf(fields, names),
    },
    index,
    {
      ...context,
      ...(date === null ? {} : { date: date.date }),
      ...optional('dateEnd', dateEnd?.date ?? date?.dateEnd ?? (date === null ? context.dateEnd : undefined)),
    },
  )
  if (entry.dateEnd !== undefined && entry.date !== null && entry.dateEnd <= entry.date) delete entry.dateEnd
  return entry
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V }
}

function factsOf(
  fields: ReadonlyMap<string, FrontMatterValue>,
  names: ReadonlyMap<RecordField, string>,
): Record<string, string | string[]> {
  const used = new Set(names.values())
  const facts: Record<string, string | string[]> = {}
  for (const [name, value] of fields) {
    if (!FACTS.has(name) || used.has(name) || value.length === 0) continue
    facts[name] = value
  }
  return facts
}

/** A title for a record without one: its first sentence, at most 120 characters, cut between words. */
export function firstSentence(text: RichText): RichText {
  const end = /[.!?](?=\s+\p{Lu}|\s*$)/u.exec(text.text.slice(0, 400))?.index ?? text.text.length
  if (end <= 120) return { ...sliceRich(text, 0, end), marks: [] }
  const cut = text.text.slice(0, 120).lastIndexOf(' ')
  const short = sliceRich(text, 0, cut > 40 ? cut : 120)
  return { text: `${short.text.replace(/[,;:\s]+$/, '')}…`, marks: [], segments: [] }
}
