import type { EdgeKind, EntityType, KnowledgeGraph } from '../../../src/model/index.ts'
import { sayRange } from './day.ts'

export const TYPE_NAMES: Record<EntityType, { one: string; many: string }> = {
  company: { one: 'Company', many: 'Companies' },
  technology: { one: 'Technology', many: 'Technologies' },
  'failure-mode': { one: 'Failure mode', many: 'Failure modes' },
  lesson: { one: 'Lesson', many: 'Lessons' },
}

/** An edge's kind as a verb between its two ends. */
export const KIND_NAMES: Record<EdgeKind, string> = {
  built: 'built',
  uses: 'uses',
  'migrated-from': 'migrated from',
  'migrated-to': 'migrated to',
  'replaced-by': 'was replaced by',
  acquired: 'acquired',
  'partnered-with': 'partnered with',
  hit: 'was hit by',
  learned: 'learned',
  counters: 'counters',
  associated: 'appears with',
}

/** The same, seen from the second end. */
export const KIND_NAMES_BACK: Record<EdgeKind, string> = {
  built: 'built by',
  uses: 'used by',
  'migrated-from': 'left by',
  'migrated-to': 'adopted by',
  'replaced-by': 'replaced',
  acquired: 'acquired by',
  'partnered-with': 'partnered with',
  hit: 'hit',
  learned: 'learned by',
  counters: 'countered by',
  associated: 'appears with',
}

/** 12,345; the browser's own formatter takes 30 ms to be made ready. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** One sentence of what one sees. */
export function summarize({ meta, nodes, patterns, entries }: KnowledgeGraph): string {
  const files = new Set(entries.source).size
  const by = (type: EntityType) => nodes.type.filter((other) => other === type).length
  const when = meta.from && meta.to ? `, ${sayRange(meta.from, meta.to)}` : ''
  const undated = meta.undated > 0 ? ` (${plural(meta.undated, 'entry', 'entries')} undated)` : ''
  return (
    `${plural(entries.id.length, 'entry', 'entries')} from ${plural(files, 'source')}${when}${undated}: ` +
    `${plural(by('company'), 'company', 'companies')} and ${plural(by('technology'), 'technology', 'technologies')} ` +
    `around ${plural(patterns.length, 'recurring pattern')}.`
  )
}
