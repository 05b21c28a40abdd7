import pc from 'picocolors'
import type { KnowledgeGraph } from '../model/index.ts'
import type { Answer, Claim, Comparison, EntityCard, GraphDiff, Neighbour, Path, Quote } from '../query/index.ts'
import { graphIndex, VERBS } from '../query/index.ts'
import { printable } from './terminal.ts'

/** Longest quotation that the terminal shows; `--json` has all of it. */
const SHOWN = 320

/** Claims with their sentences; where there is none, what is missing and what came near. */
export function answerText({ understood, claims, near, absent, unknown }: Answer): string[] {
  const named = understood.map(({ options }) => options.map(({ label }) => label).join(' or '))
  return [
    ...(named.length > 0 ? [pc.dim(printable(`about ${named.join('; ')}`))] : []),
    ...absent.map(({ label }) => printable(`${label} is known, but no entry of this graph names it.`)),
    ...unknown.map(({ text, near }) =>
      printable(`Nothing here says “${text}”${near.length > 0 ? `; did you mean ${near.join(', ')}?` : '.'}`),
    ),
    ...(claims.length > 0 ? claimsText(claims) : ['Nothing found.']),
    ...(near.length > 0 ? ['', 'What came near:', ...claimsText(near)] : []),
  ]
}

function claimsText(claims: Claim[]): string[] {
  return claims.flatMap(({ text, quotes, learned = [] }, at) => [
    ...(at === 0 ? [] : ['']),
    `${at + 1}. ${pc.bold(printable(text))}`,
    ...quotes.flatMap((quote, i) => {
      // Two sentences of one entry have one source.
      const last = quotes[i + 1]?.entry !== quote.entry
      const lines = quoteText(quote, '   ')
      return last ? lines : lines.slice(0, 1)
    }),
    ...(learned.length > 0 ? [pc.dim(printable(`   lessons: ${learned.join('; ')}`))] : []),
  ])
}

export function pathsText(graph: KnowledgeGraph, a: number, b: number, paths: Path[]): string[] {
  const names = [a, b].map((row) => printable(graph.nodes.label[row] ?? ''))
  if (paths.length === 0) return [`No chain leads from ${names[0]} to ${names[1]}.`]
  return paths.flatMap(({ nodes, hops, cost }, at) => [
    ...(at === 0 ? [] : ['']),
    `${at + 1}. ${pc.bold(nodes.map((id) => labelOf(graph, id)).join(' → '))} ${pc.dim(`(cost ${cost.toFixed(2)})`)}`,
    ...hops.flatMap(({ from, kind, to, quote }) => [
      `   ${labelOf(graph, from)} ${pc.cyan(VERBS[kind])} ${labelOf(graph, to)}`,
      ...(quote === null ? [] : quoteText(quote, '     ')),
    ]),
  ])
}

export function entityText(card: EntityCard): string[] {
  const days = card.firstDate === null ? '' : `, ${card.firstDate} to ${card.lastDate}`
  const facts = Object.entries(card.facts).map(([name, value]) => `${name}: ${value}`)
  return [
    `${pc.bold(printable(card.label))} ${pc.dim(`${card.type} · ${card.id}`)}`,
    `${count(card.entries, 'entry', 'entries')}, ${count(card.stories, 'story', 'stories')}, ${count(card.mentions, 'mention', 'mentions')}${days}`,
    ...(card.aliases.length > 0 ? [`also: ${printable(card.aliases.join(', '))}`] : []),
    ...(facts.length > 0 ? [printable(facts.join(' · '))] : []),
    ...(card.pattern === null ? [] : [`pattern: ${printable(card.pattern)}`]),
    ...section('Stated', card.stated, card.label),
    ...section('Found with', card.associated, card.label),
    ...(card.quotes.length > 0
      ? ['', pc.bold('Quoted'), ...card.quotes.flatMap((quote) => quoteText(quote, '  '))]
      : []),
  ]
}

function section(title: string, neighbours: Neighbour[], self: string): string[] {
  if (neighbours.length === 0) return []
  return ['', pc.bold(title), ...neighbours.map((neighbour) => `  ${edgeText(neighbour, self)}`)]
}

function edgeText({ label, kind, outgoing, weight, evidence }: Neighbour, self: string): string {
  const words = VERBS[kind]
  const edge = kind === 'associated' ? label : outgoing ? `${words} ${label}` : `${label} ${words} ${self}`
  return `${printable(edge)} ${pc.dim(`(${weight.toFixed(2)}, ${count(evidence, 'sentence', 'sentences')})`)}`
}

export function comparisonText(graph: KnowledgeGraph, { a, b, shared, onlyA, onlyB }: Comparison): string[] {
  const names = [labelOf(graph, a), labelOf(graph, b)]
  const list = (items: { label: string }[]) =>
    items.length === 0 ? '  nothing' : `  ${printable(items.map(({ label }) => label).join(', '))}`
  return [
    pc.bold(`${names[0]} and ${names[1]} share`),
    ...(shared.length === 0 ? ['  nothing'] : []),
    ...shared.flatMap(({ label, type, a: left, b: right }) => [
      `  ${printable(label)} ${pc.dim(type)}`,
      ...[left[0], right[0]].flatMap((quote) => (quote === undefined ? [] : quoteText(quote, '    '))),
    ]),
    '',
    pc.bold(`Only ${names[0]}`),
    list(onlyA),
    '',
    pc.bold(`Only ${names[1]}`),
    list(onlyB),
  ]
}

export function diffText(changes: GraphDiff): string[] {
  const lines: string[] = []
  const signs = { came: pc.green('+'), went: pc.red('-'), changed: pc.yellow('~') }
  for (const what of ['entities', 'edges', 'patterns'] as const) {
    const { came, went, changed } = changes[what]
    lines.push(pc.bold(`${what}: ${came.length} came, ${went.length} went, ${changed.length} changed`))
    for (const how of ['came', 'went', 'changed'] as const) {
      const list = changes[what][how]
      for (const { label, before, after } of list.slice(0, 10)) {
        const numbers = how === 'came' ? `${after}` : how === 'went' ? `${before}` : `${before} → ${after}`
        lines.push(`  ${signs[how]} ${printable(label)} ${pc.dim(`(${numbers})`)}`)
      }
      if (list.length > 10) lines.push(pc.dim(`  ${signs[how]} and ${list.length - 10} more (--json has all)`))
    }
  }
  return lines
}

/** The sentence, then where it is from. */
export function quoteText({ text, title, url, date }: Quote, indent: string): string[] {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text
  const from = [title, url, date].filter((part) => part !== null).join(' · ')
  return [`${indent}“${printable(shown.replace(/\s+/g, ' '))}”`, pc.dim(`${indent}${printable(from)}`)]
}

function labelOf(graph: KnowledgeGraph, id: string): string {
  return printable(graph.nodes.label[graphIndex(graph).rowOfId.get(id) ?? -1] ?? id)
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
