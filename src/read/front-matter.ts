import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { Diagnostic } from '../model/index.ts'
import { simpleFrontMatter } from './simple-front-matter.ts'
import { wellFormed } from './well-formed.ts'

/** A front-matter value that a reader can use; everything else is dropped. */
export type FrontMatterValue = string | string[]

export interface FrontMatter {
  /** Keys in lower case; a Map, so that no key can reach a prototype. */
  fields: Map<string, FrontMatterValue>
  /** Offset of the first character after it. */
  end: number
  diagnostics: Diagnostic[]
}

/** Longer front matter is a mistake or an attack; nothing real comes near it. */
const MAX_FRONT_MATTER = 65_536

/** YAML between `---`, TOML between `+++`, or one JSON object, at the very start of a text. Never throws. */
export function readFrontMatter(text: string, source: string): FrontMatter {
  const none: FrontMatter = { fields: new Map(), end: 0, diagnostics: [] }
  const start = /^\s{0,64}/.exec(text)![0].length
  const fence = text.slice(start, start + 3)
  if (fence === '---' || fence === '+++') {
    const opening = /^[-+]{3}[ \t]*\r?\n/.exec(text.slice(start, start + 200))
    if (!opening) return none
    const from = start + opening[0].length
    const closing = findFence(text, from, fence)
    if (closing === null) return none
    const raw = text.slice(from, closing.start)
    // A thematic break at the top of a file is no front matter: YAML front matter has a key in its first lines
    if (fence === '---' && !/^[ \t]*["']?[\w$@-]+["']?[ \t]*:/m.test(raw) && raw.trim() !== '') return none
    return parseFields(raw, fence === '---' ? 'yaml' : 'toml', closing.end, source)
  }
  if (text[start] === '{' && !text.startsWith('{{', start)) {
    const end = jsonEnd(text, start)
    if (end === null) return none
    const result = parseFields(text.slice(start, end), 'json', end, source)
    return result.diagnostics.length > 0 ? none : result
  }
  return none
}

function findFence(text: string, from: number, fence: string): { start: number; end: number } | null {
  for (let at = from; at - from <= MAX_FRONT_MATTER; ) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd
    const line = text.slice(at, Math.min(end, at + 40)).trimEnd()
    if (line === fence || (fence === '---' && line === '...')) return { start: at, end: Math.min(text.length, end + 1) }
    if (lineEnd < 0) return null
    at = lineEnd + 1
  }
  return null
}

function jsonEnd(text: string, start: number): number | null {
  let depth = 0
  let quoted = false
  const limit = Math.min(text.length, start + MAX_FRONT_MATTER)
  for (let i = start; i < limit; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return i + 1
  }
  return null
}

function parseFields(raw: string, format: 'yaml' | 'toml' | 'json', end: number, source: string): FrontMatter {
  const simple = format === 'yaml' ? simpleFrontMatter(raw) : null
  if (simple !== null) return { fields: simple, end, diagnostics: [] }
  let value: unknown
  try {
    value =
      format === 'yaml'
        ? // No tags that build objects, no merge keys, few aliases: a bomb of aliases stops here
          parseYaml(raw, { schema: 'core', maxAliasCount: 20, merge: false, logLevel: 'silent', uniqueKeys: false })
        : format === 'toml'
          ? parseToml(raw)
          : JSON.parse(raw)
  } catch (error) {
    const diagnostic: Diagnostic = {
      code: 'bad-front-matter',
      severity: 'warning',
      message: `the ${format.toUpperCase()} front matter cannot be read: ${firstLine(error)}`,
      remedy: 'mend it, or remove it; the text below it was read without it',
      source,
      line: 1,
    }
    return { fields: new Map(), end, diagnostics: [diagnostic] }
  }
  return { fields: toFields(value), end, diagnostics: [] }
}

/** Strings and lists of strings of a parsed record, one level of nesting flattened (`params.company`). */
export function toFields(value: unknown): Map<string, FrontMatterValue> {
  const fields = new Map<string, FrontMatterValue>()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fields
  for (const [key, item] of Object.entries(value)) {
    const plain = toValue(item)
    if (plain !== null) fields.set(key.toLowerCase(), plain)
    else if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
      for (const [inner, innerItem] of Object.entries(item)) {
        const innerPlain = toValue(innerItem)
        if (innerPlain !== null) fields.set(`${key}.${inner}`.toLowerCase(), innerPlain)
      }
    }
  }
  return fields
}

function toValue(item: unknown): FrontMatterValue | null {
  if (typeof item === 'string') return wellFormed(item)
  if (typeof item === 'number' || typeof item === 'boolean' || typeof item === 'bigint') return String(item)
  if (item instanceof Date) return Number.isNaN(item.getTime()) ? null : item.toISOString()
  if (!Array.isArray(item)) return null
  const list = item.map((one) => toValue(one)).filter((one): one is string => typeof one === 'string')
  return list
}

/** The field as one string: the first of a list. */
export function fieldText(fields: ReadonlyMap<string, FrontMatterValue>, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name)
    const text = Array.isArray(value) ? value[0] : value
    if (text !== undefined && text.trim() !== '') return text.trim()
  }
  return undefined
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n', 1)[0] ?? '').slice(0, 200)
}
