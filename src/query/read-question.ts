import { isFunctionWord, looksLikeName, type QuestionWord, wordsOf } from './question-words.ts'
import type { Group, Recogniser } from './recognise.ts'

export const INTENTS = [
  'common',
  'between',
  'left',
  'adopted',
  'built',
  'acquired',
  'partnered',
  'uses',
  'learned',
  'hit',
  'mention',
] as const
/** What a question asks for; `mention` where it only names things. */
export type Intent = (typeof INTENTS)[number]

export interface Question {
  text: string
  intent: Intent
  /** What it names, from left to right. */
  groups: Group[]
  /** Group numbers of the one who does and of what is done to, where the wording tells; else undefined. */
  subject?: number
  object?: number
  /** Content words that no group covers and the intent does not use up, as typed. */
  words: QuestionWord[]
}

/** A group of the question in the text that the expressions are matched on. */
const E = '\\{(\\d+)\\}'
const MOVE = '(?:mov|migrat|switch|transition|shift|convert|port|walk|went|go|gone|goes|going|step|jump)\\w*'
const SOME = '(?:[\\w-]+ ){0,3}?'

type Role = 'subject' | 'object'

/** In order: the first that matches wins, but for the last three, of which the one that stands first in the text does. */
const RULES: { intent: Intent; expression: RegExp; roles: Role[] }[] = [
  rule('common', `${E}(?:,| and|,? &) ${E}.*\\b(?:common|shared?|sharing|both|alike|similar)\\b`, []),
  rule('common', `\\b(?:shared?|common|both|similar|alike)\\b.* ${E}(?: and| &| with|,) ${E}`, []),
  rule('common', `\\bcompar\\w* ${E}(?: and| with| to| &|,) ${E}`, []),
  rule('common', `${E} (?:vs\\.?|versus|compared (?:to|with)) ${E}`, []),
  rule('common', `\\bdifferen\\w* .*${E}(?: and| from| &) ${E}`, []),
  rule('left', `${MOVE} ${SOME}(?:away |off |out )?(?:from|of|off) (?:of )?${SOME}${E}`, ['object']),
  rule(
    'left',
    `\\b(?:left|leav\\w+|dropp?\\w*|abandon\\w*|ditch\\w*|replac\\w*|retir\\w*|deprecat\\w*|sunset\\w*|decommission\\w*|quit|gave up|giv\\w+ up|got rid of|get rid of|stopp?\\w* using|phas\\w+ out) ${SOME}${E}`,
    ['object'],
  ),
  rule('adopted', `${MOVE} ${SOME}(?:to|onto|over to) ${SOME}${E}`, ['object']),
  rule('adopted', `\\b(?:adopt\\w*|chose|choos\\w+|pick\\w* up|standardi[sz]\\w+ on) ${SOME}${E}`, ['object']),
  rule('acquired', `\\b(?:acquir\\w*|bought|buy\\w*|purchas\\w*|took over) ${E}`, ['object']),
  rule('acquired', `${E} (?:acquir\\w*|b[uo]y\\w*|bought|purchas\\w*)`, ['subject']),
  rule(
    'partnered',
    `\\b(?:partner\\w*|work\\w* (?:together )?with|team\\w* up|collaborat\\w*|join\\w* forces)\\b(?:.*?${E})?`,
    ['object'],
  ),
  rule('between', `\\b(?:connect\\w*|relat\\w*|link\\w*|path|between|tie[sd]?)\\b.*${E} (?:and|to|with) ${E}`, []),
  rule('between', `\\b${E} (?:and|to) ${E} .*\\b(?:connect\\w*|relat\\w*|link\\w*)\\b`, []),
  rule(
    'built',
    `\\b(?:buil[dt]\\w*|made|mak\\w+|creat\\w+|develop\\w*|wrote|writ\\w+|releas\\w*|launch\\w*|open-sourc\\w*|maintain\\w*|behind|invent\\w*|design\\w*) ${E}`,
    ['object'],
  ),
  rule(
    'built',
    `${E}(?:'s)? (?:ha(?:s|ve|d) )?(?:build|built|make|made|creat\\w+|develop\\w*|writ\\w*|wrote|releas\\w*|launch\\w*|open-sourc\\w*|invent\\w*|design\\w*)`,
    ['subject'],
  ),
]

