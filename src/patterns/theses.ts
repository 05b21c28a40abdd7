/** A line of thought that several labels serve together. */
export interface Thesis {
  /** An entry must be about one of these, or speak of it. */
  labels: string[]
  /** What a clause must speak of for the claims to hold of it. */
  shows: RegExp
  /** What clause or title must speak of besides: a claim about agents needs an agent. */
  about?: RegExp
  /** What forbids it: things that are brought together are not taken apart. */
  not?: RegExp
  /** Its words say so much by themselves that the entry may be about something else. */
  anywhere?: boolean
  /** Claims for instances that all say the same word, by its first letters. */
  alike?: Record<string, string[]>
  /** What went wrong, rather than what was done. */
  failure?: boolean
  claims: string[]
}

const MODELS =
  /\b(?:agents?(?!-)|agentic|LLMs?|models?|AI|GPT|Claude|Codex|ChatGPT|Copilot|Gemini|bots?|prompts?|chat)\b/i

/** A fall, and by or to what figure; what rises saves nothing. */
const FELL = '(?:cut|reduc|slash|lower|shrank|shrunk|shrink|trimm|halv|dropp|eliminat|fell|fall)'
const FIGURE =
  '(?:\\d%|\\d ?x\\b|\\bby \\S*\\d|\\bto \\S*\\d|from \\S+ to \\S+|from \\S*\\d.* to|\\d (?:seconds|minutes|hours|ms))'

/**
 * What editors see across labels: a sandbox, an approval step and a validator are three answers to one question. The
 * labels say what an entry is about, `shows` whether the clause itself bears the claim out; claims say no more than what
 * each such clause implies, hold no name, figure or capital but the first, and read on behind "Whether it is …,".
 */
