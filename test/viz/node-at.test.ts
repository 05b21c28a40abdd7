import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeAt } from '../../viz/src/stage/node-at.ts'

/** Nodes as `[x, y, radius, hidden]` under a camera that doubles and moves by (10, 20), with y upwards. */
function stageOf(nodes: readonly (readonly [number, number, number, number])[]) {
  return [
    {
      transform: () => [2, 0, 0, -2, 10, 20] as const,
      position: (node: number) => ({ x: nodes[node]![0], y: nodes[node]![1] }),
      radius: (size: number) => size * 2,
    },
    {
      nodeHidden: Uint8Array.from(nodes, ([, , , hidden]) => hidden),
      nodeSize: Float32Array.from(nodes, ([, , size]) => size),
    },
  ] as const
}

describe('nodeAt', () => {
  // In pixels: a large node at (10, 20), a small one at (40, 20), one over the large one at (20, 20), a hidden one.
  const [stage, scene] = stageOf([
    [0, 0, 8, 0],
    [15, 0, 0.5, 0],
    [5, 0, 2, 0],
    [0, -50, 9, 1],
  ])
  test.each([
    ['in the middle of a node', { x: 2, y: 20 }, 0],
    ['where two overlap, the one drawn later', { x: 20, y: 20 }, 2],
    ['beside a node smaller than the tip of a pointer', { x: 43, y: 20 }, 1],
    ['too far beside it', { x: 46, y: 20 }, -1],
    ['between two, the nearer one', { x: 36.5, y: 20 }, 1],
    ['on a hidden node', { x: 10, y: 120 }, -1],
  ])('%s', (_, place, found) => {
    expect(nodeAt(stage, scene, place)).toBe(found)
  })
  test('beside a node, where only the node itself counts', () => {
    expect(nodeAt(stage, scene, { x: 43, y: 20 }, 0)).toBe(-1)
    expect(nodeAt(stage, scene, { x: 40.5, y: 20 }, 0)).toBe(1)
  })
  test('a node alone is found at its middle, wherever it stands', () => {
    const coordinate = fc.integer({ min: -500, max: 500 })
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 1, max: 20 }), (x, y, size) => {
        const [one, look] = stageOf([[x, y, size, 0]])
        expect(nodeAt(one, look, { x: 2 * x + 10, y: -2 * y + 20 })).toBe(0)
      }),
      { seed: 8 },
    )
  })
})
