import { foldName } from '../../src/export/brand-icons.ts'
import { type GraphIndex, itemsOf } from './data/graph-index.ts'

/** A brand's outline on a 24 × 24 grid. */
export interface BrandIcon {
  path: string
}

/** Folded name to outline. */
export type IconTable = ReadonlyMap<string, BrandIcon>

/** Only nodes drawn large enough to show an icon get one; the rest of a large graph stays plain. */
const MOST_ICONS = 400
const MOST_LOOKED_AT = 4000

let loading: Promise<IconTable> | null = null

/** Reads the icons after the first view stands: from `#icon-data`, else `icons.json`; none is no error. */
export function loadIcons(): Promise<IconTable> {
  loading ??= read()
  return loading
}

async function read(): Promise<IconTable> {
  const inlined = document.getElementById('icon-data')?.textContent
  try {
    if (inlined) return tableOf(JSON.parse(inlined))
    if (location.protocol === 'file:') return new Map()
    const answer = await fetch('./icons.json')
    return answer.ok ? tableOf(await answer.json()) : new Map()
  } catch {
    return new Map()
  }
}

function tableOf(value: unknown): IconTable {
  const icons = (value as { icons?: Record<string, string> }).icons ?? {}
  return new Map(Object.entries(icons).flatMap(([id, path]) => (isOutline(path) ? [[id, { path }] as const] : [])))
}

/** Path data and nothing else: it goes into an SVG. */
const isOutline = (path: unknown): path is string =>
  typeof path === 'string' && /^[MmLlHhVvCcSsQqTtAaZz0-9eE,.\s+-]+$/.test(path)

/** The icons of the nodes that are there, most named first. */
export function iconsFor(index: GraphIndex, known: IconTable): Map<number, BrandIcon> {
  const { label, type } = index.graph.nodes
  const branded: number[] = []
  for (let node = 0; node < index.nodeCount; node++) {
    if (type[node] === 'company' || type[node] === 'technology') branded.push(node)
  }
  const weights = branded.map((node) => itemsOf(index.mentionsOf, node).length)
  const order = branded.map((_, at) => at).sort((a, b) => weights[b]! - weights[a]! || a - b)
  const found = new Map<number, BrandIcon>()
  for (const at of order.slice(0, MOST_LOOKED_AT)) {
    const icon = known.get(foldName(label[branded[at]!]!))
    if (icon !== undefined && found.size < MOST_ICONS) found.set(branded[at]!, icon)
  }
  return found
}
