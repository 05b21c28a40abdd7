/**
 * Words that state a relation, matched in a masked sentence (see mask-sentence.ts), where `⟦n⟧` stands for the n-th name.
 */
const words = (...alternatives: string[]) => new RegExp(`(?<![\\w⟧-])(?:${alternatives.join('|')})(?![\\w-])`, 'gi')

/** What engineers write of a thing that someone employs. */
const USED = [
  'us(?:e|es|ed|ing)',
  'utili[sz](?:e|es|ed|ing)',
  'leverag(?:e|es|ed|ing)',
  'employ(?:s|ed|ing)?',
  'adopt(?:s|ed|ing)?',
  'deploy(?:s|ed|ing)?',
  'rel(?:y|ies|ied|ying) (?:\\w+ )?(?:up)?on',
  'depend(?:s|ed|ing)? (?:up)?on',
  'reliant on',
  'run(?:s|ning)? (?:\\w+ )?(?:on|in|atop|inside|under|across|over|within)',
  'ran (?:\\w+ )?(?:on|in|atop|inside|under|across|over)',
  'hosted (?:on|in|by)',
  'wrapp(?:ed|ing)',
  'integrat(?:e|es|ed|ing)',
  'combin(?:e|es|ed|ing)',
  'pair(?:s|ed|ing)',
  'incorporat(?:e|es|ed|ing)',
  'embed(?:s|ded|ding)?',
  'instrument(?:s|ed|ing)?',
  'orchestrat(?:e|es|ed|ing)',
  'implement(?:s|ed|ing)?',
  'configur(?:e|es|ed|ing)',
  'extend(?:s|ed|ing)?',
  'harness(?:es|ed|ing)?',
  'exploit(?:s|ed|ing)?',
  'invok(?:e|es|ed|ing)',
  'quer(?:y|ies|ied|ying)',
  'stor(?:e|es|ed|ing)',
  'rout(?:e|es|ed|ing)',
  'persist(?:s|ed|ing)?',
  'chain(?:s|ed|ing)?',
  'support(?:s|ed|ing)?',
  'compil(?:e|es|ed|ing) (?:\\w+ )*?(?:to|into)',
  'back(?:s|ed|ing)? (?:\\w+ ){0,4}(?:with|by)',
  'swap(?:s|ped|ping)? in',
  'standardi[sz](?:e|es|ed|ing) (?:\\w+ )?on',
  'customi[sz](?:e|es|ed|ing)',
  'fork(?:s|ed|ing)?',
  '(?:hook|tap|plug)(?:s|ped|ged|ed|ing|ping|ging)? into',
  'pivot(?:s|ed|ing) (?:\\w+ ){0,3}to',
  'centrali[sz](?:e|es|ed|ing)',
  'connect(?:s|ed|ing)? to',
  'exporte?s? to',
  'stream(?:s|ed|ing)? (?:\\w+ ){0,6}(?:to|into|through|via|over)',
  'inject(?:s|ed|ing)? (?:\\w+ ){0,4}into',
  'feed(?:s|ing)? (?:\\w+ ){0,4}into',
  'settl(?:e|es|ed|ing) on',
  'rest(?:s|ed|ing)? on',
  'appl(?:y|ies|ied|ying)',
  'keep(?:s|ing)? (?:\\w+ ){0,3}in',
  'kept (?:\\w+ ){0,3}in',
  'plac(?:e|es|ed|ing)',
  'carr(?:y|ies|ied|ying)',
  'exchang(?:e|es|ed|ing) (?:\\w+ ){0,4}with',
  'load(?:s|ed|ing)? (?:\\w+ ){0,4}from',
  'mov(?:e|es|ed|ing) (?:\\w+ ){0,6}into',
  'attach(?:es|ed|ing)?',
  'cho(?:se|oses?|osing|sen)',
  'opt(?:s|ed|ing)? for',
  'pick(?:s|ed|ing)',
  'select(?:s|ed|ing)?',
  'turn(?:s|ed|ing)? to',
  '(?:li(?:ves?|ved|ving)|sits?|sat|sitting) (?:\\w+ )?(?:on|in|behind|atop|inside)',
  'held in',
  'hold(?:s|ing)? (?:\\w+ ){0,3}in',
  '(?:communicat|reconcil|synchroni[sz]|replicat|serializ|encod|cach|index|publish|writ|expos|serv|train|fine-tun|validat|monitor|encrypt|authenticat|coordinat|schedul|cod|render)(?:e|es|ed|ing|s|ten)? (?:\\w+ ){0,4}(?:via|through|over|using|with|by|from|to|into|in|on)',
  'resum(?:e|es|ed|ing) from',
  'packag(?:e|es|ed|ing) (?:\\w+ ){0,3}(?:as|into|with)',
  'via',
  'by way of',
  'on top of',
  'atop',
  'with the help of',
  'through',
]

