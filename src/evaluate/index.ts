export {
  DEFAULT_EVALUATE_OPTIONS,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type TypeScore,
} from './evaluate.ts'
export { type GoldEntry, GoldEntrySchema } from './gold.ts'
export { SCORED_TYPES, type ScoredType, type ScoringError } from './score-entry.ts'
