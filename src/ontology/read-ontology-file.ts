import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Diagnostic, ThemeWeightsSchema, ThemeWordsSchema } from '../model/index.ts'

/** One file of an ontology folder; `path` is relative to the folder, with `/`. */
export interface OntologyFile {
  path: string
  text: string
}

/** What a file's records are; decided by its place and name, so that a folder reads like its index. */
export type OntologySection =
  | 'companies'
  | 'technologies'
  | 'failureModes'
  | 'lessons'
  | 'rules'
  | 'stopNames'
  | 'names'
  | 'themeWeights'
  | 'themeWords'

/** A value of a file with the line it starts at. */
export interface Placed {
  value: unknown
  path: string
  line: number
}

export interface OntologyFileContent {
  section: OntologySection
  records: Placed[]
  /** Groups and context words, where the file has them beside its records. */
  groups: unknown[]
  context: unknown
}

const SECTION_OF_FILE: [RegExp, OntologySection][] = [
  [/^companies(?:\/.+)?\.ya?ml$/, 'companies'],
  [/^technologies(?:\/.+)?\.ya?ml$/, 'technologies'],
  [/^failure-modes(?:\/.+)?\.ya?ml$/, 'failureModes'],
  [/^lessons(?:\/.+)?\.ya?ml$/, 'lessons'],
  [/^rules\.ya?ml$/, 'rules'],
  [/^stop-names\.ya?ml$/, 'stopNames'],
  [/^names\.generated\.json$/, 'names'],
  [/^theme-weights\.json$/, 'themeWeights'],
  [/^theme-words\.json$/, 'themeWords'],
]

/** Which section a file of an ontology folder belongs to, or null for a file that is none of it. */
export function sectionOf(path: string): OntologySection | null {
  return SECTION_OF_FILE.find(([pattern]) => pattern.test(path))?.[1] ?? null
}

/**
 * Parses one file into records with their lines. YAML errors become diagnostics with file and line, and what
 * stands before them is dropped: half a record is worse than none.
 */
export function readOntologyFile(file: OntologyFile, diagnostics: Diagnostic[]): OntologyFileContent | null {
  const section = sectionOf(file.path)
  if (section === null) {
    diagnostics.push({
      code: 'unknown-ontology-file',
      severity: 'warning',
      source: file.path,
      message: 'this file is not part of an ontology folder and was passed over',
      remedy:
        'name it companies.yaml, technologies.yaml, failure-modes.yaml, lessons.yaml, stop-names.yaml or rules.yaml',
    })
    return null
  }
  if (section === 'names') return readGeneratedNames(file, diagnostics)
  if (section === 'themeWeights' || section === 'themeWords') return readTrained(section, file, diagnostics)
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  for (const error of document.errors) {
    diagnostics.push({
      code: 'ontology-syntax',
      severity: 'error',
      source: file.path,
      line: lines.linePos(error.pos[0]).line,
      message: `not valid YAML: ${error.message}`,
      remedy: 'mend the line; the file was passed over',
    })
  }
  if (document.errors.length > 0) return null
  const lineOf = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line
  const content: OntologyFileContent = { section, records: [], groups: [], context: undefined }
  const root = document.contents
  if (root === null) return content
  if (section === 'rules') {
    content.records.push({ value: document.toJS(), path: file.path, line: lineOf(root) })
    return content
  }
  let list: unknown = root
  if (isMap(root)) {
    list = root.get(section, true)
    const plain = document.toJS() as Record<string, unknown>
    if (Array.isArray(plain.groups)) content.groups = plain.groups
    content.context = plain.context
  }
  if (!isSeq(list)) {
    diagnostics.push({
      code: 'ontology-shape',
      severity: 'error',
      source: file.path,
      line: lineOf(root),
      message: `expected a list of records, or a mapping with the key "${section}"`,
      remedy: 'start each record with "- "',
    })
    return content
  }
  for (const item of list.items as Node[]) {
    content.records.push({ value: item.toJS(document), path: file.path, line: lineOf(item) })
  }
  return content
}

function readGeneratedNames(file: OntologyFile, diagnostics: Diagnostic[]): OntologyFileContent | null {
  try {
    const parsed = JSON.parse(file.text) as { names?: unknown[] }
    const records = (parsed.names ?? []).map((value) => ({ value, path: file.path, line: 1 }))
    return { section: 'names', records, groups: [], context: undefined }
  } catch (error) {
    diagnostics.push({
      code: 'ontology-syntax',
      severity: 'error',
      source: file.path,
      message: `not valid JSON: ${(error as Error).message}`,
      remedy: 'write it anew with scripts/refresh-names.ts',
    })
    return null
  }
}

/** What scripts write: its schema, and the script. */
const TRAINED: Record<'themeWeights' | 'themeWords', { schema: z.ZodType; script: string }> = {
  themeWeights: { schema: ThemeWeightsSchema, script: 'scripts/train-themes.ts' },
  themeWords: { schema: ThemeWordsSchema, script: 'scripts/train-words.ts' },
}

function readTrained(
  section: keyof typeof TRAINED,
  file: OntologyFile,
  diagnostics: Diagnostic[],
): OntologyFileContent | null {
  const { schema, script } = TRAINED[section]
  const problem = (message: string) => {
    diagnostics.push({
      code: 'ontology-theme-weights',
      severity: 'error',
      source: file.path,
      message,
      remedy: `write it anew with ${script}`,
    })
    return null
  }
  try {
    const result = schema.safeParse(JSON.parse(file.text))
    if (!result.success) return problem(`${result.error.issues[0]?.path.join('.')}: ${result.error.issues[0]?.message}`)
    return { section, records: [{ value: result.data, path: file.path, line: 1 }], groups: [], context: undefined }
  } catch (error) {
    return problem(`not valid JSON: ${(error as Error).message}`)
  }
}
