import { effect } from '@preact/signals'
import { render } from 'preact'
import { syncAddress } from './address-sync.ts'
import { fetchText, loadGraph } from './data/load-graph.ts'
import { bindDrop } from './open-file.ts'
import { bindShortcuts } from './shortcuts.ts'
import { hasWebGL } from './sigma-adapter.ts'
import * as state from './state.ts'
import './styles/page.css'
import { App } from './ui/app.tsx'
import { fitView } from './ui/graph-view.tsx'

/** Follows a media query; returns nothing, the page lives as long as its queries. */
function follow(query: string, apply: (matches: boolean) => void): void {
  const media = window.matchMedia(query)
  apply(media.matches)
  media.addEventListener('change', () => apply(media.matches))
}

async function start(): Promise<void> {
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
  state.webgl.value = hasWebGL()
  render(<App />, document.getElementById('app')!)
  bindDrop(document)
  bindShortcuts(document, fitView)
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    if (state.announcement.value === '') return
    clearTimeout(timer)
    timer = setTimeout(() => state.announce(''), 4000)
  })
  const loaded = await loadGraph(document, fetchText)
  if ('graph' in loaded) {
    state.openGraph(loaded.graph)
    syncAddress()
  } else state.problem.value = loaded.problem
  // Two frames: one in which Preact puts the panels in, one in which sigma has drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = 'true'
    }),
  )
}

void start()
