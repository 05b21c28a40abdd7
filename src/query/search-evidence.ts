import MiniSearch from 'minisearch'
import type { KnowledgeGraph } from '../model/index.ts'
import { stem } from './stem.ts'

/** A sentence that full-text search found. */
export interface EvidenceHit {
  /** Row of the sentence table, or -1 where only the entry's title was found. */
  sentence: number
  /** Row of the entry table. */
  entry: number
  score: number
  /** How many of the words it matches. */
  words: number
}

type Document = { id: number; text: string; title: string }

const engines = new WeakMap<KnowledgeGraph, MiniSearch<Document>>()

/**
 * Full-text search (BM25+, MiniSearch) over the sentences that are evidence and the titles of entries. Word forms are
 * folded (`retries`, `retried`, `retry`) and a long word finds those that start with it. Slips of the pen are left to
 * did-you-mean: an answer must not rest on a word that nobody typed.
 * Sentences that match more of the words come first.
 * @param words content words; none gives nothing
 */
export function searchEvidence(graph: KnowledgeGraph, words: readonly string[], limit: number): EvidenceHit[] {
  if (words.length === 0) return []
  const { sentences, entries } = graph
  const found = engineOf(graph).search(words.join(' '), {
    combineWith: 'OR',
    prefix: (term) => term.length > 4,
    boost: { text: 2 },
  })
  const hits = found.map(({ id, score, queryTerms }): EvidenceHit => {
    const title = id >= sentences.text.length
    const sentence = title ? -1 : (id as number)
    return {
      sentence,
      entry: title ? id - sentences.text.length : (sentences.entry[id] ?? -1),
      score,
      words: queryTerms.length,
    }
  })
  hits.sort((a, b) => b.words - a.words || b.score - a.score || a.entry - b.entry || a.sentence - b.sentence)
  return hits.filter(({ entry }) => entry < entries.id.length).slice(0, limit)
}

function engineOf(graph: KnowledgeGraph): MiniSearch<Document> {
  const known = engines.get(graph)
  if (known !== undefined) return known
  const { sentences, entries } = graph
  const engine = new MiniSearch<Document>({
    fields: ['text', 'title'],
    tokenize: (text) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[+#.'’-][\p{L}\p{N}]+)*[+#]*/gu) ?? [],
    processTerm: (term) => stem(term),
  })
  const documents = sentences.text.map((text, id): Document => ({ id, text, title: '' }))
  entries.title.forEach((title, row) => {
    documents.push({ id: sentences.text.length + row, text: '', title })
  })
  engine.addAll(documents)
  engines.set(graph, engine)
  return engine
}
