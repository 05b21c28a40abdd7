import { batch, computed, effect, signal } from '@preact/signals'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import type { LoadProblem } from './data/check-graph.ts'
import { applyCorrections, type Correction } from './data/corrections.ts'
import { emphasize } from './data/emphasis.ts'
import { applyFilters, DEFAULT_FILTERS, type Filters, readableWeight } from './data/filters.ts'
import { type GraphIndex, indexGraph, isUnlinked } from './data/graph-index.ts'
import { resolveSelection, type Selection } from './data/selection.ts'
import { PALETTES, type Theme } from './draw/palette.ts'
import { type ColorBy, composeScene, type SizeBy } from './draw/scene.ts'
import type { Camera } from './stage/stage.ts'

export type ThemeChoice = Theme | 'system'
export type Tab = 'graph' | 'table'
/** Which panel a narrow screen shows over the graph. */
export type Sheet = 'none' | 'patterns' | 'filters' | 'details'

/** All state of the page. Components read signals and call the actions below; nothing else is kept anywhere. */
const source = signal<KnowledgeGraph | null>(null)
export const problem = signal<LoadProblem | null>(null)
export const corrections = signal<readonly Correction[]>([])

export const graph = computed(() => (source.value === null ? null : applyCorrections(source.value, corrections.value)))
export const index = computed<GraphIndex | null>(() => (graph.value === null ? null : indexGraph(graph.value)))

/** What the filters are before anyone touches them: all, thinned until the picture reads. */
export const startFilters = signal<Filters>(DEFAULT_FILTERS)
export const filters = signal<Filters>(DEFAULT_FILTERS)
export const wanted = signal<Selection | null>(null)
export const depth = signal(1)
export const hovered = signal(-1)
export const tab = signal<Tab>('graph')
export const sheet = signal<Sheet>('none')
export const colorBy = signal<ColorBy>('type')
export const sizeBy = signal<SizeBy>('mentions')
/** Entities without any link are in the table; whether they are drawn as well. */
export const drawUnlinked = signal(false)
export const themeChoice = signal<ThemeChoice>('system')
export const systemTheme = signal<Theme>('light')
export const pathOpen = signal(false)
export const camera = signal<Camera | null>(null)
export const webgl = signal(true)
/** Whether the drawing is being laid out anew at this moment. */
export const layoutRunning = signal(false)
export const embedded = signal(false)
export const reducedMotion = signal(false)
/** Whether the first frame has been handed over; what the drawing does not need waits for it. */
export const firstFrameDone = signal(false)
/** A screen as narrow as a telephone's. */
export const narrow = signal(false)
export const announcement = signal('')

export const theme = computed<Theme>(() => (themeChoice.value === 'system' ? systemTheme.value : themeChoice.value))
export const palette = computed(() => PALETTES[theme.value])

/** The selection, as far as the graph holds what it names. */
export const selection = computed(() => (index.value === null ? null : resolveSelection(index.value, wanted.value)))
export const visible = computed(() => (index.value === null ? null : applyFilters(index.value, filters.value)))
export const scene = computed(() =>
  index.value === null || visible.value === null
    ? null
    : composeScene(index.value, visible.value, {
        palette: palette.value,
        colorBy: colorBy.value,
        sizeBy: sizeBy.value,
        unlinked: drawUnlinked.value || index.value.edgeCount === 0,
        scale: narrow.value ? 0.62 : 1,
      }),
)
export const emphasis = computed(() =>
  index.value === null || visible.value === null
    ? null
    : emphasize(index.value, visible.value, selection.value, depth.value, hovered.value),
)
export const isFiltered = computed(() => {
  const start = startFilters.value
  return Object.entries(filters.value).some(([key, value]) => String(value) !== String(start[key as keyof Filters]))
})

/** Shows a graph from the start: no filters, no selection, no corrections. */
export function openGraph(next: KnowledgeGraph): void {
  batch(() => {
    wanted.value = null
    corrections.value = []
    hovered.value = -1
    camera.value = null
    drawUnlinked.value = false
    problem.value = null
    source.value = next
    const fresh = { ...DEFAULT_FILTERS, minWeight: readableWeight(index.value!) }
    startFilters.value = fresh
    filters.value = fresh
  })
}

export function select(next: Selection | null): void {
  hovered.value = -1
  wanted.value = next
  if (next?.kind !== 'path') pathOpen.value = false
  sheet.value = next === null ? 'none' : 'details'
}

export function changeFilters(change: Partial<Filters>): void {
  filters.value = { ...filters.value, ...change }
}

export function resetFilters(): void {
  filters.value = startFilters.value
}

export function correct(correction: Correction): void {
  corrections.value = [...corrections.value, correction]
}

/** Says something to a screen reader, and shows it for a moment. */
export function announce(text: string): void {
  announcement.value = text
}

effect(() => {
  const chosen = selection.value
  const node = chosen?.kind === 'node' ? index.value!.nodeById.get(chosen.id)! : -1
  if (node >= 0 && isUnlinked(index.value!, node)) drawUnlinked.value = true
})

effect(() => {
  document.documentElement.dataset.theme = theme.value
})