export const THESES: Record<string, Thesis> = {
  'checked-models': {
    labels: [
      'lesson:deterministic-validation',
      'lesson:guardrails',
      'lesson:evaluation-pipeline',
      'lesson:automated-testing',
      'lesson:human-in-the-loop',
      'failure-mode:hallucination',
      'failure-mode:model-regression',
      'failure-mode:agent-misbehaviour',
    ],
    shows:
      /\b(?:deterministic\w*|formal(?:ly)?|[Rr]easoning checks|valid(?:at\w+|ity)|verif\w+|approv\w+|human-in-the-loop|human review|review(?:s|ed|ers?)?\b|classif\w+|guardrails?|safeguards?|interceptors?|evaluators?|test suites?|versioned datasets?|filesystem|markdown files?|Python variables|prov(?:e|es|ing) )/,
    about: MODELS,
    claims: [
      'Models are being surrounded with software and people that can hold them to account',
      'Checks outside the model decide what becomes of its output',
      'The trust that models do not earn goes to the machinery around them',
      'Reliability is being added around the model rather than expected from it',
    ],
  },
  'plain-tools': {
    labels: [
      'lesson:deterministic-validation',
      'lesson:retrieval-grounding',
      'lesson:context-engineering',
      'lesson:simplicity',
      'failure-mode:hallucination',
      'failure-mode:context-degradation',
      'failure-mode:observability-gap',
    ],
    shows:
      /\b(?:filesystem|markdown files?|bash|Python (?:variables|scripts|functions|code|expressions|Code)|SQL|JavaScript|lookup tables?|deterministic|plain text|static files|structured metadata|language servers?)\b/i,
    about: MODELS,
    claims: [
      'Models are made to lean on plain files, code and queries',
      'Old and legible tools hold up the new models',
      'State and lookups move out of the model and into ordinary software',
    ],
  },
  'bounded-agents': {
    labels: [
      'lesson:guardrails',
      'lesson:human-in-the-loop',
      'lesson:sandboxing',
      'lesson:least-privilege',
      'lesson:bulkhead-isolation',
      'lesson:deterministic-validation',
      'lesson:rate-limiting',
      'lesson:cost-attribution',
      'failure-mode:agent-misbehaviour',
      'failure-mode:prompt-injection',
    ],
    shows:
      /\b(?:sandbox\w*|isolat\w+|microVMs?|approv\w+|human-in-the-loop|guardrails?|polic(?:y|ies)|read-only|restrict(?:s|ed|ing)|spend caps?|permissions?|authoriz\w+|allow ?lists?|prohibit\w*|confin\w+|enclaves?|intercept\w*|interceptors?|default-closed)\b/i,
    not: /\b(?:prob(?:e|ed|ing)|solicit|bount)/i,
    about: MODELS,
    alike: {
      isolat: [
        'Agents are being run in isolation before they are trusted with anything',
        'Isolation is the condition on which agents may act',
      ],
      approv: ['A human approval stays between what a model proposes and what happens'],
    },
    claims: [
      'What an agent may do is decided outside the agent',
      'Autonomy comes only with boundaries that the platform enforces',
      'The platform sets the limits within which a model may act',
      'Boundaries are being built around models instead of being asked of them',
    ],
  },
  gateways: {
    labels: [
      'lesson:gateway-abstraction',
      'lesson:cost-attribution',
      'lesson:decoupling',
      'lesson:control-data-plane',
      'failure-mode:vendor-lock-in',
      'failure-mode:cost-overrun',
      'failure-mode:data-leak',
    ],
    shows:
      /(?<!-)\b(?:gateways?|prox(?:y|ies)(?! models?)|unif(?:y|ies|ied|ying) (?:access|API|Model API|interface)|[Uu]nified (?:Model )?API|single (?:API|binding|interface|endpoint)|abstract\w* |abstraction layer|standardiz\w+ client|centralized registry|middleware|a standard (?:file system )?interface|central\w+ (?:API|control))\b|AI\.run/i,
    alike: {
      gatewa: [
        'The gateway is taking on work that applications used to do for themselves',
        'More is being asked of the gateway than to pass requests on',
      ],
    },
    claims: [
      'Complexity is moving out of application code and into the layer in between',
      'The layer between caller and provider takes over work that each client used to do',
      'A layer in between spares callers the details behind it',
    ],
  },
  'layers-apart': {
    anywhere: true,
    labels: [
      'lesson:decoupling',
      'lesson:control-data-plane',
      'lesson:bulkhead-isolation',
      'lesson:right-datastore',
      'lesson:event-driven',
      'lesson:sharding',
      'lesson:context-engineering',
      'failure-mode:tight-coupling',
    ],
    shows:
      /\b(?:decoupl\w+|separat(?:e|es|ed|ing)\b|split(?:s|ting)? (?:the|its|a)|offload\w*|extract(?:s|ed|ing)? (?:the|its|core|logic)|externaliz\w+|disaggregat\w+|out of (?:the|its)|from the core|instead of inside)/i,
    not: /\b(?:centrali[sz]|consolidat|unif|merg|extend)/i,
    claims: [
      'What used to be one piece comes apart along its seams',
      'Concerns that grew together are being pulled into parts that can change on their own',
      'The recurring move is to separate what changes for different reasons',
      'Pulling apart what had grown into one is what makes room to change it',
    ],
  },
  'folded-in': {
    labels: [
      'lesson:simplicity',
      'lesson:durable-execution',
      'lesson:gateway-abstraction',
      'lesson:right-datastore',
      'lesson:platform-engineering',
      'lesson:decoupling',
      'lesson:edge-and-locality',
      'lesson:context-engineering',
      'failure-mode:tight-coupling',
    ],
    shows:
      /\b(?:natively (?:in|into|inside|within|on)\b|embed(?:s|ded|ding)? |directly (?:into|within)\b|consolidat\w+|end-to-end|in-database|speech-to-speech|collaps\w+|fold(?:s|ed|ing)|built on (?:Durable|top))/i,
    not: /\b(?:changelog|catalog|pricing|offer|stream|data center|CLI)\b/i,
    claims: [
      'Machinery that used to stand beside the product moves into it',
      'Glue between services is giving way to capability built in where the work happens',
      'Stacks get shorter as capability moves into the part that needs it',
      'Capability is being built into the place where it is used',
    ],
  },
  'hidden-causes': {
    anywhere: true,
    labels: [
      'failure-mode:performance-regression',
      'failure-mode:lock-contention',
      'failure-mode:memory-leak',
      'failure-mode:resource-exhaustion',
      'failure-mode:default-settings',
      'failure-mode:noisy-neighbour',
      'failure-mode:race-condition',
      'failure-mode:software-bug',
      'failure-mode:model-regression',
      'failure-mode:cache-failure',
      'lesson:profiling-and-root-cause',
    ],
    shows:
      /\b(?:trac(?:ed|ing) (?:the|its|[a-z]+ (?:weeks|days|months))|found that|root cause|identif(?:ied|ying) (?:a|the|three|two)|culprit|pinpoint\w*|mutex|exclusive (?:mutex )?lock|leaks?\b|leaked|starv\w+|contention)/i,
    not: /\b(?:eliminat|replac|disabl|mitigat|prevent|avoid)/i,
    failure: true,
    claims: [
      'What went wrong came down to causes that can be named',
      'Failures were traced back to a specific cause',
      'Behind the trouble in production stood details that can be named',
    ],
  },
  'narrower-trust': {
    anywhere: true,
    labels: [
      'lesson:least-privilege',
      'lesson:secret-rotation',
      'lesson:supply-chain-hardening',
      'lesson:defence-in-depth',
      'failure-mode:credential-compromise',
      'failure-mode:supply-chain-attack',
      'failure-mode:access-control-failure',
    ],
    shows:
      /\b(?:short-lived|ephemeral|permissions?|OIDC|OpenID|allow ?lists?|IAM|identit(?:y|ies)|delegat\w+|just-in-time|JIT|RBAC|SCIM|authoriz\w+|role-chaining|group-based access|trusted publishing)\b/i,
    // A request that is signed is not decided upon.
    not: /\b(?:input|context|LLM|1M|256[Kk]?|output|inference) tokens?|tokens? (?:footprint|usage|window)|\bsignatures?\b/i,
    claims: [
      'Standing trust is giving way to identity that is checked at each access',
      'Access depends on who asks and what for',
      'Trust comes in smaller grants',
      'Identity is becoming the point at which access is decided',
    ],
  },
  'tighter-boundaries': {
    anywhere: true,
    labels: [
      'lesson:least-privilege',
      'lesson:secret-rotation',
      'lesson:supply-chain-hardening',
      'lesson:sandboxing',
      'lesson:bulkhead-isolation',
      'lesson:defence-in-depth',
      'failure-mode:credential-compromise',
      'failure-mode:supply-chain-attack',
      'failure-mode:access-control-failure',
      'failure-mode:noisy-neighbour',
    ],
    shows:
      /\b(?:short-lived|ephemeral|temporary permission|OIDC|OpenID|allow ?lists?|IAM|delegat\w+|just-in-time|JIT|RBAC|SCIM|authoriz\w+|role-chaining|group-based access|trusted publishing|sandbox\w*|isolates?\b|isolated|isolation|microVMs?|enclaves?|identity propagation|default-closed)\b/i,
    not: /\bsignatures?\b/i,
    claims: [
      'Broad, standing trust gives way to boundaries drawn around each task and identity',
      'Security boundaries are being drawn tighter and closer to the work',
      'Trust comes in smaller pieces and within harder walls',
      'The platform itself narrows down who and what may touch a system',
    ],
  },
  'common-protocol': {
    anywhere: true,
    labels: [],
    shows: /\b(?:MCP|Model Context Protocol|Agent2Agent|A2A)\b/,
    claims: [
      'A common protocol is becoming the way in which agents reach tools and data',
      'Agents get one way to speak to the systems around them',
      'What connects agents with existing systems is becoming a shared protocol',
    ],
  },
  isolation: {
    anywhere: true,
    labels: [
      'lesson:sandboxing',
      'lesson:bulkhead-isolation',
      'failure-mode:noisy-neighbour',
      'failure-mode:exploited-vulnerability',
      'failure-mode:race-condition',
    ],
    shows:
      /\b(?:sandbox\w*|isolat\w+|microVMs?|enclaves?|partition(?:s|ed|ing)|worktrees?|per-tenant|compartment\w*)\b/i,
    claims: [
      'Isolation comes before trust',
      'Code is being given walls of its own before it is given rights',
      'What runs side by side is being kept from touching',
    ],
  },
  latency: {
    labels: [
      'lesson:caching',
      'lesson:edge-and-locality',
      'lesson:local-first',
      'lesson:async-non-blocking',
      'lesson:timeouts-and-backoff',
      'failure-mode:tail-latency',
      'failure-mode:cold-start',
    ],
    shows:
      /\b(?:cach(?:e|es|ed|ing)\b|edge|local-first|locally|(?:reduc|cut|lower|slash|minimi|bypass|hid)\w* [^,]*latency|nearest|closest|prefetch\w*|preheat\w*|co-locat\w+|network hops?|milliseconds?|ms\b|speculative\w*|on-device|in-memory|SFU|p99|stale-while-revalidate|replicas?\b)/i,
    claims: [
      'The work goes into what a request has to wait for',
      'The answer to latency is to change where or when the work is done',
      'Waiting is avoided by where the work is done and by what is kept ready',
    ],
  },
  cost: {
    labels: [
      'lesson:cost-attribution',
      'lesson:model-routing',
      'lesson:batching-and-pruning',
      'lesson:rate-limiting',
      'failure-mode:cost-overrun',
      'failure-mode:capacity-shortfall',
    ],
    shows:
      /\b(?:costs?|spend\b|spend caps?|spending|(?<!\b(?:retry|error) )budgets?|cheaper|pricing|billing|bills?\b|quotas?|token (?:footprint|usage|consumption)|utili[sz]ation|on-demand inference|cost attribution)\b/i,
    not: /\b(?:expensive data replication|maintenance costs)\b/i,
    claims: [
      'Cost has become something that the architecture measures and limits',
      'Spending is a property of the design',
      'The bill is being brought under the control of the system that runs it up',
    ],
  },
  'fitted-models': {
    labels: [
      'lesson:model-routing',
      'lesson:hardware-acceleration',
      'failure-mode:cost-overrun',
      'failure-mode:tail-latency',
    ],
    shows:
      /\b(?:smaller|lightweight (?:[a-z]+ )?models?|nano|mini|distill\w*|fine-tun\w+|Fine-Tuning|LoRA|tiered|ensemble|proxy model|orchestrator model|subagents?|\d+B\b|speciali[sz]ed (?:AI )?models?|domain-specific models?|micro-models?|quanti[sz]\w+|mixture of experts)/i,
    not: /\bcach/i,
    about: MODELS,
    claims: [
      'Models are fitted to the task rather than taken at their largest',
      'The single general model gives way to ones that are tuned, paired or sized for the job',
      'A model is being shaped by the job that it is to do',
    ],
  },
  context: {
    labels: [
      'lesson:context-engineering',
      'lesson:retrieval-grounding',
      'lesson:right-datastore',
      'failure-mode:context-degradation',
    ],
    shows:
      /\b(?:context\b|memory|summari[sz]\w+|token footprint|markdown|session (?:state|memory)|domain expertise|intermediate data|stale context|Knowledge Base)\b/i,
    not: /\bmemory (?:cgroup|leak|limit)|GPU consumption|in-memory cache|Model Context Protocol/i,
    about: MODELS,
    claims: [
      'Context is managed like the scarce resource that it is',
      'What a model knows is kept outside the prompt until it is needed',
      'Memory is becoming a part of the architecture instead of a longer prompt',
    ],
  },
  grounding: {
    labels: [
      'lesson:retrieval-grounding',
      'lesson:right-datastore',
      'failure-mode:hallucination',
      'failure-mode:observability-gap',
    ],
    shows:
      /\b(?:retriev\w+|Retrieval|hybrid search|vector search|semantic search|vector database|filesystem|Knowledge Base|catalogs?|indexed|source data|RAG)\b/,
    claims: [
      'How well a model answers depends on how its data is searched',
      'Answers are being tied to sources that can be looked up',
      'Finding the right data is the harder half of a good answer',
    ],
  },
  asynchronous: {
    labels: [
      'lesson:event-driven',
      'lesson:async-non-blocking',
      'lesson:backpressure',
      'lesson:durable-execution',
      'failure-mode:tail-latency',
      'failure-mode:traffic-surge',
    ],
    shows:
      /\b(?:async\w*|events?|event-driven|queues?|queue(?:ing|ed)|stream(?:s|ing|ed)?|streaming-first|Kafka|Change Data Capture|CDC|pull-based|background|SNS|SQS|webhooks?)\b/i,
    not: /\bstream\w* (?:the )?(?:game|titles|directly)|output stream/i,
    claims: [
      'Work is moving off the path that somebody waits on',
      'Synchronous calls give way to events, queues and streams',
      'What happens is being passed on piece by piece instead of being asked for',
    ],
  },
  durable: {
    labels: ['lesson:durable-execution', 'lesson:fast-rollback', 'lesson:context-engineering', 'lesson:idempotency'],
    shows:
      /\b(?:durable|Durable|workflows? run|event log|checkpoint\w*|persistence|persist(?:s|ed|ing)|long-running|long-term|session (?:memory|state)|versioned|orchestration|Step Functions|resum\w+|Durable Objects)\b/,
    claims: [
      'State that has to outlive a request gets a home of its own',
      'Long-running work is being given state that outlasts the process',
      'Orchestration is becoming a durable part of the system',
    ],
  },
  layout: {
    labels: [
      'lesson:right-datastore',
      'lesson:sharding',
      'lesson:caching',
      'lesson:batching-and-pruning',
      'lesson:schema-evolution',
      'lesson:reduce-contention',
      'failure-mode:performance-regression',
      'failure-mode:single-point-of-failure',
      'failure-mode:lock-contention',
    ],
    shows:
      /\b(?:index(?:es|ed|ing)?|partition\w*|shard\w*|re-sharding|Parquet|vindex|columnar|on top of (?:its|the)|key-value|repack\w*|primary key|compression|native vector)\b/i,
    claims: [
      'Performance lies in how data is laid out',
      'Storage is being shaped by how it will be read',
      'The way in which data is stored and cut up decides what can be done with it',
    ],
  },
  visible: {
    labels: [
      'lesson:observability',
      'lesson:profiling-and-root-cause',
      'lesson:cost-attribution',
      'lesson:slo-and-alerting',
      'failure-mode:observability-gap',
      'failure-mode:noisy-neighbour',
      'failure-mode:agent-misbehaviour',
    ],
    shows:
      /\b(?:monitoring|metrics|telemetry|observability|instrument\w*|alerts?|audit(?:s|ed|ing)?|log the|traces?\b|tracing|[Rr]eporting|regressions|visibility|profil\w+|consumption|dashboards?)\b/i,
    not: /\bautomatic provisioning|audit overhead/i,
    claims: [
      'What systems do is being made visible at a finer grain',
      'Measurement takes the place of guesswork about running systems',
      'Measurement is moving closer to the thing that has to be understood',
    ],
  },
  automation: {
    labels: [
      'lesson:automation-and-toil',
      'failure-mode:alert-fatigue',
      'lesson:human-in-the-loop',
      'failure-mode:process-breakdown',
    ],
    shows:
      /\b(?:automat(?:e|es|ed|ing|ion)|automated|triage|by hand|manual\w*|code reviews?|pipelines? (?:that|using)|from (?:days|weeks|hours) to)\b/,
    claims: [
      'Pipelines take over work that people repeated by hand',
      'Steps that people used to repeat are being automated',
      'Routine checking and handling is becoming the work of pipelines',
    ],
  },
  hardware: {
    labels: [
      'lesson:hardware-acceleration',
      'failure-mode:capacity-shortfall',
      'failure-mode:power-and-environment',
      'failure-mode:tail-latency',
    ],
    shows:
      /\b(?:GPUs?|TPUs?|RTX|DGX|kernels?|CUDA|Trainium|edge servers|RDMA|silicon|chips?|FP[48]|quanti[sz]\w+|Prefill|KV caches?|NVLink|native binaries)\b/,
    not: /\b(?:streaming|streamed) (?:the )?(?:game|titles)/,
    claims: [
      'The hardware sets the shape of the software above it',
      'Speed is being sought in the match between software and the machine under it',
      'Efficiency is won close to the metal',
    ],
  },
  'open-standards': {
    labels: [
      'failure-mode:vendor-lock-in',
      'lesson:build-vs-buy',
      'lesson:gateway-abstraction',
      'lesson:supply-chain-hardening',
    ],
    shows:
      /\b(?:open-sourc(?:ed|es|ing)|open standard|Linux Foundation|Eclipse Foundation|vendor-neutral|Model Context Protocol|MCP|OpenID|OpenTelemetry|standard Kubernetes|Agent2Agent|Apache 2)\b/,
    claims: [
      'Shared standards take over what private integrations used to do',
      'Common protocols and open code are becoming the ground that products stand on',
      'Open protocols and open code carry what used to be private',
    ],
  },
  'safe-failure': {
    anywhere: true,
    labels: [
      'lesson:graceful-degradation',
      'lesson:redundancy-and-failover',
      'lesson:timeouts-and-backoff',
      'lesson:rate-limiting',
      'lesson:load-shedding',
      'failure-mode:cascading-failure',
      'failure-mode:region-outage',
      'failure-mode:traffic-surge',
      'failure-mode:single-point-of-failure',
    ],
    shows:
      /\b(?:failovers?|fall(?:s|ing)? ?back|fallbacks?|retry|retries|timeouts?|backoff|hedg\w+|redundan\w+|standby|disaster|DR\b|shed\w*|rate limits?|water ?marks?|halt(?:s|ed|ing)|circuit breakers?|retry budgets?)\b/i,
    claims: [
      'Failure is planned for before it happens',
      'Systems are being built with an answer ready for the part that fails',
      'What happens when a part fails is decided in advance',
    ],
  },
  'guarded-data': {
    anywhere: true,
    labels: [
      'failure-mode:data-leak',
      'failure-mode:credential-compromise',
      'failure-mode:exploited-vulnerability',
      'lesson:defence-in-depth',
      'lesson:guardrails',
    ],
    shows:
      /\b(?:redact\w*|REDACTED|PII|encrypt\w+|mask(?:s|ed|ing)?\b|scrub\w*|Zero-Knowledge|DLP|residency|ML-DSA|ML-KEM|post-quantum|Compliance API|sensitive (?:data|environment)|default-closed|independent audit)\b/i,
    claims: [
      'What is sensitive is being protected by the system that handles it',
      'The systems that carry the data take on its protection',
    ],
  },
  'measured-gains': {
    anywhere: true,
    labels: [],
    shows:
      /\b(?:cut|reduc|slash|lower|shrank|shrunk|shrink|increas|improv|boost|achiev|accelerat|trimm|halv|doubl|tripl|dropp|eliminat|rais|fell|fall|rose|ris|climb)\w* .*(?:\d%|\d ?x\b|\bby \S*\d|\bto \S*\d|from \S+ to \S+|from \S*\d.* to|\d (?:seconds|minutes|hours|ms))/i,
    claims: ['The gains come in amounts that can be measured', 'Efficiency is being won in steps that can be measured'],
  },
  'saved-time': {
    anywhere: true,
    labels: [],
    shows: new RegExp(
      `\\b${FELL}\\w* (?=.*\\b(?:latency|latencies|times?|delays?|freshness|p9\\d|seconds|minutes|hours|days|ms)\\b).*${FIGURE}`,
      'i',
    ),
    claims: [
      'Time is what the changes save',
      'Delays are being taken out of running systems',
      'Speed is being won in steps that can be measured',
    ],
  },
  'saved-resources': {
    anywhere: true,
    labels: [],
    shows: new RegExp(
      `\\b${FELL}\\w* (?=.*\\b(?:costs?|spend|spending|bills?|tokens?|memory|storage|size|CPU|GPUs?|footprint|bandwidth|volume|overhead)\\b).*${FIGURE}`,
      'i',
    ),
    claims: [
      'Systems are being made to need less for the same work',
      'The same work is being done with less',
      'Savings are coming out of the design itself',
    ],
  },
  migration: {
    anywhere: true,
    labels: [
      'lesson:schema-evolution',
      'lesson:sharding',
      'lesson:progressive-delivery',
      'lesson:build-vs-buy',
      'failure-mode:schema-migration',
      'failure-mode:version-incompatibility',
      'failure-mode:region-outage',
      'failure-mode:cost-overrun',
    ],
    shows:
      /\b(?:migrat(?:e|es|ed|ing)\b|transition(?:ed|ing) [^,]* from [^,]* to|re-sharding|replacing its|mov(?:ed|ing) (?:its|the) .* to )\b/i,
    claims: [
      'Systems in use move to new foundations',
      'Old foundations are being exchanged under running systems',
      'What already runs is being moved onto something else',
    ],
  },
}
