import { describe, expect, it } from 'vitest'
import {
  createCandidateCollector,
  createExtractor,
  ontologyEntities,
  surfacePolicies,
} from '../../src/extract/index.ts'
import type { Entry, Ontology } from '../../src/model/index.ts'
import { EMPTY_ONTOLOGY } from '../../src/ontology/index.ts'
import { resolveCandidates } from '../../src/resolve/index.ts'

const ONTOLOGY: Ontology = {
  ...EMPTY_ONTOLOGY,
  companies: [
    { id: 'amazon-web-services', name: 'Amazon Web Services', aliases: ['AWS', 'Amazon'] },
    { id: 'google', name: 'Google' },
    { id: 'meta', name: 'Meta', exact: ['Meta'] },
    { id: 'stripe', name: 'Stripe' },
    { id: 'block', name: 'Block', ambiguous: ['Block'], context: ['payments'] },
    { id: 'scale-ai', name: 'Scale AI' },
    { id: 'mongodb', name: 'MongoDB', ambiguous: ['MongoDB'] },
  ],
  technologies: [
    { id: 'kubernetes', name: 'Kubernetes', aliases: ['K8s'], kind: 'platform' },
    { id: 'mongodb', name: 'MongoDB', kind: 'database', vendor: 'mongodb' },
    {
      id: 'aws-lambda',
      name: 'AWS Lambda',
      aliases: ['Lambda'],
      kind: 'service',
      vendor: 'amazon-web-services',
      ambiguous: ['Lambda'],
    },
    {
      id: 'go',
      name: 'Go',
      aliases: ['Golang'],
      kind: 'language',
      ambiguous: ['Go'],
      context: ['goroutine', 'language'],
    },
    { id: 'rust', name: 'Rust', kind: 'language', ambiguous: ['Rust'] },
    { id: 'node', name: 'Node.js', kind: 'runtime' },
    { id: 'c-plus-plus', name: 'C++', kind: 'language' },
    { id: 'postgresql', name: 'PostgreSQL', aliases: ['Postgres'], kind: 'database' },
    { id: 'rag', name: 'RAG', aliases: ['Retrieval-Augmented Generation'], kind: 'technique' },
    { id: 'crdt', name: 'CRDT', kind: 'technique' },
    { id: 'serverless', name: 'serverless', aliases: ['Serverless'], kind: 'technique', generic: true },
    { id: 'grok', name: 'Grok', kind: 'model', aliases: ['Grok 4'] },
    { id: 'cortex', name: 'Cortex', kind: 'database', vendor: 'grafana', ambiguous: ['Cortex'] },
  ],
}

function entry(title: string, byline: string, body: string): Entry {
  const names = byline === '' ? [] : byline.split(' / ')
  return {
    id: 'invented#0',
    key: `text:${title}`,
    source: 'invented.md',
    index: 0,
    date: '2026-01-02',
    title,
    url: null,
    bylineText: byline,
    byline: names,
    bylineRoles: names.map(() => 'subject' as const),
    body,
  }
}

/** Ids of the names found, sorted; each mention must be its slice of the text. */
function namesIn(title: string, byline: string, body: string): string[] {
  const one = entry(title, byline, body)
  const lexicon = resolveCandidates(createCandidateCollector(ONTOLOGY)(one), ONTOLOGY)
  const { mentions } = createExtractor(lexicon, ONTOLOGY)(one)
  for (const mention of mentions) expect(one[mention.field].slice(mention.start, mention.end)).toBe(mention.text)
  return [...new Set(mentions.map(({ entity }) => entity))].sort()
}

describe('known names', () => {
  it.each([
    ['possessive', 'We read Google’s notes.', ['company:google']],
    ['plural', 'The editors merge through CRDTs.', ['technology:crdt']],
    ['hyphen behind', 'A Kubernetes-based platform.', ['technology:kubernetes']],
    ['version behind', 'They run Kubernetes v1.36 now.', ['technology:kubernetes']],
    ['signs inside', 'Node.js and C++, side by side.', ['technology:c-plus-plus', 'technology:node']],
    ['hyphen for a blank', 'It does retrieval augmented generation.', ['technology:rag']],
    ['longest', 'The job runs on AWS Lambda.', ['technology:aws-lambda']],
    ['never across sentences', 'We pay AWS. Lambda calculus is older.', ['company:amazon-web-services']],
    ['no part of an address', 'See https://stripe.com/docs for more.', []],
    ['no file', 'Edit the node.json file.', []],
    ['letter case of a company', 'This avoids meta-management by agents.', []],
    ['letter case of everyday words', 'Teams want to scale AI safely.', []],
    ['common noun', 'A serverless pipeline. Serverless systems grow.', []],
  ])('%s', (_, body, expected) => {
    expect(namesIn('An untitled note', '', body)).toEqual(expected)
  })
})

