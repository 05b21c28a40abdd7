import pc from 'picocolors'
import { createCandidateCollector, createThemeExplainer, sentencesOf, type ThemeExplanation } from '../extract/index.ts'
import type { OpenSource } from '../io/open-sources.ts'
import type { Candidate, ExtractedEntry, Lexicon, LexiconEntity, Mention, Resolution } from '../model/index.ts'
import { readFile } from '../passes.ts'
import type { ReadResult } from '../read/index.ts'
import { createNameAtStart } from '../resolve/index.ts'
import { type Command, startRun } from './run.ts'
import { printable } from './terminal.ts'

/** Why an entry has what it has. */
export interface EntryExplanation {
  id: string
  source: string
  line: number | null
  title: string
  names: { entity: string; label: string; text: string; field: string; start: number; end: number; why: string }[]
  labels: { entity: string; text: string; field: string; start: number; end: number; why: string }[]
  relations: { from: string; type: string; to: string; text: string }[]
  /** The failure modes and lessons that were weighed, best first, with what spoke for and against each. */
  themes: ThemeExplanation[]
}

/** `throughline extract --explain`: how each file was read, why each name and label was taken, and the lexicon's log. */
export async function explain(command: Command, inputs: string[] = []): Promise<void> {
  const { terminal, options } = command
  const run = await startRun(inputs, command, { empty: true })
  const { lexicon, entries } = run.extraction
  const say = (lines: string[]) => terminal.print(lines.map((line) => `${line}\n`).join(''))
  for (const source of run.sources) {
    const read = await readAgain(source, lexicon, options.map)
    if (read === null) continue
    if (options.json) {
      const { reader, explain = [], diagnostics } = read
      await terminal.print(`${JSON.stringify({ file: source.source, reader, lines: explain, diagnostics })}\n`)
    } else await say(fileLines(source.source, read))
  }
  const collect = createCandidateCollector(run.ontology)
  const explainThemes = createThemeExplainer(run.ontology)
  for await (const entry of entries) {
    const explanation = {
      ...explainEntry(entry, lexicon, collect(entry)),
      themes: explainThemes(entry, sentencesOf(entry)),
    }
    if (options.json) await terminal.print(`${JSON.stringify(explanation)}\n`)
    else await say(entryLines(explanation))
  }
  if (options.json) await terminal.print(`${JSON.stringify({ log: lexicon.log })}\n`)
  else await say(logLines(lexicon.log))
  await run.finish()
}

/** The reader's own account of a file; null where it cannot be loaded, which the run has reported. */
async function readAgain(
  { load, stem }: OpenSource,
  lexicon: Lexicon,
  map: Record<string, string> | undefined,
): Promise<ReadResult | null> {
  try {
    const names = lexicon.entities.flatMap(({ type, surfaces }) =>
      type === 'company' ? surfaces.map(({ text }) => text) : [],
    )
    return readFile(
      { file: await load(), stem, ...(map === undefined ? {} : { map }) },
      { nameAtStart: createNameAtStart(names) },
    )
  } catch {
    return null
  }
}

/** Why each name and label of an entry was taken. */
export function explainEntry(
  entry: ExtractedEntry,
  lexicon: Lexicon,
  candidates: Candidate[],
): Omit<EntryExplanation, 'themes'> {
  const byId = new Map(lexicon.entities.map((entity) => [entity.id, entity]))
  // By entity too: a failure mode and a lesson may be cued by the same words.
  const labelled = new Map<string, { label: { score?: number | undefined }; rank: number }>([
    ...entry.failureModes.map(
      (label, rank) => [`failure-mode:${label.id}@${label.field}@${label.start}`, { label, rank }] as const,
    ),
    ...entry.lessons.map(
      (label, rank) => [`lesson:${label.id}@${label.field}@${label.start}`, { label, rank }] as const,
    ),
  ])
  const spans = ({ entity, text, field, start, end }: Mention) => ({ entity, text, field, start, end })
  return {
    id: entry.id,
    source: entry.source,
    line: entry.line ?? null,
    title: entry.title,
    names: entry.mentions
      .filter(({ type }) => type === 'company' || type === 'technology')
      .map((mention) => ({
        ...spans(mention),
        label: mention.label,
        why: whyName(mention, byId.get(mention.entity), candidates),
      })),
    labels: entry.mentions
      .filter(({ type }) => type === 'failure-mode' || type === 'lesson')
      .map((mention) => {
        const label = labelled.get(`${mention.entity}@${mention.field}@${mention.start}`)
        return { ...spans(mention), why: whyLabel(mention, label) }
      }),
    relations: entry.relations.map(({ from, type, to, field, start, end }) => ({
      from,
      type,
      to,
      text: entry[field].slice(start, end),
    })),
  }
}

