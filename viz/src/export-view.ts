import { edgesCsv, nodesCsv } from '../../src/export/csv.ts'
import { gexf } from '../../src/export/gexf.ts'
import { cutGraph } from './data/cut-graph.ts'
import { drawSvg } from './draw/draw-svg.ts'
import { overlay, stage } from './stage/stage-access.ts'
import { emphasis, index, palette, scene, visible } from './state.ts'

export type ExportFormat = 'png' | 'svg' | 'gexf' | 'json' | 'csv'

/** The menu: `picture` formats need the drawing. */
export const EXPORTS: readonly { format: ExportFormat; name: string; note: string; picture: boolean }[] = [
  { format: 'png', name: 'PNG', note: 'picture', picture: true },
  { format: 'svg', name: 'SVG', note: 'vector picture', picture: true },
  { format: 'gexf', name: 'GEXF', note: 'for Gephi', picture: false },
  { format: 'json', name: 'JSON', note: 'graph.json', picture: false },
  { format: 'csv', name: 'CSV', note: 'nodes and edges', picture: false },
]

/** Saves what is shown and returns the file's name. */
export async function runExport(format: ExportFormat): Promise<string> {
  const graph = index.peek()
  const shown = visible.peek()
  if (graph === null || shown === null) throw new Error('there is no graph')
  if (format === 'png') return save('throughline.png', await drawPicture())
  if (format === 'json') return save('graph.json', new Blob([JSON.stringify(cutGraph(graph, shown))]))
  if (format === 'gexf') return save('throughline.gexf', new Blob([...gexf(cutGraph(graph, shown))]))
  if (format === 'csv') {
    const cut = cutGraph(graph, shown)
    save('nodes.csv', new Blob([...nodesCsv(cut, 'gephi')]))
    return `${save('edges.csv', new Blob([...edgesCsv(cut, 'gephi')]))} and nodes.csv`
  }
  const drawing = stage()
  if (drawing === null) throw new Error('a picture needs WebGL')
  const drawn = overlay()!
  const look = {
    ...{ scene: scene.peek()!, palette: palette.peek(), emphasis: emphasis.peek() },
    ...{ texts: drawn.texts(), rings: drawn.rings() },
  }
  return save('throughline.svg', new Blob([drawSvg(graph, drawing, look)], { type: 'image/svg+xml' }))
}

function save(name: string, content: Blob): string {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return name
}

async function drawPicture(): Promise<Blob> {
  const drawing = stage()
  if (drawing === null) throw new Error('a picture needs WebGL')
  // WebGL forgets its picture when the task ends: draw and copy in one go.
  drawing.drawNow()
  const layers = drawing.canvases()
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(...layers.map(({ width }) => width))
  canvas.height = Math.max(...layers.map(({ height }) => height))
  const context = canvas.getContext('2d')!
  context.fillStyle = palette.peek().background
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (const layer of layers) {
    context.globalAlpha = layer.style.opacity === '' ? 1 : Number(layer.style.opacity)
    context.drawImage(layer, 0, 0, canvas.width, canvas.height)
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  if (blob === null) throw new Error('the picture is too large')
  return blob
}
