import { isCommonWord } from '../extract/index.ts'
import { type Aspect, isSupposed } from './aspect.ts'
import type { CondenseOptions } from './condense.ts'
import { conjugate } from './conjugate.ts'
import { derivedClauses, derivedSubject } from './derived-clauses.ts'
import { isBareVerb, isPluralOfDoers } from './word-classes.ts'

export interface Subject {
  /** As it will stand in the paragraph. */
  text: string
  /** What the kind of subject adds to the instance's score. */
  bonus: number
  /** Several, whose verb is "are" where it is under way. */
  plural?: boolean
}

export interface ClauseStart {
  subject: Subject
  /** From the verb on. */
  predicate: string
  /** Under way where the sentence says "is moving"; done where nothing is said. */
  aspect?: Aspect
}

const OFFICE = /\b(?:C[A-Z]O|VP|President|Director|Chief|Head|Founder|Professor|Dr)\b/
const PEOPLE =
  "(?:['’]s?)?(?: (?:[a-z-]+ ){0,2}(?:team|teams|engineers|engineering team|researchers|developers|scientists|architects|group|community))?"
/** Not those that take back what the verb says: "nearly moved". */
const ADVERBS =
  '(?:(?:also|now|then|therefore|thus|instead|simply|recently|further|still|already|(?!(?:nearly|hardly|barely|scarcely|rarely|potentially|possibly|probably|likely|presumably|allegedly|reportedly|supposedly|theoretically|hypothetically|previously|formerly|only) )[a-z]+ly) )*'
/** Words before a noun: none that ends like a verb in -s, nor "that". */
const MODIFIERS = '(?:(?!that |to )[a-z-]*[^s\\s] ){0,2}'
/** Nouns in -s that follow a name ("AWS customers") and are no verb of it. */
const PLURAL_NOUN =
  /(?:teams|updates|releases|advances|efforts|results|changes|roots|offerings|capabilities|queries|pipelines|jobs|calls|requests|tasks|workloads|plugins|policies|instances|functions|sessions|devices|games|titles|developers|maintainers|researchers|libraries|versions|integrations|deployments|projects|papers|members|platforms|datacenters|technologies|customers|users|models|agents|tools|systems|apps|services|products|features|clusters|servers|workers|issues|actions|headers|containers|parameters|operators|vectors|sensors|factors|errors|investors|[a-z]{3,}(?:oners|nders|viders|tainers|inees|eers|ists|ships|ables|elopers|aries|ologies|ities))$/
const AUXILIARY = '(?:(has|have|had|is|are) (?!to ))?'
/** "was forced to enforce", "chose to move": what follows was done. */
const DONE =
  /^(?:(?:was|were) (?:forced|able|compelled) to|(?:had|chose|decided|opted|managed|elected) to) ([a-z]+(?:-[a-z]+)?) (.+)$/
/** Where a clause may begin: the sentence, a comma, a dash, a semicolon, a conjunction; `partsOf` cuts there. */
const BEGIN =
  '^(?:[,;:—–] ?(?:and |but |so |while )?|(?:As|When|While|After|Because|Since|Although|while|because|as|and|that|how) )?'
const SYSTEM =
  'architecture|system|platform|solution|framework|release|pipeline|update|tool|tooling|library|engine|runtime|gateway|service|compiler|scheduler|protocol|controller|design|redesign|setup|implementation|migration|database|agent|approach|composer|utility|deployment|extension|harness|workflow|toolkit|operator|plugin|scanner|orchestrator|router|proxy|backend|integration|layer|infrastructure|stack|technique|strategy|mechanism|component'
/** Doers that are people, and words that only look like doers. */
const PERSON =
  /(?:user|customer|developer|maintainer|owner|author|provider|vendor|attacker|reviewer|engineer|founder|leader|manager|partner|player|number|order|paper|answer|matter|factor|error|power|year|speaker|presenter|researcher|investor|contributor|adopter|former|latter|other|newer|consumer|reader|writer|learner|doctor|donor|visitor|minor|major|competitor|director|corner|winter|summer|chapter|letter|offer|danger|disaster|sector|actor|behavior|behaviour|color|favor|labor|error|buyer|seller|creator|hacker|worker|programmer|designer|mentor|sponsor|moderator|administrator|superior|inferior|prior|posterior|interior|exterior|higher|lower|larger|smaller|faster|slower|bigger|older|later|earlier|rather|either|neither|whether|further|together|however|never|ever|over|under|after|per)$/