const BUILT_ON = [
  '(?:was |is |are |were )?(?:built|based|constructed|implemented|written|developed|rewritten|layered|running|designed|architected|modell?ed|powered|backed|driven|orchestrated|hosted|managed|fronted|underpinned|compiled) (?:\\w+ )?(?:directly |entirely |natively |solely |purely )?(?:on top of|on|in|with|around|atop|by|via|over|upon|using|into|to|from)',
  'a combination of',
]

const BUILT = [
  '(?:has |have |had )?(?:recently |newly |also |internally |just |first )*(?:built|builds|building|created|creates|developed|develops|engineered|introduced|introduces|introducing|launched|launches|launching|released|releases|releasing|unveiled|unveils|announced|announces|announcing|designed|open[- ]?sourced|open[- ]?sources|open[- ]?sourcing|shipped|ships|shipping|proposed|proposes|published|debuted|architected|authored|pioneered|invented|previewed|rolled out|rolling out|constructed|prototyped|devised|formulated|presented|detailed|crafted|dubbed|formed|offers|offered|offering|wrote|written)',
]

/** Verbs that lead straight to their object. */
export const DEEDS: readonly { type: 'built' | 'acquired' | 'partnered-with'; pattern: RegExp }[] = [
  { type: 'built', pattern: words(...BUILT) },
  {
    type: 'acquired',
    pattern: words(
      'acquir(?:e|es|ed|ing)',
      '(?:the )?acquisition of',
      'bought',
      'buys',
      'merg(?:es|ed|ing) with',
      'takeover of',
    ),
  },
  {
    type: 'partnered-with',
    pattern: words(
      'partner(?:s|ed|ing)? with',
      '(?:in )?(?:partnership|collaboration|cooperation) with',
      'collaborat(?:e|es|ed|ing) with',
      'team(?:s|ed|ing)? up with',
      'work(?:s|ed|ing)? (?:\\w+ )?with',
      'joined forces with',
      'join(?:s|ed|ing)?(?: the)?',
      'co-?(?:developed|designed|created|engineered|built|authored) with',
    ),
  },
]

/** What leads to things that are used, several of them often. `hanging`: the words hang on the noun before them. */
export const USES: readonly { pattern: RegExp; hanging: boolean }[] = [
  { pattern: words(...BUILT_ON), hanging: true },
  { pattern: words(...USED), hanging: false },
]

/** "its multi-tenant ⟦ClickHouse⟧", "their globally distributed ⟦SFU⟧". */
export const POSSESSED =
  /(?:^|\W)(?:its|their|our|the company['’]s|the team['’]s) (?:(?!⟦|(?:off|of|to|from|in|on|for|with|instead|rather|than|and|or|by|using|is|are|was|were|has|had)\b)[\w-]+ |⟦\d+⟧-\w+ ){0,3}$/i

/** "⟦Loom⟧ from ⟦AWS⟧", "⟦Sites⟧, an ⟦OpenAI⟧ product". */
export const MADE_BY =
  /⟦(?<product>\d+)⟧,? (?:(?:an?|the) (?:(?!⟦|\b(?:from|that|which)\b)[\w-]+ ){1,6})?(?:from|by|made by|developed by|built by|created by|maintained by|an?) (?:the )?⟦(?<maker>\d+)⟧(?! \w+ing\b)/g

/** "⟦Flyte⟧, which originated at ⟦Lyft⟧", "⟦vLLM⟧, the engine that began in a lab at ⟦UC Berkeley⟧". */
export const BORN_AT =
  /⟦(?<product>\d+)⟧,? (?:(?:an?|the) (?:(?!⟦)[\w-]+ ){1,5})?(?:which |that )?(?:was |is )?(?:originat(?:ed|es|ing)|began|started|born|conceived|incubated|emerged|developed|created|invented|pioneered)(?: life)? (?:(?!⟦)[\w-]+ ){0,2}(?:at|in|within|inside|by) (?:(?:(?!⟦)[\w-]+ ){0,5}at )?(?:the )?⟦(?<maker>\d+)⟧/g

