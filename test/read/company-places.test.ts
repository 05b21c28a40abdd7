import { describe, expect, it } from 'vitest'
import { expectedEntries } from './expected-digest.ts'
import { filesOf, read, SAMPLES } from './sample-files.ts'

interface Told {
  title: string
  company: string
  url: string
  text: string
}
type Form = (title: string, company: string, url: string, text: string, index: number) => string

const ENTRIES: Told[] = [
  {
    title: 'Moving Queues to Logs',
    company: 'Frobnix',
    url: 'https://example.org/1',
    text: 'The team moved its queue to a partitioned log after lock contention stalled every consumer.',
  },
  {
    title: 'Taming Retries at the Edge: What a Year of Outages Taught Us',
    company: 'Quux Labs',
    url: 'https://example.org/2',
    text: 'A second change capped retries at the edge, so that a slow dependency took nothing down with it.',
  },
  {
    title: 'How We Cut Cold Starts',
    company: 'Zed & Co',
    url: 'https://example.org/3',
    text: 'Snapshots of warmed processes are restored in place of a boot. It took a quarter to ship.',
  },
  {
    title: 'Sharding Without Tears',
    company: 'Frobnix',
    url: 'https://example.org/4',
    text: 'A proxy routes each tenant to its shard. Moves happen online.',
  },
]

