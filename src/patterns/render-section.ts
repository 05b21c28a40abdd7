import type { KnowledgeGraph, Paragraph } from '../model/index.ts'

/** The Markdown section: heading, paragraph with a footnote at each instance, and the entries behind them. */
export function renderSection(paragraph: Paragraph, graph: KnowledgeGraph): string {
  const numbers = new Map<string, number>()
  const rows = new Map(graph.entries.id.map((id, row) => [id, row]))
  const marks: { at: number; ids: string[] }[] = []
  for (const { end, company, entries, evidence } of [...paragraph.clauses].sort((a, b) => a.end - b.end)) {
    // A theme's own sentence rests on the entries of its instances, which carry the marks; a title cites its entry itself.
    if (company !== undefined || evidence.length === 0) marks.push({ at: end, ids: entries })
  }
  for (const { ids } of marks) for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  let text = ''
  let done = 0
  for (const { at, ids } of marks) {
    text += escapeMarkdown(paragraph.text.slice(done, at)) + ids.map((id) => `[^p${numbers.get(id)}]`).join('')
    done = at
  }
  text += escapeMarkdown(paragraph.text.slice(done))
  const notes = [...numbers].map(([id, number]) => `[^p${number}]: ${describeEntry(graph, rows.get(id), id)}`)
  return ['## Patterns Across Companies', '', text, ...(notes.length > 0 ? ['', notes.join('\n')] : [])].join('\n')
}

function describeEntry({ entries }: KnowledgeGraph, row: number | undefined, id: string): string {
  if (row === undefined) return escapeMarkdown(id)
  const title = escapeMarkdown(entries.title[row] as string)
  const url = entries.url[row]
  const link = url !== null && url !== undefined && /^https?:\/\//i.test(url) ? `[${title}](${escapeUrl(url)})` : title
  const byline = (entries.byline[row] ?? []).map(escapeMarkdown).join(', ')
  return [link, byline, entries.date[row] ?? ''].filter((part) => part !== '').join(' · ')
}

/** Text of entries is anyone's: nothing in it may become markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, '\\$&')
}

function escapeUrl(url: string): string {
  return url.replace(/[\s<>()\\"`]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