/** "⟦Cognition⟧, the maker of ⟦Devin⟧", "⟦Astral⟧, the company behind ⟦uv⟧ and ⟦Ruff⟧". */
export const MAKER_OF =
  /⟦(?<maker>\d+)⟧,? (?:the |an? )?(?:(?!⟦)[\w-]+ ){0,2}(?:makers?|creators?|developers?|authors?|vendors?|steward|company|team|startup|firm|lab) (?:of|behind) (?:the )?⟦(?<product>\d+)⟧/g

/** "⟦Griffin⟧, the in-house ML platform": its own, whoever says so. */
export const IN_HOUSE_BEHIND =
  /^,? (?:is |was )?(?:an?|the|its|their) (?:(?!⟦)[\w-]+ ){0,2}(?:in-?house|home-?grown|home-?made|internal|internally built|self-built|bespoke|proprietary|custom-built|own)\b/i

/** "two home-grown libraries, ⟦Luigi⟧", "a home-made tool called ⟦Kamal⟧". */
export const IN_HOUSE_BEFORE =
  /\b(?:in-?house|home-?grown|home-?made|internal|self-built|bespoke|proprietary|custom-built) (?:(?!⟦)[\w-]+ ){0,3}?(?:[\w-]+, |called |named |dubbed |known as |[\w-]+ )[“"(]?$/i

/** "⟦DBProxy⟧, a ⟦Go⟧ service", "⟦Hubris⟧ is a small microkernel in ⟦Rust⟧": what a thing is made of, where that is a language. */
export const MADE_IN =
  /⟦(?<product>\d+)⟧(?:,| is| was|, which is) (?:an?|the|its) (?:(?!⟦)[\w-]+ ){0,4}(?:(?:written |implemented |built )?in )?⟦(?<basis>\d+)⟧(?= [a-z]|[,.;:)]| ?$)/g

/** "⟦Oracle⟧, ⟦NVIDIA⟧ and ⟦Arm⟧ are technology partners". */
export const ARE_PARTNERS =
  /^ (?:is|are|were|as|become|became|serve as|joined as) (?:(?!⟦)[\w-]+ ){0,3}(?:partners?|collaborators?)\b/i

/** "On ⟦AWS Lambda⟧, the company now runs …". */
export const FRONTED = /^(?:On|With|Using|Through|Via|In|Inside|By using) (?:(?!⟦)[\w-]+ ){0,3}⟦(?<used>\d+)⟧,? /