describe('ambiguous names', () => {
  it.each([
    ['verb', 'Go to the next step.', []],
    ['language after a preposition', 'The service was rewritten from Python in Go.', ['technology:go']],
    ['context word', 'Each goroutine blocks, and Go schedules another.', ['technology:go']],
    ['metal', 'Rust forms on iron.', []],
    ['listed with a language', 'Bindings exist for C++ and Rust.', ['technology:c-plus-plus', 'technology:rust']],
    ['noun', 'Block the queue first.', []],
    ['vendor near by', 'AWS triggers Lambda for each event.', ['company:amazon-web-services', 'technology:aws-lambda']],
    ['product rather than firm', 'State moved to MongoDB last year.', ['technology:mongodb']],
  ])('%s', (_, body, expected) => {
    const found = namesIn('An untitled note', '', body).filter((id) => id !== 'technology:python')
    expect(found).toEqual(expected)
  })

  it('takes the firm where the byline names it', () => {
    expect(namesIn('An untitled note', 'MongoDB', 'MongoDB cut its build times.')).toEqual(['company:mongodb'])
  })
})

describe('discovery', () => {
  it.each(['Two', 'The', 'New', 'Why Now', 'An Other'])('survives a text of openers alone: %s', (text) => {
    expect(namesIn(text, '', text)).toEqual([])
  })

  it.each([
    ['apposition', 'Frobnia', 'Frobnia built Quuxly, a custom reverse proxy.', 'technology:quuxly'],
    ['quotation', 'Frobnia', 'The work became a system dubbed “Lantern”.', 'technology:lantern'],
    ['camel case', 'Frobnia', 'Jobs run on ShardRunner today.', 'technology:shardrunner'],
    ['expanded acronym', 'Frobnia', 'A Layered Intent Graph Engine (LIGE) plans the work.', 'technology:lige'],
    ['possession', 'Google', 'Training uses Google’s Zanthor.', 'technology:zanthor'],
    ['new version of a model', 'Frobnia', 'They moved to Grok 7.5 at once.', 'technology:grok-7.5'],
    ['list', 'Frobnia', 'State is in PostgreSQL, Zibbledb, and Kubernetes.', 'technology:zibbledb'],
    ['company in apposition', 'Google', 'It was sold to Zanthor Labs, a small startup.', 'company:zanthor-labs'],
    ['particle behind a hyphen', 'Frobnia', 'Frobnia built Fall-over, an independent proxy.', 'technology:fall-over'],
    ['byline', 'Frobnia', 'Nothing else is said.', 'company:frobnia'],
  ])('%s', (_, byline, body, expected) => {
    expect(namesIn('A note on systems', byline, body)).toContain(expected)
  })

  it.each([
    ['people', 'Jennifer Quistova argues that queues hide load.'],
    ['months and places', 'In November the team in Lisbon moved on.'],
    ['starts of sentences', 'Orchestrating jobs is hard. Surprisingly, it worked.'],
    ['job titles', 'The CTO and a VP agreed.'],
    ['contractions', 'We’re sure. Doesn’t matter.'],
    ['roles and their acronyms', 'Forward Placed Engineers (FPEs) sit with customers.'],
    ['sayings in quotation marks', 'Teams measure “Agentic Throughput” now.'],
  ])('leaves out %s', (_, body) => {
    expect(namesIn('A note on systems', '', body)).toEqual([])
  })

  it('gives a namesake to its maker', () => {
    expect(
      namesIn('A note', 'Frobnia', 'Frobnia wrote an assistant dubbed "Cortex". Cortex answers questions.'),
    ).toEqual(['company:frobnia', 'technology:cortex@frobnia'])
  })
})

describe('ontologyEntities', () => {
  it('reads the policies of the build as it works them out', () => {
    const prepared = ontologyEntities({ ...ONTOLOGY, policies: surfacePolicies(ONTOLOGY) })
    expect(prepared).toEqual(ontologyEntities({ ...ONTOLOGY }))
  })
})
