import type { Block } from './block.ts'
import type { Header } from './header.ts'
import type { Piece } from './piece.ts'

/** A header that no other line looks like: a middle dot after a title set off, or a linked title with a company. */
export function isCertain(header: Header, block: Block): boolean {
  if (header.told === true && header.byline.text !== '' && block.kind !== 'heading' && header.form !== 'plain')
    return true
  if (header.sign === '·') return header.form !== 'plain' || header.byline.text !== ''
  if (block.kind === 'heading')
    return (header.linked && !isAnchor(header)) || (header.byline.text !== '' && header.told === true)
  return header.linked && header.form === 'strong' && (header.byline.text !== '' || block.kind !== 'item')
}

/** The link of a heading that leads to the heading itself, as many generators make it. */
function isAnchor({ href = '', byline }: Header): boolean {
  return byline.text === '' && /^#|^[^:?]*#[^/]*$/.test(href)
}

/** `**Why it matters:** …`: a label inside a body, not a title. */
export function isLabel(header: Header): boolean {
  return (
    header.title.text.endsWith(':') ||
    (header.sign === ':' && !header.linked) ||
    (header.sign === '.' && !header.linked)
  )
}

/** Why a line that was not read as an entry looks like one; null where it does not. */
export function resemblance({ header, block, lines }: Piece): string | null {
  const line = lines[0]!.text
  if (/^\s*(?:\*\*|\[).{3,300} · \S/.test(line) && !(header?.byline.text ?? ''))
    return 'its Markdown is broken: a star or bracket is missing'
  if (header === null || isLabel(header) || block.kind !== 'paragraph') return null
  const alone = header.rest.text === '' && header.title.text.includes(' ')
  if (header.form === 'strong' && (header.linked || alone)) return 'no company follows the title, as in other entries'
  return header.sign === '·' && header.form !== 'plain' ? 'it has a title and a dot, but no company' : null
}
