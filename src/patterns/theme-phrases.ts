import { FAILURE_PHRASES } from './failure-phrases.ts'
import { LESSON_PHRASES } from './lesson-phrases.ts'
import { capitalize } from './phrase-list.ts'

/** Topic, joiner, claims. */
export type PhraseRow = [string, string, ...string[]]

/** How a failure mode or lesson is spoken of. */
export interface ThemePhrase {
  /** A noun phrase: "lock contention". */
  topic: string
  /** What joins it to a technology: "in", "with". */
  joiner: string
  /** Whole sentences without a full stop, which instances may follow. */
  claims: string[]
}

/** The phrase of an entity id; of one that the tables lack (a user's own), made from its label. */
export function themePhrase(id: string, label: string): ThemePhrase {
  const [type, slug = ''] = id.split(':')
  const row = (type === 'lesson' ? LESSON_PHRASES : FAILURE_PHRASES)[slug]
  if (row !== undefined) {
    const [topic, joiner, ...claims] = row
    return { topic, joiner, claims }
  }
  const topic = /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label
  const failure = [`${capitalize(topic)} is the shared problem`, `${capitalize(topic)} shows up more than once`]
  const lesson = [`${capitalize(topic)} is the shared answer`, `${capitalize(topic)} comes up more than once`]
  return type === 'lesson' ? { topic, joiner: 'with', claims: lesson } : { topic, joiner: 'in', claims: failure }
}