/** "prompting Amazon to integrate", "leading Moonrepo to overhaul". */
const DRIVEN =
  '(?<!\\b(?:can|could|may|might|will|would|should|must|not|to)(?: have| be)? )\\b(?:prompting|leading|forcing|driving|pushing|causing|forced|led|prompted|pushed) '
const SOLVE =
  /^(?:solve[ds]?|address(?:e[ds])?|mitigate[ds]?|fix(?:e[ds])?|tackle[ds]?|achieve[ds]?|overc[ao]mes?|handle[ds]?|circumvent(?:s|ed)?|bypass(?:e[ds])?|resolve[ds]?|prevent(?:s|ed)?|accomplish(?:e[ds])?|approach(?:e[ds])?|eliminate[ds]?|combat(?:s|ted)?|counter(?:s|ed)?|avoid(?:s|ed)?|did|does) .{2,90}? by (?:[a-z]+ly )?([a-z-]+ing .*)$/

/** "replaced this stack by putting …": the object points back, the means does not. */
const MEANS = /^[a-z-]+ (?:this|that|these|those|it|them)\b.{0,70}? by (?:[a-z]+ly )?([a-z-]+ing .*)$/

const SHOWN = /^(?:demonstrat(?:es|ed)|present(?:s|ed)|describ(?:es|ed)|detail(?:s|ed)) (?=an? )/

