/** Sentences for a whole group of failure modes or lessons, where no single one is shared by two companies. */
export const GROUP_PHRASES: Record<string, string[]> = {
  'fault-containment': [
    'Failure is being planned for rather than hoped against',
    'Containment is designed in before anything breaks',
    'Systems are being built to survive their own parts',
  ],
  'load-management': [
    'Demand is being shaped before it reaches the system',
    'Load is being managed where it enters',
    'Capacity and demand are being brought together',
  ],
  'data-and-scale': [
    'Data is being moved and shaped to suit its readers',
    'Scale is being found in how data is laid out',
    'The data path is where the engineering goes',
  ],
  architecture: [
    'Boundaries inside the system are being redrawn',
    'The structure of these systems is what changes',
    'Layers are being rearranged so that each can change alone',
  ],
  delivery: [
    'The way changes reach production is being rebuilt',
    'Shipping safely is the common concern',
    'Delivery pipelines are taking on more of the judgement',
  ],
  operations: [
    'Operating the system is the work that gets engineered',
    'Running systems are being measured before they are changed',
    'Operational work is being made visible',
  ],
  security: [
    'Trust is being narrowed',
    'Security is moving from policy into the system itself',
    'Boundaries of trust are being drawn more tightly',
  ],
  'ai-engineering': [
    'The engineering around models matters as much as the model',
    'Models are being surrounded with ordinary engineering',
    'Work on models is turning into systems engineering',
  ],
  performance: [
    'Performance is being found in how the work is done',
    'Speed comes from doing the work differently',
    'Throughput is being won by changing the work',
  ],
  organisation: [
    'Questions of ownership and cost shape the engineering',
    'Organisation is part of the architecture',
    'Who owns and pays for the work is being settled',
  ],
  'change-and-configuration': ['Change itself is the source of trouble', 'Trouble arrives with change'],
  'load-and-capacity': ['Systems are meeting the limits of their capacity', 'Load and latency set the agenda'],
  'concurrency-and-software': [
    'Software fails in ways that only scale reveals',
    'Defects are coming to light under load',
  ],
  'data-and-state': ['State is where systems come apart', 'Keeping data consistent is the hard part'],
  'network-and-infrastructure': [
    'The layers below the application are where things fail',
    'Infrastructure is the limit',
  ],
  'dependencies-and-architecture': ['Dependencies carry the risk', 'What a system leans on decides how it fails'],
  'security-and-abuse': ['Exposure is the shared problem', 'Attackers set part of the agenda'],
  'ai-systems': ['Models fail in ways of their own', 'Model behaviour is the risk to be engineered around'],
  'organisation-and-operations': [
    'People and process are part of the failure',
    'Operating cost, in money or attention, is the limit',
  ],
}
