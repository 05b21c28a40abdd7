import { isListedName } from './byline.ts'

/** What speaks for a cut besides the line itself. */
export interface CutContext {
  /** Length of the longest known name that the text starts with, or 0. */
  nameAtStart?: (text: string) => number
  /** Names seen in the file's other headers. */
  names: ReadonlySet<string>
  /** Words that the file writes in lower case. */
  lowerWords: ReadonlySet<string>
  /** How many different words follow a beginning that several headers share. */
  branches: ReadonlyMap<string, number>
  /** The same for what stands in the field after the company. */
  outlets?: CutContext
}

export const EMPTY_CUT: CutContext = { names: new Set(), lowerWords: new Set(), branches: new Map() }

/**
 * What the file itself says of its names. `rests`: what stands after the title in each header line.
 * Where many words follow a shared beginning ("Amazon Web Services" + AI, Centralizing, Traditional), a name ends
 * (Harris's successor variety).
 */
export function learnCuts(rests: readonly string[], text: string, nameAtStart?: (text: string) => number): CutContext {
  const lowerWords = lowerWordsIn(text)
  const seconds = rests
    .map((rest) => / [·•|] /.exec(rest.slice(0, 120)))
    .flatMap((dot, i) => (dot ? [rests[i]!.slice(dot.index + 3)] : []))
  const known = nameAtStart === undefined ? {} : { nameAtStart }
  return { ...learnNames(rests), lowerWords, ...known, outlets: { ...learnNames(seconds), lowerWords } }
}

function lowerWordsIn(text: string): Set<string> {
  const words = new Set<string>()
  for (const match of text.slice(0, MAX_VOCABULARY).matchAll(LOWER_WORD)) words.add(match[0])
  return words
}

/** Words that the blocks of a document write in lower case. */
export function lowerWordsOf(blocks: readonly { rich: { text: string } }[]): Set<string> {
  return lowerWordsIn(blocks.map(({ rich }) => rich.text).join('\n'))
}

const LOWER_WORD = /(?<![\p{L}\p{N}_.-])\p{Ll}{3,}(?![\p{L}\p{N}_])/gu

