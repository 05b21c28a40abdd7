import { type Aspect, overstatedVerb } from './aspect.ts'
import { clauseStarts, type Subject } from './clause-starts.ts'
import { conjugate, type VerbForms } from './conjugate.ts'
import { gatePredicate } from './gate-predicate.ts'
import { tidySentence } from './tidy-sentence.ts'
import { flawOf } from './well-formed.ts'
import { isBareVerb, isInfinitive, isNounInIng, isPastForm, isThirdPersonAfterAnd } from './word-classes.ts'

/** One company's own concrete instance, condensed from one sentence. */
export interface Instance {
  /** "Cloudflare", "Zoox's Cortex". */
  subject: string
  /** "ran plugins in V8 isolates". */
  past: string
  /** "running plugins in V8 isolates". */
  gerund: string
  /** How well it tells: higher is better. */
  score: number
}

export interface CondenseOptions {
  /** The company as the entry spells it. */
  company: string
  /** Other spellings of the company. */
  aliases: string[]
  /** All names of the company, used here or not: "Amazon Bedrock" needs no "AWS's". */
  houseNames?: string[]
  /** Technologies that the sentence names. */
  technologies: string[]
  /** Those of them that are the company's own, by vendor or by a stated relation. */
  products: string[]
  /** Those that the entry is about, whoever owns them: a clause may have one as its subject. */
  named?: string[]
  /** Whether "the team" and "they" mean the company: not so in an outlet's entry that is about several. */
  own: boolean
  /** How many words tell best (default 12): more where a paragraph has few instances. */
  best?: number
}

const LEAST_WORDS = 4
/** "dropped by 50%" */
const LEAST_WORDS_OF_FIGURE = 3
const MOST_WORDS = 20
const BEST_WORDS = 11

/** Words before which a predicate may end. Not "if", "unless", "without", "only": what they say must not be lost. */
const CUT_BEFORE = new Set(
  `that which who while whereas but so because to by rather instead using utilizing leveraging via through with when where as for from across during after before
   since although ensuring allowing enabling making reducing letting giving into in on at over under against inside within alongside`.split(
    /\s+/,
  ),
)
/** "found that the stalls stemmed from leaks" is better said as "traced the stalls to leaks". */
const TRACED =
  /^(?:found|discovered|determined|identified|realized|realised|concluded) (?:that )?((?:the |an? )?[\w-]+(?: [\w-]+){0,3}) (?:stemmed|came|resulted|arose|originated) from (.+)$/
/** Not any word in -ing: "parallel coding agents" and "model caching" must stay whole. */
const PARTICIPLE =
  /^(?:running|using|containing|including|covering|combining|handling|spanning|serving|storing|connecting|linking|revealing|detailing|failing|causing)$/
/** Behind a comma: "Vertex, and others", "steer, and approve tasks". A list that is cut says less than was meant. */
const LIST_GOES_ON =
  /^(?:(?!which |who |where |using |with |by |while |but |so |as )[^,;:.]{1,40}, )?(?:[^,;:.]{1,40}, )?(?:and|or) (?!(?:it|they|the team|this|that) )|^(?!(?:the|it|they|which|who|where|while|but|so|as|by|with|when|if|[a-z]+ing) )[\w.-]+(?: [\w.-]+){0,3} (?:and|or) [\w.-]+/
const COMPOUND = /-(?:based|powered|driven|hosted|backed|oriented|managed|led|centric|enabled|generated)$/
const CONDITIONS = /^(?:if|unless|without|until|except|only|provided|whenever)$/i

/**
 * Instances that a sentence holds, best first: a main clause whose subject is the company, cut where it may end, with
 * nothing added. Empty where none passes the gates.
 */
export function condense(sentence: string, options: CondenseOptions): Instance[] {
  const text = tidySentence(sentence)
  const before = BEFORE.test(text) ? WAS_SO : 0
  const found = new Map<string, Instance>()
  for (const { subject, predicate, aspect } of clauseStarts(text, options)) {
    for (const cut of cutPredicate(subject, predicate, options, aspect)) {
      if (overstatedVerb(cut.past, text) !== null) continue
      const instance = { ...cut, score: cut.score + before }
      const known = found.get(instance.past)
      if (known === undefined || known.score < instance.score) found.set(instance.past, instance)
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.past < b.past ? -1 : 1))
}

