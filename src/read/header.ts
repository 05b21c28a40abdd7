import type { RichText } from './rich-text.ts'

/** How the title of a header is set off from the rest. */
export type TitleForm = 'strong' | 'link' | 'heading' | 'bracket' | 'plain'

/** What stands between title and company: the sign, `by`, `(`, or nothing. */
export type HeaderSign = '·' | '|' | '—' | '-' | ':' | '.' | 'by' | '(' | ''

/** The parts of an entry's header line. */
export interface Header {
  title: RichText
  byline: RichText
  /** Raw address of the article, or undefined. */
  href?: string
  outlet?: string
  /** A date field of its own. */
  date?: string
  /** What stands after the header on the same line. */
  rest: RichText
  form: TitleForm
  sign: HeaderSign
  /** The title itself is a link. */
  linked: boolean
  /** The company was named as such, by a label or on a line of its own. */
  told?: boolean
}
