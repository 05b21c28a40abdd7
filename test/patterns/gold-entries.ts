import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentenceSpans } from '../../src/extract/sentence-spans.ts'
import { loadShippedOntology } from '../../src/io/load-ontology.ts'
import type { Entry, ExtractedEntry, Field, Label, Mention, Ontology } from '../../src/model/index.ts'
import { CORPUS, filesOf, GOLD, read } from '../read/sample-files.ts'

/**
 * Entries as a faultless extraction would give them: read from the corpus, labelled with the gold. Files without gold
 * get the companies of their bylines, names that the gold of other files knows, and labels by the ontology's cues.
 */
export function goldEntries(
  folder: string,
  pattern: RegExp,
  ontology: Ontology = loadShippedOntology(),
): ExtractedEntry[] {
  const known = allNames()
  return filesOf(join(CORPUS, folder), pattern).flatMap(({ name, text }) => {
    const gold = goldOf(name)
    return read(name, text).entries.map((entry) =>
      label({ ...entry, id: `${name.slice(0, -3)}#${entry.index}` }, gold.get(entry.index), known, ontology),
    )
  })
}

interface GoldName {
  name: string
  aliases?: string[]
}
interface GoldLine {
  index: number
  companies: GoldName[]
  technologies: GoldName[]
  failureModes: { id: string; polarity?: 'occurred' | 'risk'; optional?: boolean }[]
  lessons: { id: string; optional?: boolean }[]
}

function goldOf(file: string): Map<number, GoldLine> {
  const path = join(GOLD, file.replace(/md$/, 'jsonl'))
  if (!existsSync(path)) return new Map()
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldLine)
  return new Map(lines.map((line) => [line.index, line]))
}

function allNames() {
  const companies = new Map<string, GoldName>()
  const technologies = new Map<string, GoldName>()
  for (const { name } of filesOf(GOLD, /\.jsonl$/)) {
    for (const line of goldOf(name.replace(/jsonl$/, 'md')).values()) {
      for (const c of line.companies) companies.set(c.name, merge(companies.get(c.name), c))
      for (const t of line.technologies) technologies.set(t.name, merge(technologies.get(t.name), t))
    }
  }
  return { companies: [...companies.values()], technologies: [...technologies.values()] }
}

function merge(a: GoldName | undefined, b: GoldName): GoldName {
  return { name: b.name, aliases: [...new Set([...(a?.aliases ?? []), ...(b.aliases ?? [])])] }
}

const GENERIC = new Set('AI LLM LLMs API APIs CPU GPU ML CI/CD SDK CLI UI JSON HTTP Markdown'.split(' '))

function label(
  entry: Entry,
  gold: GoldLine | undefined,
  known: ReturnType<typeof allNames>,
  ontology: Ontology,
): ExtractedEntry {
  const mentions: Mention[] = []
  const companies = gold?.companies ?? [
    ...known.companies,
    ...entry.byline
      .filter((_, i) => entry.bylineRoles[i] === 'subject')
      .filter((n) => !known.companies.some((c) => c.name === n || c.aliases?.includes(n)))
      .map((name) => ({ name })),
  ]
  const sentences = sentenceSpans(entry.body)
  const add = (type: 'company' | 'technology', { name, aliases = [] }: GoldName) => {
    const taken: [Field, number, number][] = []
    for (const text of [...new Set([name, ...aliases])].sort((a, b) => b.length - a.length)) {
      for (const field of ['title', 'bylineText', 'body'] as const) {
        const expression = new RegExp(`(?<![\\w-])${escapeExpression(text)}(?![\\w])`, 'g')
        for (const match of entry[field].matchAll(expression)) {
          const [start, end] = [match.index, match.index + text.length]
          if (taken.some(([f, s, e]) => f === field && s < end && start < e)) continue
          taken.push([field, start, end])
          const sentence =
            field === 'body'
              ? Math.max(
                  0,
                  sentences.findIndex(([s, e]) => start >= s && start < e),
                )
              : 0
          mentions.push({
            entity: `${type}:${slug(name)}`,
            type,
            label: name,
            text: match[0],
            field,
            start,
            end,
            sentence,
            confidence: 1,
          })
        }
      }
    }
  }
  for (const company of companies) add('company', company)
  for (const technology of gold?.technologies ?? known.technologies)
    if (!GENERIC.has(technology.name)) add('technology', technology)
  const cued = (kind: 'failureModes' | 'lessons'): Label[] =>
    ontology[kind]
      .map(({ id, cues }) => ({ id, places: places(entry, cues) }))
      .filter(({ places }) => places.length > 0)
      .sort((a, b) => b.places.length - a.places.length || (a.id < b.id ? -1 : 1))
      .slice(0, 3)
      .map(({ id, places: [place] }) => ({
        id,
        ...(place as Place),
        ...(kind === 'failureModes' ? { polarity: 'occurred' as const } : {}),
      }))
  const given = (kind: 'failureModes' | 'lessons'): Label[] =>
    (gold?.[kind] ?? [])
      .filter(({ optional }) => optional !== true)
      .map((l) => {
        const record = ontology[kind].find(({ id }) => id === l.id)
        const [place] = places(entry, [...(record?.cues ?? []), ...(record?.weak ?? [])])
        const last = sentences.at(-1) ?? [0, entry.body.length]
        const { id, polarity } = l as { id: string; polarity?: 'occurred' | 'risk' }
        return {
          id,
          ...(place ?? { field: 'body' as const, start: last[0], end: last[1] }),
          ...(polarity === undefined ? {} : { polarity }),
        }
      })
  const failureModes = gold === undefined ? cued('failureModes') : given('failureModes')
  const lessons = gold === undefined ? cued('lessons') : given('lessons')
  return { ...entry, mentions, relations: [], failureModes, lessons }
}

interface Place {
  field: Field
  start: number
  end: number
}

function places(entry: Entry, cues: string[]): Place[] {
  return cues.flatMap((cue) => {
    const match = new RegExp(`(?<![\\w-])(?:${cue})(?![\\w])`, 'i').exec(entry.body)
    return match === null ? [] : [{ field: 'body' as const, start: match.index, end: match.index + match[0].length }]
  })
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/\+/g, '-plus')
    .replace(/#/g, '-sharp')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
