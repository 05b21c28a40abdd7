import type { Block } from './block.ts'
import type { Header } from './header.ts'
import { parseHeader } from './parse-header.ts'
import { EMPTY_RICH, richLines } from './rich-text.ts'

/** Whether the blocks are a list of links, and what the links name. */
export function linkListKind(blocks: readonly Block[]): 'titles' | 'companies' | null {
  let links = 0
  let companies = 0
  let others = 0
  for (const block of blocks) {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || block.depth > 1) continue
    const header = parseHeader(richLines(block.rich)[0]!, false)
    if (header?.linked && header.form === 'link') {
      links++
      if (header.sign === '.' || (header.sign === '' && header.rest.text !== '')) companies++
    } else others++
  }
  if (links < 3 || links < others) return null
  return companies > links / 2 ? 'companies' : 'titles'
}

/** `[Company](url). What happened.`: the title is yet to be taken from the text. */
export function asCompany(header: Header): Header {
  const text = header.rest.text === '' ? header.byline : header.rest
  return { ...header, title: EMPTY_RICH, byline: header.title, rest: text }
}
