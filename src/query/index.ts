export {
  type Answer,
  type AnswerOptions,
  answerQuestion,
  createAnswerer,
  DEFAULT_ANSWER_OPTIONS,
} from './answer-question.ts'
export { type Claim, VERBS } from './claim.ts'
export { type CompareOptions, type Comparison, compareEntities, type SharedNeighbour } from './compare-entities.ts'
export { type Change, diffGraphs, type GraphDiff } from './diff-graphs.ts'
export { quotesOfEdge } from './entry-quotes.ts'
export { type FoundEntity, findEntity } from './find-entity.ts'
export { DEFAULT_PATH_OPTIONS, findPaths, type Hop, type Path, type PathOptions } from './find-paths.ts'
export { type GraphIndex, graphIndex, type Quote, quotesOf } from './graph-index.ts'
export { INTENTS, type Intent } from './intents.ts'
export { type EvidenceHit, searchEvidence } from './search-evidence.ts'
export {
  DEFAULT_SHOW_OPTIONS,
  type EntityCard,
  type Neighbour,
  neighboursOf,
  type ShowOptions,
  showEntity,
} from './show-entity.ts'