/** Ways to set an entry that the series does not have; the company stands in another place, or is told in another way. */
const FORMS: Record<string, Form> = {
  'heading, company and colon first': (title, company, url, text) =>
    `### ${company}: ${title}\n\n${text}\n\n[Read more](${url})`,
  'heading, company and colon before the link': (title, company, url, text) =>
    `### ${company}: [${title}](${url})\n\n${text}`,
  'heading, company and colon inside the link': (title, company, url, text) =>
    `### [${company}: ${title}](${url})\n\n${text}`,
  'heading, company and dash first': (title, company, url, text) =>
    `### ${company} — ${title}\n\n${text}\n\n[Read more](${url})`,
  'heading, company and dash before the link': (title, company, url, text) =>
    `### ${company} — [${title}](${url})\n\n${text}`,
  'heading, company and bar first': (title, company, url, text) =>
    `### ${company} | ${title}\n\n${text}\n\nSource: ${url}`,
  'bold, company and colon first': (title, company, url, text) =>
    `**${company}: ${title}**\n${text}\n[Read more](${url})`,
  'bold, company and dash first': (title, company, url, text) =>
    `**${company} — ${title}**\n\n${text}\n\n[Source](${url})`,
  'bold company with colon before the link': (title, company, url, text) =>
    `**${company}:** [${title}](${url})\n${text}`,
  'bold company and dash before the link': (title, company, url, text) =>
    `**${company}** – [${title}](${url})\n\n${text}`,
  'item, bold company before the link': (title, company, url, text) => `- **${company}**: [${title}](${url}) — ${text}`,
  'item, company before the link': (title, company, url, text) => `- ${company}: [${title}](${url})\n  ${text}`,
  'bold labels': (title, company, url, text) =>
    `**Title:** ${title}\n**Company:** ${company}\n**Source:** ${url}\n\n${text}`,
  'bold labels in paragraphs': (title, company, url, text) =>
    `**Title:** ${title}\n\n**Company:** ${company}\n\n**Link:** [link](${url})\n\n${text}`,
  'labels in lower case': (title, company, url, text) =>
    `title: ${title}\ncompany: ${company}\nlink: ${url}\nsummary: ${text}`,
  'labels in items': (title, company, url, text) =>
    `- **Title:** ${title}\n- **Company:** ${company}\n- **URL:** ${url}\n- **Summary:** ${text}`,
  'labels in items, other words': (title, company, url, text) =>
    `* Title: ${title}\n* Organization: ${company}\n* Link: <${url}>\n* Description: ${text}`,
  'heading, labels in items': (title, company, url, text) =>
    `### ${title}\n\n- **Company:** ${company}\n- **Source:** [link](${url})\n\n${text}`,
  'numbered heading, labels in items with the text': (title, company, url, text, i) =>
    `### ${i + 1}. ${title}\n\n- **Company**: ${company}\n- **Link**: ${url}\n- **Summary**: ${text}`,
  'heading, labels with a bar': (title, company, url, text) =>
    `### ${title}\n**Company:** ${company} | **Link:** [Read](${url})\n\n${text}`,
  'heading, plain label': (title, company, url, text) => `### [${title}](${url})\nCompany: ${company}\n\n${text}`,
  'bold title, labels in paragraphs': (title, company, url, text) =>
    `**${title}**\n\nCompany: ${company}\n\nSource: ${url}\n\n${text}`,
  'numbered item, label lines': (title, company, url, text, i) =>
    `${i + 1}. **${title}**\n   Company: ${company}\n   Link: ${url}\n   ${text}`,
  'slanted “By Company” below': (title, company, url, text) => `### [${title}](${url})\n*By ${company}*\n\n${text}`,
  '“by” before a bold company': (title, company, url, text) => `**[${title}](${url})** by **${company}**\n\n${text}`,
  'heading, company in parentheses': (title, company, url, text) => `### [${title}](${url}) (${company})\n\n${text}`,
  'company in parentheses inside the link': (title, company, url, text) =>
    `### [${title} (${company})](${url})\n\n${text}`,
  'company in brackets': (title, company, url, text) => `### [${title}](${url}) [${company}]\n\n${text}`,
  'bold, company in parentheses inside': (title, company, url, text) =>
    `**${title} (${company})**\n${text} [Read more](${url})`,
  'underlined heading': (title, company, url, text) => `${title} · ${company}\n---\n\n${text}\n\n[Read more](${url})`,
  'underlined heading with link': (title, company, url, text) => `[${title}](${url}) · ${company}\n---\n\n${text}`,
  table: (title, company, url, text, i) =>
    `${i === 0 ? `| Title | Company | Summary |\n|---|---|---|\n` : ''}| [${title}](${url}) | ${company} | ${text} |`,
  'table, company first': (title, company, url, text, i) =>
    `${i === 0 ? `| Company | Title | Summary |\n|---|---|---|\n` : ''}| ${company} | [${title}](${url}) | ${text} |`,
  'table, number and link columns': (title, company, url, text, i) =>
    (i === 0 ? `| # | Title | Company | Link | Notes |\n|---|---|---|---|---|\n` : '') +
    `| ${i + 1} | ${title} | ${company} | [link](${url}) | ${text} |`,
  'link on the company': (title, company, url, text) => `**${title}** · [${company}](${url})\n${text}`,
  'heading, link on the company': (title, company, url, text) => `### ${title} — [${company}](${url})\n\n${text}`,
  'link on the company in parentheses': (title, company, url, text) => `**${title}** ([${company}](${url}))\n\n${text}`,
  'date as a field': (title, company, url, text) => `**[${title}](${url})** · ${company} · May 2, 2026\n${text}`,
  'date in parentheses': (title, company, url, text) => `### [${title}](${url}) · ${company} (2026-05-02)\n\n${text}`,
  'date first': (title, company, url, text) => `**2026-05-02** · **[${title}](${url})** · ${company}\n${text}`,
  'emoji, heading, dash': (title, company, url, text) =>
    `### 🚀 ${title} — ${company}\n\n${text}\n\n🔗 [Read more](${url})`,
  'emoji before the company below': (title, company, url, text) => `### [${title}](${url})\n🏢 ${company}\n\n${text}`,
  'emoji before labels': (title, company, url, text) =>
    `### ${title}\n🏢 **Company:** ${company}\n🔗 **Link:** ${url}\n\n${text}`,
  'number, link': (title, company, url, text, i) => `${i + 1}. [${title}](${url}) · ${company}\n\n   ${text}`,
  'number inside the bold': (title, company, url, text, i) => `**${i + 1}. [${title}](${url})** · ${company}\n${text}`,
  'number inside the bold title': (title, company, url, text, i) =>
    `**${i + 1}. ${title}** — ${company}\n${text} ([source](${url}))`,
  'title @ company': (title, company, url, text) => `### [${title}](${url}) @ ${company}\n\n${text}`,
  'title, company': (title, company, url, text) => `**[${title}](${url})**, ${company}\n${text}`,
  'title // company': (title, company, url, text) => `**[${title}](${url})** // ${company}\n${text}`,
  'title / company': (title, company, url, text) => `**[${title}](${url})** / ${company}\n${text}`,
  'title ~ company': (title, company, url, text) => `**[${title}](${url})** ~ ${company}\n${text}`,
  'title → company': (title, company, url, text) => `**[${title}](${url})** → ${company}\n${text}`,
  'title : company': (title, company, url, text) => `**[${title}](${url})**: ${company}\n${text}`,
  'title “at” company': (title, company, url, text) => `**[${title}](${url})** at ${company}\n${text}`,
  'title via company': (title, company, url, text) => `**[${title}](${url})** via ${company}\n${text}`,
  'slanted company below': (title, company, url, text) => `**[${title}](${url})**\n*${company}*\n\n${text}`,
  'slanted company below a title without link': (title, company, url, text) =>
    `### ${title}\n*${company}*\n\n${text}\n\n[Read more →](${url})`,
  'dash and company below': (title, company, url, text) => `**[${title}](${url})**\n— ${company}\n\n${text}`,
  'company on the line above': (title, company, url, text) => `**${company}**\n[${title}](${url})\n${text}`,
  'company as attribution at the end': (title, company, url, text) =>
    `### [${title}](${url})\n\n${text}\n\n— *${company}*`,
  'link in parentheses at the end': (title, company, url, text) =>
    `#### ${title} · ${company}\n\n${text} ([Source](${url}))`,
  'HTML definition list': (title, company, url, text) =>
    `<dl><dt><a href="${url}">${title}</a> · ${company.replace(/&/g, '&amp;')}</dt><dd>${text}</dd></dl>`,
  'company as code': (title, company, url, text) => `**[${title}](${url})** · \`${company}\`\n${text}`,
  'company in brackets before the link': (title, company, url, text) => `**[${company}]** [${title}](${url})\n${text}`,
  'heading, company in brackets first': (title, company, url, text) =>
    `### [${company}] ${title}\n\n${text}\n\n[Source](${url})`,
}

