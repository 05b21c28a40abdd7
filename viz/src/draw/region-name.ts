import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'

/** A pattern's name as it stands on its region: its theme large, what sets it apart small below. */
export interface RegionName {
  head: string[]
  tail: string[]
}

const WIDTH = 23
const MOST_HEAD = 3
const MOST_TAIL = 2

/** The name in lines, as it stands on the region. */
export function regionName(index: GraphIndex, pattern: number): RegionName {
  const [theme, rest] = splitName(index, pattern)
  return { head: wrapText(theme, WIDTH, MOST_HEAD), tail: rest === '' ? [] : wrapText(rest, WIDTH + 4, MOST_TAIL) }
}

/** Cuts a name such as "Caching with PostgreSQL" after its theme, where the theme is one of the graph's labels. */
export function splitName({ graph, nodeById }: GraphIndex, pattern: number): [theme: string, rest: string] {
  const { name, themes } = graph.patterns[pattern]!
  const clean = cleanLabel(name, 120)
  for (const theme of themes) {
    const row = nodeById.get(theme)
    const label = row === undefined ? '' : cleanLabel(graph.nodes.label[row]!)
    if (label !== '' && clean.length > label.length && clean.toLowerCase().startsWith(`${label.toLowerCase()} `)) {
      return [clean.slice(0, label.length), clean.slice(label.length + 1)]
    }
  }
  // A theme said in other words ("Race conditions in …"): cut before what it was seen with, if that leaves a name.
  const cut = /^(.{8,}?) ((?:with|in) \p{Lu}.*)$/u.exec(clean)
  return cut === null ? [clean, ''] : [cut[1]!, cut[2]!]
}

/** Words in lines of about `width` letters; what does not fit in `most` lines is cut with an ellipsis. */
export function wrapText(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length + 1 <= width) lines[lines.length - 1] = `${line} ${word}`
    else if (lines.length < most) lines.push(word.length > width ? `${word.slice(0, width - 1)}…` : word)
    else {
      lines[most - 1] = `${lines[most - 1]!.replace(/…$/, '')}…`
      break
    }
  }
  return lines
}
