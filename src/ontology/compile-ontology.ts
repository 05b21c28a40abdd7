import type { z } from 'zod'
import {
  CompanyRecordSchema,
  type Diagnostic,
  type FailureModeRecord,
  FailureModeRecordSchema,
  GeneratedNameSchema,
  GroupSchema,
  type LessonRecord,
  LessonRecordSchema,
  type Ontology,
  type Rules,
  RulesSchema,
  TechnologyRecordSchema,
  type ThemeWeights,
  type ThemeWords,
} from '../model/index.ts'
import { type OntologyFile, type OntologyFileContent, type Placed, readOntologyFile } from './read-ontology-file.ts'

export interface CompiledOntology {
  ontology: Ontology
  diagnostics: Diagnostic[]
}

export const EMPTY_ONTOLOGY: Ontology = {
  companies: [],
  technologies: [],
  failureModes: [],
  lessons: [],
  failureModeGroups: [],
  lessonGroups: [],
  context: { failure: [], lesson: [], negation: [] },
  names: [],
  stopNames: [],
  rules: {},
}

/**
 * Makes an ontology of the files of one folder. An id that two records of the folder claim is an error;
 * a record that breaks the schema is reported with file and line and left out.
 */
export function compileOntology(files: OntologyFile[]): CompiledOntology {
  return layOver(EMPTY_ONTOLOGY, files)
}

/**
 * Lays a user's folder over an ontology: a new id adds a record; a known id overrides the fields that are given and
 * adds to its lists; `remove: true` takes the record away. Neither argument is changed.
 */
export function mergeOntology(base: Ontology, files: OntologyFile[]): CompiledOntology {
  return layOver(base, files)
}

function layOver(base: Ontology, files: OntologyFile[]): CompiledOntology {
  const diagnostics: Diagnostic[] = []
  const contents = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((file) => readOntologyFile(file, diagnostics))
    .filter((content) => content !== null)
  const records = (section: OntologyFileContent['section']) =>
    contents.filter((content) => content.section === section).flatMap((content) => content.records)
  const groups = (section: OntologyFileContent['section']) =>
    contents.filter((content) => content.section === section).flatMap((content) => content.groups)

  const ontology: Ontology = {
    companies: mergeRecords(base.companies, records('companies'), CompanyRecordSchema, diagnostics),
    technologies: mergeRecords(base.technologies, records('technologies'), TechnologyRecordSchema, diagnostics),
    failureModes: withValidCues(
      mergeRecords(base.failureModes, records('failureModes'), FailureModeRecordSchema, diagnostics),
      diagnostics,
    ),
    lessons: withValidCues(
      mergeRecords(base.lessons, records('lessons'), LessonRecordSchema, diagnostics),
      diagnostics,
    ),
    failureModeGroups: mergeGroups(base.failureModeGroups, groups('failureModes')),
    lessonGroups: mergeGroups(base.lessonGroups, groups('lessons')),
    context: mergeContext(base.context, contents),
    names: [...base.names, ...validRecords(records('names'), GeneratedNameSchema, diagnostics)],
    stopNames: union(
      base.stopNames,
      records('stopNames').map(({ value }) => String(value)),
    ),
    rules: records('rules').reduce((rules, placed) => mergeRules(rules, placed, diagnostics), base.rules),
  }
  // Parsed by its schema when it was read.
  const themeWeights = (records('themeWeights').at(-1)?.value as ThemeWeights | undefined) ?? base.themeWeights
  if (themeWeights !== undefined) ontology.themeWeights = themeWeights
  const themeWords = (records('themeWords').at(-1)?.value as ThemeWords | undefined) ?? base.themeWords
  if (themeWords !== undefined) ontology.themeWords = themeWords
  // They belong to the text of a cue, wherever it comes from.
  if (base.cueIndex !== undefined) ontology.cueIndex = base.cueIndex
  return { ontology, diagnostics }
}

type IdRecord = { id: string }

