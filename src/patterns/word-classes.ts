/**
 * Noun or verb, told from the ending and a few lists. compromise tells it too, at half a second for loading and as much
 * again for asking; here only the end of a phrase and the word behind an "and" have to be known (docs/patterns.md).
 */

/** Nouns in -ing of the field; any other -ing at the end of a phrase is a verb that lost its object. */
const NOUNS_IN_ING =
  /(?:^|-)(?:accounting|auditing|authoring|autoscaling|balancing|batching|benchmarking|billing|binding|branching|briefing|building|bundling|caching|ceiling|chaining|checking|checkpointing|clustering|coding|computing|coupling|crawling|debugging|decoding|drawing|embedding|encoding|engineering|fencing|filing|financing|finding|fingerprinting|firing|forecasting|gaming|grounding|handling|hashing|hosting|imaging|indexing|labeling|labelling|learning|licensing|linking|listing|locking|logging|manufacturing|mapping|matching|meeting|messaging|modeling|modelling|monitoring|morning|multithreading|naming|networking|offering|onboarding|parsing|partitioning|peering|phishing|planning|polling|pooling|prefetching|pricing|processing|profiling|programming|prompting|provisioning|pruning|publishing|queueing|queuing|ranking|reasoning|recording|rendering|reporting|ring|routing|sampling|sandboxing|scaling|scheduling|scoring|scraping|screening|scripting|searching|sending|serving|setting|sharding|signing|spelling|spending|staffing|staging|steering|streaming|string|swapping|switching|tagging|testing|thing|thinking|throttling|tiering|timing|tooling|tracing|tracking|trading|training|tuning|understanding|versioning|warning|weighting|wiring|writing)$/
const NOUNS_IN_ATE =
  /(?:^|-)(?:aggregate|candidate|certificate|climate|crate|date|delegate|duplicate|estimate|gate|mandate|plate|predicate|rate|state|substrate|surrogate|template|update)$/
/** Pasts and participles that are nouns as well. */
const PARTICIPLES =
  /^(?:became|been|begun|bought|brought|built|came|caught|chosen|did|done|drawn|drew|driven|fell|felt|found|gave|given|gone|got|grew|grown|had|held|hidden|kept|knew|known|laid|left|lost|made|meant|met|paid|put|ran|rewritten|said|sat|saw|seen|sent|shown|shut|slept|sold|sought|spent|spoken|stood|stuck|sunk|taken|taught|thought|threw|told|took|understood|unknown|went|woken|won|written|wrote)$/
/** Neither nouns nor their endings give them away. */
const OTHERS =
  /^(?:sooner|earlier|later|better|easier|harder|slower|cheaper|simpler|about|abroad|again|ago|ahead|alike|allow|alone|alongside|already|always|and|anew|apart|are|aside|ask|attempt|attempted|avoid|away|back|become|before|behind|below|beyond|big|bring|broad|build|can|cannot|cheap|choose|clean|clear|close|closer|closest|coarse|cold|complex|concurrent|could|dark|decide|deep|define|deploy|determine|do|does|down|draw|due|each|easy|either|else|enable|ensure|every|everywhere|exclude|expand|explore|express|extend|far|fast|faster|fewer|find|finer|firm|flat|forward|free|full|further|generic|get|give|go|good|great|handle|hard|heavy|help|high|higher|huge|identify|if|improve|include|incorporate|inform|install|integrate|introduce|invoke|join|keep|know|large|larger|late|leave|let|live|long|longer|loose|low|lower|main|maintain|make|may|might|minor|move|must|near|nearby|next|no|nor|now|off|often|once|onto|open|out|outside|perform|pose|prevent|prior|protect|prove|provide|pure|put|quick|rare|raw|reach|read|ready|real|reduce|rely|remain|remote|remove|replace|require|resolve|retain|retrieve|rich|robust|safe|scrubbed|secure|see|seem|separate|serve|severe|shall|share|short|should|similar|simple|slow|small|smaller|smart|soft|solve|soon|spare|sparse|steep|straight|strict|strong|sure|take|tend|tight|tiny|today|together|tomorrow|too|true|try|under|unlike|unlock|until|up|upon|upstream|vast|warm|weak|well|what|which|whole|wide|will|with|would|write|wrong|yet)$/
/** Endings of adjectives. */
const ADJECTIVE =
  /(?:ic|al|ive|ous|able|ible|ary|less|ful|wide|based|driven|aware|native|ready|scale|grade|level|time|party|source|first|free|agnostic|specific|friendly)$/
