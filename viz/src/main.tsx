import { effect } from '@preact/signals'
import { render } from 'preact'
import { syncAddress } from './address-sync.ts'
import { fetchText, loadGraph } from './data/load-graph.ts'
import { NODE_FONT, REGION_FONT } from './draw/draw-labels.ts'
import { bindDrop } from './open-file.ts'
import { bindShortcuts } from './shortcuts.ts'
import { afterFrame } from './soon.ts'
import * as state from './state.ts'
import './styles/page.css'
import { fitView } from './stage/mount-drawing.ts'
import { prepareDrawing } from './stage/prepared-drawing.ts'
import { App } from './ui/app.tsx'

/** A graph that comes sooner is shown at once, without a page that says that it is being read. */
const PATIENCE_MS = 500

/** The bundled fonts; without them the page stands in those of the system. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([NODE_FONT, REGION_FONT].map((font) => document.fonts.load(`500 12px ${font}`)))
}

/** Follows a media query; returns nothing, the page lives as long as its queries. */
function follow(query: string, apply: (matches: boolean) => void): void {
  const media = window.matchMedia(query)
  apply(media.matches)
  media.addEventListener('change', () => apply(media.matches))
}

async function start(): Promise<void> {
  // Together: labels measured in another font would all be measured and drawn twice.
  const loading = Promise.all([loadGraph(document, fetchText), loadFonts()])
  prepareDrawing()
  follow('(prefers-color-scheme: dark)', (dark) => {
    state.systemTheme.value = dark ? 'dark' : 'light'
  })
  follow('(prefers-reduced-motion: reduce)', (reduced) => {
    state.reducedMotion.value = reduced
  })
  follow('(max-width: 560px)', (narrow) => {
    state.narrow.value = narrow
  })
  state.embedded.value = new URLSearchParams(location.search).has('embed')
  const show = () => render(<App />, document.getElementById('app')!)
  const patience = setTimeout(show, PATIENCE_MS)
  bindDrop(document)
  bindShortcuts(document, fitView)
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    if (state.announcement.value === '') return
    clearTimeout(timer)
    timer = setTimeout(() => state.announce(''), 4000)
  })
  const [loaded] = await loading
  if ('graph' in loaded) {
    state.openGraph(loaded.graph)
    syncAddress()
  } else state.problem.value = loaded.problem
  clearTimeout(patience)
  show()
  // Two frames: one in which Preact puts the panels in, one in which sigma has drawn.
  afterFrame(() => {
    document.documentElement.dataset.ready = 'true'
    state.firstFrameDone.value = true
  })
}

void start()
