import type { Clause, Paragraph } from '../model/index.ts'
import type { Piece } from './compose-sentence.ts'
import type { GraphView } from './graph-view.ts'

/** A paragraph with one more sentence: claims and instances become clauses that cite their entries. */
export function appendPieces(draft: Paragraph, pieces: Piece[], theme: { id: string }, view: GraphView): Paragraph {
  let text = draft.text === '' ? '' : `${draft.text} `
  const clauses: Clause[] = [...draft.clauses]
  const shown = pieces.flatMap(({ instance }) => (instance === undefined ? [] : [instance]))
  for (const piece of pieces) {
    const start = text.length
    text += piece.text
    if (piece.kind === 'joint') continue
    const rests = piece.instance === undefined ? shown : [piece.instance]
    clauses.push({
      start,
      end: text.length,
      text: piece.text,
      ...(piece.instance === undefined ? {} : { company: view.graph.nodes.id[piece.instance.company] as string }),
      theme: theme.id,
      entries: [...new Set(rests.map(({ entry }) => entry.id))],
      evidence: rests.map(({ entry, sentence }) => ({
        entry: entry.id,
        field: sentence.field,
        start: sentence.start,
        end: sentence.start + sentence.text.length,
      })),
    })
  }
  return { text, clauses }
}
