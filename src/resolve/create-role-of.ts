import { firstLetter, foldName } from '../extract/index.ts'
import type { BylineRole, Ontology } from '../model/index.ts'

type Names = Pick<Ontology, 'companies' | 'technologies'>

/** Spellings that may decide a role; the later ones of a name win. */
interface Claims {
  projects: string[]
  companies: { name: string; kind: string | undefined; publisher: boolean }[]
}

/** By the first letter of the names, folded when a name with it is asked for: most inputs are small, and ask for few. */
interface Drawers {
  waiting: Map<string, Claims>
  roles: Map<string, Map<string, BylineRole | undefined>>
}

const made = new WeakMap<Names, Drawers>()

/**
 * Role of a name that stands in a company field, by what the ontology says it is: an outlet, or a technology. A technology
 * whose community goes by the same name (ESLint) is a project; a company that goes by its product's name (MongoDB) is none.
 * Undefined for all other names.
 */
export function createRoleOf(ontology: Names): (name: string) => BylineRole | undefined {
  return (name) => {
    let drawers = made.get(ontology)
    if (drawers === undefined) {
      drawers = { waiting: fileClaims(ontology), roles: new Map() }
      made.set(ontology, drawers)
    }
    const letter = firstLetter(name)
    let roles = drawers.roles.get(letter)
    if (roles === undefined) {
      roles = rolesOf(drawers.waiting.get(letter))
      drawers.roles.set(letter, roles)
    }
    return roles.get(foldName(name))
  }
}

function fileClaims({ companies, technologies }: Names): Map<string, Claims> {
  const filed = new Map<string, Claims>()
  const drawer = (name: string): Claims => {
    const letter = firstLetter(name)
    let claims = filed.get(letter)
    if (claims === undefined) {
      claims = { projects: [], companies: [] }
      filed.set(letter, claims)
    }
    return claims
  }
  for (const { name, aliases = [], ambiguous = [], generic } of technologies) {
    if (generic === true) continue
    // "Go", "Stream": the context decides, when names are found
    for (const one of [name, ...aliases]) if (!ambiguous.includes(one)) drawer(one).projects.push(one)
  }
  for (const { name, aliases = [], kind, publisher } of companies) {
    const isPublisher = publisher === true || kind === 'publisher'
    for (const one of [name, ...aliases]) drawer(one).companies.push({ name: one, kind, publisher: isPublisher })
  }
  return filed
}

function rolesOf(claims: Claims | undefined): Map<string, BylineRole | undefined> {
  const roles = new Map<string, BylineRole | undefined>()
  for (const name of claims?.projects ?? []) roles.set(foldName(name), 'project')
  for (const { name, kind, publisher } of claims?.companies ?? []) {
    const folded = foldName(name)
    if (publisher) roles.set(folded, 'publisher')
    else if (kind !== 'community' || !roles.has(folded)) roles.set(folded, undefined)
  }
  return roles
}
