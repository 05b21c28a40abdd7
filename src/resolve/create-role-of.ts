import { foldName } from '../extract/index.ts'
import type { BylineRole, Ontology } from '../model/index.ts'

type Names = Pick<Ontology, 'companies' | 'technologies'>

const made = new WeakMap<Names, Map<string, BylineRole | undefined>>()

/**
 * Role of a name that stands in a company field, by what the ontology says it is: an outlet, or a technology. A technology
 * whose community goes by the same name (ESLint) is a project; a company that goes by its product's name (MongoDB) is none.
 * Undefined for all other names.
 */
export function createRoleOf(ontology: Names): (name: string) => BylineRole | undefined {
  // Most inputs are small: the index is made when it is first asked, once for both passes
  return (name) => {
    let roles = made.get(ontology)
    if (roles === undefined) {
      roles = rolesOf(ontology)
      made.set(ontology, roles)
    }
    return roles.get(foldName(name))
  }
}

function rolesOf({ companies, technologies }: Names) {
  const roles = new Map<string, BylineRole | undefined>()
  for (const { name, aliases = [], ambiguous = [], generic } of technologies) {
    // "Go", "Stream": the context decides, when names are found
    for (const one of [name, ...aliases])
      if (generic !== true && !ambiguous.includes(one)) roles.set(foldName(one), 'project')
  }
  for (const { name, aliases = [], kind, publisher } of companies) {
    for (const one of [name, ...aliases].map(foldName)) {
      if (publisher === true || kind === 'publisher') roles.set(one, 'publisher')
      else if (kind !== 'community' || !roles.has(one)) roles.set(one, undefined)
    }
  }
  return roles
}
