import type { MaskedSentence } from './mask-sentence.ts'
import { matchesOf } from './matches-of.ts'
import type { RelationBook } from './relation-book.ts'
import { MIGRATIONS } from './triggers.ts'

/** Who left what for what; what was left for what. */
export function readMigrations(book: RelationBook, sentence: MaskedSentence): void {
  if (!sentence.places.some(({ mention }) => mention.type === 'technology')) return
  for (const pattern of MIGRATIONS) {
    for (const { index, groups } of matchesOf(sentence.text, pattern)) {
      const from = technologyIn(groups?.from, sentence)
      const to = technologyIn(groups?.to, sentence)
      for (const actor of book.actors.companies(sentence, index)) {
        if (from !== undefined) book.relate(actor, 'migrated-from', from, sentence)
        if (to !== undefined) book.relate(actor, 'migrated-to', to, sentence)
      }
      if (from !== undefined && to !== undefined) book.relate(from, 'replaced-by', to, sentence)
    }
  }
}

function technologyIn(group: string | undefined, { places }: MaskedSentence): string | undefined {
  const slot = /⟦(\d+)⟧/.exec(group ?? '')?.[1]
  const mention = slot === undefined ? undefined : places[Number(slot)]?.mention
  return mention?.type === 'technology' ? mention.entity : undefined
}
