import type { Entry } from '../../model/index.ts'
import type { Sentences, Theme, ThemeHit } from './theme-cues.ts'
import { ANSWER } from './theme-signs.ts'

/** What speaks for a failure being a risk (positive weights) or for its having happened, from the sentence of the cue to quote. */
export const POLARITY_FEATURES = [
  'bias',
  'threat',
  'prevented near by',
  'averted before',
  'faced before',
  'reduced',
  'past words',
  'past in the first sentence',
  'can',
  'must',
  'solution before',
  'in the first sentence',
  'title of an incident',
  'security',
  'artificial intelligence',
] as const
export type PolarityFeature = (typeof POLARITY_FEATURES)[number]

/** Anywhere in the sentence: what it says has not happened yet. */
const THREAT =
  /\b(?:risks?|risking|risky|threats?|threaten\w*|danger\w*|potential(?:ly)?|possib\w*|theoretical\w*|could|may|might|would|if|unless|otherwise|fear\w*|concerns?|exposure|vulnerable|vulnerability to|prone|warn\w*|susceptib\w*)\b/i
const CAN = /\bcan\b/i
const MUST = /\b(?:must|should|requires?)\b/i
/** Shortly before the cue: it is kept from happening. */
const PREVENTED =
  /\b(?:prevent\w*|avoid\w*|avert\w*|protect\w*|guard\w*|safeguard\w*|defend\w*|block\w*|secur(?:e|es|ing)|defen[cs]e|immun\w+|ensur\w+|guarantee\w*|without|against|stop\w*|preclud\w*|impossible|never)\b/i
/** Before the cue, anywhere in the sentence: it is what the work is to keep from happening. */
const AVERTED =
  /\b(?:prevent\w*|avoid\w*|defend\w*|protect\w*|prohibit\w*|contain(?:s|ing)?|mitigat\w*|detect\w*|scan\w*)\b/i
/** Before the cue, in its clause: somebody had it. */
const FACED = /\b(?:faced|suffered|experienced|encountered|hit|struggled with|plagued by|battled)\b[^.;]{0,40}$/i
/** Shortly before the cue: it was there, and was worked on. */
const REDUCED =
  /\b(?:reduc\w+|cut\w*|slash\w*|eliminat\w+|lower\w*|remov\w+|solv\w+|resolv\w+|fix\w*|address\w*|mitigat\w+|tackl\w+|combat\w*|overcom\w+|bypass\w*|minimi[sz]\w+|shrink\w*|suffer\w*|drop\w*|fell|halved)\b/i
/** Right behind the cue, a figure that moved: "cost fell by half". */
const MOVED = /^\W*(?:\w+\W+){0,2}(?:fell|dropped|halved|by \d)/i
const PAST =
  /\b(?:was|were|had|became|broke|fell|lost|took|found|led|ran|grew|went|sent|left|made|came|kept|saw|began|spent|cost|drew|rose|froze|hid|let|discovered|revealed|uncovered|pinpointed|diagnosed|traced|encountered|incidents?|outage\w*|post-?mortem\w*|root cause|downtime)\b/i
/** Words in -ed that are adjectives nearly always. */
const ENDS_IN_ED =
  /(?<!-)\b(?!(?:need|speed|feed|seed|based|distributed|unified|trusted|untrusted|shared|managed|automated|dedicated|limited|isolated|nested|embedded|related|fixed|advanced|complicated|required|centralized|structured|hosted)\b)\w{2,}ed\b/i
/** "is used", "to be removed": no past. */
const PASSIVE = /\b(?:is|are|be|been|being|gets?|can|must|to)\s+(?:\w+ly\s+)?\w+ed\b/gi
const INCIDENT =
  /\b(?:incident|outage|post-?mortem|post-incident|breach|leak(?:ed|ing|s)?|root cause|attack|compromised?|hijack|downtime|crash|fail(?:ed|ure|s)?|broke|disrupt|bug|why|debugging|investigat|fix(?:ing)?|eliminat|reduc|lessons)\w*/i
const NEAR = 60
const BEHIND = 100

export function polarityFeatures(
  { field, sentence, start, end }: ThemeHit,
  { record }: Theme,
  entry: Entry,
  sentences: Sentences,
): Set<PolarityFeature> {
  const [from, to] = sentences[field][sentence] ?? [0, entry[field].length]
  const text = entry[field].slice(from, to)
  const before = text.slice(0, start - from)
  const near = before.slice(-NEAR)
  const first = entry.body.slice(...(sentences.body[0] ?? [0, 0]))
  const found: Record<PolarityFeature, boolean> = {
    bias: true,
    threat: THREAT.test(text),
    'prevented near by': PREVENTED.test(near),
    'averted before': AVERTED.test(before),
    'faced before': FACED.test(before),
    reduced: REDUCED.test(near) || MOVED.test(text.slice(end - from, end - from + NEAR)),
    'past words': PAST.test(text),
    'past in the first sentence': ENDS_IN_ED.test(first.replace(PASSIVE, ' ')),
    can: CAN.test(text),
    must: MUST.test(text),
    'solution before': ANSWER.test(before.slice(-BEHIND)),
    'in the first sentence': field === 'body' && sentence === 0,
    'title of an incident': INCIDENT.test(entry.title),
    security: record.group === 'security-and-abuse',
    'artificial intelligence': record.group === 'ai-systems',
  }
  return new Set(POLARITY_FEATURES.filter((feature) => found[feature]))
}
