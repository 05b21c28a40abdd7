import { z } from 'zod'
import { BylineRoleSchema, DateSchema, FieldSchema } from './entry.ts'
import { EntityIdSchema, EntityTypeSchema, PolaritySchema, RELATION_TYPES } from './mention.ts'
import { PatternSchema } from './pattern.ts'

/** Stated relations, then what the graph derives: `hit` (to a failure mode), `learned` (to a lesson), `counters`, `associated`. */
export const EDGE_KINDS = [...RELATION_TYPES, 'hit', 'learned', 'counters', 'associated'] as const
export const EdgeKindSchema = z.enum(EDGE_KINDS)
export type EdgeKind = z.infer<typeof EdgeKindSchema>

/** How many pieces of evidence a node or edge keeps; the full count stands beside them. */
export const EVIDENCE_KEPT = 20

const index = z.int().min(0)
/** An index, or -1 for none. */
const maybeIndex = z.int().min(-1)
const column = <T extends z.ZodType>(of: T) => z.array(of)

export const GRAPH_VERSION = 1

export const GraphMetaSchema = z.looseObject({
  generator: z.string(),
  seed: z.int(),
  /** Inputs, relative. */
  sources: z.array(z.string()),
  entries: z.int(),
  stories: z.int(),
  undated: z.int(),
  from: DateSchema.nullable(),
  to: DateSchema.nullable(),
  /** The thresholds and options that made the graph, each with its value. */
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/**
 * `graph.json`: tables by columns, arrays of equal length. Rows refer to each other by index.
 * Entries are sorted by (source, index), nodes by id, edges by (from, kind, to).
 */
export const KnowledgeGraphSchema = z.object({
  format: z.literal('throughline'),
  version: z.literal(GRAPH_VERSION),
  meta: GraphMetaSchema,
  entries: z.object({
    id: column(z.string()),
    key: column(z.string()),
    source: column(z.string()),
    index: column(index),
    title: column(z.string()),
    url: column(z.string().nullable()),
    date: column(DateSchema.nullable()),
    dateEnd: column(DateSchema.nullable()),
    byline: column(z.array(z.string())),
    bylineRoles: column(z.array(BylineRoleSchema)),
    /** Entries with the same number tell the same thing. */
    story: column(index),
  }),
  /** Only sentences that are evidence. `start` is the sentence's offset in its field. */
  sentences: z.object({
    entry: column(index),
    field: column(FieldSchema),
    start: column(index),
    text: column(z.string()),
  }),
  nodes: z.object({
    id: column(EntityIdSchema),
    type: column(EntityTypeSchema),
    label: column(z.string()),
    aliases: column(z.array(z.string())),
    /** Entries that name it, stories that name it, and all its mentions. */
    entries: column(index),
    stories: column(index),
    mentions: column(index),
    firstDate: column(DateSchema.nullable()),
    lastDate: column(DateSchema.nullable()),
    /** Companies that only publish count for nothing in association, support and lift. */
    publisher: column(z.boolean()),
    /** A ubiquitous generic (AI, API). */
    generic: column(z.boolean()),
    /** The ontology's facts: kind, vendor, parent, group, homepage, definition. */
    facts: column(z.record(z.string(), z.string())),
    x: column(z.number()),
    y: column(z.number()),
    /** Louvain consensus community, numbered by its smallest member id; -1 outside the projection. */
    community: column(maybeIndex),
    /** Share of runs in which the node stood with its community, 0..1. */
    stability: column(z.number()),
    /** Index into `patterns`, or -1. */
    pattern: column(maybeIndex),
    /** Betweenness in the backbone, 0..1. */
    betweenness: column(z.number()),
    /** Indices into `evidence`, best first, at most EVIDENCE_KEPT. */
    evidence: column(z.array(index)),
  }),
  edges: z.object({
    from: column(index),
    kind: column(EdgeKindSchema),
    to: column(index),
    /** Association: shrunk NPMI, 0..1. Stated kinds: stories over the maximum of their kind, 0..1. */
    weight: column(z.number()),
    /** All pieces of evidence, and the stories they come from. */
    count: column(index),
    stories: column(index),
    firstDate: column(DateSchema.nullable()),
    lastDate: column(DateSchema.nullable()),
    /** Significant under the disparity filter, or in the maximum spanning forest. */
    backbone: column(z.boolean()),
    /** Of `hit`: the polarity most of the evidence has. */
    polarity: column(PolaritySchema.nullable()),
    evidence: column(z.array(index)),
  }),
  /** One or two spans of one entry. `start` and `end` are offsets in the sentence's text; -1 where there is no second span. */
  evidence: z.object({
    entry: column(index),
    sentence: column(index),
    start: column(index),
    end: column(index),
    sentence2: column(maybeIndex),
    start2: column(maybeIndex),
    end2: column(maybeIndex),
  }),
  /** Which entry names which node: one row for each pair, sorted by (entry, node). */
  mentions: z.object({
    entry: column(index),
    node: column(index),
    count: column(index),
    /** `subject` and `publisher` from the byline; `label` where the entry is about the failure mode or lesson. */
    role: column(z.enum(['subject', 'publisher', 'label', 'mention'])),
    /** Rank of the label, from 0; -1 for the rest. */
    rank: column(maybeIndex),
    polarity: column(PolaritySchema.nullable()),
    /** Best piece of evidence, or -1. */
    evidence: column(maybeIndex),
  }),
  patterns: z.array(PatternSchema),
})
export type KnowledgeGraph = z.infer<typeof KnowledgeGraphSchema>
