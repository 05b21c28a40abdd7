import type { HeaderSign } from './header.ts'

/** The sign that the text begins with, and its length. */
export function findSign(text: string): { sign: HeaderSign; length: number } {
  const match =
    /^\s*(?:\*\*\s*)?(?:([·•‧∙⋅・●])|(\|{1,2})|(—|―|–|--)|(-)\s|(:)(?:\s|$)|(\.)(?:\s|$)|(?:by|from)\s|(\()(?=[^)]{1,200}\)))\s*/i.exec(
      text,
    )
  if (!match) return { sign: '', length: 0 }
  const length = match[0].length
  if (match[1]) return { sign: '·', length }
  if (match[2]) return { sign: '|', length }
  if (match[3]) return { sign: '—', length }
  if (match[4]) return { sign: '-', length }
  if (match[5]) return { sign: ':', length }
  if (match[6]) return { sign: '.', length }
  return { sign: match[7] ? '(' : 'by', length }
}

export const SPLITTERS: Record<string, RegExp> = {
  '·': /\s*[·•‧∙⋅・●](?:\s+|$)/g,
  '|': /\s*\|{1,2}\s*/g,
  '—': /\s+(?:—|―|–|--)\s+/g,
  '-': /\s+-\s+/g,
}
