import { describe, expect, it } from 'vitest'
import { expectedEntries } from './expected-digest.ts'
import { CORPUS, filesOf, read, SAMPLES } from './sample-files.ts'

interface Told {
  title: string
  by: string
  url: string
  body: string
}

const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Forms that an entry of a digest may take; the file around it stays as it is in the series. */
const FORMS: Record<string, (entry: Told, index: number) => string> = {
  'heading, link, dot': ({ title, by, url, body }) => `### [${title}](${url}) · ${by}\n\n${body}`,
  'heading, dot, source link': ({ title, by, url, body }) => `### ${title} · ${by} · [Source](${url})\n${body}`,
  'heading, link, em dash': ({ title, by, url, body }) => `### [${title}](${url}) — ${by}\n\n${body}`,
  'heading, link, by': ({ title, by, url, body }) => `### [${title}](${url}) by ${by}\n${body}`,
  'heading, number': ({ title, by, url, body }, i) => `### ${i + 1}. [${title}](${url}) · ${by}\n\n${body}`,
  'heading, company on its line': ({ title, by, url, body }) => `#### [${title}](${url})\n**${by}**\n\n${body}`,
  'heading, company in its paragraph': ({ title, by, url, body }) => `### [${title}](${url})\n\n*${by}*\n\n${body}`,
  'heading, label': ({ title, by, url, body }) => `### [${title}](${url})\n\n**Company:** ${by}\n\n${body}`,
  'heading, labels': ({ title, by, url, body }) =>
    `### ${title}\n**Company:** ${by} · **Source:** [link](${url})\n\n${body}`,
  'bold, em dash': ({ title, by, url, body }) => `**[${title}](${url})** — ${by}\n${body}`,
  'bold, en dash': ({ title, by, url, body }) => `**[${title}](${url})** – ${by}\n${body}`,
  'bold, pipe': ({ title, by, url, body }) => `**[${title}](${url})** | ${by}\n${body}`,
  'bold, hyphen': ({ title, by, url, body }) => `**[${title}](${url})** - ${by}\n${body}`,
  'bold, by': ({ title, by, url, body }) => `**[${title}](${url})** by ${by}\n${body}`,
  'bold, parentheses': ({ title, by, url, body }) => `**[${title}](${url})** (${by})\n${body}`,
  'bold, nothing between': ({ title, by, url, body }) => `**[${title}](${url})** ${by}\n${body}`,
  'bold, another dot': ({ title, by, url, body }) => `**[${title}](${url})** • ${by}\n${body}`,
  'bold, no-break spaces': ({ title, by, url, body }) => `**[${title}](${url})**\u00a0·\u00a0${by}\n${body}`,
  'bold, spaces inside the stars': ({ title, by, url, body }) => `** [${title}](${url}) ** · ${by}\n${body}`,
  'bold, two source links': ({ title, by, url, body }) =>
    `**${title}** · ${by} · [Source 1](${url}), [Source 2](https://example.org/second)\n${body}`,
  'bold, company linked': ({ title, by, url, body }) =>
    `**[${title}](${url})** · [${by}](https://example.org)\n${body}`,
  'bold, outlet': ({ title, by, url, body }) => `**${title}** · ${by} · [Some Blog](${url})\n${body}`,
  'bold, text on the line': ({ title, by, url, body }) => `**[${title}](${url})** · ${by}: ${body}`,
  'link around bold': ({ title, by, url, body }) => `[**${title}**](${url}) · ${by}\n\n${body}`,
  'link without bold': ({ title, by, url, body }) => `[${title}](${url}) · ${by}\n${body}`,
  'all bold': ({ title, by, url, body }) => `**[${title}](${url}) · ${by}**\n${body}`,
  underscores: ({ title, by, url, body }) => `__[${title}](${url})__ · __${by}__\n${body}`,
  'emoji before': ({ title, by, url, body }) => `🔥 **[${title}](${url})** · ${by}\n${body}`,
  item: ({ title, by, url, body }) => `- **[${title}](${url})** · ${by}\n  ${body}`,
  'item, paragraph': ({ title, by, url, body }) => `* **[${title}](${url})** · ${by}\n\n  ${body}`,
  'item, number': ({ title, by, url, body }, i) => `${i + 1}. **[${title}](${url})** · ${by}\n   ${body}`,
  'item, link, dash': ({ title, by, url, body }) => `- [${title}](${url}) — ${by}\n  ${body}`,
  quotation: ({ title, by, url, body }) => `> **[${title}](${url})** · ${by}\n> ${body}`,
  'reference link': ({ title, by, url, body }, i) => `**[${title}][r${i}]** · ${by}\n${body}\n\n[r${i}]: ${url}`,
  'blank line before the text': ({ title, by, url, body }) => `**[${title}](${url})** · ${by}\n\n${body}`,
  'more paragraphs and lists': ({ title, by, url, body }) =>
    `**[${title}](${url})** · ${by}\n${body}\n\nA second paragraph.\n\n- one **bold** item\n- [a link](https://example.org/x) in another\n\n> a quotation`,
  'rule after each': ({ title, by, url, body }) => `**[${title}](${url})** · ${by}\n${body}\n\n---`,
  'carriage returns': ({ title, by, url, body }) => `**[${title}](${url})** · ${by}\r\n${body}\r\n`,
  'inline HTML': ({ title, by, url, body }) =>
    `<strong><a href="${url}">${html(title)}</a></strong> · ${by}<br>\n${body}`,
}