const ORIGINS: Record<LexiconEntity['origin'], string> = {
  curated: 'in the ontology',
  generated: 'in the list of names',
  learned: 'learned from the inputs',
  user: 'in your ontology',
}

function whyName(mention: Mention, entity: LexiconEntity | undefined, candidates: Candidate[]): string {
  const reasons = [...new Set(candidates.filter(({ text }) => text === mention.text).map(({ reason }) => reason))]
  const surface = entity?.surfaces.find(({ text }) => text.toLowerCase() === mention.text.toLowerCase())
  return [
    entity === undefined ? 'not in the lexicon' : ORIGINS[entity.origin],
    ...(surface?.ambiguous ? ['ambiguous, backed by its context'] : []),
    ...(reasons.length > 0 ? [`the text shows it by ${reasons.sort().join(', ')}`] : []),
    `confidence ${mention.confidence.toFixed(2)}`,
  ].join('; ')
}

function whyLabel(
  { polarity, confidence }: Mention,
  found: { label: { score?: number | undefined }; rank: number } | undefined,
): string {
  const { label, rank } = found ?? {}
  return [
    rank === undefined ? 'a cue, not what the entry is about' : `label ${rank + 1} of the entry`,
    ...(polarity === undefined ? [] : [polarity]),
    ...(label?.score === undefined ? [] : [`score ${label.score.toFixed(2)}`]),
    `confidence ${confidence.toFixed(2)}`,
  ].join('; ')
}

function fileLines(source: string, { reader, entries, explain = [] }: ReadResult): string[] {
  return [
    pc.bold(printable(`${source}: read as ${reader}, ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`)),
    ...explain.map(({ line, as, text }) => `  ${String(line).padStart(5)}  ${as.padEnd(24)} ${printable(cut(text))}`),
    '',
  ]
}

function entryLines({ id, source, line, title, names, labels, relations, themes }: EntryExplanation): string[] {
  const place = line === null ? source : `${source}:${line}`
  const list = (items: { entity: string; text: string; field: string; start: number; end: number; why: string }[]) =>
    items.map(({ entity, text, field, start, end, why }) =>
      printable(`  ${entity}  “${cut(text)}” ${field} ${start}–${end}: ${why}`),
    )
  return [
    `${pc.bold(printable(id))}  ${printable(title)}  ${pc.dim(printable(place))}`,
    ...list(names),
    ...list(labels),
    ...relations.map(({ from, type, to, text }) => printable(`  ${from} ${type} ${to}: “${cut(text)}”`)),
    ...themes.map((theme) => printable(`  ${themeLine(theme)}`)),
    '',
  ]
}

/** How many contributions to a theme's score are told: the rest weigh next to nothing. */
const CONTRIBUTIONS_TOLD = 5

function themeLine({ id, type, label, score, threshold, contributions }: ThemeExplanation): string {
  const told = contributions
    .slice(0, CONTRIBUTIONS_TOLD)
    .map(({ what, value }) => `${value > 0 ? '+' : ''}${value} ${what}`)
  const verdict = label ? 'a label' : score > threshold ? 'no label, three are stronger' : 'no label'
  return `${type}:${id} scores ${score} of ${threshold}: ${verdict}; ${told.join(' · ')}`
}

function logLines(log: Resolution[]): string[] {
  return [
    pc.bold('Names resolved'),
    ...(log.length === 0 ? ['  none'] : []),
    ...log.map(({ from, to, reason }) => printable(`  ${from} → ${to ?? 'dropped'}: ${reason}`)),
  ]
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
