import type { Place } from './mask-sentence.ts'

/** How far back from a name its role in the clause can be seen, in characters. */
const WINDOW = 160

const OPENING =
  /(?:^|[,;:—] |\b(?:and|but|that|which|where|while|because|so|since|how|why|when|if) )(?:(?:the|a|an|its|their|this|new|latest|standard|modern|today's|both) ){0,3}$/i

const GOVERNING =
  /(?:\b(?:on|in|of|for|with|from|to|via|using|at|by|across|into|through|as|like|than|within|under|over|against|between|around|inside|beyond|including|use|uses|used|combining|leveraging|utilizing)(?: (?:the|a|an|its|their|standard|existing|native|traditional|custom))*|⟧ ?\/ ?) ?$/i

const IN_ROW = /⟦\d+⟧(?:,? (?:and|or|&|as well as)|,) (?:the )?$/

/** The text that stands before a place, as much of it as tells the place's role. */
export function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - WINDOW), at)
}

/** Whether a name, or the row of names that it stands in, is what its clause begins with. */
export function opensClause(text: string, { start, end }: Place): boolean {
  const at = startOfRow(text, start)
  // "Git-compatible storage" is no Git.
  return text[end] !== '-' && OPENING.test(at > WINDOW ? `…${before(text, at)}` : before(text, at))
}

/** Whether a name hangs on a preposition, or is an object, and so is no subject. Of names in a row, the first stands for all. */
export function isGoverned(text: string, start: number): boolean {
  return GOVERNING.test(before(text, startOfRow(text, start)))
}

/** Where the first of the names begins that this one is listed with. */
function startOfRow(text: string, start: number): number {
  let at = start
  for (let row = IN_ROW.exec(before(text, at)); row !== null; row = IN_ROW.exec(before(text, at))) at -= row[0].length
  return at
}

/** Whether a list of objects still goes on after `between`. */
export function listGoesOn(between: string): boolean {
  return !/[;:!?]|\b(?:but|although|though|whereas|while|because|unlike|without|instead of|rather than|than|when|if|which|who|where|whose)\b/.test(
    between,
  )
}

/** Whether what stands between a verb and a name is no more than the name's determiners, description or apposition. */
export function leadsStraightTo(between: string): boolean {
  if (/[.;:!?]/.test(between)) return false
  const apposition =
    /, ?$/.test(between) ||
    /[“"(`] ?$/.test(between) ||
    /\b(?:called|named|dubbed|as|for)\b ?["“]?(?:the )?$/.test(between)
  const hangs =
    /\b(?:for|on|in|with|from|to|via|using|at|by|that|which|of|into|over|through|as|under|across|against|toward|towards|among)\b/.test(
      between,
    )
  return (apposition || !hangs) && between.split(/\s+/).length <= (apposition ? 14 : 7)
}

/** Whether a name is itself the object of what stands before it, and not the owner or the kind of another noun. */
export function isObject(between: string, after: string): boolean {
  return (
    /^(?:$|[,.;:)—]| ?\(| (?:and|or|to|for|as|on|in|with|via|at|into|because|so|while|which|that)\b)/.test(after) &&
    /^ ?(?:(?:the|a|an|its|their|both|either) )?(?:[\w-]+ )?(?:⟦\d+⟧,? (?:and |or )?){0,8}$/.test(between)
  )
}

/** A name and those of its type that it is listed with: "npm and PyPI", "Gemini Omni, Gemini Flash and Veo". */
export function namesInRow(text: string, places: readonly Place[], first: Place): Place[] {
  const listed = [first]
  for (const place of places) {
    const last = listed.at(-1) as Place
    if (place.start <= last.start || place.mention.type !== first.mention.type) continue
    if (!/^(?:,? (?:and|or|&) |, |\/)(?:the )?$/.test(text.slice(last.end, place.start))) break
    listed.push(place)
  }
  return listed
}
