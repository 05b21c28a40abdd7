import { z } from 'zod'
import { SpanSchema } from './entry.ts'

/** What a name's kind is before resolution. */
export const NameTypeSchema = z.enum(['company', 'technology'])
export type NameType = z.infer<typeof NameTypeSchema>

/** A name that an entry shows and no list may hold: collected per file, resolved over all. Plain data: it crosses threads. */
export const CandidateSchema = SpanSchema.extend({
  text: z.string(),
  type: NameTypeSchema,
  /** What spoke for it: `byline`, `apposition`, `quotation`, `possession`, `head-noun`, `shape`, `domain`, `code`. */
  reason: z.string(),
  confidence: z.number().min(0).max(1),
  /** The maker, where the text says who built it ("Zoox … dubbed “Cortex”"): an entity id or a name. */
  owner: z.string().optional(),
  /** The name that this is another spelling of, where the text says so ("Change Data Capture (CDC)"). */
  aliasOf: z.string().optional(),
  entry: z.string(),
  source: z.string(),
  index: z.int(),
  date: z.string().nullable(),
})
export type Candidate = z.infer<typeof CandidateSchema>

/** One spelling of an entity and how it may be matched. */
export const SurfaceSchema = z.object({
  text: z.string(),
  /** `exact`: letter case must agree. `fold`: any case. */
  match: z.enum(['exact', 'fold']),
  /** Needs context: another mention of the entity's vendor, full name, or one of `context` near it. */
  ambiguous: z.boolean().optional(),
})
export type Surface = z.infer<typeof SurfaceSchema>

/** A company or technology that mentions can resolve to. */
export const LexiconEntitySchema = z.object({
  id: z.string(),
  type: NameTypeSchema,
  label: z.string(),
  surfaces: z.array(SurfaceSchema),
  origin: z.enum(['curated', 'generated', 'learned', 'user']),
  /** Words (lower case) one of which must stand near an ambiguous surface. */
  context: z.array(z.string()).optional(),
  /** Entity ids of the company that makes it, and of the company or product that it is a part of. */
  vendor: z.string().optional(),
  parent: z.string().optional(),
  kind: z.string().optional(),
  publisher: z.boolean().optional(),
  /** A ubiquitous generic (AI, API): kept as a mention, never clustered. */
  generic: z.boolean().optional(),
  domains: z.array(z.string()).optional(),
  /** Of a learned name, the keys of the entries where it may match, where it is not to be trusted elsewhere (an owner's namesake). */
  only: z.array(z.string()).optional(),
  confidence: z.number().min(0).max(1),
})
export type LexiconEntity = z.infer<typeof LexiconEntitySchema>

/** Why two names became one, or one was dropped. */
export const ResolutionSchema = z.object({
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string(),
})
export type Resolution = z.infer<typeof ResolutionSchema>

/** All names of a run: the ontology's and the learned, and the log of how the learned were resolved. */
export const LexiconSchema = z.object({
  entities: z.array(LexiconEntitySchema),
  log: z.array(ResolutionSchema),
})
export type Lexicon = z.infer<typeof LexiconSchema>
