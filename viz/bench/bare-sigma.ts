import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { KnowledgeGraph } from '../../src/model/index.ts'
import { PALETTES } from '../src/draw/palette.ts'
import { RICH_EDGES, RICH_NODES, radiusOf, SHAPES } from '../src/draw/scene.ts'
import { stageSettings } from '../src/sigma-adapter.ts'

/**
 * What `npm run bench:page` compares the page with: sigma alone on the same data, with the page's node and edge programs and
 * its settings, but without panels, filters, hulls and labels of its own. `?weight=` is the least weight that the page begins
 * with, so that both draw the same edges.
 */
async function start(): Promise<void> {
  const answer = await fetch('./graph.json')
  const { nodes, edges } = (await answer.json()) as KnowledgeGraph
  const graph = new MultiDirectedGraph()
  const palette = PALETTES.light
  const most = Math.max(...nodes.entries)
  for (let node = 0; node < nodes.id.length; node++) {
    const type = nodes.type[node]!
    graph.addNode(node, {
      x: nodes.x[node],
      y: nodes.y[node],
      size: radiusOf(Math.sqrt(nodes.entries[node]! / most), nodes.id.length),
      color: palette.types[type],
      shape: SHAPES[type],
      type: 'shape',
    })
  }
  const least = Number(new URLSearchParams(location.search).get('weight'))
  const isShown = (edge: number) => edges.backbone[edge]! && edges.weight[edge]! >= least
  const shown = edges.from.filter((_, edge) => isShown(edge)).length
  const rich = shown <= RICH_EDGES && nodes.id.length <= RICH_NODES
  for (let edge = 0; edge < edges.from.length; edge++) {
    if (!isShown(edge)) continue
    graph.addDirectedEdgeWithKey(edge, edges.from[edge], edges.to[edge], {
      size: rich ? 0.7 + 2.1 * edges.weight[edge]! : 0.6,
      color: '#d5d8d8',
      type: rich ? 'line' : 'thin',
    })
  }
  new Sigma(graph, document.getElementById('stage')!, stageSettings(rich))
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = 'true'
    }),
  )
}

void start()
