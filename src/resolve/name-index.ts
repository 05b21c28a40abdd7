import { firstLetter, foldName, hashName, squash } from '../extract/index.ts'
import type { LexiconEntity, NameType } from '../model/index.ts'

/**
 * Looks entities up by spelling: folded, and with blanks and signs left out. It reads a list that may grow and whose
 * entities may be replaced by others with more surfaces.
 */
export interface NameIndex {
  /** A spelling that the entity at `position` of the list has got. */
  add(position: number, spelling: string): void
  find(spelling: string, type?: NameType): LexiconEntity | undefined
  /** "Lang Chain" and "LangChain": the same letters; only for names long enough to be no accident. */
  findSquashed(spelling: string, type: NameType): LexiconEntity | undefined
}

const SQUASHED_FROM = 6

/** Spellings of one first letter, by the hashes of `hashName`. */
interface Drawer {
  byFold: Map<number, number[]>
  bySquash: Map<number, number[]>
}

/** Spellings wait under their first letter or digit until a name with it is sought: a short text asks for few. */
export function createNameIndex(entities: readonly LexiconEntity[]): NameIndex {
  const waiting = new Map<string, [position: number, spelling: string][]>()
  const drawers = new Map<string, Drawer>()
  const add = (position: number, spelling: string) => {
    const letter = firstLetter(spelling)
    const list = waiting.get(letter)
    if (list === undefined) waiting.set(letter, [[position, spelling]])
    else list.push([position, spelling])
  }
  const drawerOf = (spelling: string): Drawer => {
    const letter = firstLetter(spelling)
    const drawer = drawers.get(letter) ?? { byFold: new Map(), bySquash: new Map() }
    drawers.set(letter, drawer)
    for (const [position, each] of waiting.get(letter) ?? []) {
      const { fold, squashed } = hashName(each)
      push(drawer.byFold, fold, position)
      push(drawer.bySquash, squashed, position)
    }
    waiting.delete(letter)
    return drawer
  }
  const entityAt = (
    positions: number[] | undefined,
    fits: (entity: LexiconEntity) => boolean,
    goesBy: (text: string) => boolean,
  ): LexiconEntity | undefined => {
    for (const position of positions ?? []) {
      const entity = entities[position] as LexiconEntity
      // Two names may share a hash.
      if (fits(entity) && entity.surfaces.some(({ text }) => goesBy(text))) return entity
    }
    return undefined
  }
  entities.forEach(({ surfaces }, position) => {
    for (const { text } of surfaces) add(position, text)
  })
  return {
    add,
    find(spelling, type) {
      const fold = foldName(spelling)
      if (fold === '') return undefined
      const isType = (entity: LexiconEntity) => type === undefined || entity.type === type
      return entityAt(drawerOf(spelling).byFold.get(hashName(spelling).fold), isType, (text) => foldName(text) === fold)
    },
    findSquashed(spelling, type) {
      const key = squash(foldName(spelling))
      if (key.length < SQUASHED_FROM) return undefined
      const isOpen = (entity: LexiconEntity) => entity.type === type && entity.only === undefined
      return entityAt(
        drawerOf(spelling).bySquash.get(hashName(spelling).squashed),
        isOpen,
        (text) => squash(foldName(text)) === key,
      )
    },
  }
}

function push(map: Map<number, number[]>, key: number, position: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [position])
  else if (!list.includes(position)) list.push(position)
}
