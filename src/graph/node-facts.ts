import type { EntityType, Ontology } from '../model/index.ts'
import type { EntryNode } from './collect-mentions.ts'

export interface NodeFacts {
  type: EntityType
  label: string
  aliases: string[]
  publisher: boolean
  generic: boolean
  facts: Record<string, string>
}

const ALIASES_KEPT = 8

/** Type, label, spellings seen, and what the ontology knows of each entity that a row names. */
export function describeNodes(rows: EntryNode[], ontology: Ontology): Map<string, NodeFacts> {
  const known = knownFacts(ontology)
  const result = new Map<string, NodeFacts>()
  const texts = new Map<string, Map<string, number>>()
  const roles = new Map<string, { publisher: number; other: number }>()
  for (const row of rows) {
    const about = known.get(row.id)
    if (!result.has(row.id)) {
      result.set(row.id, {
        type: row.type,
        label: row.label,
        aliases: [],
        publisher: about?.publisher ?? false,
        generic: about?.generic ?? false,
        facts: about?.facts ?? {},
      })
      texts.set(row.id, new Map())
      roles.set(row.id, { publisher: 0, other: 0 })
    }
    const seen = texts.get(row.id) as Map<string, number>
    if (row.type === 'company' || row.type === 'technology')
      for (const [text, n] of row.texts) seen.set(text, (seen.get(text) ?? 0) + n)
    const role = roles.get(row.id) as { publisher: number; other: number }
    if (row.role === 'publisher') role.publisher++
    else role.other++
  }
  for (const [id, fact] of result) {
    const role = roles.get(id) as { publisher: number; other: number }
    if (role.publisher > 0 && role.other === 0) fact.publisher = true
    fact.aliases = [...(texts.get(id) as Map<string, number>)]
      .filter(([text]) => text !== fact.label)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, ALIASES_KEPT)
      .map(([text]) => text)
  }
  return result
}

function knownFacts(ontology: Ontology) {
  const known = new Map<string, { publisher?: boolean; generic?: boolean; facts: Record<string, string> }>()
  const put = (values: Record<string, string | undefined>) => {
    const facts: Record<string, string> = {}
    for (const [key, value] of Object.entries(values)) if (value !== undefined) facts[key] = value
    return facts
  }
  for (const c of ontology.companies) {
    const homepage = c.domains?.[0] === undefined ? undefined : `https://${c.domains[0]}`
    const parent = c.parent === undefined ? undefined : `company:${c.parent}`
    known.set(`company:${c.id}`, { publisher: c.publisher === true, facts: put({ kind: c.kind, parent, homepage }) })
  }
  for (const t of ontology.technologies) {
    const vendor = t.vendor === undefined ? undefined : `company:${t.vendor}`
    const parent = t.partOf === undefined ? undefined : `technology:${t.partOf}`
    known.set(`technology:${t.id}`, { generic: t.generic === true, facts: put({ kind: t.kind, vendor, parent }) })
  }
  for (const mode of ontology.failureModes) {
    known.set(`failure-mode:${mode.id}`, { facts: put({ group: mode.group, definition: mode.definition }) })
  }
  for (const lesson of ontology.lessons) {
    known.set(`lesson:${lesson.id}`, { facts: put({ group: lesson.group, definition: lesson.definition }) })
  }
  return known
}
