/** What each feature says, in log odds, for a technology, for a company, and for neither. */
export const NAME_WEIGHTS: Readonly<Record<string, readonly [technology: number, company: number, neither: number]>> = {
  camel: [1.8, 0.2, -0.8],
  mixed: [1.2, -0.5, -0.2],
  acronym: [0.9, -0.8, 0.2],
  'acronym of two': [0, -1.2, 1],
  letter: [-1, -1.5, 2],
  'rare word': [0.4, 0.3, 0],
  'common word': [-0.7, -1, 0.7],
  'rare words': [0.3, 0.3, 0.2],
  'words and acronym': [0.5, -0.2, 0],
  'common words': [0.1, -0.9, 0.3],
  'many words': [-0.4, 0, 0.5],
  version: [1.8, -1.5, -0.6],
  numbered: [0, -1, 0.4],
  initial: [-0.2, 0.1, 0.5],
  heading: [-0.4, -0.3, 0.8],
  quoted: [0.6, -0.5, 0],
  'ends as a company': [-0.5, 2.2, -0.5],
  'ends as a domain': [0, 2, -1],
  'ends with AI': [0, 1, -0.3],
  'ends as a technology': [0.5, -0.8, 0],
  'technical ending': [0.8, 0, -0.5],
  'given name': [-1.5, -1, 2.5],
  surname: [-2, -2, 2],
  made: [0.3, -0.3, 0],
  own: [0.4, -0.5, 0],
  'no name': [-3, -3, 4],
  'holds no name': [-0.5, 0, 0.5],
  'in brackets': [0.1, 0, 0.1],
  "company's": [1.2, -1.2, 0],
  "someone's": [0.3, -0.8, 0],
  'behind company': [1, -1, 0],
  'behind generic': [0, -0.5, 0.3],
  'behind technology': [0.5, -0.5, 0.2],
  called: [2, 0, -1],
  'verb before': [1, -0.3, 0],
  preposition: [0.6, 0.1, 0],
  'at before': [-0.8, 1.5, 0],
  'by before': [0, 0.8, 0],
  'from before': [0, 0.5, 0],
  'with before': [0, 0.5, 0],
  'company word before': [-0.5, 1.5, 0],
  'head before': [0.8, 0, 0],
  'title before': [-1, -0.5, 1.5],
  the: [0.3, -0.6, 0.2],
  a: [-0.1, -0.8, 0.3],
  its: [0.8, -1.5, 0],
  'adjective before': [0.6, -0.6, 0],
  "'s": [0, 0.5, 0],
  belongings: [-0.3, 1.8, 0],
  'bracket behind': [0.4, 0, 0],
  'before a known name': [-0.2, 0.3, 0.2],
  'listed with technology': [1.2, -0.6, -0.2],
  'listed with company': [-0.6, 1.4, -0.2],
  'listed with generic': [0.3, -0.3, 0],
  'colon behind': [0.3, 0.2, 0],
  head: [1, -0.6, -0.2],
  'hyphened head': [0.4, 0, 0],
  hyphened: [0.2, -0.3, 0],
  'company head': [-0.3, 1.2, 0],
  'company verb': [0.2, 1.3, -0.2],
  'technology verb': [0.9, -0.2, 0],
  'person verb': [-0.8, -0.3, 1],
  'is a technology': [2.2, -1.2, -0.5],
  'is a company': [-1, 2.2, -0.5],
  'in title': [0.2, 0.2, 0],
  repeated: [0.5, 0.4, -0.5],
  'title and body': [0.5, 0.4, -0.5],
  'small letters elsewhere': [-1, -1, 1],
  'acronym expanded': [1.5, -0.5, -0.5],
  'expansion in small letters': [0.3, -0.8, 0],
  'has an acronym': [1, -0.4, -0.3],
  bias: [0, -0.4, 0.3],
}

export interface NameOdds {
  technology: number
  company: number
  neither: number
}

/** Log odds of the three readings: the sum of the features' weights. Unknown features say nothing. */
export function logOdds(features: ReadonlySet<string>): NameOdds {
  let [technology, company, neither] = NAME_WEIGHTS.bias!
  for (const feature of features) {
    const weights = NAME_WEIGHTS[feature]
    if (weights === undefined) continue
    technology += weights[0]
    company += weights[1]
    neither += weights[2]
  }
  return { technology, company, neither }
}

/** Probabilities of the three readings (softmax of the log odds). */
export function weigh(features: ReadonlySet<string>): NameOdds {
  const odds = logOdds(features)
  const most = Math.max(odds.technology, odds.company, odds.neither)
  const technology = Math.exp(odds.technology - most)
  const company = Math.exp(odds.company - most)
  const neither = Math.exp(odds.neither - most)
  const sum = technology + company + neither
  return { technology: technology / sum, company: company / sum, neither: neither / sum }
}

/** The feature that speaks most for a technology (0) or a company (1); ties go to the first by name. */
export function strongest(features: ReadonlySet<string>, type: 0 | 1): string {
  let best = 'shape'
  let most = 0
  for (const feature of [...features].sort()) {
    const weights = NAME_WEIGHTS[feature]
    if (weights === undefined || weights[type] - weights[2] <= most) continue
    best = feature
    most = weights[type] - weights[2]
  }
  return best
}
