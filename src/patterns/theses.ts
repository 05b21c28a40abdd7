/** A line of thought that several labels serve together. */
export interface Thesis {
  labels: string[]
  /** What a clause must speak of for the claims to hold of it. */
  shows: RegExp
  claims: string[]
}

/**
 * What editors see across labels: a sandbox, an approval step and a validator are three answers to one question. A thesis
 * is told where three companies show it. Its labels say what an entry is about, `shows` whether the clause bears the claim
 * out; claims say no more than what each label with such a clause implies.
 */
export const THESES: Record<string, Thesis> = {
  'bounded-agents': {
    labels: [
      'lesson:deterministic-validation',
      'lesson:guardrails',
      'lesson:human-in-the-loop',
      'lesson:sandboxing',
      'failure-mode:agent-misbehaviour',
      'failure-mode:prompt-injection',
    ],
    shows:
      /\b(?:sandbox|isolat|valid|verif|approv|human|review|guard|restrict|block|polic|enforc|read-only|snapshot|microVM|deterministic|prevent|limit|interceptor|check|confin|permission|separat)/i,
    claims: [
      'Checks, walls and approvals are going up around what cannot be trusted to behave',
      'Limits are moving out of the prompt and into the machinery around it',
      'Good behaviour is enforced from outside rather than asked for',
      'Free-running automation is giving way to boundaries that hold whatever it does',
    ],
  },
  'layers-apart': {
    labels: ['lesson:decoupling', 'lesson:control-data-plane', 'failure-mode:tight-coupling'],
    // What is brought together is not taken apart.
    shows:
      /^(?!.*\b(?:centrali[sz]|consolidat|unif|extend|merg)).*\b(?:decoupl|separat|split|isolat|offload|extract|mov(?:ed|ing)|rout|extern|plugin|plane|layer|proxy|abstract|out of|apart|instead of|independent|behind)/i,
    claims: [
      'What used to be one piece is being taken apart along its seams',
      'Concerns that grew together are being pulled into parts of their own',
      'Application code is being relieved of what a separate part can carry',
      'The recurring move is to separate what changes for different reasons',
    ],
  },
  'folded-in': {
    labels: ['lesson:simplicity', 'lesson:durable-execution'],
    shows:
      /\b(?:native|embed|direct|unif|consolidat|into|built|inside|in-database|single|replac|remov|eliminat|merg|fold)/i,
    claims: [
      'What used to be separate machinery is being folded into the platform',
      'Glue between services is being absorbed by the platforms beneath them',
      'Stacks are being shortened by building more into the core',
    ],
  },
  'hidden-causes': {
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
    ],
    shows:
      /\b(?:trac|found|discover|identif|stem|caus|root|because|diagnos|culprit|reveal|pinpoint|lock|mutex|leak|bug|race|uncover|regress|starv|contention)/i,
    claims: [
      'Failures are being traced to causes that sat out of sight',
      'The cause lay somewhere other than where it hurt',
      'Trouble in production led back to parts that nobody was watching',
    ],
  },
  'narrower-trust': {
    labels: [
      'lesson:least-privilege',
      'lesson:secret-rotation',
      'lesson:supply-chain-hardening',
      'lesson:sandboxing',
      'failure-mode:credential-compromise',
      'failure-mode:supply-chain-attack',
      'failure-mode:access-control-failure',
    ],
    shows:
      /\b(?:scop|short-lived|ephemeral|isolat|permission|OIDC|OpenID|sandbox|allow ?list|role|IAM|token|credential|secret|identit|sign|delegat|just-in-time|JIT|boundar|encrypt|RBAC|default-closed|access|proof|enclave|authoriz)/i,
    claims: [
      'Shared, standing trust is giving way to narrower grants',
      'Trust is being cut into smaller pieces',
      'Security boundaries are being drawn tighter and closer to the code',
      'Standing credentials and open runtimes are being closed off',
    ],
  },
  'nearer-data': {
    labels: [
      'lesson:caching',
      'lesson:edge-and-locality',
      'lesson:local-first',
      'failure-mode:tail-latency',
      'failure-mode:cold-start',
    ],
    shows:
      /\b(?:cach|edge|local-first|locally|latenc|nearest|nearby|prefetch|preheat|co-locat|index|hop|millisecond|faster|speculativ|on-device|in-memory|replica|SFU|WebSocket|p9\d)/i,
    claims: [
      'Latency is being answered by changing where data lives and when it moves',
      'Speed is being found in the path that data takes',
      'The wait is being engineered out of the data path',
    ],
  },
  'cost-of-compute': {
    labels: [
      'lesson:cost-attribution',
      'lesson:model-routing',
      'lesson:batching-and-pruning',
      'failure-mode:cost-overrun',
      'failure-mode:capacity-shortfall',
    ],
    shows:
      /\b(?:cost|spend|budget|token|cheap|pric|bill|capacity|cap|caps|cheaper|smaller|lightweight|tier|batch|prun|quota|threshold|utiliz|GPU)/i,
    claims: [
      'The economics of compute are shaping the designs',
      'Cost and capacity are being engineered rather than accepted',
      'Compute is being spent more deliberately',
    ],
  },
}
