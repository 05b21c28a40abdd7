import { z } from 'zod'
import { RelationTypeSchema } from '../model/index.ts'

const optional = z.boolean().optional()
const GoldNameSchema = z.object({ name: z.string(), aliases: z.array(z.string()).optional(), optional })

/** One labelled entry; `data/gold/README.md` says how the labels are made. `optional` items are neither rewarded nor punished. */
export const GoldEntrySchema = z.object({
  file: z.string(),
  index: z.int().min(0),
  title: z.string(),
  byline: z.array(z.string()),
  companies: z.array(GoldNameSchema),
  technologies: z.array(GoldNameSchema),
  failureModes: z.array(z.object({ id: z.string(), polarity: z.enum(['occurred', 'risk']), optional })),
  lessons: z.array(z.object({ id: z.string(), optional })),
  relations: z.array(z.object({ from: z.string(), type: RelationTypeSchema, to: z.string(), optional })),
})
export type GoldEntry = z.infer<typeof GoldEntrySchema>
export type GoldName = z.infer<typeof GoldNameSchema>
