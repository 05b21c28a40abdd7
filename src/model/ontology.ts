import { z } from 'zod'
import { ThemeWeightsSchema } from './theme-weights.ts'
import { ThemeWordsSchema } from './theme-words.ts'

/** Lower-case words joined by `-`; never reused for another thing. */
const slug = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'an id is lower-case words joined by "-"')
const names = z.array(z.string().min(1))

const shared = {
  id: slug,
  name: z.string().min(1),
  /** Other spellings, acronyms, units, former names. */
  aliases: names.optional(),
  /** Spellings that are also common words or other things: they need the company's full name, a domain, a vendor or a word of `context` near them. The name itself may be listed. */
  ambiguous: names.optional(),
  /** Lower-case words that speak for the ambiguous spellings when they stand in the same entry. */
  context: names.optional(),
  /** Spellings matched with their letter case (default: those of three letters or fewer, and those that are common words). */
  exact: names.optional(),
  /** Ids that the thing had before. */
  former: z.array(slug).optional(),
}

/** `companies/*.yaml`: a list of these. */
export const CompanyRecordSchema = z.strictObject({
  ...shared,
  /** Homepage and blog domains, without `www.`. */
  domains: names.optional(),
  /** Tells others' stories (InfoQ); counts for nothing in association, support and lift. */
  publisher: z.boolean().optional(),
  kind: z
    .enum(['firm', 'foundation', 'lab', 'university', 'standards-body', 'community', 'government', 'publisher'])
    .optional(),
  /** Id of the owner, where it is a firm of its own in people's minds (GitHub: microsoft). */
  parent: slug.optional(),
})
export type CompanyRecord = z.infer<typeof CompanyRecordSchema>

export const TECHNOLOGY_KINDS = [
  'database',
  'language',
  'runtime',
  'framework',
  'library',
  'service',
  'platform',
  'tool',
  'protocol',
  'format',
  'standard',
  'model',
  'hardware',
  'operating-system',
  'infrastructure',
  'technique',
  'application',
  'security',
  'observability',
  'messaging',
  'storage',
  'network',
  'agent',
  'internal',
  'game',
  'malware',
] as const

/** `technologies/*.yaml`: a list of these. */
export const TechnologyRecordSchema = z.strictObject({
  ...shared,
  kind: z.enum(TECHNOLOGY_KINDS),
  /** Id of the company that makes or stewards it. */
  vendor: slug.optional(),
  /** Id of the product it is a part of (AgentCore: amazon-bedrock). */
  partOf: slug.optional(),
  /** Ubiquitous (AI, API, LLM, CPU): noted in entries, never clustered. */
  generic: z.boolean().optional(),
})
export type TechnologyRecord = z.infer<typeof TechnologyRecordSchema>

const themeRecord = {
  id: slug,
  label: z.string().min(1),
  group: slug,
  tier: z.enum(['core', 'extended']),
  definition: z.string(),
  /** Regular-expression sources, matched case-insensitively between word boundaries. */
  cues: names,
  /** Count only in pairs, each in a sentence with a context word. */
  weak: names.optional(),
  sources: names.optional(),
  former: z.array(slug).optional(),
}
/** `failure-modes.yaml`. */
export const FailureModeRecordSchema = z.looseObject(themeRecord)
export type FailureModeRecord = z.infer<typeof FailureModeRecordSchema>

/** `lessons.yaml`. */
export const LessonRecordSchema = z.looseObject({
  ...themeRecord,
  /** Failure modes that the lesson answers: an attested pair becomes a `counters` edge. */
  counters: z.array(slug).optional(),
})
export type LessonRecord = z.infer<typeof LessonRecordSchema>

/** A name of the generated list: `[name, type, sources, domain?, vendor?, aliases?]`. */
export const GeneratedNameSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['company', 'technology']),
  /** Keys of the lists that hold it. */
  sources: z.array(z.string()),
  aliases: names.optional(),
  domain: z.string().optional(),
  vendor: z.string().optional(),
  kind: z.string().optional(),
  /** `common`: one everyday English word, needs context; `rare`: safe to match. */
  popularity: z.enum(['common', 'rare']).optional(),
})
export type GeneratedName = z.infer<typeof GeneratedNameSchema>

/** `--ontology DIR` may also hold `rules.yaml`. */
export const RulesSchema = z.strictObject({
  /** `[from, into]`: names or entity ids that are one. */
  merge: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Names that must not be merged into the entity given. */
  split: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Names or entity ids that are nothing. */
  hide: names.optional(),
  /** Name or entity id to its label. */
  rename: z.record(z.string(), z.string()).optional(),
  /** Name or entity id to its type. */
  retype: z.record(z.string(), z.enum(['company', 'technology'])).optional(),
})
export type Rules = z.infer<typeof RulesSchema>

export const GroupSchema = z.object({ id: slug, label: z.string() })
export type Group = z.infer<typeof GroupSchema>

/** Everything the tool knows before it reads: compiled from `data/ontology`, a user's folders merged over it. */
export const OntologySchema = z.object({
  companies: z.array(CompanyRecordSchema),
  technologies: z.array(TechnologyRecordSchema),
  failureModes: z.array(FailureModeRecordSchema),
  lessons: z.array(LessonRecordSchema),
  failureModeGroups: z.array(GroupSchema),
  lessonGroups: z.array(GroupSchema),
  /** Regular-expression sources: words that make weak cues count, mark lessons, or turn a failure into a risk. */
  context: z.object({ failure: names, lesson: names, negation: names }),
  names: z.array(GeneratedNameSchema),
  /** Words that are never names of their own: months, job titles, headline words. */
  stopNames: names,
  rules: RulesSchema,
  /** How each spelling may be matched, a letter each, where the build worked it out beforehand; a merged ontology has none. */
  policies: z.string().optional(),
  /** All cues taken apart to be looked for in one pass, where the build worked it out; see `CueIndex` of the extraction. */
  cueIndex: z
    .object({
      sources: z.array(z.string()),
      cues: z.array(z.int()),
      expressions: z.array(z.string()),
      everywhere: z.array(z.int()),
      later: z.record(z.string(), z.object({ anchors: z.array(z.int()), blanks: z.int().nullable() })),
      laterCount: z.int(),
      anchors: z.string(),
    })
    .optional(),
  /** How cues add up to labels; without it every cue counts the same. */
  themeWeights: ThemeWeightsSchema.optional(),
  themeWords: ThemeWordsSchema.optional(),
})
export type Ontology = z.infer<typeof OntologySchema>
