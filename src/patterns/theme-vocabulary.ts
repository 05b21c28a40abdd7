/**
 * Stems that make a clause recognisably about a failure mode or lesson. The cues of the ontology decide what an entry is
 * about; these only decide which of its clauses shows it, so they are wider. A stem matches at the start of a word.
 */
const STEMS: Record<string, string> = {
  'lesson:circuit-breaker': 'circuit|fail|cut|break|fast',
  'lesson:bulkhead-isolation': 'isolat|blast|cell|partition|contain|separat|segment|tenant|boundar|shard|region',
  'lesson:graceful-degradation': 'fallback|degrad|graceful|backup|stale|default|partial|retry|failover',
  'lesson:timeouts-and-backoff': 'timeout|retry|retries|backoff|jitter|hedg|deadline|wait',
  'lesson:redundancy-and-failover':
    'failover|redundan|replica|region|backup|standby|disaster|recover|multi-region|DR|mirror|secondary',
  'lesson:idempotency': 'idempot|exactly|dedup|replay|repeat',
  'lesson:durable-execution':
    'durable|workflow|orchestrat|checkpoint|resum|state|step|persist|long-running|retry|session|queue|saga',
  'lesson:load-shedding': 'shed|admission|prioriti|drop|reject|throttl|overload',
  'lesson:rate-limiting': 'limit|quota|cap|throttl|budget|token bucket|threshold|rate',
  'lesson:backpressure': 'backpressure|queue|buffer|batch|pull|flow',
  'lesson:autoscaling-and-capacity': 'scal|capacity|provision|forecast|elastic|fleet|instance|cluster|GPU',
  'lesson:sharding': 'shard|partition|vindex|split|keyspace|Vitess',
  'lesson:caching': 'cach|prefetch|preheat|memo|precomput|stale|warm|edge',
  'lesson:local-first': 'local|device|offline|client|browser|on-device|IndexedDB|optimistic|sync',
  'lesson:event-driven': 'event|asynchron|queue|stream|Kafka|publish|subscri|message|CDC|webhook|topic|Pub/Sub|SQS|SNS',
  'lesson:schema-evolution': 'schema|migrat|version|backward|compatib|format|contract|column',
  'lesson:right-datastore':
    'database|stor|index|Postgres|lake|warehouse|table|column|format|Parquet|graph|vector|key-value|data|search|query|queries|S3|Cassandra|ClickHouse|Iceberg|OLTP|OLAP',
  'lesson:decoupling':
    'decoupl|separat|split|isolat|layer|modular|offload|abstract|extract|independent|plane|extern|plugin|replac|detach|unbundl|disaggreg|microservice|monolith|apart|stateless|route',
  'lesson:control-data-plane': 'plane|control|separat|data path|decoupl|manag|policy|policies|orchestrat|coordinat',
  'lesson:gateway-abstraction':
    'gateway|proxy|proxies|layer|interface|abstract|unif|router|rout|provider|protocol|registry|middleware|adapter|broker|SDK|standardize client|API|MCP|connector|wrapper',
  'lesson:platform-engineering':
    'platform|portal|self-service|template|paved|internal|standardi|framework|tool|pipeline|catalog|shared|golden',
  'lesson:edge-and-locality':
    'edge|local|region|locality|near|close|geograph|co-locat|colocat|data center|latency|device|CDN|place',
  'lesson:simplicity':
    'simpl|consolidat|unif|remov|replac|single|fewer|eliminat|flat|merge|collaps|strip|native|drop|end-to-end|deprecat',
  'lesson:progressive-delivery': 'canary|rollout|gradual|staged|phase|percent|progressive|wave',
  'lesson:feature-flags': 'flag|toggle|switch|experiment|A/B',
  'lesson:fast-rollback': 'rollback|revert|restor|immutable|undo|roll|snapshot|version',
  'lesson:automated-testing': 'test|verif|validat|check|CI|regress|fuzz|lint|review|prov|simulat|assert',
  'lesson:infrastructure-as-code':
    'declar|Terraform|GitOps|YAML|manifest|infrastructure|config|code|CDK|template|Kubernetes|IaC',
  'lesson:chaos-testing': 'chaos|inject|fault|drill|game day|simulat|rehears',
  'lesson:observability':
    'observ|trac|monitor|log|telemetr|metric|dashboard|visib|instrument|profil|audit|track|inspect|report|measure|OpenTelemetry',
  'lesson:profiling-and-root-cause':
    'profil|trac|root|caus|flame|diagnos|investigat|found|discover|identif|debug|bisect|pinpoint',
  'lesson:slo-and-alerting': 'SLO|SLA|alert|error budget|page|threshold|target',
  'lesson:incident-learning': 'incident|postmortem|post-mortem|outage|respon|learn|review|mitigat|disclos',
  'lesson:audit-defaults': 'default|audit|unused|disabl|setting|legacy|extraneous|review',
  'lesson:automation-and-toil': 'automat|toil|manual|self|bot|script|agent|generat|remediat',
  'lesson:least-privilege':
    'privileg|permission|scop|role|identit|credential|token|access|IAM|OIDC|authoriz|authent|allow list|allowlist|policy|policies|secret|just-in-time|JIT|delegat|RBAC|grant|short-lived|ephemeral',
  'lesson:sandboxing':
    'sandbox|isolat|microVM|container|enclave|V8|WebAssembly|WASM|VM|boundar|namespace|jail|gVisor|Firecracker|worktree|ephemeral|partition',
  'lesson:defence-in-depth':
    'layer|defen|secur|encrypt|firewall|allow list|perimeter|zero-trust|zero trust|hook|egress|policy|policies|protect|guard|scan|harden|verif|block|WAF',
  'lesson:secret-rotation': 'rotat|secret|key|certificate|credential|token|short-lived|ephemeral|expir',
  'lesson:supply-chain-hardening':
    'supply|dependenc|package|sign|provenance|SBOM|publish|registry|registries|npm|PyPI|OIDC|lock|verif|malicious',
  'lesson:human-in-the-loop':
    'human|approv|review|manual|supervis|confirm|PR|pull request|sign-off|oversight|engineer|clinician|expert|steer',
  'lesson:guardrails':
    'guardrail|polic|safety|filter|moderat|restrict|constrain|limit|block|bound|refus|enforce|safe|classif|prevent|risk|govern|rule',
  'lesson:deterministic-validation':
    'determin|validat|verif|check|rule|schema|formal|compil|static|type|constrain|confin|structured|parser|AST|SQL|code|test|classif|enforce|reasoning|programmatic|bash|python',
  'lesson:context-engineering':
    'context|memory|memories|prompt|token|markdown|session|summar|compact|multi-agent|sub-agent|subagent|instruction|AGENTS|skill|history|knowledge|retriev',
  'lesson:retrieval-grounding':
    'retriev|RAG|ground|search|index|vector|embed|knowledge|semantic|catalog|document|source|citation|graph|lookup|metadata',
  'lesson:evaluation-pipeline':
    'evaluat|benchmark|eval|judge|score|scor|test|regress|metric|measur|rubric|human|experiment|profile',
  'lesson:model-routing':
    'model rout|routes quer|smaller model|tiered|cascade|fallback model|fine-tun|distill|LoRA|nano|mini|ensemble|speciali|dispatch|orchestrator model|lightweight|proxy model|domain-specific',
  'lesson:reduce-contention': 'lock|content|shared|concurren|mutex|atomic|partition|queue|serializ|lease',
  'lesson:batching-and-pruning':
    'batch|prun|skip|compress|dedup|filter|reduc|incremental|lazy|repack|cut|trim|defer|merge|minimi|prefix',
  'lesson:hardware-acceleration':
    'GPU|TPU|NPU|hardware|silicon|kernel|CUDA|chip|accelerat|SIMD|FP8|FP4|quanti|CPU|RTX|tensor|NVLink|DPU|FPGA|processor',
  'lesson:async-non-blocking':
    'async|stream|non-blocking|background|parallel|concurren|queue|pull|defer|bidirectional|WebSocket|preheat|speculativ',
  'lesson:cost-attribution':
    'cost|spend|bill|budget|attribut|token|pric|tag|report|unit|quota|econom|usage|chargeback|invoice|threshold',
  'lesson:team-communication':
    'team|communicat|organi|collaborat|culture|meeting|document|leader|hir|onboard|train|champion|hackathon|adopt|role',
  'lesson:build-vs-buy':
    'open-source|open source|open-sourc|vendor|buy|bought|in-house|bespoke|homegrown|acqui|fork|donat|licen|propriet|self-host',
  'failure-mode:tail-latency': 'latenc|slow|tail|p9|delay|second|ms|millisecond|respons|speed|fast|wait',
  'failure-mode:performance-regression':
    'slow|latenc|perform|regress|degrad|duration|time|throughput|speed|spike|fast|lock',
  'failure-mode:cold-start': 'cold|start|boot|spin|warm|init|launch|millisecond',
  'failure-mode:cost-overrun': 'cost|bill|spend|expens|budget|token|pric|econom|\\$|cheap',
  'failure-mode:context-degradation': 'context|token|memory|prompt|window|session|compact|summar|markdown',
  'failure-mode:hallucination': 'hallucinat|wrong|fabricat|accura|ground|incorrect|verif|invent|halluc|determin|cite',
  'failure-mode:agent-misbehaviour':
    'agent|autonom|runaway|loop|delet|unbounded|overreach|restrict|prohibit|approv|rogue|guard',
  'failure-mode:model-regression': 'model|quality|regress|degrad|drift|accura|prompt|evaluat|drop',
  'failure-mode:prompt-injection': 'inject|prompt|malicious|jailbreak|untrusted|sanitiz|instruct|attack',
  'failure-mode:data-leak': 'leak|exfiltrat|PII|sensitive|privacy|expos|confidential|redact|mask',
  'failure-mode:credential-compromise':
    'credential|secret|token|key|password|OIDC|identit|certificate|steal|stolen|leak',
  'failure-mode:supply-chain-attack':
    'supply|package|npm|dependenc|malicious|malware|compromis|publish|sign|OIDC|certificate',
  'failure-mode:access-control-failure':
    'access|permission|role|authoriz|IAM|privileg|scope|identit|token|policy|policies|allow',
  'failure-mode:exploited-vulnerability': 'vulnerab|CVE|patch|bug|attack|zero-day|flaw|malicious',
  'failure-mode:ddos-and-abuse': 'scrap|bot|abuse|DDoS|attack|traffic|spam|rate|crawl|flood',
  'failure-mode:tight-coupling':
    'coupl|monolith|legacy|decoupl|split|separat|depend|migrat|modular|replac|rewr|brittle|rigid|bespoke',
  'failure-mode:single-point-of-failure':
    'single|central|bottleneck|shard|unsharded|failover|replica|redundan|depend|migrat',
  'failure-mode:vendor-lock-in':
    'lock|vendor|portab|provider|open|propriet|agnostic|neutral|standard|switch|exit|migrat|self-host',
  'failure-mode:alert-fatigue': 'manual|toil|alert|automat|noise|hours|repetit|triage|overwhelm|burden|agent',
  'failure-mode:process-breakdown':
    'process|coordinat|communicat|silo|fragment|manual|handoff|team|document|align|review|approv|workflow|adopt',
  'failure-mode:cascading-failure': 'cascad|outage|fail|spread|incident|downtime|disrupt|degrad|failover',
  'failure-mode:traffic-surge': 'traffic|spike|surge|peak|burst|load|demand|concurren|scal',
  'failure-mode:capacity-shortfall': 'capacity|shortage|GPU|power|limit|demand|provision|scal|constrain|bottleneck',
  'failure-mode:resource-exhaustion': 'memory|CPU|limit|exhaust|starv|out-of-memory|OOM|disk|quota|leak|GPU|resource',
  'failure-mode:memory-leak': 'leak|memory|starv|cgroup|zombie|grow|accumulat|OOM',
  'failure-mode:lock-contention': 'lock|mutex|content|block|serializ|wait|concurren',
  'failure-mode:race-condition': 'race|concurren|overwrit|order|conflict|parallel|lock|simultaneous',
  'failure-mode:software-bug': 'bug|defect|crash|fault|fix|flaw|regress|error|panic',
  'failure-mode:cache-failure': 'cach|stale|evict|miss|invalidat|warm',
  'failure-mode:observability-gap': 'observ|visib|blind|monitor|log|trac|metric|telemetr|black',
  'failure-mode:default-settings': 'default|setting|unused|disabl|audit|config|legacy',
  'failure-mode:data-corruption': 'corrupt|inconsist|wrong|integrit|duplicate|mismatch|stale|data',
  'failure-mode:region-outage': 'region|outage|zone|provider|failover|disaster|recover|multi',
}
const compiled = new Map<string, RegExp[] | null>()

