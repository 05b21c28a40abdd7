import type { KnowledgeGraph } from '../model/index.ts'
import { findEntity } from './find-entity.ts'
import { foldWords, graphIndex, type Quote, quotesOf } from './graph-index.ts'
import { searchEvidence } from './search-evidence.ts'

/** One thing that the graph says, and the sentence that says it. */
export interface Claim {
  text: string
  entities: string[]
  quote: Quote
}

export interface Answer {
  question: string
  /** Entities that the question names, by id. */
  understood: string[]
  claims: Claim[]
  /** Ids that the question may have meant. */
  near: string[]
}

export interface AnswerOptions {
  limit: number
}

/** Answers a question from the graph: entries that name all it names, else full-text search over the evidence. */
export function answerQuestion(graph: KnowledgeGraph, question: string, options: Partial<AnswerOptions> = {}): Answer {
  const limit = options.limit ?? 8
  const index = graphIndex(graph)
  const words = foldWords(question).split(' ')
  const rows = new Set<number>()
  for (let size = 4; size > 0; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const found = index.rowsOfName.get(words.slice(at, at + size).join(' '))?.[0]
      if (found !== undefined) rows.add(found)
    }
  }
  const hits = searchEvidence(graph, words, 50).filter(({ entry }) =>
    [...rows].every((row) => index.nodesOfEntry[entry]?.includes(row)),
  )
  const claims: Claim[] = []
  for (const { entry } of hits) {
    if (claims.length >= limit) break
    const evidence = graph.mentions.evidence.filter(
      (piece, row) =>
        piece >= 0 &&
        graph.mentions.entry[row] === entry &&
        (rows.size === 0 || rows.has(graph.mentions.node[row] ?? -1)),
    )
    const [quote] = quotesOf(graph, evidence, 1)
    if (quote === undefined || claims.some((claim) => claim.quote.entry === quote.entry)) continue
    claims.push({ text: quote.title, entities: [...rows].map((row) => graph.nodes.id[row] ?? ''), quote })
  }
  return {
    question,
    understood: [...rows].map((row) => graph.nodes.id[row] ?? ''),
    claims,
    near: claims.length > 0 ? [] : findEntity(index, question).near,
  }
}
