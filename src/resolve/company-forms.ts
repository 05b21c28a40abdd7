import { isCommonWord } from '../extract/index.ts'

const LEGAL =
  /[,\s]+(?:inc|incorporated|ltd|limited|llc|llp|corp|corporation|co|company|gmbh|plc|s\.?a|ag|b\.?v|n\.?v|pty|oy|ab|holdings|group)\.?$/i

/** "Sea Limited" → "Sea": a company's name without its legal form; undefined where it has none. */
export function withoutLegalForm(name: string): string | undefined {
  const short = name.replace(LEGAL, '')
  return short === name || short.trim().length < 2 ? undefined : short.trim()
}

const UNIT =
  /[\s-]+(?:research|labs?|engineering|professional services|security|cloud|blog|developers?|open source|ai|ads|science|technology|tech|studios?|academy|foundation models|team|threat intelligence|security research|newsroom|developer relations|platform|health|education|games)$/i

/** "Microsoft Research" → "Microsoft": the company that a unit's name starts with. */
export function withoutUnit(name: string): string | undefined {
  const short = name.replace(UNIT, '')
  return short === name || short.length < 2 ? undefined : short
}

/**
 * What people say for short: "Huntington" for "Huntington Bank". Only the first word, where it is no everyday word,
 * or the name without its legal form.
 */
export function shortForms(name: string): string[] {
  const forms: string[] = []
  const legal = withoutLegalForm(name)
  if (legal !== undefined) forms.push(legal)
  const words = name.split(/\s+/)
  const first = words[0]!
  if (words.length > 1 && ENDING.test(words.at(-1)!) && words.length === 2 && !isCommonWord(first.toLowerCase())) {
    forms.push(first)
  }
  return [...new Set(forms)]
}

const ENDING =
  /^(?:Bank|Labs?|Institute|University|Foundation|Technologies|Therapeutics|Health|Healthcare|Airlines|Airways|Motors|Capital|Ventures|Partners|Robotics|Studios|Games|Interactive|Media|Security|Solutions|Systems|Software|Networks|Energy|Pharmaceuticals|Genomics|Biosciences|Insurance|Financial|AI)$/