/** Clauses of a tidied sentence whose subject is the company, its people, its product or its system. */
export function clauseStarts(text: string, options: CondenseOptions): ClauseStart[] {
  const starts: ClauseStart[] = []
  const { company, own } = options
  const names = [...new Set([company, ...options.aliases])].filter((name) => name.length > 1)
  const push = (subject: Subject, predicate: string, aspect: Aspect = 'done') => {
    starts.push({ subject, predicate, aspect })
    // "solved this by routing …": what it did is what it routed.
    const by = SOLVE.exec(predicate) ?? MEANS.exec(predicate)
    const clauses = [predicate]
    if (by !== null) {
      starts.push({ subject: { ...subject, bonus: subject.bonus + 0.3 }, predicate: by[1] as string, aspect })
      clauses.push(by[1] as string)
    }
    for (const clause of clauses) pushDerived(subject, clause, aspect)
  }
  const pushDerived = (subject: Subject, clause: string, aspect: Aspect = 'done') => {
    for (const derived of derivedClauses(clause, aspect === 'done'))
      starts.push({ subject: derivedSubject(subject, derived, possessed), predicate: derived.predicate, aspect })
  }
  const possessed = (product: string) => (belongsToHouse(product) ? product : `${possessive(company)} ${product}`)
  const belongsToHouse = (product: string) =>
    [...names, ...(options.houseNames ?? [])].some(
      (name) => ` ${product} `.includes(` ${name} `) || product.startsWith(`${firstOfMany(name)} `),
    )
  // "By migrating to Vitess, they offloaded …": the means alone, and the deed with its means.
  const pushMeans = (subject: Subject, match: RegExpExecArray) => {
    const [, means = '', deed = ''] = match
    // "By moving to tape, Fernbank could …": nobody has moved yet.
    if (!isFinite_(deed)) return
    push(subject, means)
    if (!/[,;:]/.test(deed)) push({ ...subject, bonus: subject.bonus + 0.6 }, `${deed} by ${means}`)
  }
  const parts = partsOf(text)
  const find = (who: string, subject: (match: string) => Subject | null) => {
    const expression = compiled(`${BEGIN}(${who}) ${AUXILIARY}${ADVERBS}([a-z][a-z-]+ .*)$`)
    for (const { part, before } of parts) {
      const match = expression.exec(part)
      if (match === null || UNREAL.test(before)) continue
      const found = subject(match[1] as string)
      const [, , auxiliary = '', predicate = ''] = match
      if (found === null) continue
      const made = withOthers(found, part, before, match[1] as string)
      if (made === null) continue
      const isNow = /^(?:is|are)$/.test(auxiliary)
      const gerund = /^[a-z-]+ing /.test(predicate)
      // "is expected to move", "is hosted by": not what the subject did. "Fernbank moving …" alone tells no tense.
      if (isNow !== gerund) continue
      // "When Fernbank moves …" tells of no day on which it did.
      if (/^(?:When|As|After) /.test(part) && /^[a-z-]+[^s]s /.test(predicate)) continue
      if (isNow) {
        if (isFinite_(predicate)) push(made, predicate, 'ongoing')
        continue
      }
      const done = DONE.exec(predicate)
      const past = done === null ? null : conjugate(done[1] as string)
      if (past !== null) push(made, `${past.past} ${done?.[2]}`)
      else if (isFinite_(predicate)) push(made, predicate)
      // "demonstrated a solution to stream …" says nothing but what the solution does.
      else if (SHOWN.test(predicate)) pushDerived(made, predicate.replace(SHOWN, 'built '))
    }
  }
  const named = names.map(escapeExpression).join('|')
  if (names.some((name) => text.includes(name))) {
    find(`(?:${named})${PEOPLE}`, () => ({ text: company, bonus: 0.8 }))
    // "Vercel Workflows", "NVIDIA's GeForce NOW", "ESLint v10".
    find(
      `(?:${named})(?:['’]s)?(?:(?: (?:[A-Z][\\w.-]*|v?\\d[\\w.]*)){1,3}| and (?:the )?[A-Z][\\w.-]*(?: [A-Z][\\w.-]*){0,2})`,
      (match) => (OFFICE.test(match) ? null : { text: match, bonus: 0.4, plural: / and /.test(match) }),
    )
    const driven = compiled(`${DRIVEN}(?:${named})${PEOPLE} to ${ADVERBS}([a-z][a-z-]+ .*)$`).exec(text)
    if (driven !== null) push({ text: company, bonus: 0.5 }, driven[1] as string)
    const first = compiled(`^By ([a-z-]+ing .*?), (?:${named})${PEOPLE} ${ADVERBS}([a-z][a-z-]+ .*?)[.;]?$`).exec(text)
    if (first !== null) pushMeans({ text: company, bonus: 0.4 }, first)
  }
  if (own) {
    find(
      `(?:[Tt]he ${MODIFIERS}(?:team|teams|company|engineers|developers|researchers|organization|organisation|firm|authors)|[Tt]hey|[Ee]ngineers|[Rr]esearchers)`,
      () => ({ text: company, bonus: 0.5 }),
    )
    const first = compiled(
      `^By ([a-z-]+ing .*?), (?:they|the (?:[a-z-]+ )?(?:team|company|engineers)) ${ADVERBS}([a-z][a-z-]+ .*?)[.;]?$`,
    ).exec(text)
    if (first !== null) pushMeans({ text: company, bonus: 0.3 }, first)
    // What the system does, the company does by it: "its architecture" would say no more.
    find(`[Tt]h(?:e|is) ${MODIFIERS}(?:${SYSTEM}|[a-z]+[a-z](?:er|or))`, (match) =>
      PERSON.test(match) ? null : { text: company, bonus: -0.3 },
    )
  }
  if (own) {
    // Telegraphic digests leave the company out: "Built a system that …".
    const elided = ELIDED.exec(text)
    if (elided !== null)
      push({ text: company, bonus: 0.3 }, (elided[1] as string).toLowerCase() + (elided[2] as string))
    // "Moving off batches reduced latency from hours to minutes": what was gained, and how.
    const gain = GAIN.exec(text)
    if (gain !== null && !isSupposed(`${gain[2]} `) && !/\b(?:has|have|not|never)$/.test(gain[2] as string)) {
      const [, how = '', rest = '', verb = '', what = ''] = gain
      push({ text: company, bonus: 0.3 }, `${verb} ${what} by ${how.toLowerCase()} ${rest}`)
      push({ text: company, bonus: 0.2 }, `${verb} ${what}`)
    }
    // "Query time dropped by 50%": a figure that moved.
    const moved = MOVED.exec(text)
    if (moved !== null && !NO_SUBJECT.test(moved[1] as string))
      push({ text: `${inSentence(moved[1] as string)} at ${company}`, bonus: EVENT_BONUS }, `${moved[2]} ${moved[3]}`)
    const cause = CAUSE.exec(text)
    if (cause !== null) push({ text: company, bonus: 0.6 }, `traced the cause to ${cause[1]}`)
    const event = eventOf(text, company, names)
    if (event !== null) push(event.subject, event.predicate)
  }
  for (const product of options.products) {
    if (names.includes(product) || !text.includes(product)) continue
    find(escapeExpression(product), () => ({
      text: possessed(product),
      bonus: belongsToHouse(product) ? 0.2 : -0.2,
    }))
    // "WriteGuard interceptors validate …".
    const parts = compiled(`(?:^|, )(${escapeExpression(product)} [a-z]+[^s\\s]s) ${ADVERBS}([a-z]+) (.+)$`).exec(text)
    if (parts !== null && isBareVerb(parts[2] as string))
      push({ text: possessed(parts[1] as string), bonus: -0.2 }, `${parts[2]} ${parts[3]}`)
  }
  for (const name of options.named ?? []) {
    if (names.includes(name) || options.products.includes(name) || !text.includes(name)) continue
    find(escapeExpression(name), () => ({ text: name, bonus: -0.3 }))
  }
  return starts
}