const FRAMES: Record<string, (entries: string) => string> = {
  'as in the series': (entries) =>
    `# Engineering @ Scale — 2026-05-02\n\n## Signal of the Day\nOne thing.\n\n## Deep Dives\n\n${entries}\n\n## Patterns Across Companies\nAll of it is one.\n`,
  'under a title alone': (entries) => `# Daily Engineering Digest, 2026-05-02\n\n${entries}\n`,
}

function digestOf(form: Form, entries: readonly Told[], frame: string): string {
  const parts = entries.map(({ title, company, url, text }, i) => form(title, company, url, text, i))
  // The rows of a table stand together
  return FRAMES[frame]!(parts.join(parts[1]!.startsWith('|') ? '\n' : '\n\n'))
}

describe('places where a company may stand', () => {
  const forms = Object.keys(FRAMES).flatMap((frame) => Object.keys(FORMS).map((form) => [form, frame] as const))
  it.each(forms)('%s, %s', (form, frame) => {
    const { entries } = read('digest.md', digestOf(FORMS[form]!, ENTRIES, frame))
    expect(entries.map(({ title, bylineText, url, body }) => [title, bylineText, url, body])).toEqual(
      ENTRIES.map(({ title, company, url, text }) => [title, company, url, text]),
    )
  })

  const digests = filesOf(SAMPLES, /^tech-.*\.md$/).map(({ text }) =>
    expectedEntries(text).map(
      ({ title, bylineText, url, body }): Told => ({
        title,
        company: bylineText,
        url: url ?? 'https://example.org/none',
        text: body,
      }),
    ),
  )
  // A dash in a title cannot be told from the one before a company
  it.each(Object.keys(FORMS))('%s: 95 %% of the titles and companies of the sample digests', (form) => {
    let right = 0
    for (const told of digests) {
      const { entries } = read('digest.md', digestOf(FORMS[form]!, told, 'as in the series'))
      for (const { title, company } of told)
        if (entries.some((entry) => entry.title === title && entry.bylineText === company)) right++
    }
    expect(right / digests.flat().length).toBeGreaterThanOrEqual(0.95)
  })
})

