import { expect, test } from 'vitest'
import { indexGraph } from '../../viz/src/data/graph-index.ts'
import { drawSvg } from '../../viz/src/draw/draw-svg.ts'
import { PALETTES } from '../../viz/src/draw/palette.ts'
import { smallGraph } from './small-graph.ts'

const index = indexGraph(
  smallGraph(
    [['company:acme', { label: 'Acme <b>' }], ['technology:rust']],
    [['company:acme', 'uses', 'technology:rust']],
  ),
)
const stage = {
  transform: () => [10, 0, 0, -10, 50, 50] as const,
  position: (node: number) => ({ x: node, y: 0 }),
  radius: (size: number) => size,
  size: () => ({ width: 100, height: 80 }),
}
const scene = {
  nodeColor: ['#112233', '#445566'],
  nodeSize: Float32Array.of(5, 4),
  nodeHidden: Uint8Array.of(0, 0),
  edgeColor: ['#000000'],
  edgeSize: Float32Array.of(1),
  edgeHidden: Uint8Array.of(0),
  curvature: Float32Array.of(0.2),
  labelOrder: Uint32Array.of(0, 1),
  rich: true,
}
const text = {
  text: 'Acme "<b>"',
  x: 60,
  y: 40,
  width: 52,
  font: '600 12px "Figtree Variable"',
  color: '#123123',
  halo: '#ffffff',
}
const svg = drawSvg(index, stage, { scene, palette: PALETTES.light, emphasis: null, texts: [text], rings: [] })

test('a curved edge is a line and no filled shape', () => {
  const curve = /<path d="M[^"]*Q[^>]*>/.exec(svg)?.[0]
  expect(curve).toContain('fill="none"')
})

test('texts stand as they were placed, with their middle where it was', () => {
  expect(svg).toContain(
    '<text x="60" y="44.2" textLength="52" lengthAdjust="spacingAndGlyphs" style="font:600 12px &#34;Figtree Variable&#34;"',
  )
})

test('what a name holds is text', () => {
  expect(svg).toContain('Acme &#34;&#60;b&#62;&#34;</text>')
  expect(svg).not.toContain('<b>')
})
