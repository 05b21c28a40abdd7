import type { Block } from './block.ts'
import { isCompanyName } from './company-place.ts'
import type { Header } from './header.ts'
import { isTitleLike, wordCount } from './name-shape.ts'
import type { Piece } from './piece.ts'
import type { RichText } from './rich-text.ts'

/** A header that no other line looks like: a middle dot after a title set off, or a linked title with a company. */
export function isCertain(header: Header, block: Block): boolean {
  if (header.told === true && header.byline.text !== '' && block.kind !== 'heading' && header.form !== 'plain')
    return true
  if (header.sign === '·') return header.form !== 'plain' || header.byline.text !== ''
  if (block.kind === 'heading')
    return (header.linked && !isAnchor(header)) || (header.byline.text !== '' && header.told === true)
  // "**[The paper](url)** says so": a sentence begins with the link
  if (header.byline.text === '' && /^\p{Ll}/u.test(header.rest.text)) return false
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
  if (block.kind === 'quote' && header !== null && header.byline.text !== '' && isCertain(header, block))
    return 'it stands in a quotation'
  if (block.kind !== 'paragraph') return null
  if (header === null) return isPlainHeader(line) ? 'its title is neither bold nor a link' : null
  if (isLabel(header)) return null
  const alone = header.rest.text === '' && header.title.text.includes(' ')
  if (header.form === 'strong' && (header.linked || alone) && !/^\p{Ll}/u.test(header.rest.text))
    return 'no company follows the title, as in other entries'
  return header.sign === '·' && header.form !== 'plain' ? 'it has a title and a dot, but no company' : null
}

/** `A title — Company` and no more on the line. */
function isPlainHeader(line: string): boolean {
  const parts = /^(.{8,200}?)\s+(?:[—–|]|-)\s+([^—–|]{2,60})$/.exec(line.trim())
  return parts !== null && isTitleLike(parts[1]!, false) && wordCount(parts[1]!) > 2 && isCompanyName(parts[2]!)
}

/** Whether a second header stands in the text behind one. */
export function holdsHeader({ text, marks }: RichText): boolean {
  return marks.some(
    ({ kind, start, end }) =>
      kind === 'strong' &&
      start > 0 &&
      /^\s*·\s+\S/.test(text.slice(end, end + 10)) &&
      marks.some((link) => link.kind === 'link' && link.start >= start && link.end <= end),
  )
}