function mergeRecords<T extends IdRecord>(
  base: T[],
  placed: Placed[],
  schema: z.ZodType<T>,
  diagnostics: Diagnostic[],
): T[] {
  const byId = new Map<string, T>(base.map((record) => [record.id, record]))
  const here = new Map<string, Placed>()
  for (const record of placed) {
    const value = record.value as { id?: unknown; remove?: unknown } | null
    const id = typeof value?.id === 'string' ? value.id : undefined
    const twice = id === undefined ? undefined : here.get(id)
    if (id !== undefined && twice !== undefined) {
      diagnostics.push(
        problem(record, 'ontology-duplicate', `the id "${id}" stands at ${twice.path}:${twice.line} already`),
      )
      continue
    }
    if (id !== undefined) here.set(id, record)
    if (id !== undefined && value?.remove === true) {
      if (!byId.delete(id)) diagnostics.push(problem(record, 'ontology-unknown-id', `there is no "${id}" to remove`))
      continue
    }
    const merged = id === undefined ? value : mergeFields(byId.get(id), value)
    const result = schema.safeParse(merged)
    if (result.success) byId.set(result.data.id, result.data)
    else diagnostics.push(problem(record, 'ontology-schema', issueText(result.error, id)))
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Lists grow, everything else is replaced. */
function mergeFields(base: object | undefined, over: unknown): unknown {
  if (base === undefined || over === null || typeof over !== 'object') return over
  const merged = new Map<string, unknown>(Object.entries(base))
  for (const [key, value] of Object.entries(over)) {
    const before = merged.get(key)
    merged.set(key, Array.isArray(before) && Array.isArray(value) ? union(before, value) : value)
  }
  return Object.fromEntries(merged)
}

function validRecords<T>(placed: Placed[], schema: z.ZodType<T>, diagnostics: Diagnostic[]): T[] {
  const valid: T[] = []
  for (const record of placed) {
    const result = schema.safeParse(record.value)
    if (result.success) valid.push(result.data)
    else diagnostics.push(problem(record, 'ontology-schema', issueText(result.error, undefined)))
  }
  return valid
}

function mergeGroups(base: Ontology['lessonGroups'], raw: unknown[]): Ontology['lessonGroups'] {
  const byId = new Map(base.map((group) => [group.id, group]))
  for (const value of raw) {
    const result = GroupSchema.safeParse(value)
    if (result.success) byId.set(result.data.id, result.data)
  }
  return [...byId.values()]
}

function mergeContext(base: Ontology['context'], contents: OntologyFileContent[]): Ontology['context'] {
  const merged = { ...base }
  for (const { context } of contents) {
    for (const key of ['failure', 'lesson', 'negation'] as const) {
      const words = (context as Record<string, unknown> | undefined)?.[key]
      if (Array.isArray(words)) merged[key] = union(merged[key], words.map(String))
    }
  }
  return merged
}

function mergeRules(base: Rules, placed: Placed, diagnostics: Diagnostic[]): Rules {
  const result = RulesSchema.safeParse(placed.value)
  if (!result.success) {
    diagnostics.push(problem(placed, 'ontology-schema', issueText(result.error, undefined)))
    return base
  }
  return mergeFields(base, result.data) as Rules
}

/** Leaves out cues that are no regular expression: they would otherwise fail far from the file that holds them. */
function withValidCues<T extends FailureModeRecord | LessonRecord>(records: T[], diagnostics: Diagnostic[]): T[] {
  const valid = (id: string, sources: string[]) =>
    sources.filter((source) => {
      if (isRegularExpression(source)) return true
      diagnostics.push({
        code: 'ontology-cue',
        severity: 'error',
        message: `the cue "${source}" of "${id}" is not a regular expression and was left out`,
        remedy: 'escape its special characters with \\',
      })
      return false
    })
  return records.map((record) => ({
    ...record,
    cues: valid(record.id, record.cues),
    ...(record.weak === undefined ? {} : { weak: valid(record.id, record.weak) }),
  }))
}

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'iu')
    return true
  } catch {
    return false
  }
}

function problem({ path, line }: Placed, code: string, message: string): Diagnostic {
  return { code, severity: 'error', source: path, line, message, remedy: 'the record was left out' }
}

function issueText(error: z.ZodError, id: string | undefined): string {
  const [issue] = error.issues
  const field = issue?.path.join('.') || 'record'
  return `${id === undefined ? '' : `"${id}": `}${field}: ${issue?.message ?? 'not valid'}`
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])]
}