const NOUN_ALL_THE_SAME =
  /^(?:traffic|logic|topic|metric|signal|terminal|portal|interval|renewal|removal|retrieval|approval|proposal|arrival|capital|credential|withdrawal|material|potential|archive|drive|primitive|directive|narrative|objective|alternative|initiative|variable|table|executable|cable|library|binary|boundary|vocabulary|summary|dictionary|fabric|heuristic|diagnostic|music|clinic|time|runtime|downtime|uptime|realtime|lifetime|scale|grade|level|party|source|resource|upscale|middle|canary|adversary|goal|total|trial|tutorial|journal|protocol|interface|proxy|arithmetic|analytic|timetable|principal|appeal|deal|hospital|manual|rental|referral|refusal|disposal|incentive|perspective|representative|secretary|commentary|glossary|salary|diary|panic|mechanic|critic|magic)$/
const NOUN = /(?:tion|sion|ment|ity|ness|ance|ence|ship|age|ure|ware|ism|ogy|work|base|form|model|data|code|agent)$/

/** Whether a phrase ends on a noun, a name or a figure. */
export function endsOnNoun(phrase: string): boolean {
  const words = phrase.replace(/["”’']+$/, '').split(' ')
  const last = words.at(-1) ?? ''
  if (/[A-Z0-9%]/.test(last)) return true
  if (last === '' || PARTICIPLES.test(last) || OTHERS.test(last)) return false
  if (/ed$/.test(last)) return /(?:speed|seed|feed|embed|bed|weed|need|breed|testbed)$/.test(last)
  if (/ing$/.test(last)) return NOUNS_IN_ING.test(last)
  if (
    /(?:ate|ify|ize|ise)$/.test(last) &&
    !/(?:prise|noise|exercise|promise|premise|compromise|expertise|size|prize|otherwise)$/.test(last)
  )
    return NOUNS_IN_ATE.test(last)
  if (NOUN.test(last) || NOUN_ALL_THE_SAME.test(last)) return true
  if (ADJECTIVE.test(last) || /(?:[^eo]nt|ly)$/.test(last)) return NOUNS_IN_NT.test(last)
  if (/[^sui]s$/.test(last)) return !/^(?:that|which|who|it|[a-z]+ly)$/.test(words.at(-2) ?? '')
  return true
}
const NOUNS_IN_NT =
  /(?:ment|client|tenant|agent|component|constraint|endpoint|checkpoint|point|content|footprint|print|blueprint|sprint|front|account|amount|count|discount|event|percent|patient|variant|assistant|grant|plant|hint|joint|mint|lint|intent|incident|accident|gradient|ingredient|participant|consultant|patent|parent|student|accountant|tent|extent|paint|complaint|restraint|fingerprint|invariant|constant|quotient|coefficient|antecedent|argument|document|fault|lead|assembly|reply|supply|family|anomaly|monopoly)$/

/** Whether a word in -ing is as often a noun: "caching", "routing". */
export function isNounInIng(word: string): boolean {
  return NOUNS_IN_ING.test(word)
}

/** A past tense by its form. */
export function isPastForm(word: string): boolean {
  return /(?:[^e]ed|built|wrote|split|cut|put|sent|moved|made|ran)$/.test(word)
}

/** Verbs in their bare form that are seldom nouns where a verb may stand. */
export function isBareVerb(word: string): boolean {
  return BARE.test(word) || ONLY_BARE.test(word)
}
const BARE =
  /^(?:abstract|append|attach|block|cache|capture|catch|check|classify|compile|compress|conduct|convert|couple|decouple|decrypt|encrypt|encode|expose|filter|fetch|forward|inject|inspect|intercept|isolate|load|map|mask|merge|mirror|monitor|offload|orchestrate|parse|partition|persist|poll|propagate|query|record|redact|replay|replicate|retrieve|rewrite|route|sandbox|scan|schedule|score|segment|shard|sign|simulate|spawn|spin|split|stream|summarize|swap|synchronize|tag|throttle|trace|translate|transcribe|validate|verify|restrict|reject|deny|flag|prune|provision|throttle|execute|reproduce|downgrade)$/

/** Third persons that are no plural of a noun. */
const ONLY_VERBS =
  /^(?:accepts|adds|allows|applies|assigns|avoids|becomes|brings|cuts|covers|creates|delivers|deploys|detects|determines|dispatches|drives|drops|eliminates|embeds|enables|enforces|ensures|executes|exposes|extends|fetches|gives|goes|grows|handles|happens|occurs|exists|depends|arrives|remains|means|comes|helps|improves|includes|injects|introduces|invites|keeps|leaves|lets|lowers|maintains|makes|moves|opens|passes|performs|prevents|produces|protects|proves|provides|puts|reads|reduces|relies|removes|replaces|requires|resolves|retains|returns|reuses|routes|runs|saves|scales|sends|serves|sits|slots|solves|splits|stores|supports|takes|ties|transforms|turns|uses|verifies|writes)$/
const NOUNS_IN_ATES =
  /(?:^|-)(?:isolates|substrates|mandates|climates|states|rates|templates|certificates|updates|candidates|gates|dates|duplicates|aggregates|delegates|estimates|predicates|crates)$/
const ONLY_BARE =
  /^(?:add|allow|apply|assign|avoid|become|bring|create|deliver|deploy|detect|determine|dispatch|eliminate|embed|enable|enforce|ensure|execute|expose|extend|fetch|find|generate|give|go|grow|handle|help|improve|include|inject|introduce|keep|leave|let|lower|maintain|make|manage|move|perform|prevent|produce|protect|prove|provide|put|reach|reduce|rely|remove|replace|require|resolve|retain|reuse|rotate|run|save|scale|send|serve|solve|store|take|track|transform|turn|use|verify|write)$/
const DETERMINER = /^(?:a|an|the|its|their|all|each|every|any|no|multiple|several|that|which)$/

/** Plurals of those who do or what does; verbs in -ers and -ors are few. */
const DOERS = /(?:ers|ors)$/
const VERBS_IN_ERS =
  /^(?:alters|anchors|answers|authors|buffers|considers|covers|delivers|discovers|empowers|engineers|enters|favors|filters|gathers|layers|lowers|mirrors|monitors|offers|orders|powers|recovers|refactors|refers|registers|renders|sponsors|suffers|transfers|triggers|uncovers)$/

/** Whether a word in -s behind a name is a plural ("WriteGuard interceptors validate …"), not a verb. */
export function isPluralOfDoers(word: string, next: string | undefined): boolean {
  if (!/^[a-z-]+[^s]s$/.test(word)) return false
  if (DOERS.test(word) && !VERBS_IN_ERS.test(word)) return true
  return (
    next !== undefined &&
    (isInfinitive(next, undefined) ||
      /^(?:are|were|have|can|could|will|would|may|must|should|which|that|validate|operate)$/.test(next))
  )
}

/** Whether the word behind an "and" is a second verb: "and replaces the …", not "and replicas". */
export function isThirdPerson(word: string, next: string | undefined): boolean {
  if (!/^[a-z-]+[^s]s$/.test(word)) return false
  if (ONLY_VERBS.test(word) || /(?:izes|ifies)$/.test(word)) return true
  if (/ates$/.test(word)) return !NOUNS_IN_ATES.test(word)
  return next !== undefined && DETERMINER.test(next)
}

/** The same, when an "and" stands before: a plural is seldom followed by one more noun ("and maps external groups to …"). */
export function isThirdPersonAfterAnd(word: string, next: string | undefined): boolean {
  if (isThirdPerson(word, next)) return true
  if (!/^[a-z-]+[^s]s$/.test(word) || next === undefined || !/^[a-z-]+$/.test(next)) return false
  if (isBareVerb(word.slice(0, -1)) && !AFTER_PLURAL.test(next)) return true
  return (
    /^(?:blocks|caches|computes|logs|plans|transfers|triggers|speaks|copies|parses|decides|chooses|maps|monitors|orchestrates|outputs|streams|tracks|loads|filters|matches|records|signs|checks|tests|ships|caps|limits|queries|ranks|scores|splits|batches|builds)$/.test(
      word,
    ) && !AFTER_PLURAL.test(next)
  )
}
const AFTER_PLURAL =
  /(?:ed|ing|ly)$|^(?:of|in|on|at|by|for|with|from|into|over|under|across|between|to|and|or|that|which|as|while|when|are|is|were|than|per|via)$/

/** The same after an infinitive: "to secure its systems and rotate …". */
export function isInfinitive(word: string, next: string | undefined): boolean {
  if (!/^[a-z-]+$/.test(word) || /(?:s|ed|ing|ly)$/.test(word)) return false
  if (ONLY_BARE.test(word) || /(?:ize|ify)$/.test(word)) return true
  if (/ate$/.test(word)) return !NOUNS_IN_ATE.test(word)
  return next !== undefined && DETERMINER.test(next) && !/^(?:that|which)$/.test(next)
}
