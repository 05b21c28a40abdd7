import { foldName } from '../extract/index.ts'
import type { LexiconEntity, NameType } from '../model/index.ts'

/** Looks entities up by spelling: folded, and with blanks and signs left out. */
export interface NameIndex {
  add(entity: LexiconEntity, spelling: string): void
  find(spelling: string, type?: NameType): LexiconEntity | undefined
  /** "Lang Chain" and "LangChain": the same letters; only for names long enough to be no accident. */
  findSquashed(spelling: string, type: NameType): LexiconEntity | undefined
}

const SQUASHED_FROM = 6

export function createNameIndex(entities: readonly LexiconEntity[]): NameIndex {
  const byFold = new Map<string, LexiconEntity[]>()
  let bySquash: Map<string, LexiconEntity[]> | undefined
  const push = (map: Map<string, LexiconEntity[]>, key: string, entity: LexiconEntity) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [entity])
    else if (!list.includes(entity)) list.push(entity)
  }
  const index: NameIndex = {
    add(entity, spelling) {
      const fold = foldName(spelling)
      if (fold === '') return
      push(byFold, fold, entity)
      if (bySquash !== undefined && entity.only === undefined) push(bySquash, squash(fold), entity)
    },
    find(spelling, type) {
      return byFold.get(foldName(spelling))?.find((entity) => type === undefined || entity.type === type)
    },
    findSquashed(spelling, type) {
      const key = squash(foldName(spelling))
      if (key.length < SQUASHED_FROM) return undefined
      if (bySquash === undefined) {
        bySquash = new Map()
        for (const [fold, list] of byFold) {
          for (const entity of list) if (entity.only === undefined) push(bySquash, squash(fold), entity)
        }
      }
      return bySquash.get(key)?.find((entity) => entity.type === type)
    },
  }
  for (const entity of entities) for (const { text } of entity.surfaces) index.add(entity, text)
  return index
}

function squash(fold: string): string {
  return fold.replace(/[^\p{L}\p{N}+#]/gu, '')
}
