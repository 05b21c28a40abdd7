import { capitalize } from './name-pattern.ts'

/** How a failure mode or lesson is spoken of. */
export interface ThemePhrase {
  /** A noun phrase: "lock contention". */
  topic: string
  /** What joins it to a technology: "in", "with". */
  joiner: string
  /** Whole sentences without a full stop that say what its instances show. */
  claims: string[]
}

/** The phrase of an entity id; of one that the table lacks (a user's own), made from its label. */
export function themePhrase(id: string, label: string): ThemePhrase {
  const topic = /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label
  const joiner = id.startsWith('lesson:') ? 'with' : 'in'
  return { topic, joiner, claims: [`${capitalize(topic)} runs through this period`] }
}
