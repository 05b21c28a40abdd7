import type { BylineRole, Entry } from '../../model/index.ts'
import type { ResolvedName } from './find-names.ts'
import { isPersonName } from './person-name.ts'

/**
 * Roles of the byline's names, now that it is known what they are: a technology is a project, a company that the ontology
 * holds as publisher is one, and a name that stayed unknown (a person) is nothing.
 */
export function bylineRoles(entry: Entry, names: readonly ResolvedName[]): BylineRole[] {
  let from = 0
  return entry.byline.map((name, i): BylineRole => {
    const role = entry.bylineRoles[i] ?? 'none'
    const start = entry.bylineText.indexOf(name, from)
    if (start < 0 || role === 'none') return role
    const end = start + name.length
    from = end
    const inside = names.filter((each) => each.field === 'bylineText' && each.start >= start && each.end <= end)
    const isWhole = inside.some((each) => each.start === start && each.end === end)
    // "Julia Evans" is not by the makers of Julia.
    if (inside.length === 0 || (!isWhole && isPersonName(name))) return role === 'publisher' ? role : 'none'
    const company = inside.find(({ entity }) => entity.type === 'company')
    if (company === undefined) return 'project'
    return company.entity.publisher === true ? 'publisher' : role
  })
}

/** Names that stand in a part of the byline that names nobody ("General AI", "Industry"), or in a person's name. */
export function isOutsideByline(entry: Entry, name: ResolvedName): boolean {
  if (name.field !== 'bylineText') return false
  let from = 0
  for (const [i, part] of entry.byline.entries()) {
    const start = entry.bylineText.indexOf(part, from)
    if (start < 0) continue
    from = start + part.length
    if (name.start < start || name.end > from) continue
    const isPart = name.start > start || name.end < from
    return entry.bylineRoles[i] === 'none' || (isPart && isPersonName(part))
  }
  return false
}