function learnNames(rests: readonly string[]): Pick<CutContext, 'names' | 'branches'> {
  const names = new Set<string>()
  const followers = new Map<string, Set<string>>()
  const counts = new Map<string, number>()
  for (const rest of rests) {
    const field = / [·•|] /.exec(rest.slice(0, 120))
    if (field) names.add(foldCut(rest.slice(0, field.index)))
    const words = firstWords(rest).slice(0, 6)
    // "Zoox Zoox transitioned …": a name told twice
    for (let n = 1; n <= 3 && 2 * n < words.length; n++) {
      const name = foldCut(rest.slice(0, words[n - 1]!.end))
      const again = foldCut(rest.slice(words[n]!.start, words[2 * n - 1]!.end)).replace(/(?:'s|,)$/, '')
      if (name === again) names.add(name)
    }
    for (let n = 1; n < words.length; n++) {
      const prefix = foldCut(rest.slice(0, words[n - 1]!.end))
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
      const set = followers.get(prefix) ?? new Set<string>()
      const next = words[n]!.text
      // A sentence that begins alike twice does not make its first word part of the name
      followers.set(prefix, set.add(isStarter(next) || foldCut(next) === prefix ? `${next} ${followers.size}` : next))
    }
  }
  const branches = new Map<string, number>()
  for (const [prefix, count] of counts) if (count > 1) branches.set(prefix, followers.get(prefix)!.size)
  return { names, branches }
}

/** A vocabulary is learned from this much of a text. */
const MAX_VOCABULARY = 2_000_000

/** Names are sought in this many words of the line, and in this much of the body. */
const MAX_WORDS = 12
const MAX_BODY = 4_000

interface Word {
  text: string
  start: number
  end: number
}

/**
 * Where a name ends and a sentence begins, with nothing between them ("Sea Limited Accelerating AI-native development …"):
 * each word of the beginning is tried as the last of the name, and the best supported cut wins. For it speak a known name,
 * the name being told again in title or body, and how sentences begin; no single one is needed.
 *
 * @returns length of the name in UTF-16 units, 0 where the text begins with none
 */
export function cutCompany(text: string, title: string, context: CutContext, outlet = false): number {
  return bestCut(text, title, context, outlet).end
}

/** How well the text reads as a company and a sentence after it: for choosing among places where a title may end. */
export function cutScore(text: string, title: string, context: CutContext): number {
  return bestCut(text, title, context, false).score
}

function bestCut(text: string, title: string, context: CutContext, outlet: boolean): { end: number; score: number } {
  const words = firstWords(text)
  const told = outlet ? (context.outlets ?? context) : context
  const joint = lastJoint(words)
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  for (let i = 0; i < words.length; i++) {
    const { text: word, end } = words[i]!
    const next = words[i + 1]
    if (joins(word) || (next !== undefined && isJoint(next.text))) continue
    if (i > 0 && /^\p{Ll}/u.test(word) && !/^(?:of|for|and|the|de|la|du|von|van|with|at|in)$/.test(word)) break
    const part = partStart(words, i)
    const candidate = { whole: text.slice(0, end), part: text.slice(words[part]!.start, end), words: i - part + 1 }
    const rest = text.slice(end, MAX_BODY)
    const again = candidate.words > 1 && (hasWords(rest, candidate.part) || hasWords(title, candidate.part))
    const known = told.nameAtStart?.(text.slice(words[part]!.start)) ?? 0
    const score =
      nameScore(words, part, i, again || isListedName(candidate.part), told, outlet) +
      startScore(words, i + 1, told) +
      attested(candidate, title, rest, told, outlet) +
      (known > 0 && known === end - words[part]!.start ? 4 : 0) +
      (known > end - words[part]!.start ? -3 : 0) +
      (i < joint ? -4 : 0) +
      (outlet ? outletScore(words, i) : 0)
    if (score > bestScore) {
      bestScore = score
      best = end
    }
  }
  return { end: best, score: bestScore }
}

interface CutCandidate {
  whole: string
  /** The last of the joined names ("Snowflake" of "AWS / Snowflake"). */
  part: string
  words: number
}

/** After this word another name of the byline begins. */
const JOINED = /[,/&+·|×]$|^and$/

function partStart(words: readonly Word[], last: number): number {
  let first = last
  while (first > 0 && !JOINED.test(words[first - 1]!.text) && !/^[/&+×|,·]/.test(words[first]!.text)) first--
  return first
}

/** Index of the last sign that joins names before the text turns to lower case, or -1. */
function lastJoint(words: readonly Word[]): number {
  let last = -1
  for (const [i, { text }] of words.entries()) {
    if (/^\p{Ll}/u.test(text) && !isJoint(text)) break
    if (/^[/&+×|]$/.test(text) && i < 8) last = i
  }
  return last
}

function outletScore(words: readonly Word[], last: number): number {
  const next = words[last + 1]?.text ?? ''
  return (
    (OUTLET_END.test(words[last]!.text) ? 2.5 : 0) -
    (OUTLET_END.test(next) ? 4 : 0) -
    (OUTLET_END.test(words[last + 2]?.text ?? '') && /^\p{Lu}/u.test(next) ? 3 : 0) -
    (OUTLET_END.test(words[last + 3]?.text ?? '') && /^\p{Lu}/u.test(next) ? 2 : 0)
  )
}

function firstWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.slice(0, 400).matchAll(/\S+/g)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
    if (words.length === MAX_WORDS) break
  }
  return words
}

/** The name cannot end with this word. */
function joins(word: string): boolean {
  return /[,/&+·|]$/.test(word) || isJoint(word) || /^(?:and|of|for|the|with|de|von|van|a|an)$/i.test(word)
}

function isJoint(word: string): boolean {
  return /^[/&+×|,·]/.test(word) || /^(?:and|of|x|vs\.?)$/.test(word)
}

const NAME_END =
  /^(?:Labs?|Inc\.?|Limited|Ltd\.?|LLC|Corp\.?|Corporation|Company|Bank|Research|Technolog(?:y|ies)|Systems|Group|Foundation|Cloud|Partners|University|Institute|AI|Health|Healthcare|Community|Services|Media|Studios?|Games|Software|Networks?|Security|Engineering|DeepMind|Motors|Airlines|Energy|Pharma|Capital|Insurance|Alliance|Project|Team|Industries|Solutions|Robotics|Therapeutics|Bio|Science|Sciences|Mobile|Interactive|Entertainment|Payments|Financial|Ventures|Analytics|Radar|\.io)$/u
const OUTLET_END =
  /^(?:Blogs?|Engineering|Radar|Podcasts?|Articles?|Academy|Changelog|News|Newsletter|Tech|Magazine|Journal|Review|Docs)$/

/** How well the words from `first` to `last` read as a name. `told`: the whole of it stands elsewhere. */
function nameScore(
  words: readonly Word[],
  first: number,
  last: number,
  told: boolean,
  context: CutContext,
  outlet: boolean,
): number {
  const length = last - first + 1
  let score = length === 1 ? 0.6 : length === 2 ? 0.3 : length === 3 ? -0.4 : -0.8 * (length - 2)
  if (outlet && length > 1) score += 0.4 * (length - 1)
  if (told) score += 1
  for (let i = first; i <= last; i++) {
    const word = words[i]!.text
    const bare = word.replace(/[,:;.]+$/, '')
    if (/[.!?]$/.test(word) && !/^(?:Inc|Ltd|Corp|Co|Jr|\p{Lu})\.$/u.test(word)) score -= 6
    if (/[,;:]$/.test(word) && i === last) score -= 4
    if (i === first || told) continue
    if (NAME_END.test(bare)) score += i === last ? 1.5 : 0
    else if (isStarter(bare)) score -= 4
    else if (MODIFIER.test(bare)) score -= 0.8
    else if (/^\p{Lu}\p{Ll}+ing$/u.test(bare)) score -= 2
    else if (context.lowerWords.has(bare.toLowerCase()) && /^\p{Lu}\p{Ll}+$/u.test(bare)) score -= 1.5
    else if (/^\p{Ll}/u.test(bare)) score -= 1
  }
  return score
}