/** What stands around the entries. */
const FRAMES: Record<string, (date: string, entries: string) => string> = {
  'as in the series': (date, entries) =>
    `---\ntitle: ${date}\n---\n\n# Engineering @ Scale — ${date}\n\n## Signal of the Day\nOne **thing**.\n\n## Deep Dives\n\n${entries}\n\n## Patterns Across Companies\nAll of it.\n\n---\n\nShall I go on?\n`,
  'TOML front matter, chat before and after': (date, entries) =>
    `+++\ntitle = "${date}"\ndate = ${date}\n+++\n\nSure! Here is the digest you asked for:\n\n# Engineering\n\n## Deep Dives\n\n${entries}\n\n***\n\nWould you like a shorter version?\n`,
  'JSON front matter': (date, entries) => `{"title": "${date}", "tags": ["a"]}\n\n## Deep Dives\n\n${entries}\n`,
  'no heading for the entries': (date, entries) =>
    `# Engineering @ Scale — ${date}\n\n## Signal of the Day\nOne thing.\n\n${entries}\n\n## Patterns Across Companies\nAll.\n`,
  'a code fence around the whole': (date, entries) =>
    `Here it is:\n\n\`\`\`markdown\n# Engineering — ${date}\n\n## Deep Dives\n\n${entries}\n\`\`\`\n\nAnything else?\n`,
}

const files = [...filesOf(SAMPLES, /^tech-.*\.md$/), ...filesOf(`${CORPUS}/digests`, /\.md$/)]
const digests = files.map(({ name, text }) => ({
  name,
  date: name.slice(5, 15),
  told: expectedEntries(text).map(({ title, bylineText, url, body }) => ({
    title,
    by: bylineText,
    url: url ?? 'https://example.org/none',
    body,
  })),
  bodies: read(name, text).entries.map(({ body }) => body),
}))

/** What differs from the expected, in words; at most a few. */
function differences(form: (entry: Told, index: number) => string, frame: (date: string, entries: string) => string) {
  const wrong: string[] = []
  for (const { date, told, bodies } of digests) {
    const { entries } = read('digest.md', frame(date, told.map(form).join('\n\n')))
    if (entries.length !== told.length) wrong.push(`${date}: ${entries.length} entries of ${told.length}`)
    told.forEach(({ title, by, url }, i) => {
      const entry = entries[i]
      if (entry === undefined) return
      const body = bodies[i]!.slice(0, 200)
      if (entry.title !== title) wrong.push(`${date}#${i} title ${entry.title} <> ${title}`)
      if (entry.bylineText !== by) wrong.push(`${date}#${i} byline ${entry.bylineText} <> ${by}`)
      if (entry.url !== url) wrong.push(`${date}#${i} url ${entry.url} <> ${url}`)
      if (entry.date !== date) wrong.push(`${date}#${i} date ${entry.date}`)
      if (!entry.body.startsWith(body))
        wrong.push(`${date}#${i} body ${entry.body.slice(0, 60)} <> ${body.slice(0, 60)}`)
    })
  }
  return wrong
}

describe('forms that an entry may take', () => {
  it('are tried on more than a hundred entries', () =>
    expect(digests.flatMap(({ told }) => told).length).toBeGreaterThan(100))
  it.each(Object.keys(FORMS))('%s', (name) => {
    expect(differences(FORMS[name]!, FRAMES['as in the series']!)).toEqual([])
  })

  // A company of one word before a title of three cannot be told from a title before a company
  it.each([
    ['dot', ' · '],
    ['dash', ' — '],
  ])('the company first, then the linked title (%s): 97 %% of titles and bylines', (_, sign) => {
    let right = 0
    for (const { date, told } of digests) {
      const entries = told.map(({ title, by, url, body }) => `**${by}**${sign}[${title}](${url})\n${body}`)
      const found = read('digest.md', FRAMES['as in the series']!(date, entries.join('\n\n'))).entries
      right += told.filter(({ title, by }) => found.some((one) => one.title === title && one.bylineText === by)).length
    }
    expect(right / digests.flatMap(({ told }) => told).length).toBeGreaterThan(0.97)
  })
})

describe('what may stand around the entries', () => {
  it.each(Object.keys(FRAMES))('%s', (name) => {
    const series = FORMS['bold, outlet']!
    expect(differences(series, FRAMES[name]!)).toEqual([])
  })
})
