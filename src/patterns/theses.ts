/** A line of thought that several labels serve together. */
export interface Thesis {
  labels: string[]
  claims: string[]
}

/**
 * What editors see across labels: a sandbox, an approval step and a validator are three answers to one question. A thesis
 * is told where three companies show it; each instance still has to speak of its own label.
 */
export const THESES: Record<string, Thesis> = {
  'bounded-agents': {
    labels: [
      'lesson:deterministic-validation',
      'lesson:guardrails',
      'lesson:human-in-the-loop',
      'lesson:sandboxing',
      'failure-mode:agent-misbehaviour',
      'failure-mode:hallucination',
      'failure-mode:prompt-injection',
    ],
    claims: [
      'Models and agents are being bounded by the machinery around them',
      'Limits on agents are moving out of the prompt and into the platform',
      'Free-running automation is giving way to boundaries that a platform enforces',
      'What a model or an agent may do is being settled outside of it',
      'Checks, walls and approvals are going up around generated work',
    ],
  },
  'layers-apart': {
    labels: [
      'lesson:decoupling',
      'lesson:control-data-plane',
      'lesson:gateway-abstraction',
      'lesson:event-driven',
      'failure-mode:tight-coupling',
    ],
    claims: [
      'Complexity is being moved into layers of its own',
      'The work is moving into interfaces and the layers behind them',
      'Application code is being relieved of what a separate layer can carry',
      'The recurring move is to put a layer in between',
      'Interfaces are where the architectural work is being done',
    ],
  },
  'folded-in': {
    labels: ['lesson:simplicity', 'lesson:platform-engineering', 'lesson:durable-execution'],
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
      'lesson:profiling-and-root-cause',
      'lesson:audit-defaults',
      'lesson:reduce-contention',
    ],
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
      'lesson:defence-in-depth',
      'lesson:sandboxing',
      'failure-mode:credential-compromise',
      'failure-mode:supply-chain-attack',
      'failure-mode:access-control-failure',
      'failure-mode:data-leak',
    ],
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
      'lesson:right-datastore',
      'lesson:edge-and-locality',
      'lesson:local-first',
      'lesson:async-non-blocking',
      'failure-mode:tail-latency',
      'failure-mode:cold-start',
    ],
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
      'lesson:hardware-acceleration',
      'lesson:autoscaling-and-capacity',
      'failure-mode:cost-overrun',
      'failure-mode:capacity-shortfall',
    ],
    claims: [
      'The economics of compute are shaping the designs',
      'Cost and capacity are being engineered rather than accepted',
      'Compute is being spent more deliberately',
    ],
  },
}
