import { z } from 'zod'
import { EntrySchema, SpanSchema } from './entry.ts'

export const ENTITY_TYPES = ['company', 'technology', 'failure-mode', 'lesson'] as const
export const EntityTypeSchema = z.enum(ENTITY_TYPES)
export type EntityType = z.infer<typeof EntityTypeSchema>

/** `type:slug`, or `type:slug@owner` for an in-house namesake (`technology:cortex@zoox`). */
export const EntityIdSchema = z.string().regex(/^(company|technology|failure-mode|lesson):[^\s|]+$/)

/** Whether a failure happened (or is the problem being solved), is warned of or averted, or is said not to have happened. */
export const PolaritySchema = z.enum(['occurred', 'risk', 'denied'])
export type Polarity = z.infer<typeof PolaritySchema>

/** A span of one field that names an entity, or cues a failure mode or lesson. */
export const MentionSchema = SpanSchema.extend({
  entity: EntityIdSchema,
  type: EntityTypeSchema,
  label: z.string(),
  /** `entry[field].slice(start, end)`. */
  text: z.string(),
  /** Index of the sentence within its field, from 0. */
  sentence: z.int().min(0),
  /** Of failure modes only. */
  polarity: PolaritySchema.optional(),
  confidence: z.number().min(0).max(1),
})
export type Mention = z.infer<typeof MentionSchema>

export const RELATION_TYPES = [
  'built',
  'uses',
  'migrated-from',
  'migrated-to',
  'replaced-by',
  'acquired',
  'partnered-with',
] as const
export const RelationTypeSchema = z.enum(RELATION_TYPES)
export type RelationType = z.infer<typeof RelationTypeSchema>

/** A relation that a sentence states between two entities of the entry. */
export const RelationSchema = SpanSchema.extend({
  from: EntityIdSchema,
  type: RelationTypeSchema,
  to: EntityIdSchema,
  confidence: z.number().min(0).max(1).optional(),
})
export type Relation = z.infer<typeof RelationSchema>

/** A failure mode or lesson that an entry is about. `id` is the ontology's, without type; never `denied`. */
export const LabelSchema = SpanSchema.extend({
  id: z.string(),
  polarity: z.enum(['occurred', 'risk']).optional(),
  /** The ranking's score; higher is more about it. */
  score: z.number().optional(),
})
export type Label = z.infer<typeof LabelSchema>

/** One line of `throughline extract`: the entry and what was found in it. */
export const ExtractedEntrySchema = EntrySchema.extend({
  mentions: z.array(MentionSchema),
  relations: z.array(RelationSchema),
  /** Best first. */
  failureModes: z.array(LabelSchema),
  /** Best first. */
  lessons: z.array(LabelSchema),
})
export type ExtractedEntry = z.infer<typeof ExtractedEntrySchema>
