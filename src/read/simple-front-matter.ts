import type { FrontMatterValue } from './front-matter.ts'
import { wellFormed } from './well-formed.ts'

/** `key: value` at the start of a line. */
const FIELD = /^([A-Za-z][\w-]*):[ ]+(\S.*)$/
/** Letters, digits and signs that mean nothing to YAML, within and at the start; a number in decimal notation or a day. */
const PLAIN = /^[A-Za-z/][\w/.,+() -]*$/
const NUMBER = /^(?:0|[1-9]\d{0,8}|\d{4}-\d\d-\d\d)$/
const QUOTED = /^"([^"\\]*)"$/
const LIST = /^\[(?:"[^"\\]*"(?:, ?"[^"\\]*")*)?\]$/
/** Words that YAML's core schema takes for something else than text. */
const KEYWORD = /^(?:null|true|false)$/i

/**
 * The fields of everyday YAML front matter: one line each, with plain text, a number, a quoted text or a list of quoted texts.
 * Null wherever YAML could see more than that: such front matter goes to the parser, which takes a hundred times as long. A
 * property test holds the two equal.
 */
export function simpleFrontMatter(raw: string): Map<string, FrontMatterValue> | null {
  const fields = new Map<string, FrontMatterValue>()
  for (const line of raw.split('\n')) {
    if (line === '') continue
    const field = FIELD.exec(line)
    if (field === null) return null
    const key = field[1]!
    const value = simpleValue(field[2]!.trimEnd())
    // Two keys may be one in lower case, and a keyword is no text as a key either
    if (value === null || KEYWORD.test(key) || fields.has(key.toLowerCase())) return null
    fields.set(key.toLowerCase(), value)
  }
  return fields
}

function simpleValue(text: string): FrontMatterValue | null {
  if (PLAIN.test(text)) return KEYWORD.test(text) ? null : text
  if (NUMBER.test(text)) return text
  const quoted = QUOTED.exec(text)
  if (quoted !== null) return wellFormed(quoted[1]!)
  if (LIST.test(text)) return [...text.matchAll(/"([^"\\]*)"/g)].map((match) => wellFormed(match[1]!))
  return null
}
