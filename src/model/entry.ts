import { z } from 'zod'

/** The three texts of an entry. Offsets are into one of them, in UTF-16 units. */
export const FieldSchema = z.enum(['title', 'bylineText', 'body'])
export type Field = z.infer<typeof FieldSchema>

/**
 * What a name in the byline is: the company the entry is about (`subject`), the outlet that tells it
 * (`publisher`), a technology (`project`), or nothing the graph should hold (`none`: people, "Industry").
 */
export const BylineRoleSchema = z.enum(['subject', 'publisher', 'project', 'none'])
export type BylineRole = z.infer<typeof BylineRoleSchema>

/** A half-open range `[start, end)` of one field. */
export const SpanSchema = z.object({ field: FieldSchema, start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof SpanSchema>

/** Markup that was removed from a field but still says something: a code span, a link, a quotation, a list item. */
export const MarkSchema = SpanSchema.extend({
  kind: z.enum(['code', 'link', 'quote', 'strong', 'emphasis', 'item']),
  href: z.string().optional(),
})
export type Mark = z.infer<typeof MarkSchema>

/**
 * Where the body stands in the source file: segments `[bodyOffset, sourceOffset, length]`, ascending and
 * not overlapping. Between segments stands text that the reader made (the blank line between paragraphs) or decoded.
 */
export const SourceMapSchema = z.array(z.tuple([z.int(), z.int(), z.int()]))
export type SourceMap = z.infer<typeof SourceMapSchema>

export const DateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One titled item of a digest, feed or post-mortem. */
export const EntrySchema = z.object({
  /** For display; unique within a run. */
  id: z.string(),
  /** Identifies the content: the canonical link, else a hash of title and byline. */
  key: z.string(),
  /** Path relative to the input root, with `/`. */
  source: z.string(),
  /** Position in the file, from 0. */
  index: z.int().min(0),
  date: DateSchema.nullable(),
  /** The last day of a range such as a week. */
  dateEnd: DateSchema.optional(),
  title: z.string(),
  /** The article that the entry tells of; null where there is none (`#` is no link). */
  url: z.string().nullable(),
  /** The company field as it stands in the source, Markdown removed. */
  bylineText: z.string(),
  /** The names in it, split, with a role each; the arrays are of equal length. */
  byline: z.array(z.string()),
  bylineRoles: z.array(BylineRoleSchema),
  /** Plain text, paragraphs joined by a blank line. */
  body: z.string(),
  /** The outlet named by a third header field or a link label ("InfoQ"); not a mention. */
  outlet: z.string().optional(),
  marks: z.array(MarkSchema).optional(),
  sourceMap: SourceMapSchema.optional(),
  /** 1-based line of the entry's header in the source. */
  line: z.int().min(1).optional(),
  /** The heading that the entry stands under. */
  section: z.string().optional(),
  /** Facts a source states of the entry in fields of its own (product, categories, severity …). */
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
})
export type Entry = z.infer<typeof EntrySchema>

/** A part of a digest that is no entry; kept with its role, never mixed into entries or used for the paragraph. */
export const SectionRoleSchema = z.enum(['signal', 'review', 'patterns', 'threads', 'other'])
export type SectionRole = z.infer<typeof SectionRoleSchema>

export const SectionSchema = z.object({
  source: z.string(),
  role: SectionRoleSchema,
  heading: z.string(),
  text: z.string(),
  line: z.int().min(1),
})
export type Section = z.infer<typeof SectionSchema>

/** A running topic of a weekly digest ("Developing Threads"). */
export const ThreadSchema = z.object({
  source: z.string(),
  title: z.string(),
  body: z.string(),
  line: z.int().min(1),
})
export type Thread = z.infer<typeof ThreadSchema>