/** How well a sentence begins at word `at`. */
function startScore(words: readonly Word[], at: number, context: CutContext): number {
  const word = words[at]
  if (word === undefined) return at < MAX_WORDS ? -1 : -6
  const bare = word.text.replace(/^[“"‘'([]+|[,:;.!?”"’')\]]+$/gu, '').replace(/[’']s$/, '')
  const follower = words[at + 1]?.text ?? ''
  const lowerFollows = /^[\p{Ll}“"(]/u.test(follower)
  if (/^\p{Ll}/u.test(bare)) return /^[a-z]+[A-Z_.]|^npm$/.test(bare) ? 0 : -5
  if (isStarter(bare)) return 3
  if (/^\p{Lu}\p{Ll}+ing$/u.test(bare) && bare.length > 5)
    return lowerFollows || context.lowerWords.has(bare.toLowerCase()) ? 2.5 : 1.5
  if (/^\p{Lu}\p{Ll}{2,}ly$/u.test(bare)) return 2
  if (MODIFIER.test(bare) && !context.names.has(bare.toLowerCase())) return lowerFollows ? 2 : 1.4
  let score = lowerFollows ? 0.9 : 0
  if (NAME_END.test(bare)) score -= 1
  // "Architecture Traditional …": the sentence begins one word later
  if (isStarter(follower.replace(/,$/, ''))) score -= 1.5
  if (/^\p{Lu}\p{Ll}+(?:-\p{L}+)*$/u.test(bare) && context.lowerWords.has(bare.toLowerCase()))
    score += lowerFollows ? 2 : 0.8
  else if (/^\p{Lu}\p{Ll}+s$/u.test(bare) && lowerFollows) score += 0.8
  else if (/^\p{Lu}\p{L}+-\p{Ll}+/u.test(bare)) score += 1.2
  return score
}

/** Adjectives and participles by their ending: sentences begin with them more often than second words of names do. */
const MODIFIER = /^\p{Lu}\p{Ll}{3,}(?:ed|al|ive|ous|able|ible|less|ful|ary|ized|ised)$/u

const STARTERS = new Set(
  `a about above across after against all along although among an and another any around as at autonomous because before behind being below beneath between beyond both but by can centralizing complex contrary current currently deep deploying despite developers distributed during each early effective either engineers engineering enterprise enterprises even every everyone few first following for from generative given global handling having here high highly historically how however if in inside instead integrating into is it its just large large-scale less like machine maintaining major managing many massive measuring modern moreover most moving much multi nearly neither new no nobody none nor not nothing now of off often on once one only operating organizations other our out over part past per perhaps previously processing rather real-time recent recently recognizing relying running scaling several since six small so software some standard still such teams ten testing that the their there these they this those though three through throughout thus to today too traditional traditionally training twelve two typical typically ultimately under unlike until up upon users using usually various via we what when whenever where whereas whether which while who whose why with within without yet you your`.split(
    ' ',
  ),
)

function isStarter(word: string): boolean {
  return /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase())
}

/** What the rest of the entry and of the file say about the name. */
function attested(candidate: CutCandidate, title: string, rest: string, context: CutContext, outlet: boolean): number {
  const { whole, part, words } = candidate
  const folded = foldCut(whole)
  let score = 0
  if (context.names.has(folded) || context.names.has(foldCut(part)) || isListedName(part)) score += 3.5
  const branches = context.branches.get(folded)
  if (branches !== undefined) score += branches === 1 ? -3 : Math.min(3, 1.5 * Math.log2(branches))
  if (outlet) return score
  // "Zoox Zoox transitioned …"
  if (startsWithWords(foldCut(rest.slice(0, whole.length + 8)), folded)) score += 4
  // Longer names that are told again are better attested than their first word
  const weight = 1 + 0.35 * (words - 1)
  if (hasWords(rest, part)) score += 2 * weight
  if (hasWords(title, part)) score += 1.2 * weight
  return score
}

export function foldCut(text: string): string {
  return text.trim().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase()
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length))
}

/** Whether `words` stand in `text` with their letter case, as whole words. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + words.length] ?? ' '
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}
