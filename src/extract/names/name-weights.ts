/** What each feature says, in log odds, for a technology, for a company, and for neither. */
export const NAME_WEIGHTS: Readonly<Record<string, readonly [technology: number, company: number, neither: number]>> = {
  camel: [1.5, 0.6, -1.3],
  mixed: [1.2, -0.5, -0.2],
  acronym: [0.7, -0.4, -0.5],
  'acronym of two': [-0.1, -1.2, 1.1],
  letter: [-0.9, -1.6, 1.9],
  'rare word': [0.3, 0.4, -0.2],
  'common word': [-0.3, -1.8, 1.1],
  'rare words': [0.8, -0.3, 0.3],
  'words and acronym': [0.4, -0.5, 0.4],
  'common words': [0.1, -0.9, 0.1],
  'ends as people': [-1.5, -1, 2],
  'many words': [-0.4, 0, 0.5],
  version: [1.6, -1.4, -0.5],
  numbered: [0.1, -1, 0.3],
  initial: [-1.2, 0.3, 1],
  heading: [-0.5, -0.3, 1],
  quoted: [0.6, -0.5, 0],
  'quoted phrase': [-0.3, -0.6, 0.6],
  'ends as a company': [-0.6, 2.2, -0.5],
  'ends as a domain': [0, 2, -1],
  'ends with AI': [0.2, 0.8, -0.2],
  'ends as a technology': [0.6, -0.9, 0],
  'technical ending': [0.8, 0.1, -0.5],
  'given name': [-1.5, -1, 2.5],
  surname: [-2, -2, 2],
  made: [0.4, -0.3, 0],
  own: [0.4, -0.5, 0],
  'no name': [-3, -3, 4],
  'holds no name': [-0.8, 0, 0.8],
  'in brackets': [0.2, -0.2, 0.2],
  "company's": [1.2, -1.3, 0.1],
  "someone's": [0.4, -0.9, 0],
  'behind company': [1, -1.1, 0.1],
  'behind generic': [0.1, -0.5, 0.3],
  'behind technology': [0.7, -0.7, 0.3],
  called: [2, 0, -1],
  'verb before': [0.9, -0.1, -0.2],
  preposition: [0.8, 0.1, -0.2],
  'at before': [-0.9, 1.4, 0.2],
  'by before': [0.1, 0.7, 0],
  'from before': [-0.1, 0.5, 0.1],
  'with before': [0.1, 0.5, -0.1],
  'company word before': [-0.5, 1.5, 0],
  'head before': [1, -0.2, 0],
  'title before': [-1, -0.5, 1.5],
  the: [0.4, -0.7, 0.2],
  a: [0.1, -0.9, 0.2],
  its: [0.9, -1.5, -0.1],
  'adjective before': [0.6, -0.6, -0.1],
  "'s": [-0.4, 0.8, -0.1],
  belongings: [-0.3, 1.5, 0.4],
  'bracket behind': [0.1, -0.1, 0.4],
  'before a known name': [-0.3, 0.1, 0.4],
  'listed with technology': [1.3, -0.7, -0.2],
  'listed with company': [-0.7, 1.4, -0.1],
  'listed with generic': [0.4, -0.3, -0.1],
  'colon behind': [0.5, 0, 0],
  head: [0.8, -0.5, -0.2],
  'hyphened head': [0.4, 0, 0],
  hyphened: [-0.1, -0.4, 0.4],
  'company head': [-0.1, 1, -0.1],
  'company verb': [-0.1, 1.6, -0.5],
  'technology verb': [0.8, -0.1, -0.1],
  'person verb': [-0.9, -0.2, 0.9],
  'is a technology': [2.1, -1.2, -0.4],
  'is a company': [-1, 2.2, -0.5],
  'in title': [0.1, 0.2, 0.1],
  repeated: [0.5, 0.4, -0.5],
  'title and body': [0.2, 0.7, -0.8],
  'small letters elsewhere': [-1, -0.9, 1],
  'acronym expanded': [1.5, -0.6, -0.4],
  'expansion in small letters': [0.3, -0.8, 0.1],
  'has an acronym': [1, -0.4, -0.3],
  bias: [0.3, -0.3, -0.2],
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