/** "⟦Kubernetes⟧-based ⟦PinCompute⟧", "an ⟦MCP⟧-powered agent (⟦Skipper⟧)". */
export const BASIS =
  /⟦(\d+)⟧[- ](?:based|powered|backed|native|driven|hosted|compatible|style|centric|first) (?:(?!⟦)[\w-]+ ){0,3}\(?[“"]?$/

const NAME = '(?:(?!(?:of|for|in|on|with|from|to|by|using|via|that|where|running)\\b)[\\w-]+ ){0,3}?⟦\\d+⟧'

/** A word between a verb and what it leads to, or the owner of one: "Uber's ledger data". */
const STEP = "(?:⟦\\d+⟧['’]s?|[\\w-]+)"

/** Behind "out of": it is a part of a system that is left, and not the system. */
const NO_PART = '(?! (?:instance|cluster|table|database|primary|server|replica)s?\\b)'

/** Who left what for what: `from` and `to` are the groups. */
export const MIGRATIONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:migrat|mov|transition|switch|shift|port|convert|evolv|pivot|rewrit)(?:e|es|ed|ing|s|ion|ted|ting|ten)?\\b(?: ${STEP}){0,8}? (?:off|from|away from|off of|out of) (?<from>${NAME})${NO_PART}(?:[^.;]{0,60}?\\b(?:to|onto|into|toward|towards|in favou?r of) (?<to>${NAME}))?`,
    'gi',
  ),
  new RegExp(
    `\\b(?:migrat(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|transition(?:s|ed|ing)?|switch(?:es|ed|ing)?) (?:(?!from)${STEP} ){0,7}?(?:to|onto) (?<to>${NAME})(?:[^.;]{0,40}?\\bfrom (?<from>${NAME}))?`,
    'gi',
  ),
  new RegExp(`\\breplac(?:e|es|ed|ing) (?<from>${NAME})[^.;]{0,60}?\\b(?:with|by) (?<to>${NAME})`, 'gi'),
  new RegExp(
    `(?<from>⟦\\d+⟧)(?: [\\w-]+){0,3} (?:was|were|is|are|been|being) (?:\\w+ )?(?:replaced|superseded|succeeded|swapped(?: out)?) (?:by|with|for) (?:a (?:set|fleet|number|group) of )?(?<to>${NAME})`,
    'gi',
  ),
  new RegExp(`\\b(?:swap|trad)(?:s|ped|ping|e|es|ed|ing) (?<from>${NAME})(?: [\\w-]+){0,3} for (?<to>${NAME})`, 'gi'),
  new RegExp(
    `\\b(?:abandon|ditch|drop|deprecat|retir|sunset|leav|phas)(?:s|es|ed|ing|ped|ping|e)?(?: out)? (?<from>${NAME})(?:[^.;]{0,60}?\\b(?:in favou?r of|for) (?<to>${NAME}))?`,
    'gi',
  ),
  /(?<from>⟦\d+⟧) (?:deprecation|retirement|migration|replacement|sunset)\b(?:[^.;]{0,20}?(?<to>⟦\d+⟧) adoption)?/gi,
  /\b(?:took|take|taking|pulled|pull|pulling|got|getting) (?:[^.;⟦]{1,60} )?off (?:of )?(?<from>⟦\d+⟧)/gi,
]

/** "integrated X into its Y": the whole uses the part; "integrated X with Y": the first uses the second. */
export const INTO =
  /(?<![\w-])(?:integrat|embedd?|add|bring|brought|implement|introduc|incorporat|build|built|port)(?:e|es|ed|s|ing)? (?:(?!⟦)[\w-]+ ){0,4}⟦(?<part>\d+)⟧(?!['’]s)(?: (?!⟦|with\b|into\b)[\w-]+| ?\([^()]{0,40}\)){0,3} (?:directly |natively )?(?<link>into|within|in|to|with) (?:(?!⟦)[\w-]+ ){0,3}⟦(?<whole>\d+)⟧(?!['’]s)/gi

/** "X is now available on Y": Y uses X. */
export const AVAILABLE =
  /⟦(?<part>\d+)⟧(?:,? (?:and )?⟦\d+⟧){0,3}(?: (?:is|are|models?))? (?:now )?(?:generally |publicly )?(?:available|live|supported|arrives?|lands?|comes?|launche?s?) (?:on|in|to|through|via|within) (?:the )?(?:⟦\d+⟧['’]s )?⟦(?<whole>\d+)⟧/gi

/** What follows companies that did something together. */
export const JOINT =
  /^ (?:\w+ly |have |has |are |jointly |today )?(?:partner|collaborat|team|join|launch|announc|demonstrat|built|build|develop|introduc|releas|creat|design|sign|work|co-|unveil|expand|form|extend|agree)/i

/** "Azure Linux 4.0, a Fedora-based distro". */
export const APPOSITION =
  /⟦(?<product>\d+)⟧,? (?:an?|the|its|their) (?:(?!⟦)[\w-]+ ){0,3}⟦(?<basis>\d+)⟧-(?:based|powered|backed|native|driven)/g

/** "1,000 ⟦MySQL⟧ shards": who speaks of shards, tables or a fleet runs the thing. */
export const RUN_BY_ITS_USER =
  /^(?:-based)?(?: (?:and|&|\/) ?⟦\d+⟧)? (?:[\w-]+ )?(?:shards?|clusters?|databases?|tables?|schemas?|instances?|fleets?|deployments?|codebases?|monorepos?|backends?|pods?|nodes?|replicas?|partitions?|topics?|brokers?|queries|indexes|indices|queues?|workers?|servers?|services?|jobs?|installations?|environments?|stacks?)\b/i

/** What stands before a name that is not used: the thing left, avoided, or compared with. */
export const NOT_USED =
  /(?:instead of|rather than|unlike|without|replac(?:e|es|ed|ing)|bypass(?:es|ed|ing)?|versus|vs\.?|compared (?:to|with)|beyond|than|not|avoid(?:s|ed|ing)?|eliminat(?:es|ed|ing)|abandon(?:s|ed|ing)?|away from|off|competitors? (?:like|such as)|no longer|traditional(?:ly)?|alternatives? to|contrast to|over) (?:[\w-]+ ){0,3}$/i
