import { foldName } from '../extract/index.ts'
import type { Lexicon, LexiconEntity, Resolution, Rules } from '../model/index.ts'

/**
 * What the user decided comes last and wins: `split` undoes a spelling, `merge` makes two entities one, `retype`,
 * `rename` and `hide` do what they say. An entity is given by its id or by any of its names.
 */
export function applyRules(lexicon: Lexicon, rules: Rules): Lexicon {
  let entities = lexicon.entities
  const log: Resolution[] = [...lexicon.log]
  const find = (name: string) => findEntity(entities, name)

  for (const [spelling, name] of rules.split ?? []) {
    const entity = find(name)
    const fold = foldName(spelling)
    if (entity === undefined || !entity.surfaces.some(({ text }) => foldName(text) === fold)) continue
    const own = entity.surfaces.filter(({ text }) => foldName(text) === fold)
    const kept = entity.surfaces.filter(({ text }) => foldName(text) !== fold)
    const slug = fold.replace(/[^\p{L}\p{N}]+/gu, '-')
    const split: LexiconEntity = { ...entity, id: `${entity.type}:${slug}`, label: own[0]!.text, surfaces: own }
    const taken = entities.some(({ id }) => id === split.id)
    entities = entities.flatMap((each) =>
      each === entity ? [{ ...each, surfaces: kept }, ...(taken ? [] : [split])] : [each],
    )
    log.push({ from: spelling, to: taken ? null : split.id, reason: `rule: not ${entity.id}` })
  }
  for (const [from, into] of rules.merge ?? []) {
    const source = find(from)
    const target = find(into)
    if (target === undefined) continue
    if (source === undefined || source === target) {
      if (source === undefined) {
        replace(target, { ...target, surfaces: [...target.surfaces, { text: from, match: 'exact' }] })
        log.push({ from, to: target.id, reason: 'rule: merge' })
      }
      continue
    }
    const texts = new Set(target.surfaces.map(({ text }) => text))
    const added = source.surfaces.filter(({ text }) => !texts.has(text))
    replace(target, { ...target, surfaces: [...target.surfaces, ...added] })
    entities = entities.filter((each) => each !== source)
    log.push({ from: source.id, to: target.id, reason: 'rule: merge' })
  }
  for (const [name, type] of Object.entries(rules.retype ?? {}).sort(byKey)) {
    const entity = find(name)
    if (entity === undefined || entity.type === type) continue
    const id = `${type}:${entity.id.slice(entity.id.indexOf(':') + 1)}`
    const other = entities.find((each) => each.id === id)
    if (other === undefined) replace(entity, { ...entity, id, type })
    else entities = entities.filter((each) => each !== entity)
    log.push({ from: entity.id, to: id, reason: 'rule: retype' })
  }
  for (const [name, label] of Object.entries(rules.rename ?? {}).sort(byKey)) {
    const entity = find(name)
    if (entity === undefined) continue
    replace(entity, { ...entity, label })
    log.push({ from: entity.label, to: entity.id, reason: `rule: rename to ${label}` })
  }
  for (const name of rules.hide ?? []) {
    const entity = find(name)
    if (entity === undefined) continue
    entities = entities.filter((each) => each !== entity)
    log.push({ from: entity.id, to: null, reason: 'rule: hide' })
  }
  return { entities, log }

  function replace(entity: LexiconEntity, by: LexiconEntity): void {
    entities = entities.map((each) => (each === entity ? by : each))
  }
}

function findEntity(entities: readonly LexiconEntity[], name: string): LexiconEntity | undefined {
  const fold = foldName(name)
  return (
    entities.find(({ id }) => id === name) ??
    entities.find(({ label }) => foldName(label) === fold) ??
    entities.find(({ surfaces }) => surfaces.some(({ text }) => foldName(text) === fold))
  )
}

function byKey(a: [string, unknown], b: [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}
