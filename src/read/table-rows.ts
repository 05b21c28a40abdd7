import { withoutMarks } from './find-title.ts'
import type { Header } from './header.ts'
import { normalizeRich } from './normalize-rich.ts'
import type { Piece } from './piece.ts'
import { EMPTY_RICH, type RichText, sliceRich } from './rich-text.ts'

/** What the head of a table says that a column holds. */
const COLUMNS: [RegExp, Column][] = [
  [/^(?:title|headline|article|story|post|entry|what)$/i, 'title'],
  [/^(?:company|companies|organi[sz]ation|org|vendor|provider|who)$/i, 'company'],
  [/^(?:link|url|source|read(?: more)?|reference)$/i, 'link'],
  [/^(?:summary|description|notes?|details|text|abstract|why it matters|takeaways?|key points?)$/i, 'text'],
  [/^(?:#|no\.?|nr\.?|date|day|published|category|tags?|topic|)$/i, 'other'],
]
type Column = 'title' | 'company' | 'link' | 'text' | 'other'

/** Tables whose head names a title and a company, one entry a row. */
export function readTableRows(pieces: readonly Piece[]): Piece[] {
  const read: Piece[] = []
  let columns: Column[] | null = null
  for (const piece of pieces) {
    if (piece.block.kind !== 'row') columns = null
    else if (columns === null) columns = columnsOf(cellsOf(piece.block.rich))
    else {
      const header = rowHeader(cellsOf(piece.block.rich), columns)
      if (header !== null) {
        read.push({ ...piece, header, lines: piece.lines.slice(0, 1) })
        continue
      }
    }
    read.push(piece)
  }
  return read
}

function cellsOf(row: RichText): RichText[] {
  const cells: RichText[] = []
  let start = 0
  for (const match of row.text.matchAll(/ \| /g)) {
    cells.push(normalizeRich(sliceRich(row, start, match.index)))
    start = match.index + match[0].length
  }
  cells.push(normalizeRich(sliceRich(row, start)))
  return cells
}

function columnsOf(cells: readonly RichText[]): Column[] | null {
  const columns = cells.map(({ text }) => COLUMNS.find(([words]) => words.test(text.trim()))?.[1] ?? 'other')
  return columns.includes('title') && columns.includes('company') ? columns : null
}

function rowHeader(cells: readonly RichText[], columns: readonly Column[]): Header | null {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? EMPTY_RICH
  const title = cell('title')
  const company = cell('company')
  if (title.text === '' || company.text === '') return null
  const href = [title, cell('link'), ...cells].map(hrefOf).find((one) => one !== undefined)
  return {
    title: withoutMarks(title),
    byline: { ...company, marks: [] },
    rest: cell('text'),
    form: 'strong',
    sign: '·',
    linked: hrefOf(title) !== undefined,
    told: true,
    ...(href === undefined ? {} : { href }),
  }
}

function hrefOf({ marks }: RichText): string | undefined {
  return marks.find(({ kind }) => kind === 'link')?.href
}
