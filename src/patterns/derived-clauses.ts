import type { Subject } from './clause-starts.ts'
import { isBareVerb, isInfinitive, isNounInIng, isPastForm, isThirdPersonAfterAnd } from './word-classes.ts'

export interface Derived {
  /** The subject's text, where it is another one than the clause's own ("Dropbox's Nova"). */
  product?: string
  /** From the verb on. */
  predicate: string
  bonus: number
}

/** Verbs that only say that something was made; what it does is the instance. */
const SHELL =
  '(?:(?:re)?buil(?:t|ds|ding)|(?:launch|unveil|develop|implement|design|deploy|engineer|architect|adopt|employ|offer|add|establish)(?:ed|e?s|ing)|(?:releas|introduc|creat|open-sourc|us|provid|updat)(?:ed|es|ing)|shipp?(?:ed|s|ing))'
const SHELL_FIRST = new RegExp(`^${SHELL} `)
const NAME = "(?:the |its )?([A-Z][\\w.'’-]*(?: (?:[A-Z][\\w.-]*|v?\\d[\\w.]*)){0,3})"
const ADVERB = '(?:(?!nearly |hardly |barely |rarely |potentially |possibly |probably |only )[a-z]+ly )?'
/** "built Nova, an internal platform that executes …": Nova executes. */
const NAMED_THING = new RegExp(
  `^${SHELL} ${NAME}, (?:(?:an?|the) [^;:]{3,90}?,? )?(?:that|which) ${ADVERB}([a-z-]+s .+)$`,
)
/** "designed a harness that couples …": who designs it, couples. */
const THING = new RegExp(`^${SHELL} (?:an?|the|its) [^,;:]{3,60}? (?:that|which) ${ADVERB}([a-z-]+s .+)$`)
/** "built the Chat SDK to abstract …", "implemented native SCIM support within Vault to map …". */
const NAMED_PURPOSE = new RegExp(`^${SHELL} ${NAME} to ${ADVERB}([a-z-]+) (.+)$`)
const PURPOSE = new RegExp(
  `^${SHELL} (?!.* that |.*, (?:[a-z]+ing|which|who|where|when|an?|the) )([^;:]{3,90}?) to ${ADVERB}([a-z-]+) (.+)$`,
)
/** "updated the vault to support grants by enforcing the claim …". */
const MEANS = new RegExp(`^${SHELL} .{3,90}? by ${ADVERB}([a-z-]+ing) (\\S+)(.*)$`)
/** Aims and praise: what is hoped for, not what is done. */
const AIM =
  /^(?:allow|enabl|help|ensur|improv|reduc|support|establish|address|solv|prevent|avoid|meet|achiev|maintain|provid|accelerat|boost|simplif|streamlin|mak|becom|serv|act|optimi|enhanc|increas|let|is|has|was|do|go|give|keep|scal|handl|lower|overcom|mitigat|combat|empower|unlock|bridg|bring|creat|build|drive|deliver|offer|look|need|requir|remain|demonstrat|show|guarantee|facilitat|foster|promot|contain|includ|compris|span|cover|operat|surviv|test|grow|advanc|continu|stop|gain|know|see|understand|learn|adapt|be)(?:e[ds]?|s|es|ed|ing)?$/
/** A participle behind a comma that tells of a result, a remark or no deed of the subject's. */
const NO_DEED =
  /^(?:enabling|ensuring|allowing|providing|making|proving|demonstrating|highlighting|leading|giving|letting|raising|helping|resulting|causing|including|according|following|depending|ranging|being|having|marking|signaling|signalling|underscoring|meaning|showing|reflecting|representing|yielding|working|operating|acting|serving|running|featuring|offering|supporting|improving|requiring|freeing|empowering|achieving|ending|starting|beginning|remaining|becoming|citing|noting|arguing|claiming|sitting|living|bringing|creating|opening|paving|during|nothing|something|anything|everything|string|spring|bridging|solving|validating|confirming|avoiding|minimizing|maximizing|accelerating|guaranteeing|solidifying|setting|raising|driving|overcoming|mitigating|addressing|facilitating|unlocking|spanning|containing|considering|regarding|concerning|excluding|protecting|securing|safeguarding|preserving|preventing|using)$/
const NO_OBJECT =
  /^(?:and|or|of|in|on|at|by|for|from|into|over|to|through|across|as|that|with|within|under|is|are|was|were|it|them|this|these|those)$/
const DETERMINER = /^(?:a|an|the|its|their|all|every|each|both|multiple)$/

/**
 * Shorter clauses inside a clause, told of the same subject: what a thing that was built does, a participle behind a
 * comma, and a second verb behind an "and". None of what is only planned or tried; a thing that is still being built
 * (`stands` false) does nothing yet.
 */
export function derivedClauses(predicate: string, stands = true): Derived[] {
  const derived: Derived[] = []
  if (PLANNED.test(predicate)) return derived
  if (stands && SHELL_FIRST.test(predicate)) takeWhatItDoes(derived, predicate)
  if (predicate.includes('ing ') && predicate.includes(', ')) takeParticiples(derived, predicate)
  if (predicate.includes(' and ')) takeSecondVerbs(derived, predicate)
  return derived
}

