import type { Entry, Field, Label, Mention, Ontology } from '../../model/index.ts'

export interface Themes {
  mentions: Mention[]
  failureModes: Label[]
  lessons: Label[]
}

/** Failure modes and lessons of an entry. */
export function createThemeFinder(
  _ontology: Ontology,
): (entry: Entry, sentences: Record<Field, [number, number][]>) => Themes {
  return () => ({ mentions: [], failureModes: [], lessons: [] })
}