const ELIDED =
  /^([A-Z][a-z]+(?:-[a-z]+)?ed|Built|Rebuilt|Wrote|Rewrote|Split|Cut|Ran|Kept|Made|Put|Moved)((?: [a-z]+ly)? (?:a|an|the|its|their|all|each|every|with|from|to(?! be)|human|[a-z]+-[a-z-]+,|[A-Z`\d][\w.`-]*) .*)$/
const GAIN =
  /^([A-Z][a-z]+ing) ([^,;:]{4,60}?) (?:[a-z]+ly )?(reduced|cut|slashed|lowered|shrank|dropped|raised|increased|improved|eliminated|halved|doubled|saved|trimmed|brought) ([^,;:.]+?(?:\.\d[^,;:.]*)*?)(?= while |[,;.]|$)/
const MOVED =
  /(?:^|[;,] (?:and )?)((?:[A-Z][\w-]*|[a-z][a-z-]+)(?: [\w-]+){1,3}) (dropped|fell|rose|shrank|grew|climbed) ((?:by|from|to) (?:[^,;:.]|\.\d)*?\d(?:[^,;:.]|\.\d)*)/
/** "The root cause was a default that …". */
const CAUSE =
  /(?:^|, )[Tt]he (?:root cause|culprit|underlying cause|real cause) (?:was|turned out to be|lay in) (?!(?:traced|found|not)\b)(.+)$/
const NO_SUBJECT =
  /\b(?:it|they|this|that|these|those|he|she|we|you|who|which|one|some|both|all|many|most|teams|engineers|developers|organizations|companies|users|customers|as|when|while|if|because|although|since|after|before|by|to|for|from|in|on|at|with|without|instead|rather|unlike|despite|given|can|could|may|might|will|would|must|should|be|is|are|was|were|has|have|had|also|not|once|until|during|through|using|beyond|another|such|traditional|historically|modern)\b|\b(?:malware|worms?|ransomware|botnets?|attack(?:s|ers?)?|adversar\w+|(?:threat )?actors?|hackers?|intruders?|exploits?|campaigns?)\b/i
const WEAK_EVENT =
  /^used to$|^(?:was|were) (?:a|an|the|not|only|very|too|based|designed|needed|required|able|critical|important)$/

/**
 * What happened to something at the company: "Every query planner requested an exclusive lock" is told as "every query
 * planner at Cloudflare …". Only in the past tense, which tells of events; general remarks stand in the present.
 */