/** How many distinct words of a text speak of the label; null where no vocabulary is known (a user's own label). */
export function speaksOf(id: string, text: string): number | null {
  let expressions = compiled.get(id)
  if (expressions === undefined) {
    const stems = STEMS[id]?.split('|')
    expressions = stems === undefined ? null : compile(stems)
    compiled.set(id, expressions)
  }
  if (expressions === null) return null
  const words = expressions.flatMap((expression) => text.match(expression) ?? [])
  return new Set(words.map((word) => word.toLowerCase())).size
}

/** Acronyms and short stems match whole words only, or "CI" would be in "circuit" and "log" in "logic". */
function compile(stems: string[]): RegExp[] {
  const long = stems.filter((stem) => stem.length > 3 && !/[A-Z]/.test(stem))
  const short = stems.filter((stem) => stem.length <= 3 && !/[A-Z]/.test(stem))
  const names = stems.filter((stem) => /[A-Z]/.test(stem))
  return [
    ...(long.length > 0 ? [new RegExp(`(?<!\\w)(?:${long.join('|')})`, 'gi')] : []),
    ...(short.length > 0
      ? [new RegExp(`(?<!\\w)(?:${short.join('|')})(?:s|es|ed|ing|ped|ping|ged|ging)?(?!\\w)`, 'gi')]
      : []),
    ...(names.length > 0 ? [new RegExp(`(?<!\\w)(?:${names.join('|')})s?(?!\\w)`, 'g')] : []),
  ]
}
