import { readGraphText } from './data/load-graph.ts'
import { announce, index, openGraph, problem } from './state.ts'

/** Shows a graph from its text; where that fails a graph already shown stays, and the reason is said. */
export function openText(text: string): void {
  const loaded = readGraphText(text)
  if ('graph' in loaded) {
    openGraph(loaded.graph)
    announce('Graph opened')
  } else if (index.peek() === null) problem.value = loaded.problem
  else announce(`${loaded.problem.title}. ${loaded.problem.text}`)
}

/** Lets a `graph.json` be dropped anywhere on the page. Returns the clean-up. */
export function bindDrop(target: Document): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    void file.text().then(openText)
  }
  target.addEventListener('dragover', over)
  target.addEventListener('drop', drop)
  return () => {
    target.removeEventListener('dragover', over)
    target.removeEventListener('drop', drop)
  }
}