function eventOf(text: string, company: string, names: string[]): ClauseStart | null {
  for (const part of [text, ...text.split(/: /).slice(1)]) {
    const words = part.split(' ')
    // Without an article "Designing automated pipelines …" would read as an event.
    if (!/^(?:the|a|an|every|each|two|three|four|five)$/i.test(words[0] ?? '')) continue
    for (let count = 2; count <= MOST_SUBJECT_WORDS; count++) {
      const noun = words.slice(0, count).join(' ')
      if (/[,;:]$/.test(noun) || NO_SUBJECT.test(noun) || / (?:a|an|the)\b/i.test(noun)) break
      const rest = words.slice(count)
      if (/^[a-z]+ly$/.test(rest[0] ?? '')) rest.shift()
      const [verb = '', next = ''] = rest
      if (!isPast(verb, next) || rest.length < 4) continue
      if (names.some((name) => part.includes(name))) break
      if (/['’]s$/.test(noun) || /^(?:a|an|the|its|their)$/i.test(noun)) break
      const subject = `${inSentence(noun)} at ${company}`
      return { subject: { text: subject, bonus: EVENT_BONUS }, predicate: rest.join(' ') }
    }
  }
  return null
}

/** A noun phrase that opened a sentence, as it stands within one. */
function inSentence(noun: string): string {
  const [first = ''] = noun.split(' ')
  const common = /^[A-Z][a-z’']*$/.test(first) && isCommonWord(first.toLowerCase())
  return common ? first.toLowerCase() + noun.slice(first.length) : noun
}

const MOST_SUBJECT_WORDS = 5
const EVENT_BONUS = -0.5

/** A past tense that tells of an event: "revealed", "was traced". */
function isPast(verb: string, next: string): boolean {
  if (/^(?:was|were)$/.test(verb))
    return /(?:ed|en|hit|built|split|cut|lost|sent|held|made|found)$/.test(next) && !WEAK_EVENT.test(`${verb} ${next}`)
  return (
    (/^[a-z]+[^e]ed$/.test(verb) || IRREGULAR_PAST.test(verb)) &&
    !VAGUE.test(verb) &&
    !(verb === 'used' && next === 'to') &&
    !/^(?:over|by|from)$/.test(next)
  )
}

/** The sentence and its tails after each clause boundary, so that a clause in the middle is found too. */
function partsOf(text: string): { part: string; before: string }[] {
  const parts = [{ part: text, before: '' }]
  for (const match of text.matchAll(
    /[,;:—–] |\b(?:As|When|While|After|Because|Since|Although|while|because|as|and|that|how) /g,
  ))
    if (match.index > 0) parts.push({ part: text.slice(match.index), before: text.slice(0, match.index) })
  return parts
}

/** What stands before a clause and makes it a wish, a guess or a condition: "hopes (that)", "If … and". */
const UNREAL =
  /\b(?:hop|expect|predict|propos|plan|promis|recommend|suggest|imagin|assum|fear|doubt|den|wish|argu|pretend)(?:e|es|ed|ing|s|y|ies|ied)?(?: [a-z]+){0,2} $|^(?:If|Unless|Suppose|Imagine|Should|Were)\b[^,;:]*$|\b(?:if|unless|whether)\b[^,;:]*$/

/** Names in a row, before the last of them: "Uber, DoorDash" in "Uber, DoorDash, and Cloudflare describe …". */
const NAME_IN_ROW = "(?:the )?[A-Z][\\w.&'’-]*(?: [A-Z][\\w.&'’-]*){0,2}"
const ROW_OF_NAMES = new RegExp(`(?:^|[,;:—–] | )((?:${NAME_IN_ROW}, )*${NAME_IN_ROW})$`)
const MOST_NAMED = 4

/**
 * The subject with those who share its verb; null where they cannot be named ("teams at A, B, and C" of unknown names).
 * What several did is not one company's own.
 */
function withOthers(subject: Subject, part: string, before: string, match: string): Subject | null {
  // "A, B and C built" is found at "and C", or at ", B and C".
  const pair = /^, /.test(part) && / and /.test(match)
  if (!/^(?:, )?and /.test(part) && !pair) return subject
  const rest = before.replace(/,? $|,$/, '').trimEnd()
  const row = ROW_OF_NAMES.exec(rest)
  if (row === null) return subject
  const names = (row[1] as string).split(', ').filter((name) => name !== match)
  // "In March, A and B built".
  if (
    names.length === 0 ||
    /^(?:[A-Z][a-z]* )?(?:In|On|At|By|For|After|Since|During|Until|With|As|From)\b/.test(names[0] as string)
  )
    return subject
  // A clause of its own may end on a name too: "Uber built Nova, and Cloudflare …". Without the comma nobody knows.
  const lead = rest.slice(0, row.index).trim()
  const listed = lead === '' || /(?:\b(?:at|of|by|from|in|with|as|like|including)|[,;:—–])$/.test(lead)
  if (!listed) return /^and /.test(part) ? null : subject
  if (pair && names.length === 1) return null
  const last = subject.text.split(' and ')
  const all = [...names, ...last]
  const text =
    all.length <= MOST_NAMED
      ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
      : `${last.at(0)}, ${names.slice(0, 2).join(', ')} and others`
  return { ...subject, text, plural: true }
}

/** Whether a predicate opens with a finite verb that can carry an instance. */
function isFinite_(predicate: string): boolean {
  const [verb = '', next = ''] = predicate.split(' ')
  if ((verb === 'used' && next === 'to') || isPluralOfDoers(verb, next)) return false
  // Adjectives that end like a past, and consequences rather than deeds.
  if (/-(?:based|powered|driven|hosted|backed|oriented|managed|led|centred|centered|enabled|generated)$/.test(verb))
    return false
  if (/^(?:led|leads|leading|resulted|results|resulting|stems|stemmed)$/.test(verb) && /^(?:to|in|from)$/.test(next))
    return false
  if (VAGUE.test(verb) || PLURAL_NOUN.test(verb) || /^(?:not|no|never)$/.test(next)) return false
  if (/^(?:was|were)$/.test(verb)) return /(?:ed|en|hit|built|split|cut|put)$/.test(next)
  return /(?:ed|[^s]s|sses|xes|ches|shes)$/.test(verb) || IRREGULAR_PAST.test(verb) || /ing$/.test(verb)
}

/** Verbs that say what an entry means, not what anyone did. */
const VAGUE =
  /^(?:is|are|can|may|must|will|would|should|could|needs?|needed|do|does|did|has|have|had|highlight\w*|demonstrat\w+|show\w*|prov(?:es?|ed|ing)|emphasi[sz]\w+|underscor\w+|argu\w+|not(?:es?|ed|ing)|signal\w*|reflect\w*|illustrat\w+|believ\w+|claim\w*|suggest\w*|represent\w*|aim\w*|seek\w*|sought|wan(?:ts?|ted)|plan\w*|hop(?:es?|ed)|understand\w*|know\w*|knew|thinks?|thought|feels?|felt|says?|said|mean[st]?|view\w*|continu\w+|remain\w*|becom\w+|became|look\w*|seem\w*|appear\w*|exemplif\w+|serv\w+ as|acts?|warn\w*|stress\w*|explain\w*|discuss\w*|describ\w+|operat\w+|its|itself|as|this|across|versus|ours|always|yes|plus|focus\w*|instruct\w*|requir\w*|teach\w*|urg(?:es?|ed|ing)|encourag\w+|advis\w+|recommend\w*|advocat\w+|strives?|excels?|lacks?|consists?|was|were)$/
const IRREGULAR_PAST =
  /^(?:built|rebuilt|wrote|rewrote|chose|split|cut|ran|made|took|found|led|gave|left|brought|saw|put|set|sent|kept|began|drew|hit|lost|met|grew|fell|broke|drove|spent|shut|held|taught|bought|sold|won|tied|swept|fed|froze|stood|withdrew|overcame|forwent|stuck|got)$/

const expressions = new Map<string, RegExp>()
const EXPRESSIONS_KEPT = 2000

/** Each company's expressions serve in all of its sentences. */
function compiled(source: string): RegExp {
  const known = expressions.get(source)
  if (known !== undefined) return known
  if (expressions.size >= EXPRESSIONS_KEPT) expressions.clear()
  const made = new RegExp(source, 'u')
  expressions.set(source, made)
  return made
}

export function possessive(name: string): string {
  return /s$/.test(name) ? `${name}'` : `${name}'s`
}

/** "Amazon" of "Amazon Web Services": "Amazon Bedrock" needs no "AWS's". */
function firstOfMany(name: string): string {
  const [first = name, ...more] = name.split(' ')
  return more.length > 0 && first.length > 3 ? first : name
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
