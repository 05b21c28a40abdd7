import { type Filters, POLARITIES } from './data/filters.ts'
import { TYPE_ORDER } from './data/graph-index.ts'
import type { Selection } from './data/selection.ts'
import type { ColorBy, SizeBy } from './draw/scene.ts'
import type { Camera } from './stage/stage.ts'

/** The part of the state that a link restores. */
export interface View {
  tab: 'graph' | 'table'
  selection: Selection | null
  depth: number
  filters: Filters
  colorBy: ColorBy
  sizeBy: SizeBy
  drawUnlinked: boolean
  camera: Camera | null
}

const SELECTIONS = ['node', 'edge', 'pattern', 'entry'] as const

/**
 * The view as the address's fragment (a fragment works from `file://` and needs no server). What equals `start` is left
 * out, so that a fresh page has a clean address.
 */
export function writeAddress(view: View, start: Filters): string {
  const params = new URLSearchParams()
  const { selection, filters, camera } = view
  if (view.tab !== 'graph') params.set('tab', view.tab)
  if (selection?.kind === 'path') {
    params.set('path', selection.from)
    params.set('to', selection.to)
  } else if (selection?.kind === 'compare') {
    for (const id of selection.ids) params.append('compare', id)
  } else if (selection !== null) {
    params.set(selection.kind, selection.kind === 'edge' ? selection.key : selection.id)
  }
  if (view.depth !== 1) params.set('depth', String(view.depth))
  const put = (key: string, value: string, usual: string) => {
    if (value !== usual) params.set(key, value)
  }
  put('types', filters.types.join(' '), start.types.join(' '))
  put('polarity', filters.polarity.join(' '), start.polarity.join(' '))
  put('undated', String(filters.undated), String(start.undated))
  put('backbone', String(filters.backbone), String(start.backbone))
  put('weight', String(filters.minWeight), String(start.minWeight))
  put('links', String(filters.minDegree), String(start.minDegree))
  put('since', filters.from, start.from)
  put('until', filters.to, start.to)
  put('colour', view.colorBy, 'type')
  put('size', view.sizeBy, 'mentions')
  put('unlinked', String(view.drawUnlinked), 'false')
  if (camera !== null) params.set('camera', [camera.x, camera.y, camera.ratio].map((part) => part.toFixed(3)).join(' '))
  // Pattern ids hold a plus sign, which stays one: spaces are %20 here.
  return params.toString().replaceAll('+', '%20').replaceAll('%2B', '+').replaceAll('%3A', ':').replaceAll('%2F', '/')
}

/** Reads a fragment; whatever is not understood is left at `start`. */
export function readAddress(fragment: string, start: Filters): View {
  const params = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'))
  const words = <T extends string>(key: string, allowed: readonly T[], usual: readonly T[]): readonly T[] => {
    const given = params.get(key)
    return given === null ? usual : allowed.filter((word) => given.split(' ').includes(word))
  }
  const number = (key: string, least: number, most: number, usual: number) => {
    const given = params.get(key)
    const value = given === null || given === '' ? Number.NaN : Number(given)
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual
  }
  const flag = (key: string, usual: boolean) => {
    const given = params.get(key)
    return given === 'true' ? true : given === 'false' ? false : usual
  }
  const date = (key: string, usual: string) => {
    const given = params.get(key)
    return given !== null && /^(\d{4}-\d{2}-\d{2})?$/.test(given) ? given : usual
  }
  return {
    tab: params.get('tab') === 'table' ? 'table' : 'graph',
    selection: readSelection(params),
    depth: Math.round(number('depth', 1, 3, 1)),
    filters: {
      types: words('types', TYPE_ORDER, start.types),
      polarity: words('polarity', POLARITIES, start.polarity),
      undated: flag('undated', start.undated),
      backbone: flag('backbone', start.backbone),
      minWeight: number('weight', 0, 1, start.minWeight),
      minDegree: number('links', 0, 10, start.minDegree),
      from: date('since', start.from),
      to: date('until', start.to),
    },
    colorBy: params.get('colour') === 'pattern' ? 'pattern' : 'type',
    sizeBy: params.get('size') === 'centrality' ? 'centrality' : 'mentions',
    drawUnlinked: flag('unlinked', false),
    camera: readCamera(params.get('camera')),
  }
}

function readSelection(params: URLSearchParams): Selection | null {
  const from = params.get('path')
  const to = params.get('to')
  if (from !== null && to !== null) return { kind: 'path', from, to }
  const ids = params.getAll('compare')
  if (ids.length > 1) return { kind: 'compare', ids: ids.slice(0, 4) }
  for (const kind of SELECTIONS) {
    const value = params.get(kind)
    if (value !== null) return kind === 'edge' ? { kind, key: value } : { kind, id: value }
  }
  return null
}

function readCamera(text: string | null): Camera | null {
  const [x, y, ratio] = (text ?? '').split(' ').map(Number)
  if (![x, y, ratio].every(Number.isFinite) || text === null || ratio === undefined || ratio <= 0) return null
  return { x: x!, y: y!, ratio: Math.min(4, Math.max(0.02, ratio)) }
}