describe('sections that are named after a company', () => {
  const SECTIONS: Record<string, (company: string, entries: readonly Told[]) => string> = {
    'headings with headings below': (company, entries) =>
      `## ${company}\n\n${entries.map(({ title, url, text }) => `### [${title}](${url})\n\n${text}`).join('\n\n')}`,
    'headings with bold links below': (company, entries) =>
      `### ${company}\n${entries.map(({ title, url, text }) => `**[${title}](${url})**\n${text}`).join('\n\n')}`,
    'bold names with headings below': (company, entries) =>
      `**${company}**\n\n${entries.map(({ title, url, text }) => `#### [${title}](${url})\n\n${text}`).join('\n\n')}`,
  }
  const sections = (form: string, heads: [string, Told[]][]) =>
    read('digest.md', FRAMES['as in the series']!(heads.map((head) => SECTIONS[form]!(...head)).join('\n\n'))).entries
  const told = ENTRIES.map((entry) => ({ ...entry, text: `${entry.text} It is ${entry.company} that tells of it.` }))

  it.each(Object.keys(SECTIONS))('%s', (form) => {
    const heads: [string, Told[]][] = [
      ['Frobnix', [told[0]!, told[3]!]],
      ['Quux Labs', [told[1]!]],
      ['Zed & Co', [told[2]!]],
    ]
    expect(sections(form, heads).map(({ title, bylineText, body }) => [title, bylineText, body])).toEqual(
      [told[0]!, told[3]!, told[1]!, told[2]!].map(({ title, company, text }) => [title, company, text]),
    )
  })

  it.each(Object.keys(SECTIONS))('%s: topics are no companies', (form) => {
    const plain = ENTRIES.map((entry) => ({ ...entry, text: `${entry.text} New databases and security matter.` }))
    const heads: [string, Told[]][] = [
      ['Databases', [plain[0]!, plain[3]!]],
      ['Security', [plain[1]!, plain[2]!]],
    ]
    expect(sections(form, heads).map(({ bylineText }) => bylineText)).toEqual(['', '', '', ''])
  })
})

describe('what looks so and is not', () => {
  const TEXT = 'The team wrote at length of what it did, and of what it would do otherwise the next time around.'
  it.each([
    ['the steps of one post', `# How we moved\n\n### Step 1: Plan\n\n${TEXT}\n\n### Step 2: Move\n\n${TEXT}\n`],
    ['labels of a post-mortem', `# How we moved\n\n**Summary:** ${TEXT}\n\n**Impact:** ${TEXT}\n`],
    [
      'links to further reading',
      `# How we moved\n\n${TEXT}\n\n- Paper: [A Theory of Queues](https://example.org/p)\n- Code: [The Whole Repository](https://example.org/c)\n`,
    ],
  ])('%s', (_, text) => {
    const { entries } = read('post.md', text)
    expect(entries.map(({ title, bylineText }) => [title, bylineText])).toEqual([['How we moved', '']])
  })

  it('titles that begin with a word and a colon, beside others with their company', () => {
    const digest = `## Deep Dives\n\n**[Postgres: A Tour](https://example.org/1)** · Frobnix\n${TEXT}\n\n**[Redis: Another Tour](https://example.org/2)** · Quux\n${TEXT}\n`
    const { entries } = read('digest.md', digest)
    expect(entries.map(({ title, bylineText }) => [title, bylineText])).toEqual([
      ['Postgres: A Tour', 'Frobnix'],
      ['Redis: Another Tour', 'Quux'],
    ])
  })
})
