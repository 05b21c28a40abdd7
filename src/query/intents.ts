/**
 * What questions ask for, told by their wording. The expressions run over a template: the question in lower case with
 * `{0}`, `{1}` … in place of the names in it.
 */
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

/** A group of the question in the text that the expressions are matched on. */
const E = '\\{(\\d+)\\}'
const MOVE = '(?:mov|migrat|switch|transition|shift|convert|port|walk|went|go|gone|goes|going|step|jump)\\w*'
const SOME = '(?:[\\w-]+ ){0,3}?'

export type Role = 'subject' | 'object'

/** In order: the first that matches wins, then LAST_RULES. */
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
  rule('between', `${E} (?:and|to|with) ${E} .*\\b(?:connect\\w*|relat\\w*|link\\w*|tied)\\b`, []),
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

/** The one whose words stand first in the text wins; none needs a name that the graph knows. */
const LAST_RULES: typeof RULES = [
  rule('left', `\\b${MOVE} (?:[\\w-]+ ){0,3}?(?:away |off |out )?(?:from|of|off)\\b`, []),
  rule('left', '\\b(?:left|abandon\\w*|ditch\\w*|replac\\w*|retir\\w*|deprecat\\w*|stopp?\\w* using)\\b', []),
  rule('adopted', `\\b${MOVE} (?:[\\w-]+ ){0,3}?(?:to|onto)\\b`, []),
  rule('adopted', '\\badopt\\w*\\b', []),
  rule('acquired', '\\b(?:acquire[sd]?|bought|takeovers?|acquisitions?)\\b', []),
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
export const INTENT_WORDS: Record<Intent, RegExp> = {
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

/** Whether a word asks rather than names, in any intent. */
export function isIntentWord(word: string): boolean {
  return Object.values(INTENT_WORDS).some((expression) => expression.test(word.toLowerCase()))
}

/** Verbs of stated relations, with their preposition where a cue has it; "open source" is left out, which is a thing more often. */
const RELATION_VERB =
  /^(?:acquire[sd]?|bought|buys?|purchase[sd]?|partner(?:s|ed)?|collaborate[sd]?|open[- ]sourced|invent(?:s|ed)?|deprecate[sd]?|sunset(?:s|ted)?|retire[sd]?|abandon(?:s|ed)?|replace[sd]?|migrate[sd]?|adopt(?:s|ed)?|standardi[sz]e[sd]?)(?: (?:by|from|on|to|with))?$/i

/** Whether a word asks for a stated relation, though it may be a cue of a theme as well ("acquired": build or buy). */
export function isRelationVerb(word: string): boolean {
  return RELATION_VERB.test(word)
}

function rule(intent: Intent, source: string, roles: Role[]): (typeof RULES)[number] {
  return { intent, expression: new RegExp(source, 'i'), roles }
}

/** The intent of a template, and which groups do and are done to. */
export function intentOf(template: string): { intent: Intent; roles: [Role, number][] } {
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
