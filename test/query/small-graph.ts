import { buildGraph } from '../../src/graph/index.ts'
import type { ExtractedEntry, Field, KnowledgeGraph, Mention, Ontology, RelationType } from '../../src/model/index.ts'
import { compileOntology } from '../../src/ontology/index.ts'

/** A few names and themes, so that tests depend on no word of the shipped ontology. */
export const ONTOLOGY: Ontology = compileOntology([
  {
    path: 'companies.yaml',
    text: [
      'companies:',
      '  - { id: acorn, name: Acorn }',
      '  - { id: birch, name: Birch }',
      '  - { id: cedar, name: Cedar Labs, aliases: [Cedar] }',
      '  - { id: willow, name: Willow }',
    ].join('\n'),
  },
  {
    path: 'technologies.yaml',
    text: [
      'technologies:',
      '  - { id: rookdb, name: RookDB, kind: database }',
      '  - { id: pawnmq, name: PawnMQ, kind: messaging }',
      '  - { id: queenql, name: QueenQL, kind: language }',
    ].join('\n'),
  },
  {
    path: 'failure-modes.yaml',
    text: [
      'groups: [{ id: load, label: Load }]',
      'failureModes:',
      "  - { id: lock-contention, label: Lock contention, group: load, tier: core, definition: d, cues: ['lock contention', 'contended locks?'] }",
      "  - { id: retry-storm, label: Retry storm, group: load, tier: core, definition: d, cues: ['retry storms?', 'retries'] }",
    ].join('\n'),
  },
  {
    path: 'lessons.yaml',
    text: [
      'groups: [{ id: load, label: Load }]',
      'lessons:',
      "  - { id: backoff, label: 'Timeouts, backoff and jitter', group: load, tier: core, definition: d, cues: ['back(?:s|ed)? off'], counters: [retry-storm] }",
      "  - { id: sharding, label: Sharding, group: load, tier: core, definition: d, cues: ['shard(?:s|ed|ing)?'], counters: [lock-contention] }",
    ].join('\n'),
  },
]).ontology

interface Told {
  title: string
  by: string
  date: string | null
  body: string
  /** Names that stand in the body, with their entity. */
  names?: Record<string, string>
  /** Failure modes and lessons: id to the words that cue them, best first. */
  failureModes?: Record<string, string>
  lessons?: Record<string, string>
  relations?: [from: string, type: RelationType, to: string, words: string][]
}

const LABELS = new Map(
  [
    ...ONTOLOGY.companies.map(({ id, name }) => [`company:${id}`, name]),
    ...ONTOLOGY.technologies.map(({ id, name }) => [`technology:${id}`, name]),
    ...ONTOLOGY.failureModes.map(({ id, label }) => [`failure-mode:${id}`, label]),
    ...ONTOLOGY.lessons.map(({ id, label }) => [`lesson:${id}`, label]),
  ].map(([id, label]): [string, string] => [id as string, label as string]),
)

const ENTRIES: Told[] = [
  {
    title: 'A lock in the planner',
    by: 'company:acorn',
    date: '2026-05-14',
    body: 'Acorn stores its bills in RookDB. Flame graphs showed lock contention in the RookDB planner. Acorn sharded the table.',
    names: { Acorn: 'company:acorn', RookDB: 'technology:rookdb' },
    failureModes: { 'lock-contention': 'lock contention' },
    lessons: { sharding: 'sharded' },
    relations: [['company:acorn', 'uses', 'technology:rookdb', 'Acorn stores its bills in RookDB']],
  },
  {
    title: 'When clients hammer',
    by: 'company:birch',
    date: '2026-05-20',
    body: 'Birch watched retries take PawnMQ down. Clients now back off for a random time.',
    names: { Birch: 'company:birch', PawnMQ: 'technology:pawnmq' },
    failureModes: { 'retry-storm': 'retries' },
    lessons: { backoff: 'back off' },
    relations: [['company:birch', 'uses', 'technology:pawnmq', 'Birch watched retries take PawnMQ down']],
  },
  {
    title: 'Birch leaves RookDB',
    by: 'company:birch',
    date: '2026-06-02',
    body: 'Birch moved its ledger from RookDB to PawnMQ. Lock contention was gone. The old cron jobs stayed.',
    names: { Birch: 'company:birch', RookDB: 'technology:rookdb', PawnMQ: 'technology:pawnmq' },
    failureModes: { 'lock-contention': 'Lock contention' },
    relations: [
      ['company:birch', 'migrated-from', 'technology:rookdb', 'Birch moved its ledger from RookDB'],
      ['company:birch', 'migrated-to', 'technology:pawnmq', 'Birch moved its ledger from RookDB to PawnMQ'],
    ],
  },
  {
    title: 'Contended locks at Cedar',
    by: 'company:cedar',
    date: null,
    body: 'Cedar Labs saw contended locks in PawnMQ. Cedar Labs built QueenQL, and sharding it helped.',
    names: { 'Cedar Labs': 'company:cedar', PawnMQ: 'technology:pawnmq', QueenQL: 'technology:queenql' },
    failureModes: { 'lock-contention': 'contended locks' },
    lessons: { sharding: 'sharding' },
    relations: [['company:cedar', 'built', 'technology:queenql', 'Cedar Labs built QueenQL']],
  },
]

/** Four stories of three companies, through the real graph builder. */
export function smallGraph(entries: Told[] = ENTRIES): KnowledgeGraph {
  return buildGraph(entries.map(extracted), ONTOLOGY, { seed: 1, runs: 4 })
}

function extracted(told: Told, index: number): ExtractedEntry {
  const { title, by, date, body } = told
  const mentions: Mention[] = []
  const byline = LABELS.get(by) ?? by
  const mention = (field: Field, entity: string, text: string, start: number): Mention => ({
    ...{ entity, type: entity.split(':')[0] as Mention['type'], label: LABELS.get(entity) ?? entity, text },
    ...{ field, start, end: start + text.length, confidence: 1 },
    sentence: field === 'body' ? (body.slice(0, start).match(/[.?!] /g)?.length ?? 0) : 0,
  })
  mentions.push(mention('bylineText', by, byline, 0))
  for (const [text, entity] of Object.entries(told.names ?? {})) {
    for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1))
      mentions.push(mention('body', entity, text, at))
  }
  const labels = (type: 'failure-mode' | 'lesson', cues: Record<string, string> = {}) =>
    Object.entries(cues).map(([id, words]) => {
      const start = body.indexOf(words)
      const found = mention('body', `${type}:${id}`, words, start)
      mentions.push(type === 'failure-mode' ? { ...found, polarity: 'occurred' } : found)
      return { id, field: 'body' as const, start, end: start + words.length }
    })
  return {
    ...{ id: `digest#${index}`, key: `https://example.org/${index}`, source: 'digest.md', index, date, title },
    ...{ url: `https://example.org/${index}`, bylineText: byline, byline: [byline], bylineRoles: ['subject'], body },
    mentions,
    failureModes: labels('failure-mode', told.failureModes).map((label) => ({ ...label, polarity: 'occurred' })),
    lessons: labels('lesson', told.lessons),
    relations: (told.relations ?? []).map(([from, type, to, words]) => ({
      ...{ from, type, to, field: 'body' as const },
      ...{ start: body.indexOf(words), end: body.indexOf(words) + words.length },
    })),
  }
}
