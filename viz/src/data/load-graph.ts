import type { KnowledgeGraph } from '../../../src/model/index.ts'
import { checkGraph, type LoadProblem } from './check-graph.ts'

/** A graph to show, or why there is none. */
export type Loaded = { graph: KnowledgeGraph } | { problem: LoadProblem }

/** Reads a text that should be a `graph.json`. */
export function readGraphText(text: string): Loaded {
  try {
    return checkGraph(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      problem: {
        code: 'broken',
        title: 'This file is not whole',
        text: `It could not be read as JSON (${reason.slice(0, 160)}). Run \`throughline build\` again, or choose another file.`,
      },
    }
  }
}

/**
 * Finds the page's data: the `#graph-data` element of a single-file page, else `graph.json` beside the page. Where a
 * file has neither (opened by double-click, or a server without data) the page asks for one.
 */
export async function loadGraph(page: Document, fetchText: (path: string) => Promise<string | null>): Promise<Loaded> {
  const inlined = page.getElementById('graph-data')?.textContent
  if (inlined) return readGraphText(inlined)
  const text = page.location.protocol === 'file:' ? null : await fetchText('./graph.json')
  if (text !== null) return readGraphText(text)
  return {
    problem: {
      code: 'missing',
      title: 'No graph yet',
      text: 'There is no graph.json beside this page. Drop one here, or make one with `throughline build`.',
    },
  }
}

/** The file's text, or null where the server has none or cannot be reached. */
export async function fetchText(path: string): Promise<string | null> {
  try {
    const answer = await fetch(path)
    return answer.ok ? await answer.text() : null
  } catch {
    return null
  }
}
