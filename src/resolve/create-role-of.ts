import { firstLetter, foldName } from '../extract/index.ts'
import type { BylineRole, Ontology } from '../model/index.ts'

type Names = Pick<Ontology, 'companies' | 'technologies'>

type Roles = Map<string, BylineRole | undefined>

/** By the first letter of the names: most inputs are small, and ask for few. */
const made = new WeakMap<Names, Map<string, Roles>>()

/**
 * Role of a name that stands in a company field, by what the ontology says it is: an outlet, or a technology. A technology
 * whose community goes by the same name (ESLint) is a project; a company that goes by its product's name (MongoDB) is none.
 * Undefined for all other names.
 */
export function createRoleOf(ontology: Names): (name: string) => BylineRole | undefined {
  return (name) => {
    let drawers = made.get(ontology)
    if (drawers === undefined) {
      drawers = new Map()
      made.set(ontology, drawers)
    }
    const letter = firstLetter(name)
    let roles = drawers.get(letter)
    if (roles === undefined) {
      roles = rolesOf(ontology, letter)
      drawers.set(letter, roles)
    }
    return roles.get(foldName(name))
  }
}

function rolesOf({ companies, technologies }: Names, letter: string): Roles {
  const roles: Roles = new Map()
  const isFiledHere = (name: string) => firstLetter(name) === letter
  for (const { name, aliases = [], ambiguous = [], generic } of technologies) {
    // "Go", "Stream": the context decides, when names are found
    for (const one of [name, ...aliases])
      if (isFiledHere(one) && generic !== true && !ambiguous.includes(one)) roles.set(foldName(one), 'project')
  }
  for (const { name, aliases = [], kind, publisher } of companies) {
    for (const one of [name, ...aliases].filter(isFiledHere).map(foldName)) {
      if (publisher === true || kind === 'publisher') roles.set(one, 'publisher')
      else if (kind !== 'community' || !roles.has(one)) roles.set(one, undefined)
    }
  }
  return roles
}