/** "started to move …", "announced plans to …": a participle or second verb goes with the plan. */
const PLANNED =
  /^(?:[a-z]+ (?:[a-z]+ )?to |(?:start|beg[aiu]n|plan|consider|evaluat|explor|delay|postpon|reject|stop|avoid|propos|suggest|recommend)\w* (?:[a-z]+ly )?[a-z]+ing\b|(?:announc|shar|reveal|outlin|draft|publish|present)\w+ (?:[a-z]+ )?(?:plans?|intentions?|proposals?|roadmaps?)\b)|\b(?:will|would|could|may|might|should)\b|\b(?:hop|plan|intend|expect|promis|propos)(?:e|es|ed|ing|s)? to /

function takeWhatItDoes(derived: Derived[], predicate: string): void {
  const named = NAMED_THING.exec(predicate)
  if (named !== null) takeDeed(derived, named[2] as string, 1.4, named[1])
  else {
    const thing = THING.exec(predicate)
    if (thing !== null) takeDeed(derived, thing[1] as string, 1.1)
  }
  const namedPurpose = NAMED_PURPOSE.exec(predicate)
  if (namedPurpose !== null) takePurpose(derived, namedPurpose[2] as string, namedPurpose[3] as string, namedPurpose[1])
  else {
    const purpose = PURPOSE.exec(predicate)
    if (purpose !== null) takePurpose(derived, purpose[2] as string, purpose[3] as string)
  }
  const means = MEANS.exec(predicate)
  if (means !== null && !NO_OBJECT.test(means[2] as string))
    derived.push({ predicate: `${means[1]} ${means[2]}${means[3]}`, bonus: 0.3 })
}

function takeParticiples(derived: Derived[], predicate: string): void {
  for (const match of predicate.matchAll(/, (?:and |thereby |thus )?(?:[a-z]+ly )?([a-z-]{2,}ing) ((\S+).*)$/g)) {
    const [, verb = '', rest = '', next = ''] = match
    if (verb !== 'using' && NO_DEED.test(verb)) continue
    if (NO_OBJECT.test(next) || / [a-z-]+ing,? and /.test(rest.slice(0, 30))) continue
    derived.push({ predicate: `${verb} ${rest}`, bonus: 0.4 })
  }
}

function takeSecondVerbs(derived: Derived[], predicate: string): void {
  const [head = ''] = predicate.split(' ')
  for (const match of predicate.matchAll(/ and (?:then |also )?(?:[a-z]+ly )?([a-z-]+) (?=((\S+).*)$)/g)) {
    const [, verb = '', rest = '', next = ''] = match
    if (NO_OBJECT.test(next) || AIM.test(verb) || (NO_DEED.test(verb) && verb !== 'giving')) continue
    const determined = DETERMINER.test(next)
    const parallel =
      /ing$/.test(head) && /ing$/.test(verb)
        ? determined || !isNounInIng(verb)
        : isPastForm(head)
          ? determined && isPastForm(verb)
          : /s$/.test(head) && /[^s]s$/.test(verb) && isThirdPersonAfterAnd(verb, next)
    if (parallel) derived.push({ predicate: `${verb} ${rest}`, bonus: 0 })
  }
}

function takeDeed(derived: Derived[], predicate: string, bonus: number, product?: string): void {
  const [verb = '', next = ''] = predicate.split(' ')
  if (!/[^s]s$/.test(verb) || AIM.test(verb) || NO_OBJECT.test(next)) return
  derived.push({ ...(product === undefined ? {} : { product }), predicate, bonus })
}

function takePurpose(derived: Derived[], verb: string, rest: string, product?: string): void {
  const [next = ''] = rest.split(' ')
  if (
    OTHER_INFINITIVE.test(
      rest.replace(KNOWN_SECOND, (all, second: string) => (isBareVerb(second) ? ' and its ' : all)),
    ) ||
    (product !== undefined && /^(?:AI|LLMs?|ML|RAG|APIs?|GPUs?)$/.test(product))
  )
    return
  if (
    AIM.test(verb) ||
    (NO_OBJECT.test(next) && !/^th[ei]s/.test(next)) ||
    !(isInfinitive(verb, next) || isBareVerb(verb))
  )
    return
  derived.push({ ...(product === undefined ? {} : { product }), predicate: `${verb} ${rest}`, bonus: 0.9 })
}

/** A second infinitive that is known for one takes the form of the first. */
const KNOWN_SECOND = / and (?!.* and )([a-z]+) (?=[A-Z]|the |an? |its |[a-z]+)/
/** A second infinitive would keep its form: "to parse requests and execute calls". Adjectives may follow the "and". */
const OTHER_INFINITIVE =
  /(?:,|,? (?:and|or)) (?:[a-z]+ly )?(?![a-z-]*(?:[^e]ed|s|ing|ly|al|ic|ive|ous|able|ible|ent|ant|ion|ity|ment|ness|ware|ory|ary|acy|age|ance|ence|er|or|ar)\b|and\b|or\b|the\b|an?\b|its\b|new\b|[a-z]+-[a-z])[a-z]{2,}(?: (?:[A-Za-z]))/

/** The subject of a derived clause: the thing itself, as the company's, where it has a name. */
export function derivedSubject(
  subject: Subject,
  { product, bonus }: Derived,
  possessed: (name: string) => string,
): Subject {
  if (product === undefined) return { ...subject, bonus: subject.bonus + bonus }
  return { text: possessed(product), bonus: subject.bonus + bonus }
}
