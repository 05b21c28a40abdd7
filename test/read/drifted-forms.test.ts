import { describe, expect, it } from 'vitest'
import { read } from './sample-files.ts'

const FIRST = 'The team moved its queue to a partitioned log after lock contention stalled every consumer.'
const SECOND = 'A second change capped retries at the edge, so that a slow dependency took nothing down with it.'

/** Two entries of a digest in forms that the series does not have. Each gives the same titles, companies, links and texts. */
const FORMS: Record<string, (title: string, company: string, url: string, text: string) => string> = {
  'heading, company in parentheses, link below': (title, company, url, text) =>
    `### ${title} (${company})\n\n${text}\n\n[Read more](${url})`,
  'heading, company and link on the next line': (title, company, url, text) =>
    `### ${title}\n*${company}* · [Source](${url})\n\n${text}`,
  'heading, dash, labelled link below': (title, company, url, text) =>
    `### ${title} — ${company}\n\n${text}\n\n**Source:** [the post](${url})`,
  'heading, dash, address below': (title, company, url, text) =>
    `### ${title} — ${company}\n\n${text}\n\nSource: ${url}`,
  'heading, dash, link at the end of the text': (title, company, url, text) =>
    `### ${title} — ${company}\n${text}\n[Source](${url})`,
  'item, company in parentheses, colon': (title, company, url, text) =>
    `- **[${title}](${url})** (${company}): ${text}`,
  'item, dashes around the company': (title, company, url, text) => `* **[${title}](${url})** — ${company} — ${text}`,
  'company and colon inside the bold': (title, company, url, text) => `**${company}: [${title}](${url})**\n${text}`,
  'company and source link without a sign': (title, company, url, text) =>
    `**${title}** ${company} [Source](${url})\n${text}`,
  'arrow behind the company': (title, company, url, text) => `**${title}** · ${company} [→](${url})\n${text}`,
  'link in parentheses behind the company': (title, company, url, text) =>
    `**${title}** · ${company} ([link](${url}))\n${text}`,
  'number of a note behind the company': (title, company, url, text) =>
    `**[${title}](${url})** · ${company} [1]\n${text}`,
  'dot without spaces': (title, company, url, text) => `**[${title}](${url})**·${company}\n${text}`,
  'company in italics': (title, company, url, text) => `**[${title}](${url})** · _${company}_\n${text}`,
  'address in angle brackets': (title, company, url, text) => `**${title}** · ${company} · <${url}>\n${text}`,
  'HTML headings': (title, company, url, text) => `<h3><a href="${url}">${title}</a> · ${company}</h3>\n<p>${text}</p>`,
  'HTML details': (title, company, url, text) =>
    `<details><summary><b><a href="${url}">${title}</a></b> · ${company}</summary>\n\n${text}\n\n</details>`,
  'escaped brackets': (title, company, url, text) => `**\\[${title}\\]** · ${company} · [Source](${url})\n${text}`,
  'stars never closed': (title, company, url, text) => `**[${title}](${url}) · ${company}\n${text}`,
}

describe('forms that digests drift to', () => {
  it.each(Object.entries(FORMS))('%s', (_, form) => {
    const entries = [
      form('Moving Queues to Logs', 'Frobnix', 'https://example.org/1', FIRST),
      form('Taming Retries (Part 2)', 'Quux Labs', 'https://example.org/2', SECOND),
    ]
    const digest = `# Daily — 2026-05-02\n\n## Deep Dives\n\n${entries.join('\n\n')}\n`
    const found = read('digest.md', digest).entries
    expect(found.map(({ title, bylineText, url, body }) => [title, bylineText, url, body])).toEqual([
      ['Moving Queues to Logs', 'Frobnix', 'https://example.org/1', FIRST],
      ['Taming Retries (Part 2)', 'Quux Labs', 'https://example.org/2', SECOND],
    ])
  })

  it.each([
    ['### Moving Queues (CDC)', 'Moving Queues (CDC)'],
    ['### Moving Queues (2026)', 'Moving Queues (2026)'],
    ['### Moving Queues (Part Two)', 'Moving Queues (Part Two)'],
  ])('%s: what stands in parentheses is no company', (heading, title) => {
    const [entry] = read('digest.md', `## Deep Dives\n\n${heading}\n\n${FIRST}\n`).entries
    expect([entry?.title, entry?.bylineText]).toEqual([title, ''])
  })

  it.each([
    ['# Weekly: 2 – 8 May 2026', '2026-05-02', '2026-05-08'],
    ['# Weekly: 27 April to 3 May 2026', '2026-04-27', '2026-05-03'],
    ['# Weekly — May 2–8, 2026', '2026-05-02', '2026-05-08'],
    ['# Week of 2026-05-02 to 2026-05-08', '2026-05-02', '2026-05-08'],
    ['# Weekly 2026-W18', '2026-04-27', '2026-05-03'],
  ])('%s is a range', (heading, date, dateEnd) => {
    const [entry] = read(
      'weekly.md',
      `${heading}\n\n## Top Stories\n\n**[Moving Queues](#)** · Frobnix\n${FIRST}\n`,
    ).entries
    expect([entry?.date, entry?.dateEnd, entry?.url]).toEqual([date, dateEnd, null])
  })

  it('keeps a link that the text itself tells of', () => {
    const text = 'It was slow. The numbers are in [their report](https://example.org/report).'
    const [entry] = read('digest.md', `## Deep Dives\n\n**Moving Queues** · Frobnix\n${text}\n`).entries
    expect([entry?.url, entry?.body]).toEqual([null, 'It was slow. The numbers are in their report.'])
  })
})
