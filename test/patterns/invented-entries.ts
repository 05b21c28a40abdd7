import { sentenceSpans } from '../../src/extract/index.ts'
import { buildGraph } from '../../src/graph/index.ts'
import type { ExtractedEntry, KnowledgeGraph, Mention } from '../../src/model/index.ts'
import { compileOntology } from '../../src/ontology/index.ts'

/** What a test says of an entry; names and cues are found in its text. */
export interface Told {
  company: string
  title: string
  body: string
  date?: string
  technologies?: string[]
  /** Label id to the words that cue it. */
  failureModes?: Record<string, string>
  lessons?: Record<string, string>
}

export const ONTOLOGY = compileOntology([
  {
    path: 'lessons.yaml',
    text: `groups:
  - {id: security, label: Security}
  - {id: data-and-scale, label: Data and scale}
lessons:
  - {id: sandboxing, label: Sandboxing and runtime isolation, group: security, tier: core, definition: d, cues: [sandbox]}
  - {id: least-privilege, label: Least privilege and scoped identity, group: security, tier: core, definition: d, cues: [scoped]}
  - {id: caching, label: Caching, group: data-and-scale, tier: core, definition: d, cues: [cache]}
`,
  },
  {
    path: 'failure-modes.yaml',
    text: `groups:
  - {id: concurrency-and-software, label: Concurrency}
failureModes:
  - {id: lock-contention, label: Lock contention, group: concurrency-and-software, tier: core, definition: d, cues: [locks]}
`,
  },
]).ontology

export function invent(told: Told[]): ExtractedEntry[] {
  return told.map((entry, index) => make(entry, index))
}

export function graphOf(told: Told[]): KnowledgeGraph {
  return buildGraph(invent(told), ONTOLOGY, { runs: 10, layout: false })
}

function make(
  { company, title, body, date = '2026-02-03', technologies = [], failureModes = {}, lessons = {} }: Told,
  index: number,
): ExtractedEntry {
  const sentences = sentenceSpans(body)
  const mentions: Mention[] = []
  const texts = { title, bylineText: company, body }
  const find = (type: Mention['type'], id: string, label: string, words: string) => {
    for (const field of ['title', 'bylineText', 'body'] as const) {
      for (let at = texts[field].indexOf(words); at >= 0; at = texts[field].indexOf(words, at + 1)) {
        const end = at + words.length
        const sentence = field === 'body' ? sentences.findIndex(([s, e]) => at >= s && at < e) : 0
        mentions.push({
          entity: `${type}:${id}`,
          type,
          label,
          text: words,
          field,
          start: at,
          end,
          sentence,
          confidence: 1,
        })
      }
    }
  }
  const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  find('company', slug(company), company, company)
  for (const name of technologies) find('technology', slug(name), name, name)
  const labels = (type: 'failure-mode' | 'lesson', given: Record<string, string>) =>
    Object.entries(given).map(([id, cue]) => {
      const start = body.indexOf(cue)
      if (start < 0) throw new Error(`no “${cue}” in the body`)
      find(type, id, id, cue)
      return { id, field: 'body' as const, start, end: start + cue.length }
    })
  return {
    id: `invented#${index}`,
    key: `https://example.org/${index}`,
    source: 'invented.md',
    index,
    date,
    title,
    url: `https://example.org/${index}`,
    bylineText: company,
    byline: [company],
    bylineRoles: ['subject'],
    body,
    mentions,
    relations: [],
    failureModes: labels('failure-mode', failureModes).map((label) => ({ ...label, polarity: 'occurred' as const })),
    lessons: labels('lesson', lessons),
  }
}

/** Three companies that sandbox, two that lock, and one that stands alone. */
export const STORIES: Told[] = [
  {
    company: 'Fernbank',
    title: 'Running plugins apart',
    body: 'Plugins used to share one process. Fernbank moved every plugin into its own sandbox built on Quarzine microVMs. This shows that walls matter.',
    technologies: ['Quarzine'],
    lessons: { sandboxing: 'sandbox' },
  },
  {
    company: 'Ostrava Labs',
    title: 'Agents behind glass',
    body: 'Ostrava Labs runs each agent inside a Quarzine sandbox with 64 MB of memory. Teams should take note.',
    technologies: ['Quarzine'],
    lessons: { sandboxing: 'sandbox' },
  },
  {
    company: 'Pellmoor',
    title: 'Build steps in isolation',
    body: 'To stop leaks between builds, Pellmoor isolated every build step in a throwaway sandbox, which costs 9 ms. It works.',
    lessons: { sandboxing: 'sandbox' },
  },
  {
    company: 'Tidewater',
    title: 'The lock behind the slow query',
    body: 'Queries at Tidewater slowed down. The planner took exclusive locks on the whole Vellum catalog before filtering. Tidewater replaced the exclusive locks with shared locks on each Vellum partition.',
    technologies: ['Vellum'],
    failureModes: { 'lock-contention': 'exclusive locks' },
  },
  {
    company: 'Grantley',
    title: 'When migrations wait',
    body: 'Grantley found that the stalls stemmed from table locks held by a Vellum migration. The fix was small.',
    technologies: ['Vellum'],
    failureModes: { 'lock-contention': 'table locks' },
  },
  { company: 'Solano', title: 'A new office', body: 'Solano opened a new office near the harbour.', lessons: {} },
]