const LAST_RULES: typeof RULES = [
  rule(
    'uses',
    `\\b(?:uses?|using|used|runs?|running|rel(?:y|ies|ied)|depend\\w*|deploy\\w*)(?: on| with)? ${SOME}${E}`,
    ['object'],
  ),
  rule(
    'uses',
    `${E}(?:'s)? (?:uses?|using|used|runs?|rel(?:y|ies) on|depends? on|stack|(?:is |are )?(?:built|based) (?:on|with|in)|tech stack|technology|technologies)`,
    ['subject'],
  ),
  rule('uses', `\\b(?:stack|technolog\\w+|databases?|languages?|tools?) .*\\b(?:of|at|behind|for) ${E}`, ['subject']),
  rule(
    'learned',
    `\\b(?:learn\\w*|lessons?|takeaways?|advice|advise\\w*|recommend\\w*|fix(?:ed|es|ing)?|solv\\w+|solution\\w*|mitigat\\w*|avoid\\w*|prevent\\w*|deal\\w*|dealt|handl\\w+|address\\w*|respon\\w+|remed\\w+|cur(?:e|ed|es|ing)|best practices?|do about|did about|against|protect\\w*)\\b`,
    [],
  ),
  rule(
    'hit',
    `\\b(?:hit|hits|suffer\\w*|saw|seen|ran into|run into|runs into|experienc\\w*|fac(?:e|ed|es|ing)|struggl\\w*|bitten|bit|encounter\\w*|fail\\w*|br[eo]ak\\w*|broken?|(?:went|goes|go|going) wrong|wrong|problems?|outages?|incidents?|issues?|bugs?|troubles?|caus\\w+|bottlenecks?|crash\\w*|had|victims?|affected)\\b`,
    [],
  ),
]

/** Words that an intent uses up: what is left of a question is looked for in the evidence. */
const INTENT_WORDS: Record<Intent, RegExp> = {
  common: /^(?:common|shared?|sharing|both|alike|similar|compar|differen)/,
  between: /^(?:connect|relat|link|path|between|tie|chain)/,
  left: /^(?:mov|migrat|switch|transition|shift|convert|port|walk|went|go|gone|going|step|jump|left|leav|drop|abandon|ditch|replac|retir|deprecat|sunset|decommission|quit|gave|giv|rid|stop|phas|away)/,
  adopted:
    /^(?:mov|migrat|switch|transition|shift|convert|port|walk|went|go|gone|going|adopt|chose|choos|pick|standardi)/,
  built: /^(?:buil|creat|develop|wrote|writ|releas|launch|open-sourc|maintain|behind|invent|design)/,
  acquired: /^(?:acquir|bought|buy|purchas|took)/,
  partnered: /^(?:partner|work|team|collaborat|join|forces)/,
  uses: /^(?:run|rel[yi]|depend|deploy|stack|tech|technolog|built|based)/,
  learned:
    /^(?:learn|lesson|takeaway|advi|recommend|fix|solv|solution|mitigat|avoid|prevent|deal|dealt|handl|address|respon|remed|cur|best|practice|against|protect)/,
  hit: /^(?:hit|suffer|saw|seen|ran|run|experienc|fac|struggl|bit|bitten|encounter|fail|br[eo]ak|broke|went|go|wrong|problem|outage|incident|issue|bug|trouble|caus|bottleneck|crash|victim|affected|else)/,
  mention: /^(?:else)$/,
}

function rule(intent: Intent, source: string, roles: Role[]): (typeof RULES)[number] {
  return { intent, expression: new RegExp(source, 'i'), roles }
}

/** What a question names and what it asks for. */
export function readQuestion(text: string, recognise: Recogniser): Question {
  const groups = recognise(text)
  const template = templateOf(text, groups)
  const { intent, roles } = intentOf(template)
  const numbers = new Map(roles.map(([role, group]) => [role, group]))
  const words = wordsOf(text).filter(
    (word) =>
      !groups.some(({ start, end }) => word.start < end && word.end > start) &&
      !isFunctionWord(word.text) &&
      !(INTENT_WORDS[intent].test(word.text.toLowerCase()) && !looksLikeName(word)),
  )
  return {
    text,
    intent,
    groups,
    words,
    ...(numbers.has('subject') ? { subject: numbers.get('subject') as number } : {}),
    ...(numbers.has('object') ? { object: numbers.get('object') as number } : {}),
  }
}

/** The question in lower case with `{0}`, `{1}` … in place of what it names. */
function templateOf(text: string, groups: Group[]): string {
  let template = ''
  let at = 0
  groups.forEach(({ start, end }, number) => {
    template += `${text.slice(at, start).toLowerCase()}{${number}}`
    at = end
  })
  return (template + text.slice(at).toLowerCase())
    .replace(/[?!"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function intentOf(template: string): { intent: Intent; roles: [Role, number][] } {
  for (const { intent, expression, roles } of RULES) {
    const match = expression.exec(template)
    if (match !== null) return { intent, roles: rolesOf(match, roles) }
  }
  const found = LAST_RULES.flatMap(({ intent, expression, roles }) => {
    const match = expression.exec(template)
    return match === null ? [] : [{ intent, match, roles }]
  }).sort((a, b) => a.match.index - b.match.index)
  const [first] = found
  return first === undefined
    ? { intent: 'mention', roles: [] }
    : { intent: first.intent, roles: rolesOf(first.match, first.roles) }
}

function rolesOf(match: RegExpExecArray, roles: Role[]): [Role, number][] {
  return roles.flatMap((role, at): [Role, number][] =>
    match[at + 1] === undefined ? [] : [[role, Number(match[at + 1])]],
  )
}
