import { z } from 'zod'
import { DateSchema } from './entry.ts'

/** A member of a pattern; `core` members hold it together, the others are its fringe. */
export const PatternMemberSchema = z.object({
  node: z.string(),
  core: z.boolean(),
  stability: z.number().min(0).max(1),
})

/** A community that recurs over at least two subject companies in at least two stories. */
export const PatternSchema = z.object({
  /** Slug of theme and top core member; kept between builds through `--previous`. */
  id: z.string(),
  /** In words an engineer would say. */
  name: z.string(),
  community: z.int().min(0),
  /** Id of the theme (upper level) that the pattern belongs to. */
  theme: z.string(),
  /** Entity ids of the failure modes and lessons that it is about, best first. */
  themes: z.array(z.string()),
  members: z.array(PatternMemberSchema),
  /** Subject companies that show it. */
  companies: z.array(z.string()),
  /** Entry ids behind it. */
  entries: z.array(z.string()),
  /** Indices into the graph's evidence table, best first. */
  evidence: z.array(z.int().min(0)),
  stories: z.int().min(0),
  days: z.int().min(0),
  firstDate: DateSchema.nullable(),
  lastDate: DateSchema.nullable(),
  stability: z.number().min(0).max(1),
  /** Observed over expected support, with a 95 % interval. */
  lift: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** Words that set it apart from the rest, best first. */
  words: z.array(z.string()),
  /** One or two true sentences that tell it. */
  paragraph: z.string(),
  /** How it changed since `--previous`. */
  change: z.enum(['born', 'kept', 'grown', 'shrunk', 'split', 'merged']).optional(),
})
export type Pattern = z.infer<typeof PatternSchema>

/** A clause of the paragraph and what it rests on. */
export const ClauseSchema = z.object({
  /** Range in the paragraph's text, UTF-16 units. */
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  company: z.string().optional(),
  theme: z.string().optional(),
  /** Ids of the entries it cites. */
  entries: z.array(z.string()),
  /** The sentences of those entries that it condenses. */
  evidence: z.array(
    z.object({ entry: z.string(), field: z.enum(['title', 'bylineText', 'body']), start: z.int(), end: z.int() }),
  ),
})
export type Clause = z.infer<typeof ClauseSchema>

/** "Patterns Across Companies". */
export const ParagraphSchema = z.object({ text: z.string(), clauses: z.array(ClauseSchema) })
export type Paragraph = z.infer<typeof ParagraphSchema>
