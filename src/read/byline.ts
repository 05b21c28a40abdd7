import type { BylineRole } from '../model/index.ts'

/** Names that hold a joining word or sign of their own. */
const WHOLE = [
  'AT&T',
  'Johnson & Johnson',
  'Procter & Gamble',
  'Ernst & Young',
  'Marks & Spencer',
  'Barnes & Noble',
  'Rolls-Royce',
  'Bang & Olufsen',
  'Standard & Poor’s',
  "Standard & Poor's",
  'H&M',
  'S&P',
  'R&D',
  'Booz Allen & Hamilton',
  'Delivery Hero',
  'Center for AI Standards and Innovation',
]
const WHOLE_FOLDED = WHOLE.map((name) => name.toLowerCase())

/** Cues that an `and` stands inside one name. */
const ONE_NAME_HEAD =
  /(?:^|\s)(?:institute|center|centre|department|ministry|office|university|school|agency|council|society|bureau|academy|college|museum|board|commission|authority|association|foundation|national|federal|international)\b/i
const SUFFIX = /^(?:inc|llc|ltd|gmbh|corp|co|plc|s\.?a|ag|b\.?v|jr|sr|ph\.?d)\.?$/i

/**
 * The names of a company field: split at `/`, `&`, `,`, `;`, `+`, `×`, "and", "with", "via", "x".
 * A slash or ampersand inside a word (`AT&T`, `CI/CD` in lower-case company) stays where a known name holds it.
 * `told`: what the entry says; where it tells "A & B" and neither A nor B alone, that is one name.
 * A qualifier after a slash that names no company ("AWS/Daily") stays with its list: roles decide.
 */
export function splitByline(text: string, told = ''): string[] {
  const clean = text.replace(/\s+/g, ' ').trim()
  if (clean === '') return []
  if (isOneName(clean, told)) return [clean]
  const names: string[] = []
  for (const part of splitAtSigns(clean)) {
    for (const name of isOneName(part.trim(), told) ? [part] : splitAtWords(part)) {
      const trimmed = trimName(name)
      if (trimmed === '') continue
      const last = names.length - 1
      if (last >= 0 && SUFFIX.test(trimmed)) names[last] = `${names[last]}, ${trimmed}`
      else if (!names.includes(trimmed)) names.push(trimmed)
    }
  }
  return names
}

const PAIR = /^([^/&,;+×|·]{2,40}?) (?:&|and) ([^/&,;+×|·]{2,40})$/
/** `Mooring & Co.` */
const PARTNERS = /^(?:co|sons?|brothers|bros|partners|company|associates|daughters)\.?$/i

function isOneName(name: string, told: string): boolean {
  const pair = PAIR.exec(name)
  if (pair === null) return false
  if (PARTNERS.test(pair[2]!)) return true
  if (!told.includes(name)) return false
  const others = told.replaceAll(name, ' ')
  return !others.includes(pair[1]!) && !others.includes(pair[2]!)
}

function splitAtSigns(text: string): string[] {
  const parts: string[] = []
  const lower = text.toLowerCase()
  let start = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '(' || sign === '[') depth++
    else if ((sign === ')' || sign === ']') && depth > 0) depth--
    if (depth > 0 || !'/&,;+×|·'.includes(sign)) continue
    if (sign === '+' && !(text[i - 1] === ' ' && text[i + 1] === ' ')) continue
    if (
      insideWhole(lower, i) ||
      (sign === '&' && PARTNERS.test(/^\s*([\p{L}.]+)/u.exec(text.slice(i + 1, i + 20))?.[1] ?? ''))
    )
      continue
    parts.push(text.slice(start, i))
    start = i + 1
  }
  parts.push(text.slice(start))
  return parts
}

function insideWhole(lower: string, position: number): boolean {
  return WHOLE_FOLDED.some((name) => {
    for (let at = lower.indexOf(name); at >= 0 && at <= position; at = lower.indexOf(name, at + 1)) {
      if (at + name.length > position) return true
    }
    return false
  })
}

function splitAtWords(text: string): string[] {
  if (ONE_NAME_HEAD.test(text)) return [text.replace(/^\s*(?:and|with)\s+/i, '')]
  return text.split(/(?:^|\s+)(?:and|with|via|vs\.?|x)(?:\s+|$)/i)
}

function trimName(name: string): string {
  return name
    .trim()
    .replace(/^(?:by|from|via)\s+/i, '')
    .replace(/^[“”"‘’'*_`]+|[“”"*_`:]+$/g, '')
    .trim()
}

/** Outlets that tell others' stories. */
const PUBLISHERS = new Set(
  `infoq|bytebytego|o'reilly|o'reilly radar|o'reilly media|the batch|the pragmatic engineer|pragmatic engineer|qcon|hacker news|the new stack|the register|techcrunch|ars technica|wired|the verge|zdnet|venturebeat|medium|substack|dev.to|dzone|hackernoon|smashing magazine|css-tricks|a list apart|acm queue|acm|ieee spectrum|communications of the acm|mit technology review|lwn|lwn.net|phoronix|the information|stratechery|tldr|tldr newsletter|software engineering daily|changelog|the changelog|infoworld|computerworld|techradar|bleepingcomputer|bleeping computer|krebs on security|the hacker news|dark reading|quanta magazine|martin fowler|high scalability|thoughtworks technology radar|towards data science|kdnuggets|react status|javascript weekly|node weekly|golang weekly|import ai|last week in ai|latent space|simon willison|reuters|bloomberg|the guardian|new york times|the new york times|wall street journal|forbes|cnbc|bbc|hackaday|lobsters|reddit|stack overflow blog|deeplearning.ai|packt|manning|infoq podcasts|infoq articles|quastor|the pragmatic programmers`
    .split('|')
    .map((name) => name.trim()),
)

/** What stands in a company field and names no company. */
const NONE = new Set(
  `industry|industry-wide|industry wide|cross-industry|multiple|multiple companies|several companies|various|various companies|many|general|general ai|general engineering|general tech|ai|ai industry|tech industry|software industry|community|the community|open source|open source community|open-source community|android community|developer community|research|researchers|academia|academic research|academic|independent|independent researchers|independent research|individual|personal|personal blog|anonymous|unknown|n a|n/a|none|other|others|misc|miscellaneous|news|daily|weekly|blog|engineering|platform engineering|software engineering|devops|sre|security|security research|architecture|software architecture|cloud|data engineering|web development|frontend|backend|machine learning|ml|llm|llms|ai research|ai engineering|ai safety|best practices|guest|guest post|guest author|author|staff|editorial|team|engineering team|company|companies|source|link|startups|startup|enterprise|global|panel|presentation|podcast|conference|case study`
    .split('|')
    .map((name) => name.trim()),
)

/**
 * Role of a byline name where nothing better is known: publishers and non-companies by list, people by their
 * initial ("J. Paul Reed"); all else is a subject. An ontology knows more (projects, people): see `ReadOptions.roleOf`.
 */
export function defaultRole(name: string): BylineRole {
  const key = foldName(name)
  if (key === '') return 'none'
  if (PUBLISHERS.has(key)) return 'publisher'
  if (NONE.has(key)) return 'none'
  if (/^(?:\p{Lu}\.\s?)+(?:\p{Lu}[\p{L}'-]+\s?){1,3}$/u.test(name)) return 'none'
  return 'subject'
}

/** A name that the built-in lists hold as publisher or as no company. */
export function isListedName(name: string): boolean {
  const key = foldName(name)
  return PUBLISHERS.has(key) || (NONE.has(key) && key.length > 2)
}

function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^the (?=o'reilly)/, '')
    .trim()
}
