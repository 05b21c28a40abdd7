import type { GraphIndex } from '../data/graph-index.ts'
import { splitName } from '../draw/region-name.ts'

/** A pattern's name, its theme stronger than what sets it apart. */
export function PatternName({ index, pattern }: { index: GraphIndex; pattern: number }) {
  const [theme, rest] = splitName(index, pattern)
  return (
    <>
      {theme}
      {rest !== '' && <span class="rest"> {rest}</span>}
    </>
  )
}