function cutPredicate(subject: Subject, said: string, options: CondenseOptions, aspect: Aspect = 'done'): Instance[] {
  const resolved = said.replace(TRACED, 'traced $1 to $2')
  const traced = resolved !== said
  const predicate = withoutFirstOfTwo(fewerNames(resolved, options.technologies))
  const points = /\b(?:this|these) [a-z]/.test(predicate) ? POINTS_BACK : 0
  const instances: Instance[] = []
  const words = predicate.split(' ')
  const [verb] = words
  const forms = verb === undefined ? null : conjugate(verb.toLowerCase())
  // An adjective is no deed ("terminal-based agents"), nor are two gerunds in a row one.
  if (forms === null || COMPOUND.test(verb as string) || /^[a-z]+ing$/.test(words[1] ?? '')) return []
  if (CATALOGUE.test(`${forms.past} ${words.slice(1, CATALOGUE_WORDS).join(' ')}`)) return []
  const bare = !/(?:ed|s|ing)$/.test(verb ?? '') && !isPastForm(verb ?? '')
  for (
    let count = /\d/.test(words[2] ?? '') ? LEAST_WORDS_OF_FIGURE : LEAST_WORDS;
    count <= Math.min(words.length, Math.max(MOST_WORDS, (options.best ?? 0) + 6));
    count++
  ) {
    const last = words[count - 1] as string
    const next = words[count]?.toLowerCase()
    const stop = /[,;:.!?—–]["”’')]*$/.test(last) || next === '—' || next === '–'
    const another = next === 'and' && conjoinsVerb(words[count + 1], words[count + 2], bare)
    const participle = next !== undefined && PARTICIPLE.test(next)
    const adverb = next !== undefined && /^[a-z]+ly$/.test(next) && CUT_BEFORE.has(words[count + 1] ?? '')
    if (!stop && next !== undefined && !CUT_BEFORE.has(next) && !another && !participle && !adverb) continue
    if (next !== undefined && CONDITIONS.test(next)) continue
    const body = words
      .slice(1, count)
      .join(' ')
      .replace(/[,;:.!?—–]+(["”’']?)$/, '$1')
      .replace(/\btheir\b(?! own\b)/g, subject.plural ? 'their' : 'its')
      // What "this" points at is not in sight; the article claims less.
      .replace(/\b(?:this (?=[a-z-]*[^s\s]\b(?! is | was ))|these (?=[a-z-]*s\b))/g, 'the ')
      .trim()
    // A second verb would keep the tense that the first one lost.
    const second = words.findIndex(
      (word, i) => i > 1 && word === 'and' && conjoinsVerb(words[i + 1], words[i + 2], bare),
    )
    const said = { past: body, gerund: body }
    if (second > 0 && second < count) {
      if (second === count - 1 || /\band\b/.test(words.slice(second + 1, count).join(' '))) break
      const inner = words.slice(1, second).join(' ')
      // "keeps …, allowing the factory to reproduce bugs and generate backports": the second goes with the "to".
      const after =
        / to [a-z]/.test(` ${inner}`) && bare
          ? null
          : secondVerb(verb as string, words[second + 1] as string, words[second + 2], bare)
      if (after === null) break
      said.past = body.replace(` and ${words[second + 1]} `, ` and ${after.past} `)
      said.gerund = body.replace(` and ${words[second + 1]} `, ` and ${after.gerund} `)
      if (said.past === body && said.gerund === body) break
    }
    // "natively in Snowflake" at Snowflake.
    if (` ${said.past} `.includes(` ${options.company} `) || said.past.includes(`${options.company}'s`)) continue
    const quality = gatePredicate(said.past, forms.past)
    if (quality === null || flawOf(`${forms.past} ${said.past}`) !== null) continue
    if (/,$/.test(last) && LIST_GOES_ON.test(words.slice(count, count + 12).join(' '))) continue
    const score =
      quality +
      (traced ? 0.8 : 0) +
      scoreCut(body, count, stop || next === undefined, next, options) +
      subject.bonus +
      points +
      points
    if (traced && !/^.+ to .+/.test(body)) continue
    instances.push({
      subject: subject.text,
      // What is under way stays so: "is moving its store", not "moved".
      past:
        aspect === 'ongoing'
          ? `${subject.plural ? 'are' : 'is'} ${forms.gerund} ${said.gerund}`
          : `${forms.past} ${said.past}`,
      gerund: `${forms.gerund} ${said.gerund}`,
      score,
    })
  }
  return instances
}

const WORD = "[\\w+'’-]*(?:\\.[\\w+]+)*"
const NAME = `[A-Z]${WORD}(?: [A-Z0-9]${WORD}){0,3}`
const MANY_NAMES = new RegExp(
  `${NAME}(?:, ${NAME}){2,},? and ${NAME}(?= (?:to|for|in|on|by|with|as|so|that)\\b|[,;.]|$)`,
)

/** Of four names or more in a row two say enough: those that are known, else the first. */
function fewerNames(predicate: string, known: string[]): string {
  return predicate.replace(MANY_NAMES, (all) => {
    const names = all.split(/,? and |, /)
    const kept = [...names.filter((name) => known.includes(name)), ...names].slice(0, 2)
    return names.filter((name) => kept.includes(name)).join(' and ')
  })
}

/** "validate and restrict tool calls" is told by the nearer verb, so that both need not be put into one tense. */
function withoutFirstOfTwo(predicate: string): string {
  const [, first = '', second = '', rest = ''] = /^([a-z-]+) and ([a-z-]+) (.+)$/.exec(predicate) ?? []
  const [next] = rest.split(' ')
  const isTwo = isBareVerb(second) || (isPastForm(first) && isPastForm(second)) || isThirdPersonAfterAnd(second, next)
  return second !== '' && isTwo ? `${second} ${rest}` : predicate
}

function scoreCut(
  body: string,
  count: number,
  natural: boolean,
  next: string | undefined,
  options: CondenseOptions,
): number {
  const best = options.best ?? BEST_WORDS
  let score = -Math.abs(count - best) * 0.1 - Math.max(0, count - best - 3) * 0.2
  if (natural) score += 0.6
  else if (next === 'in' || next === 'on' || next === 'at' || next === 'into' || next === 'from') score -= 0.8
  score += Math.min(2, options.technologies.filter((name) => body.includes(name)).length) * 0.5
  if (/(?:^|[ ~$<>])\d/.test(body)) score += 0.7
  if (MECHANISM.test(body)) score += 0.8
  return score
}

/** "this logic" became "the logic": it can be read, but the reader has not seen it. */
const POINTS_BACK = -0.8
/** How things stood before is not what was done. */
const BEFORE = /^(?:Previously|Historically|Traditionally|Initially|Formerly|Originally|At first|Before|Until)\b/
const WAS_SO = -3

/** One more item on offer: news, and no engineering. */
const CATALOGUE =
  /\bavailable\b|^(?:added|brought|integrated|embedded|deployed|included) .* (?:to|into|on|in) (?:its|the) [^,]*(?:Gateway|[Mm]arketplace|catalog|lineup)\b|\b(?:bounty|early access|giveaway|bounty program)\b/i

const CATALOGUE_WORDS = 22

/** How it was done or what was given up for it: what an engineer reads an instance for. */
const MECHANISM =
  /\b(?:by [a-z-]+ing|using|instead of|rather than|without|from .+ to|so that|in place of|behind|into (?:a|an|its|the))\b/

/**
 * The forms of a second verb that runs parallel to the first ("intercepts … and injects …"); null where it may be none:
 * "and isolated sandboxes" goes on with the object.
 */
function secondVerb(first: string, second: string, next: string | undefined, bare: boolean): VerbForms | null {
  const determined = next !== undefined && /^(?:a|an|the|its|their|all|every|each|both|multiple)$/.test(next)
  const parallel = bare
    ? isInfinitive(second, next) || isBareVerb(second)
    : isPastForm(first)
      ? determined && isPastForm(second)
      : /ing$/.test(first)
        ? (/ing$/.test(second) && (determined || !isNounInIng(second))) || isThirdPersonAfterAnd(second, next)
        : isThirdPersonAfterAnd(second, next)
  return parallel && !/^(?:allow|enabl|help|ensur|provid|mak|reduc|improv)/.test(second) ? conjugate(second) : null
}

/** Whether the word after "and" is a verb of the same subject. */
function conjoinsVerb(word: string | undefined, next: string | undefined, bare: boolean): boolean {
  if (word === undefined) return false
  // "to secure its systems and rotate …": after an infinitive the next one may follow.
  if (bare && (isInfinitive(word, next) || isBareVerb(word))) return true
  const plain = word.replace(/[,.;]$/, '')
  if (/^(?:[a-z-]+ly|[a-z-]{2,}ing|[a-z-]{3,}ed|built|made|put|set|cut|ran|led)$/.test(plain)) return true
  return isThirdPersonAfterAnd(plain, next)
}
